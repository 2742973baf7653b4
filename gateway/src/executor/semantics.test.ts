import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createLog } from '@servicepunt/shared/log';
import { readCostTable } from '../documents/cost-table.ts';
import { createDocumentStore } from '../documents/prepare.ts';
import { OPEN_DOCUMENT_LIMITS } from '../limits/limits.ts';
import { startPlanner, type Planner } from '../planning/planner.ts';
import type { RequestState } from '../request-state.ts';
import { SubgraphUnavailable, type SubgraphAnswer } from '../subgraph/client.ts';
import { composed } from '../test-support/subgraphs.ts';
import type { LoadedExecutor, Supergraph } from '../supergraph/supergraph.ts';
import { ownExecutor } from './own-executor.ts';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible"])\n';
const sdl = composed([
  {
    name: 'placements',
    url: 'http://p',
    sdl: `${link}
      type Query { placements: [Placement!] first: Placement }
      type Mutation { plan(name: String): Placement }
      type Placement @key(fields: "id") { id: ID! secret: String @inaccessible student: Student employer: Employer! }
      type Student @key(fields: "id", resolvable: false) { id: ID! }
      type Employer @key(fields: "id", resolvable: false) { id: ID! }`,
  },
  {
    name: 'students',
    url: 'http://s',
    sdl: `${link}
      type Mutation { rename(name: String): Student }
      type Student @key(fields: "id") { id: ID! name: String code: String! born(format: String): String }
      type Placement @key(fields: "id") { id: ID! secret: String @external label: String @requires(fields: "secret") }`,
  },
  { name: 'employers', url: 'http://e', sdl: `${link} type Employer @key(fields: "id") { id: ID! name: String! city: String }` },
]);

interface Sent {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown> & { representations?: { id: string }[] };
}
type Answers = Readonly<Record<string, (sent: Sent) => SubgraphAnswer | 'down'>>;

describe('the executor', () => {
  let planner: Planner;
  let loaded: LoadedExecutor;
  let answers: Answers = {};
  const sent: Sent[] = [];

  beforeAll(async () => {
    planner = startPlanner({ heapMb: 128, onDeath: () => undefined });
    loaded = await ownExecutor(
      (subgraph, body) => {
        const request = { subgraph, variables: {}, ...(JSON.parse(body) as { query: string }) } as Sent;
        sent.push(request);
        const answer = answers[subgraph]?.(request) ?? 'down';
        return answer === 'down' ? Promise.reject(new SubgraphUnavailable(subgraph, 'timeout')) : Promise.resolve(answer);
      },
      planner,
      () => Promise.reject(new Error('nothing here needs the stock executor')),
    )(sdl);
  });
  afterAll(() => planner.stop());

  async function run(source: string, given: Answers, variables: Record<string, unknown> = {}) {
    answers = given;
    sent.length = 0;
    const documents = createDocumentStore({
      schema: loaded.schema,
      costs: readCostTable(parse(sdl)),
      planned: new Map(),
      limits: OPEN_DOCUMENT_LIMITS,
      open: true,
    });
    const state = {
      requestId: 'test',
      viewer: null,
      deadline: 0,
      log: createLog({ service: 'test', level: 'silent' }),
      supergraph: {} as Supergraph,
      operation: documents.prepare(source, undefined),
      calls: [],
    } satisfies RequestState;
    const result = await loaded.executor({ request: { query: source, variables }, context: { state } } as never);
    return {
      data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
      errors: (result.errors ?? []).map(({ path, extensions, message }) => ({ path, code: extensions['code'] ?? message })),
    };
  }
  const placements = (...rows: object[]): SubgraphAnswer => ({ data: { placements: rows } });
  const row = (id: string, student: string | null, employer: string) => ({
    __typename: 'Placement',
    id,
    student: student === null ? null : { __typename: 'Student', id: student },
    employer: { __typename: 'Employer', id: employer },
  });
  const students = ({ variables }: Sent): SubgraphAnswer => ({
    data: { _entities: variables.representations?.map(({ id }) => ({ name: `N${id}`, code: `C${id}` })) ?? [] },
  });

  it('answers with what was asked for, in the order of the selection, whatever a subgraph sends and in which order', async () => {
    const first = (tree: object): SubgraphAnswer => ({ data: { placements: [row('1', null, 'x')], first: tree } });
    const text = async (tree: object, employer: object) =>
      JSON.stringify(
        (
          await run('{ placements { employer { name city } } first { label: id } }', {
            placements: () => first(tree),
            employers: () => ({ data: { _entities: [employer] } }),
          })
        ).data,
      );
    const expected = '{"placements":[{"employer":{"name":"N","city":null}}],"first":{"label":"9"}}';
    expect(await text({ label: '9' }, { name: 'N', city: null })).toBe(expected);
    expect(await text({ label: '9', secret: 's' }, { city: null, name: 'N' })).toBe(expected);
    expect(await text({ __typename: 'Placement', label: '9' }, { more: { name: 'x' }, city: null, name: 'N' })).toBe(expected);
  });

  it('makes a parent null when an entity of another subgraph lacks what may not be null, and says where', async () => {
    const { data, errors } = await run('{ placements { id student { name code } } }', {
      placements: () => placements(row('1', 'a', 'x'), row('2', 'b', 'x')),
      students: () => ({
        data: {
          _entities: [
            { name: 'A', code: null },
            { name: 'B', code: 'C' },
          ],
        },
      }),
    });
    expect(data).toEqual({
      placements: [
        { id: '1', student: null },
        { id: '2', student: { name: 'B', code: 'C' } },
      ],
    });
    expect(errors.map(({ path }) => path)).toEqual([['placements', 0, 'student', 'code']]);
  });

  it('carries a null up through lists to the first parent that may be null', async () => {
    const { data, errors } = await run('{ placements { employer { name } } first { id } }', {
      placements: () => ({ data: { placements: [row('1', null, 'x')], first: { id: '9' } } }),
      employers: () => ({
        data: { _entities: [{ name: null }] },
        errors: [{ message: 'no', path: ['_entities', 0, 'name'], extensions: { code: 'FORBIDDEN' } }],
      }),
    });
    expect(data).toEqual({ placements: null, first: { id: '9' } });
    expect(errors).toEqual([{ path: ['placements', 0, 'employer', 'name'], code: 'FORBIDDEN' }]);
  });

  it('asks for an entity once and tells its error at each of its places, those without one left out', async () => {
    const { data, errors } = await run('{ placements { student { name } } }', {
      placements: () => placements(row('1', null, 'x'), row('2', 'a', 'x'), row('3', 'b', 'x'), row('4', 'a', 'x')),
      students: () => ({
        data: { _entities: [{ name: null }, { name: 'B' }] },
        errors: [{ message: 'no', path: ['_entities', 0, 'name'], extensions: { code: 'FORBIDDEN' } }],
      }),
    });
    expect(sent[1]?.variables.representations).toEqual([
      { __typename: 'Student', id: 'a' },
      { __typename: 'Student', id: 'b' },
    ]);
    expect(data).toEqual({
      placements: [{ student: null }, { student: { name: null } }, { student: { name: 'B' } }, { student: { name: null } }],
    });
    expect(errors).toEqual([1, 3].map((index) => ({ path: ['placements', index, 'student', 'name'], code: 'FORBIDDEN' })));
  });

  it('sends what @requires names, and shows nothing of it', async () => {
    const { data } = await run('{ first { label } }', {
      placements: () => ({ data: { first: { __typename: 'Placement', id: '1', secret: 's3' } } }),
      students: ({ variables }) => ({ data: { _entities: [{ label: JSON.stringify(variables.representations) }] } }),
    });
    expect(data).toEqual({ first: { label: '[{"__typename":"Placement","id":"1","secret":"s3"}]' } });
  });

  it('names only what the client asked for while a subgraph is down', async () => {
    const { data, errors } = await run('{ placements { id student { title: name } } }', {
      placements: () => placements(row('1', 'a', 'x')),
    });
    expect(data).toEqual({ placements: [{ id: '1', student: { title: null } }] });
    expect(errors).toEqual([{ path: ['placements', 0, 'student', 'title'], code: 'SUBGRAPH_UNAVAILABLE' }]);
  });

  it('runs the root fields of a mutation one after the other, and stops for none', async () => {
    const { data } = await run('mutation { a: plan(name: "1") { id } b: rename(name: "2") { name } c: plan(name: "3") { id } }', {
      placements: ({ query }) => ({ data: { [query.includes('"1"') ? 'a' : 'c']: { id: 'p' } } }),
      students: () => ({ data: { b: null }, errors: [{ message: 'no', path: ['b'], extensions: { code: 'FORBIDDEN' } }] }),
    });
    expect(sent.map(({ subgraph }) => subgraph)).toEqual(['placements', 'students', 'placements']);
    expect(data).toEqual({ a: { id: 'p' }, b: null, c: { id: 'p' } });
  });

  it('gives each fetch the variables that it uses and no others', async () => {
    await run(
      'query ($format: String, $other: Boolean!) { placements { student { born(format: $format) } id @skip(if: $other) } }',
      { placements: () => placements(row('1', 'a', 'x')), students: () => ({ data: { _entities: [{ born: '2010' }] } }) },
      { format: 'iso', other: true },
    );
    expect(sent[0]?.variables).toEqual({ other: true });
    expect(sent[1]?.variables).toEqual({ format: 'iso', representations: [{ __typename: 'Student', id: 'a' }] });
  });

  it('leaves out what @skip and @include leave out, and fetches nothing for it', async () => {
    const query = 'query ($with: Boolean!) { placements { id student @include(if: $with) { name } } }';
    expect((await run(query, { placements: () => placements({ __typename: 'Placement', id: '1' }) }, { with: false })).data).toEqual({
      placements: [{ id: '1' }],
    });
    expect(sent).toHaveLength(1);
    expect((await run(query, { placements: () => placements(row('1', 'a', 'x')), students }, { with: true })).data).toEqual({
      placements: [{ id: '1', student: { name: 'Na' } }],
    });
  });

  it('keeps the client’s order of fields, merges selections of one key, and answers __typename itself', async () => {
    const { data } = await run(
      '{ __typename placements { student { code } __typename ...F student { name } } } fragment F on Placement { id }',
      {
        placements: () => placements(row('1', 'a', 'x')),
        students,
      },
    );
    expect(JSON.stringify(data)).toBe(
      '{"__typename":"Query","placements":[{"student":{"code":"Ca","name":"Na"},"__typename":"Placement","id":"1"}]}',
    );
  });

  it('takes a member that every object inherits for absent', async () => {
    const { data } = await run('{ first { constructor: id student { valueOf: name } } placements { toString: id } }', {
      placements: () => ({
        data: {
          first: { __typename: 'Placement', constructor: '1', student: { __typename: 'Student', id: 'a' } },
          placements: [{ __typename: 'Placement' }],
        },
      }),
      students: () => ({ data: { _entities: [{}] } }),
    });
    expect(JSON.stringify(data)).toBe('{"first":{"constructor":"1","student":{"valueOf":null}},"placements":null}');
  });

  it('refuses variables that do not fit, before anything is sent', async () => {
    const { errors } = await run('query ($with: Boolean!) { placements { id @skip(if: $with) } }', {}, { with: 'yes' });
    expect(errors).toHaveLength(1);
    expect(sent).toHaveLength(0);
  });
});
