import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { startStack, type RunningStack } from '../support/stack.ts';
import { absentLike } from './absent.ts';
import { NEVER_SHOWN, NO_CANARY, NO_OBJECT } from './exceptions.ts';
import { startGateway, type OwnGateway } from './gateway.ts';
import { createJudge, type Findings, type Judge } from './judge.ts';
import { tryMutations, type Tried } from './mutating.ts';
import { askableFields, shownFields, strayCanaries, tableOf } from './review.ts';
import { ROW_NAMES, ROWS } from './rows.ts';
import { SITUATIONS, type SituationCode } from './situations.ts';
import { readSupergraph } from './supergraph.ts';
import { differences, printTable, readTable, type Table } from './table.ts';
import { literalsOf } from './world/literals.ts';
import { viewerOf } from './world/viewers.ts';
import { makeWorld, type World } from './world/world.ts';

const EXPECTED = join(__dirname, 'expected.md');
const TURNED_AWAY: readonly SituationCode[] = ['no', 'lx', 'r0'];
/** At once: as many as two cores answer. */
const LANES = 3;

/** What only comes to be by trying: a message is read, a key revoked. */
const isMadeByMutation = (key: string): boolean => key.replace(/^(\w+)[^\t]*\t/, '$1.') in NEVER_SHOWN;

describe('who sees what', () => {
  const supergraph = readSupergraph();
  const findings = new Map<SituationCode, Findings>();
  let stack: RunningStack;
  let gateway: OwnGateway;
  let world: World;
  let judge: Judge;
  let found: Table;
  let tried: Tried;
  let unlike: string[];

  beforeAll(async () => {
    stack = await startStack({ SAMPLE_DATA: 'none' });
    [world, gateway] = await Promise.all([makeWorld(stack), startGateway(stack)]);
    judge = createJudge(gateway.send, world, supergraph, literalsOf(world));
    const left = [...SITUATIONS];
    const lane = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const authorization = world.credentials[next.code];
        findings.set(next.code, await judge.judge(next, authorization, await viewerOf(world.client, authorization)));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    found = tableOf(findings, world.bundles);
    unlike = await absentLike(judge, world, gateway.send, TURNED_AWAY);
    tried = await tryMutations(supergraph, gateway.send, world);
  }, 300_000);
  afterAll(async () => {
    await gateway?.stop();
    await world?.store.close();
    await stack?.stop();
  }, 30_000);

  it('is asked on every path: nothing is refused as a document, nothing is out of reach', () => {
    expect([...findings].flatMap(([code, { untaken }]) => untaken.map((what) => `${code}: ${what}`))).toEqual([]);
    expect(judge.unreachable).toEqual([]);
    expect(ROW_NAMES.filter((row) => !Object.values(world.bundles).some(({ ids }) => ids.has(row)))).toEqual([]);
    const entities = supergraph.types.filter(({ kind }) => kind === 'entity').map(({ name }) => name);
    expect(entities.filter((name) => !Object.values<string>(ROWS).includes(name))).toEqual([]);
  });

  it('agrees with the reviewed table', () => {
    if (process.env['MATRIX_WRITE']) writeFileSync(EXPECTED, printTable(found));
    expect(differences(readTable(readFileSync(EXPECTED, 'utf8')), found)).toEqual([]);
  });

  it('shows every field to somebody, so that an absent record can not pass for a denial', () => {
    const shown = shownFields(found);
    const never = askableFields(supergraph).filter(({ field }) => !shown.has(field));
    expect(never.map(({ field }) => field).toSorted()).toEqual(Object.keys(NEVER_SHOWN).toSorted());
  });

  it('has a canary in every text', () => {
    const held = new Set([...findings.values()].flatMap(({ places }) => [...places.values()].flatMap((keys) => [...keys])));
    const texts = askableFields(supergraph).filter(({ type }) => ['String', 'FreeText', 'EmailAddress', 'PhoneNumber'].includes(type));
    const without = texts.filter(({ field }) => ![...held].some((key) => key.replace(/^(\w+)[^\t]*\t/, '$1.') === field));
    expect(without.map(({ field }) => field).toSorted()).toEqual(Object.keys(NO_CANARY).toSorted());
  });

  it('gives nobody a text of a field that is not his to see, in data, errors or extensions', () => {
    expect(strayCanaries(findings, world, found)).toEqual([]);
  });

  it('counts in totals the rows that are shown, and no others', () => {
    expect([...findings].flatMap(([code, { wrongTotals }]) => wrongTotals.map((wrong) => `${code}: ${wrong}`))).toEqual([]);
  });

  it('turns away whoever has no identity, an expired link or one whose task is not open', () => {
    for (const code of TURNED_AWAY) expect([...(findings.get(code)?.statuses ?? [])]).toEqual([401]);
    for (const { code } of SITUATIONS.filter((each) => !TURNED_AWAY.includes(each.code)))
      expect({ code, statuses: [...(findings.get(code)?.statuses ?? [])] }).toEqual({ code, statuses: [200] });
  });

  it('refuses at each subgraph whoever the gateway did not sign for, before GraphQL runs', async () => {
    const documents = ['{ _service { sdl } }', '{ _entities(representations: []) { __typename } }', 'not a document'];
    for (const service of SERVICES)
      for (const header of [null, 'Bearer x.y.z', world.credentials.co, world.credentials.ll])
        for (const document of documents) expect((await world.client.direct(service, header, document)).status).toBe(401);
  });

  it('tells one company nothing of the trainees of another, by any path', () => {
    const toB = findings.get('eb');
    const strangers = [...(toB?.canaries.keys() ?? [])]
      .map(world.canaries.placeOf)
      .filter((of) => /^(company A|(fifteen|eighteen|planned|proposed) )/.test(of));
    expect(strangers).toEqual([]);
    const ofA = new Set([...world.bundles.seventeen.ids].flatMap(([row, ids]) => (['Placement', 'Trainee'].includes(row) ? ids : [])));
    expect([...(toB?.foreign.get('Trainee') ?? [])].filter((id) => ofA.has(id))).toEqual([]);
    expect(toB?.foreign.get('Trainee')?.size).toBeGreaterThan(0);
  });

  it('closes what rests on a withdrawn consent, and only that', async () => {
    const trainee = async (authorization: string | null, placementId: string) =>
      (
        await gateway.send(authorization, 'query ($id: ID!) { trainee(id: $id) { firstName } }', {
          id: placementId.replace('plc_', 'trn_'),
        })
      ).body.data?.trainee;
    expect(await trainee(world.credentials.e3, world.withdrawn.onConsent)).toBeNull();
    expect(await trainee(world.credentials.eb, world.withdrawn.onContract)).toEqual({ firstName: expect.stringMatching(/^Kanarie/) });
  });

  it('answers the same for a record that is not there and for one that is not to be known', () => {
    expect(unlike).toEqual([]);
  });

  it('shows in the payload of a mutation nothing that a query would not show', () => {
    const more = [...tried.shown].flatMap(([code, keys]) =>
      [...keys].filter((key) => found.get(key)?.get(code) !== '●' && !isMadeByMutation(key)).map((key) => `${code}: ${key}`),
    );
    expect(more).toEqual([]);
    expect(strayCanaries(tried.findings, world, found, findings)).toEqual([]);
    expect(tried.unanswered).toEqual([]);
    expect(tried.withoutObject.toSorted()).toEqual(Object.keys(NO_OBJECT).toSorted());
  });

  it('writes no text of anybody into a log', () => {
    const logs = Object.entries(stack.file.processes).map(([name, { log }]) => [name, readFileSync(log, 'utf8')] as const);
    for (const [name, text] of [...logs, ['the second gateway', gateway.output()] as const])
      expect({ name, canaries: [...world.canaries.in(text)].map(world.canaries.placeOf) }).toEqual({ name, canaries: [] });
  });
});
