import type { EventPayloads, EventType } from '../contracts/events.ts';
import type { Viewer } from '../contracts/roles.ts';
import type { NewId } from '../ids.ts';
import type { OutboxEntry } from '../mongo.ts';
import { tracing } from '../telemetry/tracing.ts';

/** Something happened: a type of the event table with its ids and dates. */
export type NewEvent = { [T in EventType]: { readonly type: T; readonly data: EventPayloads[T] } }[EventType];

/**
 * Who did something. A link acts for the person whom it was sent to, and it is the person who has to be found in the trail when the link is
 * long gone; that it was done by a link stands beside it.
 */
export function doneBy({ kind, id, onBehalfOf }: Viewer): { actor: string; link?: string } {
  return kind === 'LINK' && onBehalfOf !== undefined ? { actor: onBehalfOf, link: id } : { actor: id };
}

/** The entry as it stands in the aggregate until the relay has moved it. */
export function event(entry: NewEvent, at: { at: Date; revision: number; actor: string; link?: string; newId: NewId }): OutboxEntry {
  const trace = tracing?.traceparent();
  return {
    _id: at.newId('evt'),
    type: entry.type,
    at: at.at,
    revision: at.revision,
    actor: at.actor,
    data: { ...entry.data, ...(at.link === undefined ? {} : { linkId: at.link }) },
    ...(trace === undefined ? {} : { trace }),
  };
}
