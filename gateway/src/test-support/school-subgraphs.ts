import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { startFakeSubgraph, type FakeSubgraph } from './subgraphs.ts';

/** People, keys and links that the two fakes know. */
export interface Known {
  students?: Record<string, Viewer>;
  employers?: Record<string, Viewer>;
  keys?: Record<string, Viewer>;
  links?: Record<string, Viewer>;
}

/**
 * Three subgraphs of the house's shape in small: pupils, employers, and placements that refer to both.
 * `Student.name` is nullable, `Student.code` is not.
 */
export async function startSchoolSubgraphs(known: Known = {}): Promise<{
  students: FakeSubgraph;
  employers: FakeSubgraph;
  placements: FakeSubgraph;
  all: FakeSubgraph[];
  stop(): Promise<void>;
}> {
  const students = await startFakeSubgraph({
    name: 'students',
    sdl: `
      type Query { student(id: ID!): Student  students(first: Int, after: String): StudentConnection @listSize(slicingArguments: ["first"], sizedFields: ["nodes"], requireOneSlicingArgument: false) }
      type Mutation { renameStudent(id: ID!, name: String!): Student }
      type Student @key(fields: "id") { id: ID! name: String code: String! born(format: String): String }
      type StudentConnection { nodes: [Student!]! total: Int }
    `,
    resolvers: {
      Query: {
        student: (_: unknown, { id }: { id: string }) => student(id),
        students: (_: unknown, { first }: { first?: number }) => ({
          nodes: Array.from({ length: first ?? 20 }, (_unused, index) => student(`stu_${index}`)),
          total: 20,
        }),
      },
      Mutation: { renameStudent: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...student(id), name }) },
      Student: {
        __resolveReference: ({ id }: { id: string }) => student(id),
        born: ({ id }: { id: string }) => {
          if (id === 'stu_broken') throw Object.assign(new Error('MongoServerError at db.internal:27017'), { code: 11_000 });
          return '2010-01-01';
        },
      },
    },
    calls: { 'students.viewerBySubject': ({ subject }) => ({ viewer: known.students?.[subject as string] ?? null }) },
  });
  const employers = await startFakeSubgraph({
    name: 'employers',
    sdl: `
      type Query { employer(id: ID!): Employer }
      type Employer @key(fields: "id") { id: ID! name: String city: String }
    `,
    resolvers: {
      Query: { employer: (_: unknown, { id }: { id: string }) => employer(id) },
      Employer: { __resolveReference: ({ id }: { id: string }) => employer(id) },
    },
    calls: {
      'employers.viewerBySubject': ({ subject }) => ({ viewer: known.employers?.[subject as string] ?? null }),
      'employers.viewerByApiKey': ({ key }) => ({ viewer: known.keys?.[key as string] ?? null }),
    },
  });
  const placements = await startFakeSubgraph({
    name: 'placements',
    sdl: `
      type Query { placements(first: Int = 4): [Placement!] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false) }
      type Placement @key(fields: "id") { id: ID! student: Student employer: Employer weeks: Int }
      type Student @key(fields: "id", resolvable: false) { id: ID! }
      type Employer @key(fields: "id", resolvable: false) { id: ID! }
    `,
    resolvers: {
      Query: {
        placements: (_: unknown, { first }: { first: number }) =>
          Array.from({ length: first }, (_unused, index) => ({
            id: `plc_${index}`,
            weeks: index,
            student: { id: `stu_${index}` },
            employer: { id: `emp_${index % 2}` },
          })),
      },
    },
    calls: { 'placements.viewerByLink': ({ token }) => ({ viewer: known.links?.[token as string] ?? null }) },
  });
  const all = [students, employers, placements];
  return { students, employers, placements, all, stop: async () => void (await Promise.all(all.map((subgraph) => subgraph.stop()))) };
}

const student = (id: string) => ({ id, name: `Pupil ${id}`, code: `code-${id}` });
const employer = (id: string) => ({ id, name: `Company ${id}`, city: 'Eindhoven' });
