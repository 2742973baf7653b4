/** How a job ended: nothing is left to do, or it has to ring again at a time. */
export type JobOutcome = { readonly outcome: string; readonly again?: Date };

export type DeliveryOutcome = 'sent' | 'postponed' | 'failed' | 'skipped';

/** What the worker counts; the metrics and the tests listen. */
export interface EngineCounters {
  reminder(rule: string, outcome: string): void;
  delivery(channel: string, rule: string, outcome: DeliveryOutcome, code: string): void;
  /** Nobody could be reached: somebody has to look. */
  withoutRecipient(rule: string): void;
}
export const noCounters: EngineCounters = { reminder: () => undefined, delivery: () => undefined, withoutRecipient: () => undefined };
