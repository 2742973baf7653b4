import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { composed } from '../test-support/subgraphs.ts';
import { PLANNER_TRAP, trapWorld, world } from '../test-support/worlds.ts';
import { PlannerBusy, startPlanner, TooHardToPlan, type Planner } from './planner.ts';

const sdl = composed(world('town', { faults: false }));
const folder = mkdtempSync(join(tmpdir(), 'planner-'));
const script = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** Answers everything but a plan of `hang`, which never ends. */
const HANGS = script(
  'hangs.mjs',
  `const loaded = [];
   process.on('disconnect', () => process.exit());
   process.on('message', ({ id, kind, supergraph, source }) => {
     if (kind === 'load') { loaded.push(supergraph); process.send({ id, apiSdl: 'type Query { a: Int }' }); }
     else if (source === 'hang') for (;;);
     else process.send({ id, plan: { kind: 'QueryPlan', loaded } });
   });`,
);

describe('the planning process', () => {
  let planner: Planner;
  const deaths: string[] = [];
  const start = (options: Partial<Parameters<typeof startPlanner>[0]> = {}) => {
    deaths.length = 0;
    planner = startPlanner({ heapMb: 128, onDeath: (reason) => deaths.push(reason), ...options });
  };
  afterEach(() => planner.stop());

  it('answers the schema of the clients and plans', async () => {
    start();
    expect(await planner.load('a', sdl)).toContain('type Street');
    const plan = await planner.plan('a', '{ citizens { greeting } }', null);
    expect(plan.node?.kind).toBe('Sequence');
  });

  it('says what is wrong with a supergraph, an operation, or a name', async () => {
    start();
    await expect(planner.load('a', 'type Query { a: Int }')).rejects.toThrow(/supergraph/);
    await planner.load('a', sdl);
    await expect(planner.plan('a', '{ nothing }', null)).rejects.toThrow(/nothing/);
    await expect(planner.plan('b', '{ citizens { name } }', null)).rejects.toThrow('this supergraph is not loaded');
    await planner.drop('a');
    await expect(planner.plan('a', '{ citizens { name } }', null)).rejects.toThrow('this supergraph is not loaded');
  });

  it('that an operation took all the memory of fails that one alone; those who wait get their plans from the next', async () => {
    start({ heapMb: 64, timeoutMs: 25_000 });
    await planner.load('a', composed(trapWorld()));
    const trapped = planner.plan('a', PLANNER_TRAP, null);
    const waiting = planner.plan('a', '{ topMedia { stars } }', null);
    await expect(trapped).rejects.toBeInstanceOf(TooHardToPlan);
    expect((await waiting).node).toBeDefined();
    expect(deaths).toEqual(['SIGABRT']);
  });

  it('that takes too long is replaced by another one that knows the same supergraphs', async () => {
    start({ file: HANGS, timeoutMs: 300 });
    await planner.load('a', sdl);
    await planner.load('b', sdl);
    const hanging = planner.plan('a', 'hang', null);
    const waiting = planner.plan('b', '{ a }', null);
    await expect(hanging).rejects.toMatchObject({ wasFatal: true });
    expect(await waiting).toEqual({ kind: 'QueryPlan', loaded: ['a', 'b'] });
    expect(deaths).toEqual(['SIGKILL']);
  });

  it('takes so many operations and no more', async () => {
    start({ file: HANGS });
    await planner.load('a', sdl);
    const hanging = Array.from({ length: 101 }, () => planner.plan('a', 'hang', null).catch((error: unknown) => error));
    await expect(planner.plan('a', '{ a }', null)).rejects.toBeInstanceOf(PlannerBusy);
    await planner.stop();
    expect((await Promise.all(hanging)).every((error) => error instanceof Error)).toBe(true);
  });

  it('that can not even start is tried again when somebody asks, not for ever', async () => {
    start({ file: script('broken.mjs', 'process.exit(3);') });
    await expect(planner.load('a', sdl)).rejects.toThrow('exit code 3');
    await expect(planner.load('a', sdl)).rejects.toThrow('exit code 3');
    expect(deaths).toHaveLength(2);
  });

  it.each(['idle', 'searching'])('ends with its gateway, also when that is killed while it is %s', async (state) => {
    start();
    const mark = join(folder, `pid-${state}`);
    const file = script(
      `marked-${state}.ts`,
      `import { writeFileSync } from 'node:fs';
       writeFileSync(${JSON.stringify(mark)}, String(process.pid));
       await import(${JSON.stringify(join(import.meta.dirname, 'planner-process.ts'))});`,
    );
    const gateway = script(
      `gateway-${state}.ts`,
      `import { startPlanner } from ${JSON.stringify(join(import.meta.dirname, 'planner.ts'))};
       import { readFileSync } from 'node:fs';
       const planner = startPlanner({ file: ${JSON.stringify(file)}, heapMb: 4000, timeoutMs: 600_000, onDeath: () => undefined });
       await planner.load('a', readFileSync(process.argv[2], 'utf8'));
       if (process.argv[3] === 'searching') planner.plan('a', ${JSON.stringify(PLANNER_TRAP)}, null).catch(() => undefined);
       process.stdout.write('started');
       setInterval(() => undefined, 1000);`,
    );
    const parent = spawn(process.execPath, [gateway, script('trap.graphql', composed(trapWorld())), state], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => parent.stdout.once('data', resolve));
    const pid = Number(readFileSync(mark, 'utf8'));
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid), 'the planner to end');
  });
});
