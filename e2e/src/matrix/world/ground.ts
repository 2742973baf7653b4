import { FIRST_BOARD_DIRECTOR, FIRST_SERVICE_POINT } from '../../../../tools/stack/src/processes.ts';
import type { Canaries } from '../canaries.ts';
import { BUNDLES, type BundleName } from '../situations.ts';
import type { Client } from './client.ts';
import { bornFor, day } from './days.ts';

/** Accounts, by what their owners are. */
export type Account =
  | 'board'
  | 'servicePoint'
  | 'servicePointWithReason'
  | 'coordinator'
  | 'coordinatorElsewhere'
  | 'guide'
  | 'otherGuide'
  | 'guideElsewhereDirectorHere'
  | 'director'
  | 'privacyOfficer'
  | 'operator'
  | 'contact'
  | 'contactOfB'
  | 'groupContact'
  | `pupil ${BundleName}`
  | `guardian ${BundleName}`
  | 'guardian represented';
export interface Ground {
  /** The `authorization` header of an account. */
  as(account: Account): string;
  /** What the identity provider calls its owner. */
  subjectOf(account: Account): string;
  /** Ids of pupils by story. */
  readonly pupils: Readonly<Record<BundleName, string>>;
  readonly companies: Readonly<Record<'A' | 'B', { employer: string; site: string; offer: string; workplaceSupervisor: string }>>;
  readonly literals: Readonly<Record<string, string>>;
}

const SCHOOLS = {
  A: { brin: '71AA', locationCode: '71AA00' },
  B: { brin: '72BB', locationCode: '72BB00' },
} as const;
const COMPANIES = {
  A: { kvkNumber: '71000001', establishmentNumber: '000071000001', postcode: '5611AB' },
  B: { kvkNumber: '72000002', establishmentNumber: '000072000002', postcode: '5612AC' },
} as const;
const AGES: Readonly<Record<BundleName, number>> = {
  seventeen: 17,
  fifteen: 15,
  eighteen: 18,
  planned: 17,
  proposed: 17,
  withdrawn: 17,
  elsewhere: 17,
};

/** Under which heading an account's name stands: a pupil's story, the staff, or a company. */
function ownerOf(account: Account): string {
  const [kind, story] = account.split(' ');
  if (kind === 'pupil') return `${story} Student`;
  if (kind === 'guardian') return `${story === 'represented' ? 'eighteen' : story} Guardian`;
  if (account === 'contact' || account === 'groupContact') return 'company A CONTACT';
  return account === 'contactOfB' ? 'company B CONTACT' : `staff ${account}`;
}

/** Schools, staff, pupils with their guardians, and companies: brought in as a school's administration and the Servicepunt do it. */
export async function layGround(client: Client, canaries: Canaries): Promise<Ground> {
  const subjects = new Map<Account, string>([
    ['servicePoint', FIRST_SERVICE_POINT],
    ['board', FIRST_BOARD_DIRECTOR],
  ]);
  const servicePoint = await client.signIn(FIRST_SERVICE_POINT);
  const account = (name: Account): string => {
    const subject = canaries.word(`${ownerOf(name)}.subject`);
    subjects.set(name, subject);
    return subject;
  };
  const person = (of: string) => ({
    givenName: canaries.word(`${of}.givenName`),
    familyName: canaries.word(`${of}.familyName`),
    email: canaries.email(`${of}.email`),
    phone: canaries.phone(`${of}.phone`),
  });

  await client.act(
    servicePoint,
    'importSchoolLocations',
    {
      rows: Object.values(SCHOOLS).map((school) => ({
        brin: school.brin,
        schoolName: canaries.word('School.name'),
        locationCode: school.locationCode,
        name: canaries.word('SchoolLocation.name'),
        holidayRegion: 'ZUID',
        municipality: canaries.word('SchoolLocation.municipality'),
      })),
    },
    'created refused { code column message }',
  );

  const staff: [Account, string, string | null][] = [
    ['servicePointWithReason', 'SERVICE_POINT', null],
    ['coordinator', 'COORDINATOR', SCHOOLS.A.locationCode],
    ['coordinatorElsewhere', 'COORDINATOR', SCHOOLS.B.locationCode],
    ['guide', 'SCHOOL_SUPERVISOR', SCHOOLS.A.locationCode],
    ['otherGuide', 'SCHOOL_SUPERVISOR', SCHOOLS.A.locationCode],
    ['guideElsewhereDirectorHere', 'SCHOOL_SUPERVISOR', SCHOOLS.B.locationCode],
    ['director', 'DIRECTOR', SCHOOLS.A.locationCode],
    ['privacyOfficer', 'PRIVACY_OFFICER', null],
    ['operator', 'OPERATOR', null],
  ];
  const numbers = new Map<Account, string>();
  const rows = staff.map(([name, role, locationCode]) => {
    const staffNumber = canaries.word(`staff ${name}.staffNumber`);
    numbers.set(name, staffNumber);
    return { staffNumber, ...person(`staff ${name}`), subject: account(name), language: 'nl', role, locationCode };
  });
  const mixed = rows.find(({ staffNumber }) => staffNumber === numbers.get('guideElsewhereDirectorHere'));
  await client.act(
    await client.signIn(FIRST_BOARD_DIRECTOR),
    'importStaff',
    { rows: [...rows, { ...mixed, role: 'DIRECTOR', locationCode: SCHOOLS.A.locationCode }] },
    'created refused { code column message }',
  );

  for (const [school, stories] of [
    ['A', BUNDLES.filter((name) => name !== 'elsewhere')],
    ['B', ['elsewhere']],
  ] as const) {
    const importRows = stories.map((name, index) => {
      const guardian = (as: Account) => ({
        ...person(`${name} Guardian`),
        subject: account(as),
        relation: canaries.word(`${name} relation`),
      });
      return {
        schoolPupilNumber: canaries.word(`${name} Student.schoolPupilNumber`),
        givenName: canaries.word(`${name} Student.givenName`),
        familyNamePrefix: canaries.word(`${name} Student.familyNamePrefix`),
        familyName: canaries.word(`${name} Student.familyName`),
        birthDate: canaries.value(`${name} Student.birthDate`, bornFor(AGES[name], 40 + 7 * index + (school === 'B' ? 100 : 0))),
        group: canaries.word(`${name} Student.group`),
        outflowProfile: 'LABOUR_MARKET',
        enrolledOn: day(-800),
        email: canaries.email(`${name} Student.email`),
        subject: account(`pupil ${name}`),
        language: 'nl',
        supervisorStaffNumber: school === 'A' ? numbers.get('guide') : numbers.get('guideElsewhereDirectorHere'),
        guardians: [guardian(`guardian ${name}`), ...(name === 'eighteen' ? [guardian('guardian represented')] : [])],
      };
    });
    await client.act(
      servicePoint,
      'importStudents',
      { locationCode: SCHOOLS[school].locationCode, rows: importRows },
      'created refused { code column message }',
    );
  }

  const groupName = canaries.word('CompanyGroup.name');
  await client.act(
    servicePoint,
    'importEmployers',
    {
      rows: (['A', 'B'] as const).map((name) => ({
        ...COMPANIES[name],
        kvkNumber: canaries.value(`company ${name} kvkNumber`, COMPANIES[name].kvkNumber),
        establishmentNumber: canaries.value(`company ${name} establishmentNumber`, COMPANIES[name].establishmentNumber),
        name: canaries.word(`company ${name} name`),
        groupName: name === 'A' ? groupName : null,
        siteName: canaries.word(`company ${name} site.name`),
        street: canaries.word(`company ${name} street`),
        houseNumber: name === 'A' ? '7101' : '7202',
        city: canaries.word(`company ${name} city`),
        labourMarketRegion: canaries.word(`company ${name} region`),
      })),
    },
    'created refused { code column message }',
  );
  const personOf = (kind: 'CONTACT' | 'WORKPLACE_SUPERVISOR', name: 'A' | 'B', as: Account | null) => ({
    kvkNumber: COMPANIES[name].kvkNumber,
    ...(kind === 'WORKPLACE_SUPERVISOR' ? { establishmentNumber: COMPANIES[name].establishmentNumber } : {}),
    personNumber: canaries.word(`company ${name} personNumber`),
    ...person(`company ${name} ${kind}`),
    ...(as ? { subject: account(as) } : {}),
    language: 'nl',
    kind,
  });
  await client.act(
    servicePoint,
    'importEmployerContacts',
    {
      rows: [
        personOf('CONTACT', 'A', 'contact'),
        personOf('CONTACT', 'B', 'contactOfB'),
        { ...personOf('CONTACT', 'A', 'groupContact'), kvkNumber: null, groupName },
        personOf('WORKPLACE_SUPERVISOR', 'A', null),
        personOf('WORKPLACE_SUPERVISOR', 'B', null),
      ],
    },
    'created refused { code column message }',
  );
  await client.act(
    servicePoint,
    'importOffers',
    {
      rows: (['A', 'B'] as const).map((name) => ({
        offerNumber: canaries.word(`company ${name} offerNumber`),
        kvkNumber: COMPANIES[name].kvkNumber,
        establishmentNumber: COMPANIES[name].establishmentNumber,
        title: canaries.word(`company ${name} title`),
        description: canaries.word(`company ${name} description`),
        kind: 'VOCATIONAL',
        rhythm: 'BLOCK',
        places: 9,
        startsOn: day(-30),
        endsOn: day(300),
        sector: canaries.word(`company ${name} sector`),
      })),
    },
    'created refused { code column message }',
  );

  const tokens = new Map<string, string>();
  for (const [name, subject] of subjects) tokens.set(name, await client.signIn(subject));
  const pupilNumbers = await client.ask(
    servicePoint,
    '{ students(first: 20) { nodes { id birthDate } } employers(first: 10) { nodes { id kvkNumber sites { id } offers(first: 1) { nodes { id } } workplaceSupervisors(first: 1) { nodes { id } } } } }',
  );
  const birthDateOf = (name: BundleName) =>
    bornFor(AGES[name], 40 + 7 * BUNDLES.filter((each) => each !== 'elsewhere').indexOf(name as never) + (name === 'elsewhere' ? 107 : 0));
  const pupil = (name: BundleName): string =>
    (pupilNumbers.students.nodes as { id: string; birthDate: string }[]).find(({ birthDate }) => birthDate === birthDateOf(name))?.id ?? '';
  const company = (name: 'A' | 'B') => {
    const found = pupilNumbers.employers.nodes.find((each: { kvkNumber: string }) => each.kvkNumber === COMPANIES[name].kvkNumber);
    return {
      employer: found.id as string,
      site: found.sites[0].id as string,
      offer: found.offers.nodes[0].id as string,
      workplaceSupervisor: found.workplaceSupervisors.nodes[0].id as string,
    };
  };
  return {
    as: (name) => tokens.get(name) ?? '',
    subjectOf: (name) => subjects.get(name) ?? '',
    pupils: Object.fromEntries(BUNDLES.map((name) => [name, pupil(name)])) as Record<BundleName, string>,
    companies: { A: company('A'), B: company('B') },
    literals: { locationCode: SCHOOLS.A.locationCode, kvkNumber: COMPANIES.A.kvkNumber },
  };
}
