import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import type { AuditEvent } from '../schema.generated.ts';
import type { AuditEntry } from './rules.ts';

/** Who looked at whom is itself a fact about both: the privacy officer alone reads the trail. */
export const auditPolicy = entityPolicy<AuditEntry, Exclude<keyof AuditEvent, '__typename'>>({
  type: 'AuditEvent',
  rows: { PRIVACY_OFFICER: { ALL: ANY_ROW } },
  fields: {
    id: 'row',
    at: 'row',
    action: 'row',
    actorId: 'row',
    actor: 'row',
    service: 'row',
    subjectIds: 'row',
    fields: 'row',
    requestId: 'row',
  },
});

export const auditOperations = operationPolicy({ Query: { auditEvents: ['PRIVACY_OFFICER'] } });
