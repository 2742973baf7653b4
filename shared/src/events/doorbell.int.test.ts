import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { testRedisUrl } from '../test-support/stores.ts';
import { until } from '../test-support/subgraph.ts';
import { createDoorbell, listenToDoorbell } from './doorbell.ts';

const log = pino({ level: 'silent' });

/** A process that stops in order while nobody answers at its Redis; a process, since BullMQ goes on trying for as long as one lives. */
const STOPPING = `
const { listenToDoorbell, createDoorbell } = await import(process.argv[1]);
const { stopInOrder } = await import(process.argv[2]);
const refused = Promise.withResolvers();
const log = { debug: ({ event }) => event === 'redis-error' && refused.resolve(), warn() {}, error() {} };
const [bell, ear] = [
  createDoorbell({ producer: 'students', redisUrl: 'redis://127.0.0.1:1', prefix: 'test', log }),
  listenToDoorbell({ subscriber: 'placements', redisUrl: 'redis://127.0.0.1:1', prefix: 'test', log, onRing() {} }),
];
await refused.promise;
const complete = await stopInOrder([{ name: 'ear', stop: ear.close }, { name: 'bell', stop: bell.close }], 8000, log);
process.exit(complete ? 0 : 1);
`;

describe('the doorbell', () => {
  it('rings at every subscriber of its producer, and both ends close', async () => {
    const prefix = `test-${randomUUID()}`;
    const rung: string[] = [];
    const bell = createDoorbell({ producer: 'students', redisUrl: testRedisUrl(), prefix, log });
    const onRing = (producer: string) => rung.push(producer);
    const ear = listenToDoorbell({ subscriber: 'placements', redisUrl: testRedisUrl(), prefix, log, onRing });
    let number = 0;
    // The bell fails fast until its connection stands, so one ring may be lost.
    await until(
      () => {
        bell.ring((number += 1));
        return rung.length > 0;
      },
      'the ring',
      20_000,
    );
    expect(rung[0]).toBe('students');
    await Promise.all([bell.close(), ear.close()]);
  }, 30_000);

  it('stops in order although Redis is away, instead of waiting for it until the deadline', () => {
    const urls = ['doorbell.ts', '../lifecycle.ts'].map((file) => pathToFileURL(join(__dirname, file)).href);
    const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', STOPPING, ...urls], { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  }, 30_000);
});
