import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SERVICES, type Viewer } from '@servicepunt/shared/contracts/roles';
import { startStack, type RunningStack } from '../support/stack.ts';
import { absentLike } from './absent.ts';
import { NEVER_SHOWN, NO_CANARY, NO_OBJECT } from './exceptions.ts';
import { forgedIdentities, knock } from './forged.ts';
import { startGateway, type OwnGateway } from './gateway.ts';
import { keptLikeAbsent, waysInto, type Unlike } from './commands.ts';
import { createJudge, type Findings, type Judge } from './judge.ts';
import { openMirror, type Mirror } from './mirror.ts';
import { tryMutations, type Tried } from './mutating.ts';
import { refusedLikeAbsent, type Refusals } from './refusals.ts';
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
  let mirror: Mirror;
  let inside: Unlike;
  let refusals: Refusals;

  beforeAll(async () => {
    stack = await startStack({ SAMPLE_DATA: 'none' });
    [world, gateway] = await Promise.all([makeWorld(stack), startGateway(stack)]);
    judge = createJudge(gateway.send, world, supergraph, literalsOf(world));
    const viewers = new Map<SituationCode, Viewer | null>();
    const left = [...SITUATIONS];
    const lane = async () => {
      for (let next = left.shift(); next; next = left.shift()) {
        const authorization = world.credentials[next.code];
        const viewer = await viewerOf(world.client, authorization);
        viewers.set(next.code, viewer);
        findings.set(next.code, await judge.judge(next, authorization, viewer));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    found = tableOf(findings, world.bundles);
    unlike = await absentLike(judge, world, gateway.send, TURNED_AWAY);
    mirror = await openMirror(stack, world.client);
    inside = await keptLikeAbsent(mirror, supergraph, world, found, viewers);
    refusals = await refusedLikeAbsent(mirror, supergraph, world, found, viewers);
    tried = await tryMutations(supergraph, gateway.send, world);
  }, 600_000);
  afterAll(async () => {
    await gateway?.stop();
    await mirror?.close();
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

  it('refuses at each subgraph, on each of its ways in, whoever the gateway did not sign for, before anything runs', async () => {
    const officer = await viewerOf(world.client, world.credentials.co);
    if (!officer) throw new Error('The coordinator is nobody');
    for (const service of SERVICES) {
      const { url } = stack.file.processes[service] ?? {};
      const forged = [...(await forgedIdentities(stack, service, officer))].map(([how, token]) => [how, `Bearer ${token}`] as const);
      const own = [world.credentials.co, world.credentials.ll, world.credentials.hr].map((header) => ['of a client', header] as const);
      for (const [how, header] of [...forged, ...own, ['that is missing', null] as const])
        expect({ service, how, statuses: new Set(await knock(url, header)) }).toEqual({ service, how, statuses: new Set([401]) });
    }
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
    expect(inside.answers).toEqual([]);
  });

  it('spends the same commands and service calls on both, in every subgraph, by every root field and reference', () => {
    expect(inside.costs).toEqual([]);
    const all = SERVICES.flatMap((service) =>
      waysInto(supergraph, service).map(({ row, alias }) => `${service} ${alias.startsWith('i') ? 'root' : 'entity'} ${row}`),
    );
    expect(all.filter((way) => !inside.compared.has(way))).toEqual([]);
  });

  it('refuses a change of what is not to be known like a change of what is not there, at the same cost, by every id that a mutation takes', () => {
    expect(refusals.unlike).toEqual([]);
    expect(refusals.failed).toEqual([]);
    expect(refusals.uncompared).toEqual([]);
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
