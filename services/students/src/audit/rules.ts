import type { ServiceName } from '@servicepunt/shared/contracts/roles';
import type { PulledEvent } from '@servicepunt/shared/service-client';

/** One line of the trail: who did what, to whom, when. Ids and codes only. */
export interface AuditEntry {
  _id: string;
  at: Date;
  /** Id of the viewer, or the name of the service that acted by itself. */
  actor: string;
  /** The type of the event in the schema's spelling. */
  action: string;
  service: ServiceName;
  /** Ids of everything that the action was about, the pupils whose records were read among them. */
  subjects: string[];
  /** What was read (`Student.shortStay`); empty for a change. */
  fields: string[];
  requestId: string | null;
  /** Place of the event in its service's log. */
  number: number;
}

/** `PlacementPlanned` → `PLACEMENT_PLANNED`. */
export const actionOf = (type: string): string => type.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

const ID = /^[a-z]{3}_[0-9a-z]{8,40}$/;

/** Every id in an event's data, wherever it stands; dates and codes are no ids. */
export function idsIn(data: unknown): string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string' && ID.test(value)) found.add(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  walk(data);
  return [...found];
}

/** What a reading carries beside ids: names of fields and of the request; a change carries neither. */
function readingOf(data: unknown): Pick<AuditEntry, 'fields' | 'requestId'> {
  const { fields, requestId } = (data ?? {}) as { fields?: unknown; requestId?: unknown };
  return {
    fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
    requestId: typeof requestId === 'string' ? requestId : null,
  };
}

/** The line that an event gives; the same event always gives the same one. */
export function entryOfEvent(service: ServiceName, event: PulledEvent): AuditEntry {
  return {
    _id: `aud_${event.id.slice(event.id.indexOf('_') + 1)}`,
    at: new Date(event.at),
    actor: event.actor,
    action: actionOf(event.type),
    service,
    subjects: idsIn(event.data),
    ...readingOf(event.data),
    number: event.number,
  };
}
