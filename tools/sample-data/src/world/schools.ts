import type { COLUMNS } from '@servicepunt/import/headers';
import { addressOf, createNames, createPhones, fullFamily, type PersonName } from '../people.ts';
import { randomFor, type Random } from '../random.ts';
import { dutch, type Cells } from '../write-csv.ts';
import { LOCATIONS, type LocationSeed } from './places.ts';

/** The day as of which all of the sample is right: placements before it are over or running, later ones planned. */
export const REFERENCE_DAY = '2026-11-01';
export const DOMAIN = 'servicepunt.example';

export interface Supervisor {
  readonly staffNumber: string;
  readonly locationCode: string;
}
export interface Pupil {
  readonly location: LocationSeed;
  readonly number: string;
  readonly name: PersonName;
  readonly birthDate: string;
  readonly profile: 'FURTHER_EDUCATION' | 'LABOUR_MARKET' | 'DAY_ACTIVITY' | 'UNKNOWN';
  readonly enrolledOn: string;
  readonly leftOn: string | null;
  readonly supervisor: Supervisor;
  readonly cells: Cells<(typeof COLUMNS)['students']>;
}

export function locationRows(): Cells<(typeof COLUMNS)['locations']>[] {
  return LOCATIONS.map(({ brin, schoolName, locationCode, name, holidayRegion, town }) => ({
    brin,
    schoolName,
    locationCode,
    name,
    holidayRegion: { NOORD: 'Noord', MIDDEN: 'Midden', ZUID: 'Zuid' }[holidayRegion],
    municipality: town.city,
  }));
}

const SUPERVISORS_PER_LOCATION = 4;

/** Staff of the Servicepunt and of the locations. Who signs in as whom is in the subject: `coordinator.05ko00@servicepunt.example`. */
export function createStaff() {
  const names = createNames(randomFor('staff'));
  const phone = createPhones(1);
  const rows: Cells<(typeof COLUMNS)['staff']>[] = [];
  const supervisors = new Map<string, Supervisor[]>();
  let next = 1_001;
  const add = (role: string, subject: string, locationCode: string | null): string => {
    const person = names.person();
    const staffNumber = String(next);
    next += 1;
    rows.push({
      staffNumber,
      givenName: person.given,
      familyName: fullFamily(person),
      email: subject,
      phone: phone(),
      subject,
      language: 'nl',
      role,
      locationCode,
    });
    return staffNumber;
  };
  add('Servicepunt', `servicepunt@${DOMAIN}`, null);
  add('Servicepunt', `servicepunt2@${DOMAIN}`, null);
  add('Servicepunt', `servicepunt3@${DOMAIN}`, null);
  add('Privacyfunctionaris', `privacy@${DOMAIN}`, null);
  add('Beheerder', `operator@${DOMAIN}`, null);
  for (const { locationCode, coordinators } of LOCATIONS) {
    const at = `${locationCode.toLowerCase()}@${DOMAIN}`;
    add('Directeur', `director.${at}`, locationCode);
    for (let number = 1; number <= coordinators; number += 1)
      add('Stagecoördinator', `coordinator${number === 1 ? '' : number}.${at}`, locationCode);
    const own = Array.from({ length: SUPERVISORS_PER_LOCATION }, (_, index) => ({
      staffNumber: add('Stagebegeleider', `supervisor${index + 1}.${at}`, locationCode),
      locationCode,
    }));
    supervisors.set(locationCode, own);
  }
  return { rows, supervisors };
}

/** How many pupils of each age a location of 40 has. */
const AGES: readonly (readonly [age: number, pupils: number])[] = [
  [12, 2],
  [13, 3],
  [14, 5],
  [15, 6],
  [16, 7],
  [17, 6],
  [18, 6],
  [19, 3],
  [20, 2],
];
const RELATIONS = ['moeder', 'vader', 'moeder', 'vader', 'voogd', 'pleegouder'];
const PROFILE_WORDS = {
  FURTHER_EDUCATION: 'Vervolgonderwijs',
  LABOUR_MARKET: 'Arbeidsmarktgericht',
  DAY_ACTIVITY: 'Dagbesteding',
  UNKNOWN: 'Onbekend',
} as const;
/** Left at the end of the school year before: their handovers are done and aftercare runs. */
const LEFT_ON = { NOORD: '2026-07-03', MIDDEN: '2026-07-17', ZUID: '2026-07-10' } as const;

export function createPupils(location: LocationSeed, supervisors: readonly Supervisor[], leavers: number): Pupil[] {
  const random = randomFor(`pupils ${location.locationCode}`);
  const names = createNames(random);
  const phone = createPhones(2 + LOCATIONS.indexOf(location));
  const ages = random.shuffle(AGES.flatMap(([age, pupils]) => Array.from({ length: pupils }, () => age)));
  let toLeave = leavers;
  return ages.map((age, index) => {
    const leaves = age >= 18 && toLeave > 0;
    if (leaves) toLeave -= 1;
    return createPupil(location, random, names, phone, { age, index, leaves, supervisor: random.pick(supervisors) });
  });
}

function createPupil(
  location: LocationSeed,
  random: Random,
  names: ReturnType<typeof createNames>,
  phone: () => string,
  { age, index, leaves, supervisor }: { age: number; index: number; leaves: boolean; supervisor: Supervisor },
): Pupil {
  const name = names.person();
  const birthDate = Temporal.PlainDate.from(REFERENCE_DAY)
    .subtract({ years: age, days: random.int(0, 364) })
    .toString();
  const profile =
    age < 14 && random.oneIn(2)
      ? 'UNKNOWN'
      : random.pick([
          'FURTHER_EDUCATION',
          'FURTHER_EDUCATION',
          'FURTHER_EDUCATION',
          'LABOUR_MARKET',
          'LABOUR_MARKET',
          'LABOUR_MARKET',
          'LABOUR_MARKET',
          'DAY_ACTIVITY',
          'DAY_ACTIVITY',
        ] as const);
  const year = 2026 - random.int(0, Math.max(0, Math.min(5, age - 12)));
  // Half of those who come don't do so in August: youth care and justice don't follow the school year.
  const enrolledOn = leaves
    ? `${2022 + random.int(0, 2)}-08-01`
    : random.oneIn(4)
      ? `${year}-${random.pick(['02', '03', '09', '10'])}-${random.pick(['02', '05', '16'])}`
      : `${year}-08-01`;
  const leftOn = leaves ? LEFT_ON[location.holidayRegion] : null;
  const number = location.pupilNumber(location.firstPupilNumber + index);
  const at = `${location.locationCode.toLowerCase()}@${DOMAIN}`;
  const guardians = age >= 18 ? (random.oneIn(3) ? 1 : 0) : random.oneIn(3) ? 2 : 1;
  return {
    location,
    number,
    name,
    birthDate,
    profile,
    enrolledOn,
    leftOn,
    supervisor,
    cells: {
      schoolPupilNumber: number,
      givenName: name.given,
      familyNamePrefix: name.prefix,
      familyName: name.family,
      birthDate: dutch(birthDate),
      group: `${Math.min(6, Math.max(1, age - 11))}${random.pick(['A', 'B', 'C'])}`,
      outflowProfile: PROFILE_WORDS[profile],
      enrolledOn: dutch(enrolledOn),
      leftOn: leftOn === null ? null : dutch(leftOn),
      email: addressOf(name, 'leerling.example', index + 1),
      subject: `student${index + 1}.${at}`,
      language: random.oneIn(20) ? 'en' : 'nl',
      locationCode: location.locationCode,
      supervisorStaffNumber: supervisor.staffNumber,
      ...(guardians >= 1 ? guardianCells(1, names.relativeOf(name), `guardian${index + 1}.${at}`) : {}),
      ...(guardians >= 2 ? guardianCells(2, names.person(), null) : {}),
    },
  };

  function guardianCells<N extends 1 | 2>(which: N, person: PersonName, subject: string | null) {
    return {
      [`guardian${which}GivenName`]: person.given,
      [`guardian${which}FamilyName`]: fullFamily(person),
      [`guardian${which}Email`]: addressOf(person, 'ouder.example', location.firstPupilNumber + index),
      [`guardian${which}Phone`]: phone(),
      [`guardian${which}Subject`]: subject,
      [`guardian${which}Relation`]: random.pick(RELATIONS),
    };
  }
}
