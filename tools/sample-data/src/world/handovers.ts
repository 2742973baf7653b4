import type { COLUMNS } from '@servicepunt/import/headers';
import { addressOf, createNames, fullFamily } from '../people.ts';
import { randomFor, type Random } from '../random.ts';
import { dutch, type Cells } from '../write-csv.ts';
import type { Pupil } from './schools.ts';

type State = 'CONFIRMED' | 'HELD' | 'PLANNED' | 'INFORMED' | 'PREPARING' | 'CANCELLED';
type Target = 'MBO' | 'EMPLOYER' | 'DAY_ACTIVITY' | 'MUNICIPALITY';

/** Those who left have been handed over; the others leave in this school year. 24 in all. */
export const HANDOVER_STATES: Readonly<Record<State, number>> = {
  CONFIRMED: 8,
  HELD: 3,
  PLANNED: 6,
  INFORMED: 2,
  PREPARING: 3,
  CANCELLED: 2,
};
export const LEAVERS = HANDOVER_STATES.CONFIRMED;

const STATE_WORDS: Readonly<Record<State, string>> = {
  CONFIRMED: 'Bevestigd',
  HELD: 'Gesprek gevoerd',
  PLANNED: 'Gesprek gepland',
  INFORMED: 'Geïnformeerd',
  PREPARING: 'In voorbereiding',
  CANCELLED: 'Geannuleerd',
};
const TARGET_WORDS: Readonly<Record<Target, string>> = {
  MBO: 'mbo',
  EMPLOYER: 'Werkgever',
  DAY_ACTIVITY: 'Dagbesteding',
  MUNICIPALITY: 'Gemeente',
};
const PARTNERS: Readonly<Record<Target, readonly (readonly [name: string, domain: string])[]>> = {
  MBO: [
    ['Vakcollege De Kempen (mbo)', 'vakcollege.example'],
    ['ROC Het Knooppunt', 'knooppunt.example'],
    ['Groen mbo De Ploeg', 'deploeg.example'],
  ],
  EMPLOYER: [
    ['VDL Montage Eersel', 'vdl.example'],
    ['Bakkerij De Gouden Korst', 'werkgever1.example'],
    ['Magazijn Het Palet', 'werkgever32.example'],
  ],
  DAY_ACTIVITY: [
    ['Werkplaats De Regenboog', 'deregenboog.example'],
    ['Dagcentrum De Tuinkamer', 'detuinkamer.example'],
  ],
  MUNICIPALITY: [
    ['Gemeente, Werk en Inkomen', 'gemeente.example'],
    ['Werkbedrijf, team Jongeren', 'werkbedrijf.example'],
  ],
};

export function createHandovers(pupils: readonly Pupil[]) {
  const random = randomFor('handovers');
  const names = createNames(random);
  const left = pupils.filter((pupil) => pupil.leftOn !== null);
  // Pupils of eighteen and older: they leave this school year.
  const leaving = random.shuffle(pupils.filter((pupil) => pupil.leftOn === null && pupil.birthDate < '2008-11-01'));
  const rows: Cells<(typeof COLUMNS)['handovers']>[] = [];
  for (const [state, count] of Object.entries(HANDOVER_STATES) as [State, number][]) {
    for (let made = 0; made < count; made += 1) {
      const pupil = state === 'CONFIRMED' ? left[made] : leaving.shift();
      if (!pupil) throw new Error(`No pupil is left for a handover that is ${state}`);
      const target = targetFor(pupil, rows.length);
      const [name, domain] = random.pick(PARTNERS[target]);
      const contact = names.person();
      rows.push({
        handoverNumber: String(80_001 + rows.length),
        locationCode: pupil.location.locationCode,
        schoolPupilNumber: pupil.number,
        target: TARGET_WORDS[target],
        partnerName: name,
        contactGivenName: contact.given,
        contactFamilyName: fullFamily(contact),
        contactEmail: addressOf(contact, domain),
        state: STATE_WORDS[state],
        ...datesFor(state, target, pupil, random),
      });
    }
  }
  return rows;
}

function targetFor(pupil: Pupil, index: number): Target {
  if (pupil.profile === 'FURTHER_EDUCATION') return 'MBO';
  if (pupil.profile === 'LABOUR_MARKET') return index % 3 === 0 ? 'MUNICIPALITY' : 'EMPLOYER';
  return index % 2 === 0 ? 'DAY_ACTIVITY' : 'MUNICIPALITY';
}

/** Registration at mbo closes on 1 April; anything else has to be done by the summer holiday. */
function datesFor(state: State, target: Target, pupil: Pupil, random: Random): { deadline: string; conversationAt: string | null } {
  const deadline = pupil.leftOn ?? (target === 'MBO' ? '2027-03-31' : '2027-07-02');
  const day = (first: string, weeks: number) => Temporal.PlainDate.from(first).add({ weeks: random.int(0, weeks), days: random.int(0, 4) });
  const on =
    state === 'CONFIRMED'
      ? day('2026-05-18', 5)
      : state === 'HELD'
        ? day('2026-09-28', 3)
        : state === 'PLANNED'
          ? day('2026-11-30', 14)
          : null;
  return {
    deadline: dutch(deadline),
    conversationAt: on === null ? null : `${dutch(on.toString())} ${random.pick(['09:30', '10:00', '13:30', '15:00'])}`,
  };
}
