import type { EventPayloads, EventType } from '../contracts/events.ts';
import type { NewId } from '../ids.ts';
import type { OutboxEntry } from '../mongo.ts';
import { tracing } from '../telemetry/tracing.ts';

/** Something happened: a type of the event table with its ids and dates. */
export type NewEvent = { [T in EventType]: { readonly type: T; readonly data: EventPayloads[T] } }[EventType];

/** The entry as it stands in the aggregate until the relay has moved it. */
export function event(entry: NewEvent, at: { at: Date; revision: number; actor: string; newId: NewId }): OutboxEntry {
  const trace = tracing?.traceparent();
  return {
    _id: at.newId('evt'),
    type: entry.type,
    at: at.at,
    revision: at.revision,
    actor: at.actor,
    data: entry.data as unknown as Record<string, unknown>,
    ...(trace === undefined ? {} : { trace }),
  };
}
