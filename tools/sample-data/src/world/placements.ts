import type { COLUMNS } from '@servicepunt/import/headers';
import { randomFor, type Random } from '../random.ts';
import { dutch, type Cells } from '../write-csv.ts';
import { kindWord, rhythmWord, type Company, type Offer, type OfferKind, type Site } from './companies.ts';
import { REFERENCE_DAY, type Pupil } from './schools.ts';

type Kind = OfferKind | 'INTERNAL';
type State = 'COMPLETED' | 'ENDED_EARLY' | 'NO_SHOW' | 'RUNNING' | 'AGREED' | 'PROPOSED' | 'PLANNED' | 'CANCELLED' | 'DECLINED';
interface Period {
  readonly startsOn: string;
  readonly endsOn: string;
}

/** How many placements there are of each state: 150 in all. */
export const PLACEMENT_STATES: Readonly<Record<State, number>> = {
  COMPLETED: 40,
  ENDED_EARLY: 8,
  NO_SHOW: 6,
  RUNNING: 48,
  AGREED: 22,
  PROPOSED: 10,
  PLANNED: 8,
  CANCELLED: 5,
  DECLINED: 3,
};

const STATE_WORDS: Readonly<Record<State, string>> = {
  COMPLETED: 'Afgerond',
  ENDED_EARLY: 'Voortijdig beëindigd',
  NO_SHOW: 'Niet verschenen',
  RUNNING: 'Loopt',
  AGREED: 'Overeengekomen',
  PROPOSED: 'Voorgesteld',
  PLANNED: 'Gepland',
  CANCELLED: 'Geannuleerd',
  DECLINED: 'Afgewezen',
};
/** Moments of each kind in their order, as the placements service schedules them. */
const MOMENTS: Readonly<Record<Kind, readonly string[]>> = {
  INTERNAL: ['Tussenevaluatie', 'Eindevaluatie'],
  GUIDED_ON_SITE: ['Start', 'Tussenevaluatie', 'Eindevaluatie'],
  TASTER: ['Eindevaluatie'],
  ORIENTATION: ['Start', 'Tussenevaluatie', 'Eindevaluatie'],
  VOCATIONAL: ['Start', 'Tussenevaluatie', 'Eindevaluatie'],
  OUTFLOW: ['Start', 'Week 3', 'Tussenevaluatie', 'Go/no-go', 'Eindevaluatie'],
};
const LOCAL_NAMES: Readonly<Record<Kind, readonly string[]>> = {
  INTERNAL: ['Stage in huis', 'Schoolwinkel'],
  GUIDED_ON_SITE: ['Groepsstage', 'Externe stage met begeleiding'],
  TASTER: ['Kijkweek', 'Doe-dagen'],
  ORIENTATION: ['Stage 1', 'Oriëntatie'],
  VOCATIONAL: ['Stage 2', 'Vakstage'],
  OUTFLOW: ['Stage 3', 'Uitstroomstage'],
};
const GOALS = [
  'Op tijd komen en afmelden bij ziekte',
  'Hulp vragen als een opdracht niet duidelijk is',
  'Een taak van begin tot eind afmaken',
  'Veilig werken met gereedschap',
  'Samenwerken met een collega',
  'Omgaan met feedback',
  'Zelf een dagplanning maken',
  'Werkkleding en werkplek verzorgen',
];

const WEEKS: Readonly<Record<Kind, readonly [number, number]>> = {
  INTERNAL: [10, 16],
  GUIDED_ON_SITE: [10, 16],
  TASTER: [1, 2],
  ORIENTATION: [6, 10],
  VOCATIONAL: [12, 18],
  OUTFLOW: [18, 22],
};
const DAYS = ['ma', 'di', 'wo', 'do', 'vr'];

export function createPlacements(pupils: readonly Pupil[], companies: readonly Company[], offers: readonly Offer[]) {
  const random = randomFor('placements');
  const rows: Cells<(typeof COLUMNS)['placements']>[] = [];
  const taken = new Map<string, Period[]>();
  const places = createPlaces(offers);
  const queue = random.shuffle(pupils);
  const firstVdl = companies.find((company) => company.vdl);

  for (const [state, count] of Object.entries(PLACEMENT_STATES) as [State, number][]) {
    for (let made = 0, tries = 0; made < count; tries += 1) {
      if (tries > 5_000) throw new Error(`No pupil is left for a placement that is ${state}`);
      const pupil = queue.shift() as Pupil;
      queue.push(pupil);
      const plan = planFor(pupil, state, random);
      if (!plan || overlaps(taken.get(pupil.number + pupil.location.locationCode) ?? [], plan)) continue;
      const site = plan.kind === 'INTERNAL' ? null : siteFor(pupil, companies, random, made % 8 === 0 ? firstVdl : undefined);
      const offer = site === null || state === 'CANCELLED' || state === 'DECLINED' ? null : places.take(site, plan);
      remember(taken, pupil.number + pupil.location.locationCode, plan);
      rows.push(row(60_001 + rows.length, pupil, state, plan, site, offer, random));
      made += 1;
    }
  }
  return rows;
}

interface Plan extends Period {
  readonly kind: Kind;
  readonly rhythm: 'BLOCK' | 'RIBBON';
}

/** What kind of placement fits a pupil in a state, and when; null where none does. */
function planFor(pupil: Pupil, state: State, random: Random): Plan | null {
  const past = state === 'COMPLETED' || state === 'ENDED_EARLY' || state === 'NO_SHOW';
  const monday = (first: string, weeks: number) => Temporal.PlainDate.from(first).add({ weeks: random.int(0, weeks) });
  const start = past
    ? monday('2026-02-02', 10)
    : state === 'RUNNING'
      ? monday('2026-09-07', 6)
      : state === 'CANCELLED'
        ? monday('2026-09-14', 20)
        : monday('2027-01-04', 8);
  const age = Temporal.PlainDate.from(pupil.birthDate).until(start, { largestUnit: 'years' }).years;
  if (age < 14 || pupil.enrolledOn > start.toString()) return null;
  const kind = kindFor(pupil, age, state === 'RUNNING', random);
  const weeks = random.int(...WEEKS[kind]);
  const natural = start.add({ weeks: weeks - 1, days: 4 });
  // What runs today runs on into the new year, so that the sample stays right for a while.
  const end =
    state === 'RUNNING' && Temporal.PlainDate.compare(natural, '2027-01-15') < 0
      ? Temporal.PlainDate.from('2027-01-15').add({ weeks: random.int(0, 8) })
      : natural;
  if (pupil.leftOn !== null && (!past || end.toString() >= pupil.leftOn)) return null;
  if (past && end.toString() > '2026-07-17') return null;
  return { kind, rhythm: kind === 'INTERNAL' || random.oneIn(3) ? 'RIBBON' : 'BLOCK', startsOn: start.toString(), endsOn: end.toString() };
}

function kindFor(pupil: Pupil, age: number, running: boolean, random: Random): Kind {
  if (pupil.profile === 'DAY_ACTIVITY') return random.pick(['GUIDED_ON_SITE', 'INTERNAL', 'ORIENTATION']);
  if (age < 16)
    return random.pick(running ? ['INTERNAL', 'GUIDED_ON_SITE', 'ORIENTATION'] : ['TASTER', 'TASTER', 'ORIENTATION', 'GUIDED_ON_SITE']);
  if (age < 18) return random.pick(running ? ['ORIENTATION', 'VOCATIONAL', 'VOCATIONAL'] : ['TASTER', 'ORIENTATION', 'VOCATIONAL']);
  return random.pick(['VOCATIONAL', 'OUTFLOW']);
}

function siteFor(pupil: Pupil, companies: readonly Company[], random: Random, preferred: Company | undefined): Site {
  const near = companies.flatMap((company) => company.sites.filter((site) => pupil.location.reach.includes(site.city)));
  const wanted = near.filter((site) => site.company === preferred);
  if (wanted.length > 0) return random.pick(wanted);
  // A third of all placements are with the group.
  const vdl = near.filter((site) => site.company.vdl);
  return random.pick(vdl.length > 0 && random.oneIn(3) ? vdl : near.filter((site) => !site.company.vdl));
}

/** Places of offers that placements hold; one of each stays free, so that there is something to plan with. */
function createPlaces(offers: readonly Offer[]) {
  const held = new Map<Offer, number>();
  return {
    take(site: Site, plan: Plan): Offer | null {
      const offer = offers.find(
        (candidate) =>
          candidate.site === site &&
          candidate.kind === plan.kind &&
          candidate.startsOn <= plan.startsOn &&
          plan.endsOn <= candidate.endsOn &&
          (held.get(candidate) ?? 0) < candidate.places - 1,
      );
      if (!offer) return null;
      held.set(offer, (held.get(offer) ?? 0) + 1);
      return offer;
    },
  };
}

function row(
  number: number,
  pupil: Pupil,
  state: State,
  plan: Plan,
  site: Site | null,
  offer: Offer | null,
  random: Random,
): Cells<(typeof COLUMNS)['placements']> {
  return {
    placementNumber: String(number),
    locationCode: pupil.location.locationCode,
    schoolPupilNumber: pupil.number,
    kvkNumber: site?.company.kvkNumber ?? null,
    establishmentNumber: site?.establishmentNumber ?? null,
    offerNumber: offer?.number ?? null,
    workplaceSupervisorNumber: site && site.supervisors.length > 0 ? random.pick(site.supervisors) : null,
    supervisorStaffNumber: pupil.supervisor.staffNumber,
    kind: kindWord(plan.kind),
    rhythm: rhythmWord(plan.rhythm),
    localName: random.oneIn(2) ? random.pick(LOCAL_NAMES[plan.kind]) : null,
    startsOn: dutch(plan.startsOn),
    endsOn: dutch(plan.endsOn),
    workingTimes: workingTimes(pupil, plan, random),
    goals: random.shuffle(GOALS).slice(0, random.int(2, 3)).join(' | '),
    state: STATE_WORDS[state],
    completedMoments: completedMoments(state, plan, random).join(', '),
  };
}

/** Within the law for the youngest age the pupil has during the placement, and within four days a week. */
function workingTimes(pupil: Pupil, { startsOn, rhythm, kind }: Plan, random: Random): string {
  const age = Temporal.PlainDate.from(pupil.birthDate).until(startsOn, { largestUnit: 'years' }).years;
  const [from, until, pause] =
    kind === 'INTERNAL'
      ? ['09:30', '12:30', 0]
      : age < 16
        ? ['09:00', '15:00', 30]
        : age < 18
          ? ['08:30', '15:30', 30]
          : ['08:00', '16:00', 45];
  const length = rhythm === 'BLOCK' ? (age < 16 ? 3 : random.int(3, 4)) : random.int(1, 2);
  const first = rhythm === 'BLOCK' ? 0 : random.int(0, DAYS.length - 1 - length);
  return DAYS.slice(first, first + length)
    .map((day) => `${day} ${from}-${until}${pause === 0 ? '' : ` (${pause})`}`)
    .join(' | ');
}

/** What was over by the reference day has been filled in, except for some that are late. */
function completedMoments(state: State, plan: Plan, random: Random): readonly string[] {
  const moments = MOMENTS[plan.kind];
  if (state === 'COMPLETED') return moments;
  if (state === 'ENDED_EARLY') return moments.slice(0, 1).filter((moment) => moment === 'Start');
  if (state !== 'RUNNING') return [];
  const weeks = Temporal.PlainDate.from(plan.startsOn).until(REFERENCE_DAY, { largestUnit: 'weeks' }).weeks;
  return moments.filter(
    (moment) => (moment === 'Start' && weeks >= 2 && !random.oneIn(8)) || (moment === 'Week 3' && weeks >= 5 && !random.oneIn(4)),
  );
}

function overlaps(periods: readonly Period[], plan: Period): boolean {
  return periods.some((period) => period.startsOn <= plan.endsOn && plan.startsOn <= period.endsOn);
}

function remember(taken: Map<string, Period[]>, key: string, period: Period): void {
  taken.set(key, [...(taken.get(key) ?? []), period]);
}
