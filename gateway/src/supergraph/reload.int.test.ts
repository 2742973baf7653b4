import { renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startSchoolSubgraphs } from '../test-support/school-subgraphs.ts';
import { composed } from '../test-support/subgraphs.ts';

const QUERY = 'query Page { placements(first: 2) { id student { name } } }';

describe.each(['own', 'apollo'] as const)('another supergraph in the file (executor %s)', (executor) => {
  let subgraphs: Awaited<ReturnType<typeof startSchoolSubgraphs>>;
  let gateway: TestGateway;
  beforeAll(async () => {
    subgraphs = await startSchoolSubgraphs();
    gateway = await startTestGateway({ subgraphs: subgraphs.all, config: { EXECUTOR: executor, NODE_ENV: 'development' } });
  });
  afterAll(async () => {
    await gateway.stop();
    await subgraphs.stop();
  });
  const put = (sdl: string) => {
    writeFileSync(`${gateway.supergraphFile}.new`, sdl);
    renameSync(`${gateway.supergraphFile}.new`, gateway.supergraphFile);
  };
  const withField = (name: string) =>
    composed(subgraphs.all).replace(/( +code: String!.*)/, `$1\n  ${name}: String @join__field(graph: STUDENTS)`);
  const hasField = async (name: string) => {
    const { body } = await gateway.ask(`{ __type(name: "Student") { fields { name } } }`);
    return (body.data.__type.fields as { name: string }[]).some((field) => field.name === name);
  };

  it('is taken without a failed request, while requests keep coming', async () => {
    const answers = new Set<string>();
    const load = { on: true, count: 0 };
    const client = async () => {
      while (load.on) {
        const { status, text } = await gateway.ask(QUERY);
        answers.add(`${status} ${text}`);
        load.count += 1;
      }
    };
    expect(await hasField('nickname')).toBe(false);
    const clients = [client(), client()];
    try {
      put(withField('nickname'));
      await until(() => hasField('nickname'), 'the new field');
    } finally {
      load.on = false;
      await Promise.all(clients);
    }
    expect(load.count).toBeGreaterThan(0);
    expect([...answers]).toEqual([expect.stringMatching(/^200 /)]);
  });

  it.each([
    ['no SDL', 'type Query {'],
    ['no supergraph', 'type Query { a: Int }'],
    ['one that needs what this gateway can not do', 'authenticated'],
  ])('that is %s is refused, and the old one stays', async (_what, text) => {
    const good = withField(`again${Math.random().toString(36).slice(2)}`);
    put(
      text === 'authenticated'
        ? good.replace('schema', 'schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)')
        : text,
    );
    expect((await gateway.ask(QUERY)).status).toBe(200);
    expect((await gateway.raw({ method: 'GET', path: '/readyz' })).status).toBe(200);
    put(good);
    const [, name = ''] = /(again\w+): String/.exec(good) ?? [];
    await until(() => hasField(name), 'a good one to be taken after all');
  });
});
