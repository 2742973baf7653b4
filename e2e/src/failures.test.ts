import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startStack, type RunningStack } from './support/stack.ts';

/** What a client may wait at most for a clear error when something behind the gateway is gone. */
const CLEAR_ERROR_MS = 5_000;
const TWO_SERVICES = '{ schoolLocations(first: 1) { nodes { id } } placements(first: 1) { nodes { id } } }';
const IMPORT = `mutation ($input: ImportSchoolLocationsInput!) { importSchoolLocations(input: $input) { created unchanged userErrors { code } } }`;

describe('when a part is gone', () => {
  let stack: RunningStack;
  const paused = new Set<number>();
  const pid = (name: string): number => {
    const found = stack.file.processes[name];
    if (!found) throw new Error(`There is no process ${name}: ${Object.keys(stack.file.processes).join(', ')}`);
    return found.pid;
  };
  const pause = (name: string) => {
    process.kill(pid(name), 'SIGSTOP');
    paused.add(pid(name));
  };
  const resume = () => {
    for (const each of paused) process.kill(each, 'SIGCONT');
    paused.clear();
  };
  const timed = async <T>(work: Promise<T>): Promise<{ result: T; ms: number }> => {
    const started = performance.now();
    const result = await work;
    return { result, ms: performance.now() - started };
  };
  const ask = (document: string, variables?: object) => stack.send(`Bearer ${stack.file.tokens.SERVICE_POINT}`, document, variables);
  const location = (code: string) => ({
    input: {
      rows: [
        { brin: '11AA', schoolName: 'De Horst', locationCode: code, name: `Locatie ${code}`, holidayRegion: 'ZUID', municipality: 'Best' },
      ],
    },
  });

  beforeAll(async () => {
    stack = await startStack({ SAMPLE_DATA: 'none' });
  }, 120_000);
  afterEach(resume);
  afterAll(() => stack.stop(), 30_000);

  it('a subgraph: its fields say so in time, and the rest of the answer stands', async () => {
    pause('placements');
    const { result, ms } = await timed(ask(TWO_SERVICES));
    expect(ms).toBeLessThan(CLEAR_ERROR_MS);
    expect(result.body.data).toMatchObject({ schoolLocations: { nodes: [] }, placements: null });
    expect(result.body.errors).toMatchObject([{ path: ['placements'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } }]);
    resume();
    await until(async () => (await ask(TWO_SERVICES)).body.errors === undefined, 'placements to answer again');
  }, 60_000);

  it('the document store: a clear error in time; afterwards everything acknowledged is there', async () => {
    expect((await ask(IMPORT, location('11AA00'))).body.data.importSchoolLocations).toMatchObject({ created: 1, userErrors: [] });
    pause('documents');
    const read = await timed(ask('{ schoolLocations(first: 1) { nodes { id } } }'));
    const write = await timed(ask(IMPORT, location('11AA01')));
    expect(read.ms).toBeLessThan(CLEAR_ERROR_MS);
    expect(read.result.body.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    expect(write.result.body.errors?.[0]?.extensions.code).toBe('SUBGRAPH_UNAVAILABLE');
    resume();
    await until(async () => {
      const { body } = await ask('{ schoolLocations(filter: { locationCode: "11AA00" }) { totalCount } }');
      return body.data?.schoolLocations?.totalCount === 1;
    }, 'the store to answer again');
    // What wasn't acknowledged may have been written or not; repeating it is right either way.
    const repeated = (await ask(IMPORT, location('11AA01'))).body.data.importSchoolLocations;
    expect(repeated.created + repeated.unchanged).toBe(1);
  }, 60_000);

  it('Redis: reads and writes go on', async () => {
    pause('redis');
    const write = await timed(ask(IMPORT, location('11AA02')));
    expect(write.ms).toBeLessThan(CLEAR_ERROR_MS);
    expect(write.result.body.data.importSchoolLocations).toMatchObject({ created: 1, userErrors: [] });
    expect((await ask('{ schoolLocations(first: 1) { totalCount } }')).body.errors).toBeUndefined();
  }, 60_000);

  it('a process: it is named with the end of its log, and the stack stops with an error', async () => {
    process.kill(pid('employers'), 'SIGKILL');
    expect(await stack.exited).toBe(1);
    expect(stack.output()).toMatch(/employers/);
    for (const { pid: each } of Object.values(stack.file.processes)) expect(() => process.kill(each, 0)).toThrow('ESRCH');
  }, 60_000);
});
