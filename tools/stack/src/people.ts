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
interface StaffMember extends Row {
  readonly grants?: readonly { readonly role: Role; readonly schoolLocation: { readonly id: string } | null }[] | null;
}
interface Pupil extends Row {
  readonly guardians: readonly { readonly viewOpen: boolean | null; readonly guardian: Row | null }[] | null;
}
interface Company {
  readonly id: string;
  readonly group: { readonly id: string } | null;
}
interface Page<Node> {
  readonly nodes: readonly Node[];
}

const PERSON = 'id subject givenName familyName';
const PUPIL = `${PERSON} guardians { viewOpen guardian { ${PERSON} } }`;
/** What is asked of the gateway. */
export const DOCUMENTS = {
  locations: 'query Locations { schoolLocations(first: 100) { nodes { id locationCode name } } }',
  staff: `query Staff($filter: StaffMemberFilter) { staffMembers(filter: $filter, first: 20) { nodes { ${PERSON} grants { role schoolLocation { id } } } } }`,
  pupil: `query Pupil($id: ID!) { student(id: $id) { ${PUPIL} } }`,
  pupils: `query Pupils($filter: StudentFilter) { students(filter: $filter, first: 20) { nodes { ${PUPIL} } } }`,
  placed: `query Placed($filter: PlacementFilter) { placements(filter: $filter, first: 20) { nodes { student { ${PUPIL} } } } }`,
  contacts: `query Contacts($filter: EmployerContactFilter) { employerContacts(filter: $filter, first: 20) { nodes { ${PERSON} } } }`,
  employer: 'query Employer($id: ID!) { employer(id: $id) { id group { id } } }',
  employers:
    'query Employers($kvkNumber: String!) { employers(filter: { kvkNumber: $kvkNumber }, first: 1) { nodes { id group { id } } } }',
  groups: 'query Groups { companyGroups(first: 100) { nodes { id name } } }',
};

/** `ask` speaks for the Servicepunt, which may see who signs in as whom. */
export function createPeople(ask: RunQuery): { find(wanted: Wanted & { role: SignInRole }): Promise<FoundPerson> } {
  const rows = async <Node>(field: string, document: string, variables?: Record<string, unknown>): Promise<readonly Node[]> =>
    (await ask<Record<string, Page<Node>>>(document, variables))[field]?.nodes ?? [];

  async function locationId(code: string): Promise<string> {
    const wanted = code.replaceAll(' ', '').toUpperCase();
    const locations = await rows<{ id: string; locationCode: string; name: string }>('schoolLocations', DOCUMENTS.locations);
    const found = locations.find((location) => location.locationCode === wanted);
    if (found) return found.id;
    throw unknown(
      `school location ${code}`,
      'Locations',
      locations.map((location) => `${location.locationCode} (${location.name})`),
    );
  }

  async function employerOf(text: string): Promise<Company> {
    const [found] = text.startsWith('emp_')
      ? [(await ask<{ employer: Company | null }>(DOCUMENTS.employer, { id: text })).employer]
      : await rows<Company>('employers', DOCUMENTS.employers, { kvkNumber: text });
    if (found) return found;
    throw new UserError(`There is no employer with the KVK number or id ${text}.`);
  }

  async function groupId(name: string): Promise<string> {
    const groups = await rows<{ id: string; name: string }>('companyGroups', DOCUMENTS.groups);
    const found = groups.filter((group) => group.name.toLowerCase().startsWith(name.toLowerCase()));
    if (found.length === 1 && found[0]) return found[0].id;
    throw unknown(
      `company group ${name}`,
      'Groups',
      groups.map((group) => group.name),
    );
  }

  async function pupils({ school, student }: Wanted): Promise<readonly Pupil[]> {
    if (student?.startsWith('stu_')) {
      const answer = await ask<{ student: Pupil | null }>(DOCUMENTS.pupil, { id: student });
      return answer.student ? [answer.student] : [];
    }
    const place = school === undefined ? {} : { schoolLocation: await locationId(school) };
    if (student !== undefined) return rows('students', DOCUMENTS.pupils, { filter: { ...place, schoolPupilNumber: student } });
    // Who has an internship has something to see.
    const placed = await rows<{ student: Pupil | null }>('placements', DOCUMENTS.placed, { filter: place });
    return [
      ...placed.flatMap((placement) => placement.student ?? []),
      ...(await rows<Pupil>('students', DOCUMENTS.pupils, { filter: place })),
    ];
  }

  /** The guardian of an adult mostly sees nothing any more. */
  async function guardians(wanted: Wanted): Promise<readonly Row[]> {
    return (await pupils(wanted))
      .flatMap((pupil) => pupil.guardians ?? [])
      .flatMap(({ viewOpen, guardian }) => (viewOpen && guardian) || []);
  }

  /** The contacts of a group speak for all of its companies, so they are the ones to be where the place doesn't matter. */
  async function contacts({ employer, group }: Wanted): Promise<readonly Row[]> {
    const contactsBy = (filter: object) => rows<Row>('employerContacts', DOCUMENTS.contacts, { filter });
    if (group !== undefined) return contactsBy({ group: await groupId(group) });
    if (employer !== undefined) {
      const company = await employerOf(employer);
      const own = await contactsBy({ employer: company.id });
      return own.length > 0 || !company.group ? own : contactsBy({ group: company.group.id });
    }
    const [first] = await rows<{ id: string }>('companyGroups', DOCUMENTS.groups);
    const ofGroup = first ? await contactsBy({ group: first.id }) : [];
    return ofGroup.length > 0 ? ofGroup : contactsBy({});
  }

  async function staff({ role, school }: Wanted): Promise<readonly Row[]> {
    const filter = { role, ...(school && { schoolLocation: await locationId(school) }) };
    const found = await rows<StaffMember>('staffMembers', DOCUMENTS.staff, { filter });
    // Whoever asks for a director means one of a school; the board has the role without a location and sees no pupil.
    const ofSchool = ({ grants }: StaffMember) => grants?.some((grant) => grant.role === role && grant.schoolLocation !== null) ?? false;
    return role === 'DIRECTOR' ? found.toSorted((left, right) => Number(ofSchool(right)) - Number(ofSchool(left))) : found;
  }

  return {
    async find(wanted) {
      if (wanted.role === 'STUDENT') return firstOf(await pupils(wanted), 'pupil');
      if (wanted.role === 'GUARDIAN') return firstOf(await guardians(wanted), 'guardian');
      if (wanted.role === 'EMPLOYER_CONTACT') return firstOf(await contacts(wanted), 'employer contact');
      return firstOf(await staff(wanted), `staff member with the role ${wanted.role}`);
    },
  };
}

function unknown(what: string, plural: string, known: readonly string[]): UserError {
  return new UserError(`There is no ${what}. ${plural}: ${known.length === 0 ? 'none yet' : known.join(', ')}.`);
}

function firstOf(people: readonly Row[], what: string): FoundPerson {
  const found = people.find((person) => person.subject !== null);
  if (!found?.subject) throw new UserError(people.length === 0 ? `There is no ${what} that fits.` : `No ${what} that fits can sign in.`);
  return { subject: found.subject, who: [found.givenName, found.familyName].filter(Boolean).join(' ') || found.id };
}
