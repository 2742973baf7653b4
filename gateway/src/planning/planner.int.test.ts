import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { composed } from '../test-support/subgraphs.ts';
import { world } from '../test-support/worlds.ts';
import { startPlanner, type Planner } from './planner.ts';

const sdl = composed(world('town', { faults: false }));

describe('the planning thread', () => {
  let planner: Planner;
  afterEach(() => planner.stop());

  it('answers the schema of the clients and plans', async () => {
    planner = startPlanner({ onDeath: () => undefined });
    expect(await planner.load('a', sdl)).toContain('type Street');
    const plan = await planner.plan('a', '{ citizens { greeting } }', null);
    expect(plan.node?.kind).toBe('Sequence');
  });

  it('says what is wrong with a supergraph, an operation, or a name', async () => {
    planner = startPlanner({ onDeath: () => undefined });
    await expect(planner.load('a', 'type Query { a: Int }')).rejects.toThrow(/supergraph/);
    await planner.load('a', sdl);
    await expect(planner.plan('a', '{ nothing }', null)).rejects.toThrow(/nothing/);
    await expect(planner.plan('b', '{ citizens { name } }', null)).rejects.toThrow('this supergraph is not loaded');
    await planner.drop('a');
    await expect(planner.plan('a', '{ citizens { name } }', null)).rejects.toThrow('this supergraph is not loaded');
  });

  it('that takes too long is replaced by another one that knows the same supergraphs', async () => {
    // The first thread hangs at the first plan, the next one works.
    const folder = mkdtempSync(join(tmpdir(), 'planner-'));
    const mark = join(folder, 'hung');
    const thread = join(folder, 'thread.mjs');
    writeFileSync(
      thread,
      `import { parentPort } from 'node:worker_threads';
       import { existsSync, writeFileSync } from 'node:fs';
       const loaded = new Set();
       parentPort.on('message', ({ id, kind, supergraph }) => {
         if (kind === 'load') { loaded.add(supergraph); parentPort.postMessage({ id, apiSdl: 'type Query { a: Int }' }); }
         else if (!existsSync(${JSON.stringify(mark)})) { writeFileSync(${JSON.stringify(mark)}, ''); for (;;); }
         else parentPort.postMessage({ id, plan: { kind: 'QueryPlan', loaded: [...loaded] } });
       });`,
    );
    const deaths: unknown[] = [];
    planner = startPlanner({ onDeath: (error) => deaths.push(error), thread, timeoutMs: 3_000 });
    await planner.load('a', sdl);
    await expect(planner.plan('a', '{ a }', null)).rejects.toThrow('the planning thread ended');
    expect(await planner.plan('a', '{ a }', null)).toEqual({ kind: 'QueryPlan', loaded: ['a'] });
    expect(deaths).toHaveLength(1);
  });
});
