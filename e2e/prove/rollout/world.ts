import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { graphqlClient, type RunQuery } from '../../../tools/stack/src/graphql-client.ts';
import { FIRST_SERVICE_POINT } from '../../../tools/stack/src/processes.ts';
import type { LoadRequest } from './load.ts';

const LOCATION = '11AA00';
const COORDINATOR = 'kim@school.example';
const READY_WITHIN_MS = 60_000;

/** Ids of what was brought in, for requests about it. */
export interface World {
  readonly locationId: string;
  /** Credentials by role. */
  readonly as: { readonly servicePoint: string; readonly coordinator: string };
  readonly students: readonly string[];
  readonly employers: readonly string[];
  readonly placements: readonly string[];
  readonly handovers: readonly string[];
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** A school with pupils, companies, running internships and handovers, brought in as an administration would. */
export async function createWorld(endpoint: string, tokenFor: (subject: string) => Promise<string>, pupils: number): Promise<World> {
  const numbers = Array.from({ length: pupils }, (_unused, index) => index + 1);
  const servicePoint = await tokenFor(FIRST_SERVICE_POINT);
  const ask = graphqlClient(endpoint, servicePoint);
  const bringIn = async (mutation: string, input: object) => {
    const name = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
    const data = await ask<Record<string, { refused: unknown[] | null; userErrors: unknown[] }>>(
      `mutation BringIn($input: ${name}Input!) { ${mutation}(input: $input) { refused { row column message } userErrors { code message } } }`,
      { input },
    );
    const { refused, userErrors } = data[mutation] ?? { refused: [], userErrors: ['no answer'] };
    if ((refused ?? []).length + userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify({ refused, userErrors })}`);
  };
  const ids = async (field: string, filter = '{}') =>
    (await ask<Record<string, { nodes: { id: string }[] }>>(`query Ids { ${field}(filter: ${filter}, first: 50) { nodes { id } } }`))[
      field
    ]?.nodes.map(({ id }) => id) ?? [];

  await bringIn('importSchoolLocations', {
    rows: [{ brin: '11AA', schoolName: 'De Horst', locationCode: LOCATION, name: 'De Horst', holidayRegion: 'ZUID', municipality: 'Best' }],
  });
  await bringIn('importStaff', {
    rows: numbers.slice(0, 4).map((number) => ({
      ...{ staffNumber: `s${number}`, givenName: 'Sam', familyName: `Begeleider ${number}`, email: `s${number}@school.example` },
      ...{ role: 'SCHOOL_SUPERVISOR', locationCode: LOCATION },
    })),
  });
  await bringIn('importStaff', {
    rows: [
      {
        ...{ staffNumber: 'c1', givenName: 'Kim', familyName: 'Coördinator', email: COORDINATOR, subject: COORDINATOR },
        ...{ role: 'COORDINATOR', locationCode: LOCATION },
      },
    ],
  });
  await bringIn('importStudents', {
    locationCode: LOCATION,
    rows: numbers.map((number) => ({
      ...{ schoolPupilNumber: `p${number}`, givenName: 'Noa', familyName: `Leerling ${number}`, birthDate: '2009-05-04' },
      ...{ enrolledOn: '2024-08-01', outflowProfile: 'LABOUR_MARKET', supervisorStaffNumber: `s${(number % 4) + 1}`, guardians: [] },
    })),
  });
  await bringIn('importEmployers', {
    rows: numbers.slice(0, 4).map((number) => ({
      ...{ kvkNumber: `0000010${number}`, name: `Bedrijf ${number}`, establishmentNumber: `90000000100${number}` },
      ...{ street: 'Havenweg', houseNumber: `${number}`, postcode: '5612 AA', city: 'Eindhoven' },
    })),
  });
  const [students, employers] = await Promise.all([ids('students'), ids('employers')]);
  await bringIn('importPlacements', {
    rows: students.map((studentId, index) => ({
      ...{
        placementNumber: `n${index}`,
        studentId,
        employerId: employers[index % employers.length],
        kind: 'ORIENTATION',
        rhythm: 'RIBBON',
      },
      ...{ startsOn: day(-30), endsOn: day(60), state: 'RUNNING', goals: ['Op tijd komen'] },
      workingTimes: [{ weekday: 2, startsAt: '09:00', endsAt: '15:00', breakMinutes: 30 }],
    })),
  });
  await bringIn('importHandovers', {
    rows: students.map((studentId, index) => ({
      ...{ handoverNumber: `h${index}`, studentId, target: 'MBO', deadline: day(120), state: 'PREPARING' },
      partner: { name: 'ROC De Brug', contactGivenName: 'Mo', contactFamilyName: 'Intaker', contactEmail: 'intake@mbo.example' },
    })),
  });
  const [placements, handovers] = await Promise.all([ids('placements'), ids('warmHandovers')]);
  const [locationId = ''] = await ids('schoolLocations', `{ locationCode: "${LOCATION}" }`);
  await untilReminded(ask, handovers);
  const as = { servicePoint: `Bearer ${servicePoint}`, coordinator: `Bearer ${await tokenFor(COORDINATOR)}` };
  return { locationId, as, students, employers, placements, handovers };
}

/** Notifications hears of handovers by events: until then there is nothing to remind of. */
async function untilReminded(ask: RunQuery, handovers: readonly string[]): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (const subjectId of handovers) {
    for (;;) {
      const { remindNow } = await ask<{ remindNow: { userErrors: { code: string }[] } }>(REMIND, {
        input: { idempotencyKey: `first-${subjectId}`, subjectId, role: 'SCHOOL' },
      });
      if (remindNow.userErrors.length === 0) break;
      if (Date.now() > deadline) throw new Error(`A handover was not known to notifications in time: ${remindNow.userErrors[0]?.code}`);
      await pause(200);
    }
  }
}

const operations = join(import.meta.dirname, '../../../gateway/operations/frontend');
const operation = (file: string, name: string) => {
  const text = readFileSync(join(operations, `${file}.graphql`), 'utf8');
  const parts = text.split(/^(?=(?:query|mutation|fragment) )/m);
  return parts.filter((part) => part.startsWith(`query ${name}`) || part.startsWith('fragment ')).join('');
};
const PUPIL_PAGE = operation('pupilPage', 'PupilPage');
const PLACEMENT_PAGE = operation('placementPage', 'PlacementPage');
const COORDINATORS_DAY = operation('coordinatorsDay', 'CoordinatorsDay');
const STUDENT = 'query Student($id: ID!) { student(id: $id) { id givenName familyName } }';
const EMPLOYER = 'query Employer($id: ID!) { employer(id: $id) { id name } }';
const PLACEMENT = 'query Placement($id: ID!) { placement(id: $id) { id state startsOn } }';
const STUDENTS = 'query Students { students(first: 10) { nodes { id familyName } } }';
const EMPLOYERS = 'query Employers { employers(first: 10) { nodes { id name } } }';
const REMIND = `mutation Remind($input: RemindNowInput!) { remindNow(input: $input) { reminders { id } userErrors { code } } }`;
const GROUP = `mutation Group($input: RegisterCompanyGroupInput!) { registerCompanyGroup(input: $input) { companyGroup { id } userErrors { code } } }`;
const PARTNER = `mutation Partner($input: RegisterPartnerInput!) { registerPartner(input: $input) { partner { id } userErrors { code } } }`;
const PUPIL = `mutation Pupil($input: RegisterStudentInput!) { registerStudent(input: $input) { student { id } userErrors { code } } }`;

/**
 * What people send, in parts of a hundred: reads by id, lists, whole pages over all services, and writes that carry a key. Pages are fewer than reads,
 * since twelve replicas, two stores and the sender share one machine here. `onReminder` hears of each reminder asked for.
 */
export function createMix(world: World, random: () => number, onReminder: (id: string) => void): () => LoadRequest {
  let count = 0;
  let reminded = 0;
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? '';
  const { servicePoint, coordinator } = world.as;
  const byId = (kind: string, query: string, items: readonly string[], field: string) => (): LoadRequest => ({
    ...{ kind, query, authorization: coordinator, variables: { id: pick(items) } },
    check: (data) => demand(data[field], `no ${field}`),
  });
  const list =
    (kind: string, query: string, variables = {}) =>
    (): LoadRequest => ({ kind, query, authorization: coordinator, variables });
  const write = (field: string, query: string, input: () => object, told?: (payload: Payload) => void) => (): LoadRequest => ({
    ...{ kind: field, query, authorization: servicePoint, variables: { input: { idempotencyKey: `load-${count}`, ...input() } } },
    check(data) {
      const payload = data[field] as Payload | null;
      demand(payload && payload.userErrors.length === 0, JSON.stringify(payload));
      if (payload) told?.(payload);
    },
  });
  const today = { location: world.locationId, today: day(0), soon: day(30) };
  const kinds: [number, () => LoadRequest][] = [
    [20, byId('student', STUDENT, world.students, 'student')],
    [12, byId('employer', EMPLOYER, world.employers, 'employer')],
    [15, byId('placement', PLACEMENT, world.placements, 'placement')],
    [10, list('students', STUDENTS)],
    [10, list('employers', EMPLOYERS)],
    [6, byId('pupil page', PUPIL_PAGE, world.students, 'student')],
    [6, byId('placement page', PLACEMENT_PAGE, world.placements, 'placement')],
    [3, list("coordinator's day", COORDINATORS_DAY, today)],
    [
      6,
      write(
        'remindNow',
        REMIND,
        // One after the other: two at the same moment about one handover are one reminder too many.
        () => ({ subjectId: world.handovers[reminded++ % world.handovers.length], role: 'SCHOOL' }),
        (payload) => payload.reminders?.forEach(({ id }) => onReminder(id)),
      ),
    ],
    [4, write('registerCompanyGroup', GROUP, () => ({ name: `Concern ${count}` }))],
    [4, write('registerPartner', PARTNER, () => ({ name: `ROC ${count}`, kind: 'MBO', contact: contactOf(count) }))],
    [4, write('registerStudent', PUPIL, () => ({ ...pupilOf(count), schoolLocationId: world.locationId }))],
  ];
  const total = kinds.reduce((sum, [weight]) => sum + weight, 0);
  return () => {
    count += 1;
    let left = random() * total;
    const [, make] = kinds.find(([weight]) => (left -= weight) < 0) ?? kinds[0]!;
    return make();
  };
}

interface Payload {
  readonly userErrors: readonly unknown[];
  readonly reminders?: readonly { readonly id: string }[] | null;
}

const contactOf = (count: number) => ({ givenName: 'Mo', familyName: 'Intaker', email: `intake${count}@mbo.example` });
const pupilOf = (count: number) => ({
  schoolPupilNumber: `l${count}`,
  givenName: 'Bo',
  familyName: `Nieuw ${count}`,
  birthDate: '2010-03-02',
  enrolledOn: '2026-08-01',
});

function demand(met: unknown, message: string): void {
  if (!met) throw new Error(message);
}
