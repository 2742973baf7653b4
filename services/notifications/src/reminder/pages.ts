import { underItsTrace, type EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { PulledEvent } from '@servicepunt/shared/service-client';
import { PLANNED_AT_ONCE } from './planning.ts';

/**
 * Handles a page of events: those of one evaluation or handover in their order, different ones side by side.
 * Fails as a whole: the page comes again, and what was handled changes nothing the second time.
 */
export function createPageHandling(handlers: EventHandlers): (producer: string, pulled: readonly PulledEvent[]) => Promise<void> {
  const handle = async (producer: string, pulled: PulledEvent) => {
    const handler = handlers[pulled.type as keyof EventHandlers] as ((told: unknown) => Promise<void>) | undefined;
    if (handler) await underItsTrace(producer, pulled, () => handler({ ...pulled, at: new Date(pulled.at) }));
  };
  return async (producer, pulled) => {
    const bySubject = [
      ...Map.groupBy(
        pulled.filter(({ type }) => type in handlers),
        subjectOf,
      ).values(),
    ];
    const worker = async () => {
      for (let events = bySubject.shift(); events; events = bySubject.shift()) for (const event of events) await handle(producer, event);
    };
    await Promise.all(Array.from({ length: Math.min(PLANNED_AT_ONCE, bySubject.length) }, worker));
  };
}

function subjectOf({ data }: PulledEvent): string {
  const { evaluationId, handoverId } = data as { evaluationId?: string; handoverId?: string };
  return evaluationId ?? handoverId ?? '';
}

/** For the subscriber, which wants a handler for each type that it hears: the page has done the work. */
export function handledByPage(handlers: EventHandlers): EventHandlers {
  return Object.fromEntries(Object.keys(handlers).map((type) => [type, () => Promise.resolve()]));
}
