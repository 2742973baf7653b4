import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { LIVE_CHANNEL, readCursor, writeCursor } from '@servicepunt/shared/contracts/live';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { testRedisUrl } from '@servicepunt/shared/test-support/stores';
import { grant, until, viewer } from '@servicepunt/shared/test-support/subgraph';
import type { ReminderRow } from '../reminder/store.ts';
import { startTestApi, type TestApi } from '../test-support/api.ts';
import { FOLLOWED_MS, KEPT_CHANGES } from './store.ts';

const guide: Viewer = { ...viewer(grant('SCHOOL_SUPERVISOR', { kind: 'LOCATION', id: 'loc_1' })), id: 'stf_1' };
const stranger: Viewer = { ...viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_other' })), id: 'stf_other' };
const UPDATE = `query ($after: String) { inboxUpdate(after: $after) {
  cursor complete unreadCount notifications { id readAt } reminders { id status }
} }`;

describe('what changed', () => {
  let api: TestApi;
  let redis: Redis;
  const calledOut: string[] = [];
  beforeAll(async () => {
    api = await startTestApi('2026-11-19T08:00:00Z');
    redis = new Redis(testRedisUrl());
    redis.on('message', (_channel: string, topics: string) => calledOut.push(...topics.split(' ')));
    await redis.subscribe(LIVE_CHANNEL);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-19T08:00:00Z');
    const { reminders, inbox, live, subjects, deliveries } = api.stores;
    for (const { model } of [reminders, inbox, live, subjects, deliveries]) await model.collection.deleteMany({});
    calledOut.length = 0;
  });
  afterAll(async () => {
    redis.disconnect();
    await api.subgraph.stop();
  });

  const update = async (as: Viewer, after: string | null = null) =>
    (await api.subgraph.query(as, UPDATE, { after })).data.inboxUpdate as {
      cursor: string;
      complete: boolean;
      unreadCount: number;
      notifications: { id: string; readAt: string | null }[];
      reminders: { id: string; status: string }[];
    };
  const reminderTo = async (role: ReminderRow['role']) => {
    const row = await api.stores.reminders.model.findOne({ role }).lean<ReminderRow>();
    if (!row) throw new Error(`No reminder to ${role}`);
    return row;
  };
  const numberOf = async (topic: string) => (await api.subgraph.call('gateway', 'notifications.livePlaces', { topics: [topic] })).body;

  it('begins now, and tells each change once', async () => {
    const first = await update(guide);
    expect(first).toMatchObject({ complete: true, unreadCount: 0, notifications: [], reminders: [] });
    expect((await update(guide, first.cursor)).cursor).toBe(first.cursor);

    await api.planEvaluation();
    const planned = await update(guide, first.cursor);
    expect(planned.reminders.length).toBe(await api.stores.reminders.model.countDocuments({}));
    expect(planned).toMatchObject({ complete: true, notifications: [] });

    await api.sendTo(await reminderTo('SCHOOL'), ['stf_1']);
    const sent = await update(guide, planned.cursor);
    expect(sent).toMatchObject({ complete: true, unreadCount: 1, notifications: [{ readAt: null }], reminders: [] });
    // Whoever lost the connection before the last two updates sees both.
    const both = await update(guide, first.cursor);
    expect(both.notifications).toEqual(sent.notifications);
    expect(both.reminders).toEqual(planned.reminders);
  });

  it('shows nobody what is not his, and does not move for him either', async () => {
    const [theirs, mine] = [await update(stranger), await update(guide)];
    await api.planEvaluation();
    await api.sendTo(await reminderTo('SCHOOL'), ['stf_1']);
    expect(await update(stranger, theirs.cursor)).toEqual(theirs);
    // Another one's cursor opens nothing.
    expect(await update(stranger, mine.cursor)).toMatchObject({ complete: false, notifications: [], reminders: [] });
  });

  it('tells that a message was read, and that a reminder was cancelled', async () => {
    await api.planEvaluation();
    const reminder = await reminderTo('SCHOOL');
    await api.sendTo(reminder, ['stf_1']);
    const [before, link] = [await update(guide), await update({ ...guide, kind: 'LINK', id: 'lnk_1', onBehalfOf: 'stf_1', grants: [] })];
    expect(readCursor(link.cursor)?.size).toBe(0);
    const id = (await api.stores.inbox.model.findOne().lean())?._id ?? '';
    await api.subgraph.query(guide, `mutation { markNotificationRead(input: { id: "${id}" }) { unreadCount } }`);
    const read = await update(guide, before.cursor);
    expect(read).toMatchObject({ unreadCount: 0, notifications: [{ id, readAt: api.clock.now().toISOString() }] });

    const servicePoint = viewer(grant('SERVICE_POINT'));
    const there = await update(servicePoint);
    const cancel = `mutation { cancelReminder(input: { id: "${reminder._id}", revision: ${reminder.revision} }) { userErrors { code } } }`;
    expect((await api.subgraph.query(servicePoint, cancel)).data.cancelReminder.userErrors).toEqual([]);
    const cancelled = [{ id: reminder._id, status: 'CANCELLED' }];
    expect((await update(servicePoint, there.cursor)).reminders).toEqual(cancelled);
    expect((await update(guide, read.cursor)).reminders).toEqual(cancelled);
  });

  it('says that it does not know all when too much changed, or when nobody asked for long', async () => {
    const first = await update(guide);
    const ids = Array.from({ length: KEPT_CHANGES + 1 }, (_, index) => `rem_${index}`);
    await api.stores.live.tell(new Map([['loc_1', ids]]));
    expect((await update(guide, first.cursor)).complete).toBe(false);
    const second = await update(guide);
    api.clock.advance(FOLLOWED_MS + 1);
    await api.planEvaluation();
    const later = await update(guide, second.cursor);
    expect(later).toMatchObject({ complete: false, reminders: [] });
    expect((await update(guide, later.cursor)).complete).toBe(true);
  });

  it('is kept for whoever is away for less than an hour, however long others stay', async () => {
    const first = await update(guide);
    api.clock.advance(FOLLOWED_MS - 60_000);
    await numberOf('loc_1');
    api.clock.advance(FOLLOWED_MS - 60_000);
    await api.planEvaluation();
    const later = readCursor((await update(guide, first.cursor)).cursor)?.get('loc_1') ?? 0;
    expect(later - (readCursor(first.cursor)?.get('loc_1') ?? 0)).toBe(await api.stores.reminders.model.countDocuments({}));
  });

  it('is called out for topics that somebody follows, and for no others', async () => {
    await update(guide);
    await api.planEvaluation();
    await until(() => calledOut.length > 0, 'the topics to be called out');
    expect([...new Set(calledOut)]).toEqual(['loc_1']);
  });

  it('is one look for all who wait, and costs nothing where nobody follows', async () => {
    await update(guide);
    await api.planEvaluation();
    const { numbers } = await numberOf('loc_1');
    expect(numbers).toEqual([readCursor((await update(guide)).cursor)?.get('loc_1')]);
    const { body } = await api.subgraph.call('gateway', 'notifications.livePlaces', { topics: ['loc_1', 'nobody', 'inbox:stf_1'] });
    expect(body.numbers).toEqual([numbers[0], null, expect.any(Number)]);
    const topics = Array.from({ length: 1_000 }, (_, index) => `inbox:stf_${index}`);
    expect(
      await api.subgraph.countCommands(async () => {
        await api.subgraph.call('gateway', 'notifications.livePlaces', { topics });
      }),
    ).toEqual({ find: 1 });
    expect((await api.subgraph.call('placements', 'notifications.livePlaces', { topics: [] })).status).toBe(403);
  });

  it('takes no cursor that it did not write', async () => {
    const { errors } = await api.subgraph.query(guide, UPDATE, { after: 'not a cursor' });
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    const forged = writeCursor(new Map([['all', 0]]));
    expect(await update(guide, forged)).toMatchObject({ complete: false, reminders: [] });
  });
});
