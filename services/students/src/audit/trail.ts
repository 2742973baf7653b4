import type { ServiceDefinition } from '@servicepunt/shared/service';
import { entryOfEvent } from './rules.ts';
import type { AuditStore } from './store.ts';

/** Fills the trail with the events of all services as they come: changes, and readings of restricted records. */
export function createTrail(store: AuditStore): Required<Pick<ServiceDefinition, 'collect'>> {
  return { collect: (producer, pulled) => store.append(pulled.map((event) => entryOfEvent(producer, event))) };
}
