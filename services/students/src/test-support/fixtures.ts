import type { Scope, Viewer } from '@servicepunt/shared/contracts/roles';
import type { Call } from '@servicepunt/shared/service-client';
import { grant, startTestSubgraph, viewer, type TestSubgraph } from '@servicepunt/shared/test-support/subgraph';
import { defineStudents } from '../app.ts';

/** The day on which these tests play unless they say otherwise. */
export const TODAY = '2026-11-24';

export const servicePoint: Viewer = viewer(grant('SERVICE_POINT'));
export const at = (id: string): Scope => ({ kind: 'LOCATION', id });
export const ofStudent = (id: string): Scope => ({ kind: 'STUDENT', id });
export const as = (base: Viewer, id: string): Viewer => ({ ...base, id });

export function startStudents(settings: Parameters<typeof defineStudents>[1] = {}, callees?: Call): Promise<TestSubgraph> {
  return startTestSubgraph({
    name: 'students',
    define: (deps) => defineStudents(deps, settings),
    now: `${TODAY}T10:00:00Z`,
    ...(callees ? { callees } : {}),
  });
}

const IMPORT_RESULT = 'created updated unchanged refused { row column code message } userErrors { code field message }';

export interface ImportAnswer {
  created: number;
  updated: number;
  unchanged: number;
  refused: { row: number; column: string; code: string; message: string }[];
  userErrors: { code: string; field: string | null }[];
}

/** Runs a bulk import and returns its payload. */
export async function importRows(
  students: TestSubgraph,
  kind: 'SchoolLocations' | 'Staff' | 'Students',
  rows: readonly object[],
  options: { as?: Viewer; locationCode?: string } = {},
): Promise<ImportAnswer> {
  const { data, errors } = await students.query(
    options.as ?? servicePoint,
    `mutation ($input: Import${kind}Input!) { import${kind}(input: $input) { ${IMPORT_RESULT} } }`,
    { input: { rows, ...(options.locationCode ? { locationCode: options.locationCode } : {}) } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[`import${kind}`] as ImportAnswer;
}

/** Two locations of one school; the answer is their ids by code. */
export async function withLocations(students: TestSubgraph): Promise<Record<'05KO00' | '05KO01', string>> {
  const row = { brin: '05KO', schoolName: 'De Beemden', holidayRegion: 'ZUID', municipality: 'Eindhoven' };
  await importRows(students, 'SchoolLocations', [
    { ...row, locationCode: '05KO00', name: 'Eindhoven' },
    { ...row, locationCode: '05KO01', name: 'Best' },
  ]);
  const { data } = await students.query(servicePoint, '{ schoolLocations { nodes { id locationCode } } }');
  const nodes = data.schoolLocations.nodes as { id: string; locationCode: '05KO00' | '05KO01' }[];
  return Object.fromEntries(nodes.map(({ id, locationCode }) => [locationCode, id])) as Record<'05KO00' | '05KO01', string>;
}

export const staffRow = {
  staffNumber: '1001',
  givenName: 'Marijke',
  familyName: 'van Dongen',
  email: 'm.vandongen@beemden.example',
  role: 'COORDINATOR',
  locationCode: '05KO00',
};

/** Brings in one staff member and returns the id. */
export async function withStaff(students: TestSubgraph, row: Partial<Record<keyof typeof staffRow | 'subject', string>>): Promise<string> {
  const full = { ...staffRow, ...row };
  const result = await importRows(students, 'Staff', [full]);
  if (result.refused.length > 0) throw new Error(JSON.stringify(result));
  const { data } = await students.query(
    servicePoint,
    'query ($number: String) { staffMembers(filter: { staffNumber: $number }) { nodes { id } } }',
    { number: full.staffNumber },
  );
  return (data.staffMembers.nodes as { id: string }[])[0]?.id ?? '';
}

/** Types of the events that were told so far, in order, with their data. */
export async function toldEvents(students: TestSubgraph): Promise<{ type: string; data: Record<string, unknown> }[]> {
  await students.relay.drain();
  const rows = await students.connection.collection('events').find().sort({ _id: 1 }).toArray();
  return rows.map((row) => ({ type: row['type'] as string, data: row['data'] as Record<string, unknown> }));
}

export const pupilRow = {
  schoolPupilNumber: '1001',
  givenName: 'Sem',
  familyName: 'Bakker',
  birthDate: '2010-05-01',
  enrolledOn: '2024-08-26',
};

export interface PupilRow {
  schoolPupilNumber: string;
  givenName?: string;
  familyNamePrefix?: string | null;
  familyName?: string;
  birthDate?: string;
  group?: string | null;
  outflowProfile?: string | null;
  enrolledOn?: string;
  leftOn?: string | null;
  email?: string | null;
  subject?: string | null;
  language?: string | null;
  supervisorStaffNumber?: string | null;
  guardians?: readonly object[] | null;
}

export async function studentId(students: TestSubgraph, schoolPupilNumber: string): Promise<string> {
  const { data } = await students.query(
    servicePoint,
    'query ($number: String) { students(filter: { schoolPupilNumber: $number }) { nodes { id } } }',
    { number: schoolPupilNumber },
  );
  return (data.students.nodes as { id: string }[])[0]?.id ?? '';
}

/** Brings in one pupil and returns the id; a row of the same number changes the pupil. */
export async function withStudent(students: TestSubgraph, row: PupilRow, locationCode = '05KO00'): Promise<string> {
  const result = await importRows(students, 'Students', [{ ...pupilRow, ...row }], { locationCode });
  if (result.refused.length > 0) throw new Error(JSON.stringify(result));
  return studentId(students, row.schoolPupilNumber);
}

/** Runs a mutation of this service that answers one object, and returns its payload. */
// oxlint-disable-next-line typescript/no-explicit-any -- payloads are as free as the selection that asks for them.
export async function mutate(students: TestSubgraph, by: Viewer, name: string, selection: string, input: object): Promise<any> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await students.query(
    by,
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`,
    { input },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data[name];
}
