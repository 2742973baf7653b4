import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { BUDGETS, PLANNER_DEATH_COST } from '../limits/limits.ts';
import { person, startTestGateway, type TestGateway } from '../test-support/gateway.ts';
import { startTestIssuer, type TestIssuer } from '../test-support/issuer.ts';
import { startFakeSubgraph, type FakeSubgraph } from '../test-support/subgraphs.ts';
import { PLANNER_TRAP, TRAP_WORLD } from '../test-support/worlds.ts';

/** The subgraphs of a world under the names of the house, which the gateway has addresses for. */
const startSubgraphs = (): Promise<FakeSubgraph[]> =>
  Promise.all(
    Object.values(TRAP_WORLD).map((sdl, index) =>
      startFakeSubgraph({
        name: ['students', 'employers', 'placements'][index] ?? '',
        sdl,
        resolvers: { Query: { medias: () => [] }, Media: { __resolveType: () => 'Book' } },
        calls: {
          'students.viewerBySubject': ({ subject }) => ({ viewer: person(String(subject)) }),
          'employers.viewerBySubject': () => ({ viewer: null }),
        },
      }),
    ),
  );

describe('an operation that takes all of the planner’s memory', () => {
  let subgraphs: FakeSubgraph[];
  let issuer: TestIssuer;
  let gateway: TestGateway;
  beforeAll(async () => {
    issuer = await startTestIssuer();
    subgraphs = await startSubgraphs();
    gateway = await startTestGateway({
      subgraphs,
      issuer: issuer.url,
      config: { PLANNER_HEAP_MB: 64, RATE_LIMIT_FACTOR: PLANNER_DEATH_COST / BUDGETS.PERSON },
    });
  });
  afterAll(async () => {
    await gateway.stop();
    await issuer.stop();
    await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  });
  const ask = async (who: string, query: string) => gateway.ask(query, { headers: { authorization: `Bearer ${await issuer.token(who)}` } });

  it('is refused and paid for; others are answered meanwhile, and new operations afterwards', async () => {
    expect((await ask('bert', '{ medias { id } }')).body).toEqual({ data: { medias: [] } });
    const state = { over: false };
    const trapped = ask('anna', PLANNER_TRAP).finally(() => (state.over = true));
    const statuses: number[] = [];
    while (!state.over) statuses.push((await ask('bert', '{ medias { id } }')).status);
    const { status, body, text } = await trapped;
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_TOO_COMPLEX']);
    expect(text).not.toMatch(/SIG|heap|memory|process/);
    expect([statuses.length > 0, ...new Set(statuses)]).toEqual([true, 200]);
    expect((await ask('bert', '{ medias { id title } }')).status).toBe(200);

    // Asked again it harms nobody and costs next to nothing; the first time took all that a person may use in a minute here.
    expect((await ask('bert', PLANNER_TRAP)).body.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_COMPLEX');
    expect((await ask('anna', '{ medias { id } }')).status).toBe(429);
    const metrics = await (await request(`${gateway.opsUrl}/metrics`)).body.text();
    expect(metrics).toMatch(/servicepunt_gateway_plans_total\{result="refused"\} 2/);
  });
});
