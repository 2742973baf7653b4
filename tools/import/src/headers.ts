import type { CellKind, CellValue } from './cells.ts';
import { plain } from './words.ts';

/**
 * The one place that knows what administrations call a column. The first spelling is what we write ourselves;
 * of two columns with the same meaning the spelling that stands earlier here wins. Case, accents, spaces and punctuation don't count.
 */
export interface Column {
  readonly headings: readonly [string, ...string[]];
  readonly cell: CellKind;
  /** The column must be there and no cell of it may be empty. */
  readonly required?: true;
}
export type Columns = Readonly<Record<string, Column>>;

/** What a row holds by the table's own words: a value, or null where a cell that isn't required is empty. */
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends { required: true } ? CellValue<C[K]['cell']> : CellValue<C[K]['cell']> | null;
};

const guardian = <N extends 1 | 2>(number: N) =>
  ({
    [`guardian${number}GivenName`]: {
      headings: [`Ouder ${number} voornaam`, `Verzorger ${number} voornaam`, `Voornaam ouder ${number}`],
      cell: 'line',
    },
    [`guardian${number}FamilyName`]: {
      headings: [`Ouder ${number} achternaam`, `Verzorger ${number} achternaam`, `Achternaam ouder ${number}`],
      cell: 'line',
    },
    [`guardian${number}Email`]: {
      headings: [`Ouder ${number} e-mail`, `Verzorger ${number} e-mail`, `E-mail ouder ${number}`, `Ouder ${number} e-mailadres`],
      cell: 'email',
    },
    [`guardian${number}Phone`]: {
      headings: [`Ouder ${number} telefoon`, `Verzorger ${number} telefoon`, `Telefoon ouder ${number}`, `Ouder ${number} mobiel`],
      cell: 'phone',
    },
    [`guardian${number}Subject`]: { headings: [`Ouder ${number} inlognaam`, `Verzorger ${number} inlognaam`], cell: 'subject' },
    [`guardian${number}Relation`]: {
      headings: [`Ouder ${number} relatie`, `Verzorger ${number} relatie`, `Relatie ouder ${number}`],
      cell: 'line',
    },
  }) as {
    readonly [K in 'GivenName' | 'FamilyName' | 'Email' | 'Phone' | 'Subject' | 'Relation' as `guardian${N}${K}`]: {
      headings: [string, ...string[]];
      cell: K extends 'Email' ? 'email' : K extends 'Phone' ? 'phone' : K extends 'Subject' ? 'subject' : 'line';
    };
  };

export const COLUMNS = {
  locations: {
    brin: { headings: ['BRIN', 'BRIN-nummer', 'Brincode'], cell: 'brin', required: true },
    schoolName: { headings: ['Schoolnaam', 'School', 'Naam school'], cell: 'line', required: true },
    locationCode: { headings: ['Vestigingscode', 'Locatiecode', 'BRIN-vestiging', 'BRIN6'], cell: 'locationCode', required: true },
    name: { headings: ['Vestiging', 'Vestigingsnaam', 'Locatie', 'Locatienaam'], cell: 'line', required: true },
    holidayRegion: { headings: ['Vakantieregio', 'Regio'], cell: 'holidayRegion', required: true },
    municipality: { headings: ['Gemeente', 'Plaats'], cell: 'line', required: true },
  },
  staff: {
    staffNumber: { headings: ['Personeelsnummer', 'Personeelsnr', 'Medewerkernummer', 'Medewerker-id'], cell: 'line', required: true },
    givenName: { headings: ['Roepnaam', 'Voornaam'], cell: 'line', required: true },
    familyName: { headings: ['Achternaam', 'Familienaam'], cell: 'line', required: true },
    email: { headings: ['E-mail', 'E-mailadres', 'E-mail werk'], cell: 'email', required: true },
    phone: { headings: ['Telefoon', 'Telefoonnummer', 'Mobiel'], cell: 'phone' },
    subject: { headings: ['Inlognaam', 'Account', 'Gebruikersnaam'], cell: 'subject' },
    language: { headings: ['Taal', 'Voorkeurstaal'], cell: 'language' },
    role: { headings: ['Rol', 'Functie'], cell: 'role', required: true },
    locationCode: { headings: ['Vestigingscode', 'Locatiecode', 'BRIN-vestiging', 'BRIN6'], cell: 'locationCode' },
  },
  students: {
    schoolPupilNumber: { headings: ['Leerlingnummer', 'Leerlingnr', 'Stamnummer', 'Stamnr'], cell: 'pupilNumber', required: true },
    givenName: { headings: ['Roepnaam', 'Voornaam', 'Voornamen'], cell: 'line', required: true },
    familyNamePrefix: { headings: ['Tussenvoegsel', 'Voorvoegsel', 'Tussenvoegsels'], cell: 'line' },
    familyName: { headings: ['Achternaam', 'Familienaam'], cell: 'line', required: true },
    birthDate: { headings: ['Geboortedatum', 'Geb. datum'], cell: 'day', required: true },
    group: { headings: ['Klas', 'Groep', 'Stamgroep'], cell: 'line' },
    outflowProfile: { headings: ['Uitstroomprofiel', 'Profiel'], cell: 'outflowProfile' },
    enrolledOn: { headings: ['Inschrijfdatum', 'Datum inschrijving', 'Datum in', 'Ingeschreven op'], cell: 'day', required: true },
    leftOn: { headings: ['Uitschrijfdatum', 'Datum uitschrijving', 'Datum uit', 'Uitgeschreven op'], cell: 'day' },
    email: { headings: ['E-mail', 'E-mailadres', 'E-mail school'], cell: 'email' },
    subject: { headings: ['Inlognaam', 'Account', 'Gebruikersnaam'], cell: 'subject' },
    language: { headings: ['Taal', 'Voorkeurstaal'], cell: 'language' },
    locationCode: { headings: ['Vestigingscode', 'Locatiecode', 'BRIN-vestiging', 'BRIN6'], cell: 'locationCode' },
    supervisorStaffNumber: { headings: ['Stagebegeleider', 'Personeelsnummer stagebegeleider', 'Begeleider'], cell: 'line' },
    ...guardian(1),
    ...guardian(2),
  },
  employers: {
    kvkNumber: { headings: ['KVK-nummer', 'KVK', 'KVK-nr'], cell: 'kvkNumber', required: true },
    name: { headings: ['Bedrijfsnaam', 'Bedrijf', 'Werkgever', 'Naam bedrijf'], cell: 'line', required: true },
    groupName: { headings: ['Concern', 'Groep'], cell: 'line' },
    establishmentNumber: { headings: ['Vestigingsnummer', 'Vestigingsnr'], cell: 'establishmentNumber', required: true },
    siteName: { headings: ['Vestiging', 'Vestigingsnaam', 'Locatie'], cell: 'line' },
    street: { headings: ['Straat', 'Straatnaam'], cell: 'line', required: true },
    houseNumber: { headings: ['Huisnummer', 'Huisnr', 'Nummer'], cell: 'line', required: true },
    postcode: { headings: ['Postcode'], cell: 'postcode', required: true },
    city: { headings: ['Plaats', 'Woonplaats', 'Vestigingsplaats'], cell: 'line', required: true },
    labourMarketRegion: { headings: ['Arbeidsmarktregio'], cell: 'line' },
  },
  contacts: {
    personNumber: { headings: ['Contactnummer', 'Persoonsnummer', 'Relatienummer'], cell: 'line', required: true },
    kind: { headings: ['Soort', 'Soort contact'], cell: 'contactKind', required: true },
    kvkNumber: { headings: ['KVK-nummer', 'KVK', 'KVK-nr'], cell: 'kvkNumber' },
    groupName: { headings: ['Concern', 'Groep'], cell: 'line' },
    establishmentNumber: { headings: ['Vestigingsnummer', 'Vestigingsnr'], cell: 'establishmentNumber' },
    givenName: { headings: ['Roepnaam', 'Voornaam'], cell: 'line', required: true },
    familyName: { headings: ['Achternaam', 'Familienaam'], cell: 'line', required: true },
    email: { headings: ['E-mail', 'E-mailadres'], cell: 'email' },
    phone: { headings: ['Telefoon', 'Telefoonnummer', 'Mobiel'], cell: 'phone' },
    subject: { headings: ['Inlognaam', 'Account', 'Gebruikersnaam'], cell: 'subject' },
    language: { headings: ['Taal', 'Voorkeurstaal'], cell: 'language' },
  },
  offers: {
    offerNumber: { headings: ['Plaatsnummer', 'Stageplaatsnummer', 'Aanbodnummer'], cell: 'line', required: true },
    kvkNumber: { headings: ['KVK-nummer', 'KVK', 'KVK-nr'], cell: 'kvkNumber', required: true },
    establishmentNumber: { headings: ['Vestigingsnummer', 'Vestigingsnr'], cell: 'establishmentNumber', required: true },
    title: { headings: ['Titel', 'Naam stageplaats'], cell: 'line', required: true },
    description: { headings: ['Omschrijving', 'Beschrijving'], cell: 'text' },
    kind: { headings: ['Soort stage', 'Stagesoort'], cell: 'placementKind', required: true },
    rhythm: { headings: ['Ritme', 'Stagevorm'], cell: 'rhythm', required: true },
    places: { headings: ['Aantal plaatsen', 'Plaatsen'], cell: 'count', required: true },
    startsOn: { headings: ['Begindatum', 'Van', 'Startdatum'], cell: 'day', required: true },
    endsOn: { headings: ['Einddatum', 'Tot en met'], cell: 'day', required: true },
    sector: { headings: ['Sector', 'Branche'], cell: 'line' },
  },
  placements: {
    placementNumber: { headings: ['Stagenummer', 'Stagenr'], cell: 'line', required: true },
    locationCode: { headings: ['Vestigingscode', 'Locatiecode', 'BRIN-vestiging', 'BRIN6'], cell: 'locationCode', required: true },
    schoolPupilNumber: { headings: ['Leerlingnummer', 'Leerlingnr', 'Stamnummer', 'Stamnr'], cell: 'pupilNumber', required: true },
    kvkNumber: { headings: ['KVK-nummer', 'KVK', 'KVK-nr'], cell: 'kvkNumber' },
    establishmentNumber: { headings: ['Vestigingsnummer', 'Vestigingsnr'], cell: 'establishmentNumber' },
    offerNumber: { headings: ['Plaatsnummer', 'Stageplaatsnummer', 'Aanbodnummer'], cell: 'line' },
    workplaceSupervisorNumber: { headings: ['Praktijkopleider', 'Contactnummer praktijkopleider'], cell: 'line' },
    supervisorStaffNumber: { headings: ['Stagebegeleider', 'Personeelsnummer stagebegeleider'], cell: 'line', required: true },
    kind: { headings: ['Soort stage', 'Stagesoort'], cell: 'placementKind', required: true },
    rhythm: { headings: ['Ritme', 'Stagevorm'], cell: 'rhythm', required: true },
    localName: { headings: ['Naam op school', 'Stagenaam'], cell: 'line' },
    startsOn: { headings: ['Begindatum', 'Van', 'Startdatum'], cell: 'day', required: true },
    endsOn: { headings: ['Einddatum', 'Tot en met'], cell: 'day', required: true },
    workingTimes: { headings: ['Werktijden'], cell: 'workingTimes', required: true },
    goals: { headings: ['Leerdoelen', 'Doelen'], cell: 'lines' },
    state: { headings: ['Status', 'Stand'], cell: 'placementState', required: true },
    completedMoments: { headings: ['Afgeronde evaluaties', 'Evaluaties'], cell: 'moments' },
  },
  handovers: {
    handoverNumber: { headings: ['Overdrachtnummer', 'Overdrachtsnummer'], cell: 'line', required: true },
    locationCode: { headings: ['Vestigingscode', 'Locatiecode', 'BRIN-vestiging', 'BRIN6'], cell: 'locationCode', required: true },
    schoolPupilNumber: { headings: ['Leerlingnummer', 'Leerlingnr', 'Stamnummer', 'Stamnr'], cell: 'pupilNumber', required: true },
    target: { headings: ['Bestemming', 'Uitstroombestemming'], cell: 'handoverTarget', required: true },
    partnerName: { headings: ['Ontvangende organisatie', 'Organisatie'], cell: 'line', required: true },
    contactGivenName: { headings: ['Contact voornaam', 'Voornaam contactpersoon'], cell: 'line', required: true },
    contactFamilyName: { headings: ['Contact achternaam', 'Achternaam contactpersoon'], cell: 'line', required: true },
    contactEmail: { headings: ['Contact e-mail', 'E-mail contactpersoon'], cell: 'email', required: true },
    deadline: { headings: ['Uiterste datum', 'Deadline'], cell: 'day', required: true },
    conversationAt: { headings: ['Gesprek', 'Gesprek op'], cell: 'moment' },
    state: { headings: ['Status', 'Stand'], cell: 'handoverState', required: true },
  },
} as const satisfies Record<string, Columns>;

export type Kind = keyof typeof COLUMNS;
export const KINDS = Object.keys(COLUMNS) as Kind[];

/** The citizen service number under the names that it goes by: never read, never sent (DOMAIN section 7). */
export function isNationalNumberHeading(heading: string): boolean {
  const name = plain(heading);
  return /bsn|burgerservice|sofi|onderwijsn(?:ummer|r)|persoonsgebonden/.test(name) || /^pgn/.test(name);
}

export interface HeaderMap {
  /** Column of the table → place in the row and heading as the file writes it. */
  readonly places: ReadonlyMap<string, { readonly index: number; readonly heading: string }>;
  /** First accepted spelling of each required column that isn't there. */
  readonly missing: readonly string[];
  /** Headings that hold national numbers; their cells are never looked at. */
  readonly dropped: readonly string[];
  /** Headings that mean nothing to this import. */
  readonly unused: readonly string[];
  /** Headings that stand in the file twice, so that nobody can say which one counts. */
  readonly twice: readonly string[];
}

/** Finds the columns of a kind by the file's first row. */
export function mapHeaders(columns: Columns, headings: readonly string[]): HeaderMap {
  const names = headings.map(plain);
  const dropped = new Set(headings.flatMap((heading, index) => (isNationalNumberHeading(heading) ? [index] : [])));
  const places = new Map<string, { index: number; heading: string }>();
  const taken = new Set<number>();
  const twice: string[] = [];
  for (const [column, { headings: spellings }] of Object.entries(columns)) {
    for (const spelling of spellings) {
      const found = names.flatMap((name, index) => (name === plain(spelling) && !dropped.has(index) ? [index] : []));
      const [index] = found;
      if (index === undefined) continue;
      if (found.length > 1) twice.push(headings[index] ?? '');
      places.set(column, { index, heading: headings[index] ?? '' });
      taken.add(index);
      break;
    }
  }
  return {
    places,
    missing: Object.entries(columns).flatMap(
      ([
        column,
        {
          required,
          headings: [first],
        },
      ]) => (required && !places.has(column) ? [first] : []),
    ),
    dropped: headings.filter((_, index) => dropped.has(index)),
    unused: headings.filter((heading, index) => heading !== '' && !taken.has(index) && !dropped.has(index)),
    twice,
  };
}
