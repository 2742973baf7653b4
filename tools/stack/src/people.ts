/** Finds, through the gateway itself, a person in whose name a development token can be made. */
import type { Role } from '@servicepunt/shared/contracts/roles';
import { UserError } from './user-error.ts';
import type { RunQuery } from './graphql-client.ts';

export interface Wanted {
  readonly role: Role;
  /** Location code, for those who belong to a school. */
  readonly school?: string | undefined;
  /** KVK number or id. */
  readonly employer?: string | undefined;
  /** Name of a company group. */
  readonly group?: string | undefined;
  /** Id or school pupil number. */
  readonly student?: string | undefined;
}

export interface FoundPerson {
  /** What the identity provider calls this person. */
  readonly subject: string;
  readonly who: string;
}

/** Roles of people who sign in. The two others come in by other doors, which `roleOf` tells. */
export const SIGN_IN_ROLES = [
  'COORDINATOR',
  'SCHOOL_SUPERVISOR',
  'SERVICE_POINT',
  'DIRECTOR',
  'EMPLOYER_CONTACT',
  'STUDENT',
  'GUARDIAN',
  'PRIVACY_OFFICER',
  'OPERATOR',
] as const satisfies readonly Role[];
export type SignInRole = (typeof SIGN_IN_ROLES)[number];

/** The role that a person typed, if somebody can sign in with it. */
export function roleOf(text: string): SignInRole {
  const role = text.toUpperCase().replaceAll('-', '_');
  const found = SIGN_IN_ROLES.find((known) => known === role);
  if (found) return found;
  if (role === 'EMPLOYER_SYSTEM') throw new UserError('An HR system signs in with an API key (mutation createApiKey), not with a token.');
  if (role === 'RECEIVING_PARTY')
    throw new UserError('A receiving party acts by the link in its mail (see the mail catcher), not with a token.');
  throw new UserError(`There is no role ${text}. Roles: ${SIGN_IN_ROLES.join(', ')}.`);
}

interface Row {
  readonly id: string;
  readonly subject: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}
interface Page<Node> {
  readonly nodes: readonly Node[];
}

/** `ask` speaks for the Servicepunt, which may see who signs in as whom. */
export function createPeople(ask: RunQuery): { find(wanted: Wanted & { role: SignInRole }): Promise<FoundPerson> } {
  async function locationId(code: string | undefined): Promise<string | undefined> {
    if (code === undefined) return undefined;
    const wanted = code.replaceAll(' ', '').toUpperCase();
    const { schoolLocations } = await ask<{ schoolLocations: Page<{ id: string; locationCode: string; name: string }> }>(
      '{ schoolLocations(first: 100) { nodes { id locationCode name } } }',
    );
    const found = schoolLocations.nodes.find((location) => location.locationCode === wanted);
    if (found) return found.id;
    const known = schoolLocations.nodes.map((location) => `${location.locationCode} (${location.name})`);
    throw new UserError(
      `There is no school location ${code}. ${known.length === 0 ? 'No school locations are loaded yet.' : `Locations: ${known.join(', ')}.`}`,
    );
  }

  return {
    async find(wanted) {
      if (wanted.role === 'STUDENT') return firstOf(await students(wanted), 'pupil');
      if (wanted.role === 'GUARDIAN')
        return firstOf(
          (await students(wanted)).flatMap((student) => student.guardians ?? []),
          'guardian',
        );
      if (wanted.role === 'EMPLOYER_CONTACT') return firstOf(await contacts(wanted), 'employer contact');
      return firstOf(await staff(wanted.role, await locationId(wanted.school)), `staff member with the role ${wanted.role}`);
    },
  };

  async function staff(role: Role, schoolLocation: string | undefined): Promise<readonly Row[]> {
    const { staffMembers } = await ask<{ staffMembers: Page<Row> }>(
      'query Staff($filter: StaffMemberFilter) { staffMembers(filter: $filter, first: 50) { nodes { id subject givenName familyName } } }',
      { filter: { role, ...(schoolLocation === undefined ? {} : { schoolLocation }) } },
    );
    return staffMembers.nodes;
  }

  async function students(wanted: Wanted): Promise<readonly (Row & { guardians?: readonly Row[] | null })[]> {
    const schoolLocation = await locationId(wanted.school);
    const filter = {
      ...(schoolLocation === undefined ? {} : { schoolLocation }),
      ...(wanted.student === undefined || wanted.student.startsWith('stu_') ? {} : { schoolPupilNumber: wanted.student }),
    };
    const fields = 'id subject givenName familyName guardians { id subject givenName familyName }';
    if (wanted.student?.startsWith('stu_')) {
      const { student } = await ask<{ student: Row | null }>(`query Pupil($id: ID!) { student(id: $id) { ${fields} } }`, {
        id: wanted.student,
      });
      return student ? [student] : [];
    }
    const { students: page } = await ask<{ students: Page<Row> }>(
      `query Pupils($filter: StudentFilter) { students(filter: $filter, first: 50) { nodes { ${fields} } } }`,
      { filter },
    );
    return page.nodes;
  }

  async function contacts(wanted: Wanted): Promise<readonly Row[]> {
    const filter = {
      ...(wanted.employer === undefined ? {} : { employer: await employerId(wanted.employer) }),
      ...(wanted.group === undefined ? {} : { group: await groupId(wanted.group) }),
    };
    const { employerContacts } = await ask<{ employerContacts: Page<Row> }>(
      'query Contacts($filter: EmployerContactFilter) { employerContacts(filter: $filter, first: 50) { nodes { id subject givenName familyName } } }',
      { filter },
    );
    return employerContacts.nodes;
  }

  async function employerId(text: string): Promise<string> {
    if (text.startsWith('emp_')) return text;
    const { employers } = await ask<{ employers: Page<{ id: string }> }>(
      'query Employer($kvkNumber: String!) { employers(filter: { kvkNumber: $kvkNumber }, first: 1) { nodes { id } } }',
      { kvkNumber: text },
    );
    if (!employers.nodes[0]) throw new UserError(`There is no employer with the KVK number ${text}.`);
    return employers.nodes[0].id;
  }

  async function groupId(name: string): Promise<string> {
    const { companyGroups } = await ask<{ companyGroups: Page<{ id: string; name: string }> }>(
      '{ companyGroups(first: 100) { nodes { id name } } }',
    );
    const found = companyGroups.nodes.find((group) => group.name.toLowerCase() === name.toLowerCase());
    if (found) return found.id;
    throw new UserError(
      `There is no company group ${name}. Groups: ${companyGroups.nodes.map((group) => group.name).join(', ') || 'none'}.`,
    );
  }
}

function firstOf(rows: readonly Row[], what: string): FoundPerson {
  const found = rows.find((row) => row.subject !== null);
  if (!found?.subject) throw new UserError(rows.length === 0 ? `There is no ${what} that fits.` : `No ${what} that fits can sign in.`);
  return { subject: found.subject, who: [found.givenName, found.familyName].filter(Boolean).join(' ') || found.id };
}
