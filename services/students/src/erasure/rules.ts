import type { Erased } from '@servicepunt/shared/erasure';

/** Why somebody's data go: the person asked (GDPR article 17), the retention ran out, or they should never have been here. */
export type ErasureReason = 'REQUESTED' | 'RETENTION_ENDED' | 'UNLAWFUL';

export interface ServiceReport {
  at: Date;
  compacted: boolean;
  erased: Erased[];
}

/** Services that hold something of a pupil. Employers holds an offer's places by placement id, and gives them back when placements asks. */
export const ERASING_SERVICES = ['students', 'placements', 'notifications'] as const;
export type ErasingService = (typeof ERASING_SERVICES)[number];

export const isComplete = (reports: Partial<Record<ErasingService, ServiceReport>>): boolean =>
  ERASING_SERVICES.every((service) => reports[service] !== undefined);

/** What stays, and why: each holds ids and codes, and no id leads to a person any more. */
export const REMAINDER = [
  { collection: 'disclosures', reason: 'ACCOUNTABILITY' },
  { collection: 'audit', reason: 'ACCOUNTABILITY' },
  { collection: 'events', reason: 'ACCOUNTABILITY' },
  { collection: 'erasures', reason: 'LEDGER' },
  // In placements and notifications: the proof, by which events that come late about the pupil begin nothing anew.
  { collection: 'erasuresDone', reason: 'LEDGER' },
] as const;
