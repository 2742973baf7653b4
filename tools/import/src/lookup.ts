import { GatewayUnavailable, repeated, type Gateway } from './gateway.ts';

/** Finds the ids of records by the numbers that a file knows them by. What was found is remembered. */
export interface Lookup {
  studentId(locationCode: string, schoolPupilNumber: string): Promise<string | null>;
  staffMemberId(staffNumber: string): Promise<string | null>;
  /** A company and one of its sites; the site is null where no establishment number was given. */
  site(kvkNumber: string, establishmentNumber: string | null): Promise<{ employerId: string; siteId: string | null } | null>;
  offerId(offerNumber: string): Promise<string | null>;
  workplaceSupervisorId(kvkNumber: string, personNumber: string): Promise<string | null>;
  /** Numbers of all pupils who are at a location now. */
  pupilNumbers(locationCode: string): AsyncGenerator<string>;
}

export const LOOKUP_DOCUMENTS = {
  location: 'query FindLocation($code: String!) { schoolLocations(filter: { locationCode: $code }, first: 1) { nodes { id } } }',
  students: `query FindStudents($location: ID!, $numbers: [String!]!) {
  students(filter: { schoolLocation: $location, schoolPupilNumbers: $numbers }, first: 100) { nodes { id schoolPupilNumber } }
}`,
  staffMember: 'query FindStaffMember($number: String!) { staffMembers(filter: { staffNumber: $number }, first: 1) { nodes { id } } }',
  employer:
    'query FindEmployer($kvk: String!) { employers(filter: { kvkNumber: $kvk }, first: 1) { nodes { id sites { id establishmentNumber } } } }',
  workplaceSupervisor: `query FindWorkplaceSupervisor($employer: ID!, $number: String!) {
  workplaceSupervisors(filter: { employer: $employer, personNumber: $number }, first: 1) { nodes { id } }
}`,
  offer: 'query FindOffer($number: String!) { placementOffers(filter: { offerNumber: $number }, first: 1) { nodes { id } } }',
  pupils: `query PupilNumbers($location: ID!, $after: String) {
  students(filter: { schoolLocation: $location, active: true }, first: 100, after: $after) {
    nodes { schoolPupilNumber } pageInfo { hasNextPage endCursor }
  }
}`,
} as const;

interface EmployerNode {
  id: string;
  sites: { id: string; establishmentNumber: string | null }[];
}
interface StudentNode {
  id: string;
  schoolPupilNumber: string | null;
}
interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Questions under way at once: enough to hide the way to the gateway, few enough not to be a burden. */
const AT_ONCE = 8;

export function createLookup(gateway: Gateway): Lookup {
  const limited = createLimit(AT_ONCE);
  const known = new Map<string, Promise<unknown>>();

  async function page<Node>(
    document: keyof typeof LOOKUP_DOCUMENTS,
    field: string,
    variables: Record<string, unknown>,
  ): Promise<Page<Node>> {
    const data = await limited(() => repeated(() => gateway.run(LOOKUP_DOCUMENTS[document], variables)));
    const found = data[field] as Page<Node> | null | undefined;
    if (!found) throw new GatewayUnavailable('The service behind the gateway does not answer.');
    return found;
  }
  /** The first row, asked for once; what failed is forgotten so that it can be asked again. */
  function first<Node>(document: keyof typeof LOOKUP_DOCUMENTS, field: string, variables: Record<string, string>): Promise<Node | null> {
    const key = JSON.stringify([document, variables]);
    const asked = known.get(key) as Promise<Node | null> | undefined;
    if (asked) return asked;
    const asking = page<Node>(document, field, variables).then(({ nodes }) => nodes[0] ?? null);
    known.set(key, asking);
    asking.catch(() => known.delete(key));
    return asking;
  }
  const idOf = async (found: Promise<{ id: string } | null>) => (await found)?.id ?? null;
  const locationId = (code: string) => idOf(first('location', 'schoolLocations', { code }));
  const employer = (kvk: string) => first<EmployerNode>('employer', 'employers', { kvk });

  const pupilsAt = new Map<string, (number: string) => Promise<string | null>>();
  function pupilFinder(location: string): (number: string) => Promise<string | null> {
    const find =
      pupilsAt.get(location) ??
      createBatches(async (numbers) => {
        const { nodes } = await page<StudentNode>('students', 'students', { location, numbers });
        return new Map(nodes.map((node) => [node.schoolPupilNumber ?? '', node.id]));
      });
    pupilsAt.set(location, find);
    return find;
  }

  return {
    async studentId(locationCode, schoolPupilNumber) {
      const location = await locationId(locationCode);
      return location === null ? null : pupilFinder(location)(schoolPupilNumber);
    },
    staffMemberId: (staffNumber) => idOf(first('staffMember', 'staffMembers', { number: staffNumber })),
    async site(kvkNumber, establishmentNumber) {
      const found = await employer(kvkNumber);
      if (!found) return null;
      if (establishmentNumber === null) return { employerId: found.id, siteId: null };
      const site = found.sites.find((candidate) => candidate.establishmentNumber === establishmentNumber);
      return site ? { employerId: found.id, siteId: site.id } : null;
    },
    offerId: (offerNumber) => idOf(first('offer', 'placementOffers', { number: offerNumber })),
    async workplaceSupervisorId(kvkNumber, personNumber) {
      const found = await employer(kvkNumber);
      return found && idOf(first('workplaceSupervisor', 'workplaceSupervisors', { employer: found.id, number: personNumber }));
    },
    async *pupilNumbers(locationCode) {
      const location = await locationId(locationCode);
      if (location === null) return;
      for (let after: string | null = null, more = true; more;) {
        const { nodes, pageInfo }: Page<StudentNode> = await page('pupils', 'students', { location, after });
        for (const node of nodes) if (node.schoolPupilNumber !== null) yield node.schoolPupilNumber;
        after = pageInfo.endCursor;
        more = pageInfo.hasNextPage;
      }
    },
  };
}

/** The largest page of the gateway. */
const KEYS_AT_ONCE = 100;

/** Collects the keys that are asked for in one turn of the event loop and finds them together. */
function createBatches(load: (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>): (key: string) => Promise<string | null> {
  let waiting: string[] = [];
  let answer: Promise<ReadonlyMap<string, string>> | undefined;
  return async (key) => {
    if (!answer || waiting.length >= KEYS_AT_ONCE) {
      const keys: string[] = [];
      waiting = keys;
      answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        if (waiting === keys) answer = undefined;
        return load(keys);
      });
    }
    waiting.push(key);
    return (await answer).get(key) ?? null;
  };
}

function createLimit(width: number) {
  let under = 0;
  const waiting: (() => void)[] = [];
  return async <T>(job: () => Promise<T>): Promise<T> => {
    // A place that becomes free goes to the one who waits longest, before anybody new.
    if (under >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else under += 1;
    try {
      return await job();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else under -= 1;
    }
  };
}
