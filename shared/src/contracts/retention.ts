import type { ServiceName } from './roles.ts';

/** How long something is kept, and what happens then: the table of docs/privacy.md, and what the retention job of each service carries out. */
export interface RetentionRule {
  readonly service: ServiceName;
  readonly what: string;
  /** A duration by ISO 8601: calendar years or months. */
  readonly keeps: string;
  readonly from: string;
  readonly then: string;
}

export const RETENTION = {
  PUPIL_FILE: {
    service: 'students',
    what: 'Pupil file, in all services',
    keeps: 'P2Y',
    from: 'leaving; aftercare ends on the same day',
    then: 'counted, then erased from everywhere (`RETENTION_ENDED`)',
  },
  APPROACHES: {
    service: 'employers',
    what: 'Approaches of an employer',
    keeps: 'P1Y',
    from: 'the approach',
    then: 'removed',
  },
  IDLE_CONTACTS: {
    service: 'employers',
    what: 'Contacts of employers',
    keeps: 'P2Y',
    from: "the last activity of theirs or their company's",
    then: 'mailed a week before, then removed',
  },
  LINKS: {
    service: 'placements',
    what: 'Capability links (their fingerprints)',
    keeps: 'P1Y',
    from: 'expiry',
    then: 'removed',
  },
  MESSAGE_BODIES: {
    service: 'notifications',
    what: 'Text of a sent mail',
    keeps: 'P6M',
    from: 'sending',
    then: 'the text goes, that it was sent stays with the pupil file',
  },
} as const satisfies Readonly<Record<string, RetentionRule>>;
export type RetentionRuleName = keyof typeof RETENTION;

/** The first calendar day that is still kept: what is dated before it has had its time. */
export function keptSince(rule: RetentionRuleName, today: string): string {
  return Temporal.PlainDate.from(today).subtract(RETENTION[rule].keeps).toString();
}
