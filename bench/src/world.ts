/** The world that every contender serves: four subgraphs of the house's shape, in memory, the same answers every time. */
const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

export const SDL: Readonly<Record<string, string>> = {
  students: `${link}
    type Query { student(id: ID!): Student }
    type Student @key(fields: "id") { id: ID! givenName: String familyName: String group: String }`,
  employers: `${link}
    type Query { employer(id: ID!): Employer }
    type Employer @key(fields: "id") { id: ID! name: String city: String }`,
  placements: `${link}
    type Query { placements(first: Int): [Placement!] }
    type Placement @key(fields: "id") { id: ID! kind: String startsOn: String endsOn: String student: Student employer: Employer }
    type Student @key(fields: "id") { id: ID! placements: [Placement!] }
    type Employer @key(fields: "id", resolvable: false) { id: ID! }`,
  notifications: `${link}
    type Query { reminder(id: ID!): Reminder }
    type Reminder @key(fields: "id") { id: ID! dueAt: String status: String }
    type Placement @key(fields: "id") { id: ID! reminders: [Reminder!] }`,
};

export const OPERATIONS: Readonly<Record<'field' | 'page' | 'deep', string>> = {
  field: 'query Field { student(id: "stu_1") { givenName } }',
  page: `query Page { placements(first: 20) { id kind startsOn endsOn
    student { id givenName familyName group } employer { id name city } reminders { id dueAt status } } }`,
  deep: `query Deep { placements(first: 50) { id kind
    student { id givenName familyName placements { id kind employer { name city } reminders { id status } } }
    employer { id name city } } }`,
};

const placement = (index: number) => ({
  __typename: 'Placement',
  id: `plc_${index}`,
  kind: 'VOCATIONAL',
  startsOn: '2026-09-01',
  endsOn: '2027-01-31',
  student: { __typename: 'Student', id: `stu_${index % 20}` },
  employer: { __typename: 'Employer', id: `emp_${index % 12}` },
});
const numberOf = (id: string) => Number(id.slice(4));
const student = (id: string) => ({ __typename: 'Student', id, givenName: `Anna ${id}`, familyName: `de Vries ${id}`, group: '4B' });
const employer = (id: string) => ({ __typename: 'Employer', id, name: `Bedrijf ${id}`, city: 'Eindhoven' });

export const RESOLVERS: Readonly<Record<string, object>> = {
  students: {
    Query: { student: (_: unknown, { id }: { id: string }) => student(id) },
    Student: { __resolveReference: ({ id }: { id: string }) => student(id) },
  },
  employers: {
    Query: { employer: (_: unknown, { id }: { id: string }) => employer(id) },
    Employer: { __resolveReference: ({ id }: { id: string }) => employer(id) },
  },
  placements: {
    Query: {
      placements: (_: unknown, { first }: { first: number }) => Array.from({ length: first }, (_unused, index) => placement(index)),
    },
    Placement: { __resolveReference: ({ id }: { id: string }) => placement(numberOf(id)) },
    Student: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      placements: ({ id }: { id: string }) => [0, 20, 40, 60].map((offset) => placement(numberOf(id) + offset)),
    },
  },
  notifications: {
    Placement: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      reminders: ({ id }: { id: string }) =>
        [1, 2].map((part) => ({ __typename: 'Reminder', id: `rem_${id}_${part}`, dueAt: '2026-12-01T09:00:00.000Z', status: 'SCHEDULED' })),
    },
  },
};
