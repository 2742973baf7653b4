/**
 * `npm run bench:subgraph`: what an `_entities` request costs one of our subgraphs beside plain graphql-js on cached documents, interleaved.
 * ROUNDS, SCALE (of the number of requests) and ENTITIES (`1,20`) narrow what is measured; PROFILE=<folder> writes a CPU profile of each;
 * TRACED=1 measures ours with traces, all of them kept, in the place of ours.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { createIdentitySigner } from '@servicepunt/shared/identity';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { startForgetfulCollector } from './collector.ts';
import { measure, type Measurement } from './measure.ts';

const rounds = Number(process.env['ROUNDS'] ?? 5);
const scale = Number(process.env['SCALE'] ?? 1);
/** Entities per request, and requests per round. */
const REQUESTS = { 1: 6_000, 20: 3_000, 100: 1_000 } as const;
const only = process.env['ENTITIES']?.split(',');
const SIZES = Object.entries(REQUESTS).filter(([size]) => only?.includes(size) ?? true);
const QUERY =
  'query Page__students__1($representations:[_Any!]!){_entities(representations:$representations){...on Student{givenName familyName group bornOn supervisor}}}';
const here = import.meta.dirname;

const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
const kid = 'gateway:bench';
const signer = await createIdentitySigner('gateway', { ...(await exportJWK(privateKey)), kid });
const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid }] });
// As the gateway does: the same viewer object gets the same token for most of a minute.
const viewers = Array.from({ length: 1_000 }, (_unused, index): Viewer => ({
  kind: 'PERSON',
  id: `stf_${index}`,
  language: 'nl',
  grants: [{ role: 'SERVICE_POINT', scope: { kind: 'ALL' } }],
}));
const tokens = (count: number) => Promise.all(viewers.slice(0, count).map((viewer) => signer.sign(viewer, 'students')));

const collector = process.env['TRACED'] ? await startForgetfulCollector() : null;
const contenders = await Promise.all(
  ['plain', 'ours'].map(async (name) => {
    const profile = process.env['PROFILE'];
    const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`, `--cpu-prof-name=${name}.cpuprofile`] : [];
    const child = spawn(process.execPath, [...profiling, join(here, 'subgraph-server.ts'), name, keys], {
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'production', COLLECTOR: collector ?? '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    process.once('exit', () => child.kill());
    const line = await new Promise<string>((resolve) => child.stdout.setEncoding('utf8').once('data', resolve));
    return { name, child, url: `${(JSON.parse(line) as { url: string }).url}/graphql` };
  }),
);

const results = new Map<string, Measurement[]>();
for (const [size, perRound] of SIZES) {
  const representations = Array.from({ length: Number(size) }, (_unused, index) => ({ __typename: 'Student', id: `stu_${index}` }));
  const body = JSON.stringify({ query: QUERY, variables: { representations } });
  const rows = representations.map((_representation, index) => ({
    givenName: `Anna ${index}`,
    familyName: 'de Vries',
    group: '4B',
    bornOn: '2010-01-01',
    supervisor: 'Kees',
  }));
  const expected = JSON.stringify({ data: { _entities: rows } });
  for (const identities of [1, 1_000]) {
    for (let round = -1; round < rounds; round += 1) {
      for (const { name, url, child } of contenders) {
        const requests = Math.round(perRound * scale * (round < 0 ? 2 : 1));
        const measured = await measure({ url, pid: child.pid ?? 0, body, tokens: await tokens(identities), requests, expected });
        // The first round only warms up.
        if (round >= 0) results.set(`${size} ${identities} ${name}`, [...(results.get(`${size} ${identities} ${name}`) ?? []), measured]);
      }
      process.stderr.write('.');
    }
  }
}

const middle = (values: number[]) => values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
const cpuOf = (key: string) => middle((results.get(key) ?? []).map(({ cpu }) => cpu));
const rows = SIZES.flatMap(([size]) =>
  ['1', '1000'].map((identities) => {
    const [plain, ours] = [cpuOf(`${size} ${identities} plain`), cpuOf(`${size} ${identities} ours`)];
    return { entities: Number(size), identities: Number(identities), plain, ours, ratio: ours / plain };
  }),
);
console.log('\nentities  identities  plain CPU ms  ours CPU ms  × plain');
for (const { entities, identities, plain, ours, ratio } of rows)
  console.log(
    String(entities).padStart(8),
    String(identities).padStart(11),
    plain.toFixed(3).padStart(13),
    ours.toFixed(3).padStart(12),
    ratio.toFixed(2).padStart(8),
  );
mkdirSync(join(here, '../results'), { recursive: true });
const file = join(here, '../results', `subgraph-${new Date().toISOString().slice(0, 10)}.json`);
const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, rounds, scale };
writeFileSync(file, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
console.log(`\nwritten to ${file}`);
await Promise.all(
  contenders.map(({ child }) => {
    child.kill();
    return once(child, 'exit');
  }),
);
