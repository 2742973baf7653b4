import { setTimeout as pause } from 'node:timers/promises';
import { graphqlClient } from '../../../tools/stack/src/graphql-client.ts';

export interface ReminderCounts {
  readonly asked: number;
  /** Asked for, and never went out by mail. */
  readonly lost: readonly string[];
  /** Reminders for which a person got two different mails. */
  readonly doubled: readonly string[];
  /** The same mail accepted twice, under one Message-ID: its worker was killed between the server's answer and its own note of it. */
  readonly repeated: readonly string[];
}

interface Row {
  readonly id: string;
  readonly status: string;
  readonly deliveries: readonly { readonly id: string; readonly channel: string; readonly status: string }[];
}

const LIST = `query Sent($after: String, $from: DateTime!) {
  reminders(filter: { dueFrom: $from }, first: 50, after: $after) {
    nodes { id status deliveries { id channel status } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Compares what was asked for with what a mail server really got, once everything that was due has gone out or the time is over. */
export async function compareReminders(options: {
  endpoint: string;
  token: string;
  asked: ReadonlySet<string>;
  from: Date;
  messageIds: () => readonly string[];
  withinMs: number;
}): Promise<ReminderCounts> {
  const deadline = Date.now() + options.withinMs;
  for (;;) {
    const rows = await listed(options);
    const counts = compare(options.asked, rows, options.messageIds());
    if (counts.lost.length === 0 || Date.now() > deadline) return counts;
    await pause(1_000);
  }
}

async function listed(options: { endpoint: string; token: string; from: Date }): Promise<Row[]> {
  const ask = graphqlClient(options.endpoint, options.token);
  const rows: Row[] = [];
  let after: string | null = null;
  for (;;) {
    const page: { reminders: { nodes: Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } } = await ask(LIST, {
      after,
      from: options.from.toISOString(),
    });
    rows.push(...page.reminders.nodes);
    if (!page.reminders.pageInfo.hasNextPage) return rows;
    after = page.reminders.pageInfo.endCursor;
  }
}

/** Each reminder that was asked for has one delivery by mail, and the server got its message once. */
export function compare(asked: ReadonlySet<string>, rows: readonly Row[], messageIds: readonly string[]): ReminderCounts {
  const received = new Map<string, number>();
  for (const messageId of messageIds) {
    const delivery = /^<([^@]+)@/.exec(messageId)?.[1] ?? messageId;
    received.set(delivery, (received.get(delivery) ?? 0) + 1);
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lost: string[] = [];
  const doubled: string[] = [];
  const repeated: string[] = [];
  for (const id of asked) {
    const mails = (byId.get(id)?.deliveries ?? []).filter(({ channel }) => channel === 'MAIL');
    const arrived = mails.filter((mail) => received.has(mail.id));
    if (arrived.length === 0) lost.push(id);
    if (arrived.length > 1) doubled.push(id);
    if (arrived.some((mail) => (received.get(mail.id) ?? 0) > 1)) repeated.push(id);
  }
  return { asked: asked.size, lost, doubled, repeated };
}
