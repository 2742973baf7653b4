import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mongoose, { type Model } from 'mongoose';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { clockAt } from '../clock.ts';
import { newId } from '../ids.ts';
import { aggregateSchema, buildIndexes, ours, type AggregateFields } from '../mongo.ts';
import { testMongoUrl } from '../test-support/stores.ts';
import { until } from '../test-support/subgraph.ts';
import { change, create, idOfCreate } from '../writes.ts';
import { countEvents } from './metrics.ts';
import { createRelay, eventModel, readEvents, type EventRow } from './relay.ts';
import { createSubscriber, cursorModel, type CursorRow, type EventHandlers } from './subscriber.ts';

interface Row extends AggregateFields {
  name: string;
}
const log = pino({ level: 'silent' });
const actor = {
  viewer: { kind: 'PERSON', id: 'stf_1', language: 'nl', grants: [] },
  clock: clockAt(() => new Date('2026-11-24T10:00:00Z')),
  newId,
} as const;
const told = (studentId: string) =>
  [{ type: 'StudentLeft', data: { studentId, locationId: 'loc_1', leftOn: '2026-11-24', destination: 'MBO' } }] as const;

describe('events', () => {
  let connection: mongoose.Connection;
  let rows: Model<Row>;
  let events: Model<EventRow>;
  let cursors: Model<CursorRow>;
  const relay = (onMoved: (last: number) => void = () => undefined) =>
    createRelay({ events, aggregates: [rows as unknown as Model<AggregateFields>], log, onMoved });
  const write = (id: string) => create(rows, actor, { _id: id, name: id }, () => told(id));

  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('events')).asPromise();
    rows = connection.model<Row>('Thing', aggregateSchema<Row>({ name: { type: String, required: true } }));
    events = eventModel(connection);
    cursors = cursorModel(connection);
    await buildIndexes(connection);
  });
  beforeEach(async () => {
    await Promise.all([rows.deleteMany({}), events.deleteMany({}), cursors.deleteMany({})]);
  });
  afterAll(() => connection.close());

  it('stand in the same write as the change, and move to the log under gapless numbers without touching the revision', async () => {
    const { row } = await write('stu_1');
    const changed = await change(rows, actor, row, { $set: { name: 'other' } }, told('stu_1'));
    expect(changed?.outbox).toHaveLength(2);
    await write('stu_2');
    const moved: number[] = [];
    expect(await relay((last) => moved.push(last)).drain()).toBe(3);
    expect(moved).toEqual([3]);
    expect((await readEvents(events, 0, 10)).map((event) => [event.number, event.revision, event.actor])).toEqual([
      [1, 1, 'stf_1'],
      [2, 2, 'stf_1'],
      [3, 1, 'stf_1'],
    ]);
    expect(await rows.findById('stu_1').lean()).toMatchObject({ revision: 2, outbox: [] });
    expect(await rows.countDocuments(ours({ outboxAt: { $exists: true } }))).toBe(0);
  });

  it('are not told twice when the relay crashed between the log and the aggregate', async () => {
    const { row } = await write('stu_1');
    const [entry] = row.outbox;
    await events.create([{ _id: 1, entry: entry?._id ?? '', type: 'StudentLeft', at: new Date(), revision: 1, actor: 'stf_1', data: {} }]);
    await relay().drain();
    expect(await events.countDocuments({})).toBe(1);
    expect(await rows.countDocuments(ours({ outboxAt: { $exists: true } }))).toBe(0);
  });

  it('keep their numbers gapless and single while several relays run', async () => {
    await Promise.all(Array.from({ length: 60 }, (_unused, index) => write(`stu_${index}`)));
    await Promise.all([relay().drain(), relay().drain(), relay().drain()]);
    await relay().drain();
    const moved = await readEvents(events, 0, 100);
    expect(moved.map((event) => event.number)).toEqual(Array.from({ length: 60 }, (_unused, index) => index + 1));
    expect(new Set(moved.map((event) => event.id)).size).toBe(60);
  });

  it('let their relay stop while others go on writing', async () => {
    let written = 0;
    // For each page that it moves there is another one.
    const fed = Object.assign(Object.create(rows) as Model<AggregateFields>, {
      async updateMany(...update: Parameters<typeof rows.updateMany>) {
        await rows.updateMany(...update);
        await write(`stu_${(written += 1)}`);
      },
    });
    const busy = createRelay({ events, aggregates: [fed], log, onMoved: () => undefined });
    await write('stu_0');
    const draining = busy.drain();
    await until(() => written > 3, 'some pages');
    await busy.stop();
    expect(await draining).toBeGreaterThan(1);
    await relay().drain();
    expect(await events.countDocuments({})).toBe(written + 1);
  });

  const subscriber = (handlers: EventHandlers, instance = 'one', failing: () => boolean = () => false) =>
    createSubscriber({
      subscriber: 'placements',
      instance,
      cursors,
      log,
      handlers: {
        ConsentWithdrawn: () => Promise.resolve(),
        StudentChanged: () => Promise.resolve(),
        StudentErased: () => Promise.resolve(),
        ...handlers,
      },
      pullEvents: (_producer, after, limit) => (failing() ? Promise.reject(new Error('down')) : readEvents(events, after, limit)),
    });

  it('reach a subscriber in order and once, and again from its place after a failure', async () => {
    for (const id of ['stu_1', 'stu_2', 'stu_3']) await write(id);
    await relay().drain();
    const handled: string[] = [];
    let broken = true;
    const listener = subscriber({
      StudentLeft: ({ data }) => {
        if (data.studentId === 'stu_2' && broken) return Promise.reject(new Error('store gone'));
        handled.push(data.studentId);
        return Promise.resolve();
      },
    });
    await expect(listener.catchUp()).rejects.toThrow('store gone');
    expect(await listener.positions()).toEqual({ students: 1 });
    broken = false;
    await listener.catchUp();
    await listener.catchUp();
    expect(handled).toEqual(['stu_1', 'stu_2', 'stu_3']);
    expect(await listener.positions()).toEqual({ students: 3 });
  });

  it('leave their aggregate without a nudge, and reach a subscriber whom no bell has rung', async () => {
    const mover = relay();
    const handled: string[] = [];
    const listener = subscriber({ StudentLeft: ({ data }) => Promise.resolve(void handled.push(data.studentId)) });
    try {
      await write('stu_1');
      await mover.drain();
      mover.start();
      listener.start();
      await until(() => handled.length === 1, 'the first event', 30_000);
      // Both have just looked and found what was there: from here on only their own next look helps.
      await write('stu_2');
      await until(() => handled.length === 2, 'the second event', 30_000);
      expect(handled).toEqual(['stu_1', 'stu_2']);
    } finally {
      await listener.stop();
      await mover.stop();
    }
  }, 70_000);

  it('are handled by one instance at a time', async () => {
    await write('stu_1');
    await relay().drain();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const handled: string[] = [];
    const first = subscriber({ StudentLeft: async () => held.then(() => void handled.push('first')) }, 'first');
    const second = subscriber({ StudentLeft: () => Promise.resolve(void handled.push('second')) }, 'second');
    const running = first.catchUp();
    await second.catchUp();
    expect(handled).toEqual([]);
    release();
    await running;
    await second.catchUp();
    expect(handled).toEqual(['first']);
  });

  it('show how far the log is and how far a subscriber, and nothing without the store', async () => {
    for (const id of ['stu_1', 'stu_2']) await write(id);
    await relay().drain();
    const registry = new Registry();
    countEvents(registry, { name: 'students', events, subscriber: { positions: async () => ({ employers: 7 }) } });
    expect(await registry.metrics()).toMatch(/^servicepunt_events_number\{producer="students"\} 2$/m);
    expect(await registry.metrics()).toMatch(/^servicepunt_events_position\{subscriber="students",producer="employers"\} 7$/m);
    const away = new Registry();
    const closed = mongoose.createConnection();
    closed.set('bufferCommands', false);
    const lost = { positions: () => Promise.reject(new Error('away')) };
    countEvents(away, { name: 'students', events: eventModel(closed), subscriber: lost });
    expect(await away.metrics()).not.toMatch(/^servicepunt_events_\w+\{/m);
  });

  it('need a handler for every type that the table says this service hears', () => {
    expect(() => subscriber({})).toThrow('StudentLeft');
  });
});

describe('a create', () => {
  let connection: mongoose.Connection;
  let rows: Model<Row>;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('writes')).asPromise();
    rows = connection.model<Row>('Thing', aggregateSchema<Row>({ name: { type: String, required: true } }));
  });
  afterAll(() => connection.close());

  it('repeated with its key returns the first row; another input under the key is refused', async () => {
    const once = (name: string) => create(rows, actor, { _id: 'stu_9', name }, () => [], { input: { name } });
    expect((await once('a')).created).toBe(true);
    expect(await once('a')).toMatchObject({ created: false, row: { name: 'a' } });
    await expect(once('b')).rejects.toMatchObject({ problems: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  });

  it.each(['', '   ', 'x'.repeat(201)])('needs a key of its own, not %j', (key) => {
    expect(() => idOfCreate('stu', actor, 'registerStudent', key)).toThrow('INVALID_INPUT');
  });

  it('and a change under an old revision changes nothing', async () => {
    const { row } = await create(rows, actor, { _id: 'stu_8', name: 'a' }, () => []);
    expect(await change(rows, actor, row, { $set: { name: 'b' } })).toMatchObject({ name: 'b', revision: 2 });
    expect(await change(rows, actor, row, { $set: { name: 'c' } })).toBeNull();
    expect(await rows.findById('stu_8').lean()).toMatchObject({ name: 'b' });
  });
});
