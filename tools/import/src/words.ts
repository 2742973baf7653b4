/** The values of an enum, each with the Dutch words that administrations write for it; the first is the one that we write ourselves. */
export type WordList<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>;

/** Text as it is compared: without case, accents, spaces and punctuation. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '');
}

export const WORDS = {
  language: { nl: ['Nederlands', 'NLD'], en: ['Engels', 'English', 'ENG'] },
  holidayRegion: { NOORD: ['Noord'], MIDDEN: ['Midden'], ZUID: ['Zuid'] },
  outflowProfile: {
    FURTHER_EDUCATION: ['Vervolgonderwijs', 'VV'],
    LABOUR_MARKET: ['Arbeidsmarktgericht', 'Arbeidsmarkt', 'Arbeid', 'AM'],
    DAY_ACTIVITY: ['Dagbesteding', 'DB'],
    UNKNOWN: ['Onbekend'],
  },
  role: {
    SCHOOL_SUPERVISOR: ['Stagebegeleider', 'Begeleider'],
    COORDINATOR: ['Stagecoördinator', 'Coördinator'],
    SERVICE_POINT: ['Servicepunt', 'Medewerker Servicepunt'],
    DIRECTOR: ['Directeur', 'Locatiedirecteur', 'Vestigingsdirecteur'],
    PRIVACY_OFFICER: ['Privacyfunctionaris', 'Functionaris gegevensbescherming', 'FG'],
    OPERATOR: ['Beheerder', 'Applicatiebeheerder'],
  },
  contactKind: { CONTACT: ['Contactpersoon'], WORKPLACE_SUPERVISOR: ['Praktijkopleider', 'Begeleider in bedrijf'] },
  placementKind: {
    INTERNAL: ['Interne stage'],
    GUIDED_ON_SITE: ['Begeleide externe stage', 'Begeleide stage'],
    TASTER: ['Snuffelstage'],
    ORIENTATION: ['Oriënterende stage', 'Oriëntatiestage'],
    VOCATIONAL: ['Beroepsgerichte stage'],
    OUTFLOW: ['Plaatsingsstage', 'Uitstroomstage'],
    TEACHER: ['Docentenstage'],
  },
  rhythm: { BLOCK: ['Blokstage', 'Blok'], RIBBON: ['Lintstage', 'Lint'] },
  evaluationMoment: {
    START: ['Start'],
    WEEK_THREE: ['Week 3', 'Week drie'],
    MIDTERM: ['Tussenevaluatie', 'Tussen'],
    GO_NO_GO: ['Go/no-go'],
    FINAL: ['Eindevaluatie', 'Eind'],
  },
  placementState: {
    PLANNED: ['Gepland'],
    PROPOSED: ['Voorgesteld'],
    AGREED: ['Overeengekomen', 'Afgesproken'],
    RUNNING: ['Loopt', 'Lopend'],
    COMPLETED: ['Afgerond'],
    ENDED_EARLY: ['Voortijdig beëindigd', 'Afgebroken'],
    NO_SHOW: ['Niet verschenen'],
    CANCELLED: ['Geannuleerd'],
    DECLINED: ['Afgewezen'],
  },
  handoverTarget: {
    MBO: ['mbo'],
    EMPLOYER: ['Werkgever'],
    DAY_ACTIVITY: ['Dagbesteding'],
    MUNICIPALITY: ['Gemeente'],
    OTHER_SCHOOL: ['Andere school'],
  },
  handoverState: {
    PREPARING: ['In voorbereiding'],
    INFORMED: ['Geïnformeerd'],
    PLANNED: ['Gesprek gepland'],
    HELD: ['Gesprek gevoerd'],
    CONFIRMED: ['Bevestigd'],
    CANCELLED: ['Geannuleerd'],
  },
} as const satisfies Record<string, WordList<string>>;
