import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from 'graphql-sse';
import { Redis } from 'ioredis';
import { until } from '@servicepunt/shared/test-support/subgraph';
import { startStack, type RunningStack } from './support/stack.ts';

const UPDATES = `subscription InboxUpdates($after: String) {
  inboxUpdate(after: $after) { cursor complete unreadCount notifications { id title } reminders { id status } }
}`;

/** How often the button is pressed below; the same thing isn't reminded of twice in a row. */
const PRESSES = 4;

interface Update {
  cursor: string;
  complete: boolean;
  unreadCount: number;
  notifications: { id: string; title: string }[];
  reminders: { id: string; status: string }[];
}
interface Stream {
  readonly updates: Update[];
  notifications(): string[];
  codes(): unknown[];
  ended(): boolean;
  stop(): void;
}

/** What a school's supervisor sees of the running system while his page is open. */
describe('an open page', () => {
  let stack: RunningStack;
  let me: string;
  /** Evaluations and handovers of pupils whom he guides. */
  let subjects: string[];
  const streams: Stream[] = [];
  const supervisor = (document: string, variables?: object) => stack.as('SCHOOL_SUPERVISOR', document, variables);

  beforeAll(async () => {
    stack = await startStack({}, 200_000);
    me = (await supervisor('{ viewer { id } }')).viewer.id as string;
    await until(async () => {
      const { reminders } = await supervisor(
        '{ reminders(filter: { status: [SCHEDULED] }, first: 100) { nodes { role evaluation { id } handover { id } student { supervisor { id } } } } }',
      );
      const rows = reminders.nodes as {
        role: string;
        evaluation: { id: string } | null;
        handover: { id: string } | null;
        student: { supervisor: { id: string } | null };
      }[];
      const mine = rows.filter(({ role, student }) => role === 'SCHOOL' && student.supervisor?.id === me);
      subjects = [...new Set(mine.map(({ evaluation, handover }) => evaluation?.id ?? handover?.id ?? ''))];
      return subjects.length >= PRESSES;
    }, 'reminders of his pupils');
  }, 230_000);
  afterAll(async () => {
    for (const stream of streams) stream.stop();
    await stack?.stop();
  }, 30_000);

  function listen(from?: string): Stream {
    const updates: Update[] = [];
    const codes: unknown[] = [];
    let cursor = from;
    let ended = false;
    const client = createClient({
      url: stack.file.endpoint,
      headers: () => ({
        authorization: `Bearer ${stack.file.tokens.SCHOOL_SUPERVISOR}`,
        ...(cursor === undefined ? {} : { 'last-event-id': cursor }),
      }),
    });
    const end = () => void (ended = true);
    client.subscribe<{ inboxUpdate: Update | null }>(
      { query: UPDATES },
      {
        next({ data, errors }) {
          codes.push(...(errors ?? []).map(({ extensions }) => extensions['code']));
          if (!data?.inboxUpdate) return;
          updates.push(data.inboxUpdate);
          cursor = data.inboxUpdate.cursor;
        },
        error: end,
        complete: end,
      },
    );
    const stream: Stream = {
      updates,
      notifications: () => updates.flatMap(({ notifications }) => notifications.map(({ id }) => id)),
      codes: () => codes,
      ended: () => ended,
      stop: () => client.dispose(),
    };
    streams.push(stream);
    return stream;
  }
  let presses = 0;
  /** Presses the button by which the school is reminded of one of his pupils' evaluations or handovers. */
  async function remind(): Promise<void> {
    presses += 1;
    const input = { idempotencyKey: `live-${presses}`, subjectId: subjects[presses - 1], role: 'SCHOOL', early: true };
    const { remindNow } = await supervisor('mutation ($input: RemindNowInput!) { remindNow(input: $input) { userErrors { code } } }', {
      input,
    });
    expect(remindNow.userErrors).toEqual([]);
  }
  const inInbox = async () =>
    ((await supervisor('{ notifications(first: 100) { nodes { id } } }')).notifications.nodes as { id: string }[]).map(({ id }) => id);

  it('shows a message as it comes, and the reminder that brought it', async () => {
    const stream = listen();
    await until(() => stream.updates.length === 1, 'the first answer');
    expect(stream.updates[0]).toMatchObject({ complete: true, notifications: [], reminders: [] });
    await remind();
    await until(() => stream.notifications().length === 1, 'the message');
    expect(await inInbox()).toEqual(expect.arrayContaining(stream.notifications()));
    await until(
      () => stream.updates.some(({ reminders }) => reminders.some(({ status }) => status === 'SENT')),
      'the reminder to be shown as sent',
    );
    expect(stream.codes()).toEqual([]);
  }, 60_000);

  it('stays open while Redis forgets everything, and misses nothing', async () => {
    const stream = listen();
    await until(() => stream.updates.length === 1, 'the first answer');
    const redis = new Redis(stack.file.redisUrl);
    await redis.flushall();
    await remind();
    await redis.flushall();
    redis.disconnect();
    await until(() => stream.notifications().length === 1, 'the message', 30_000);
    expect(stream.ended()).toBe(false);
  }, 60_000);

  it('goes on where the connection was cut', async () => {
    const before = listen();
    await until(() => before.updates.length === 1, 'the first answer');
    before.stop();
    const known = new Set(await inInbox());
    await remind();
    await remind();
    await until(async () => (await inInbox()).filter((id) => !known.has(id)).length === 2, 'two messages in the inbox', 30_000);
    const after = listen(before.updates[0]?.cursor);
    await until(() => after.updates.length > 0, 'the first answer');
    expect(after.updates[0]?.complete).toBe(true);
    expect(after.notifications().toSorted()).toEqual((await inInbox()).filter((id) => !known.has(id)).toSorted());
  }, 60_000);

  it('ends within half a minute when a role is withdrawn', async () => {
    const stream = listen();
    await until(() => stream.updates.length === 1, 'the first answer');
    const { staffMember } = await stack.as(
      'SERVICE_POINT',
      'query ($id: ID!) { staffMember(id: $id) { revision grants { role schoolLocation { id } } } }',
      { id: me },
    );
    const grant = staffMember.grants.find(({ role }: { role: string }) => role === 'SCHOOL_SUPERVISOR');
    const input = { id: me, revision: staffMember.revision, role: 'SCHOOL_SUPERVISOR', schoolLocationId: grant.schoolLocation.id };
    const { withdrawGrant } = await stack.as(
      'SERVICE_POINT',
      'mutation ($input: WithdrawGrantInput!) { withdrawGrant(input: $input) { userErrors { code } } }',
      { input },
    );
    expect(withdrawGrant.userErrors).toEqual([]);
    await until(stream.ended, 'the end of the stream', 30_000);
    expect(['FORBIDDEN', 'UNAUTHENTICATED']).toContain(stream.codes().at(-1));
  }, 60_000);
});
