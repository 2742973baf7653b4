import { ANY_ROW, entityPolicy, operationPolicy, partsOf } from '@servicepunt/shared/policy';
import type { Erasure } from '../schema.generated.ts';
import type { ErasureRow } from './store.ts';

/** Who decides on erasures and answers for them: the privacy officer alone. */
export const erasurePolicy = entityPolicy<ErasureRow, Exclude<keyof Erasure, '__typename'>>({
  type: 'Erasure',
  rows: { PRIVACY_OFFICER: { ALL: ANY_ROW } },
  fields: {
    id: 'row',
    studentId: 'row',
    reason: 'row',
    startedBy: 'row',
    startedAt: 'row',
    complete: 'row',
    reports: 'row',
    remainder: 'row',
  },
});

export const erasureParts = partsOf('ErasureReport', 'ErasedCollection', 'ErasureRemainder');
export const erasureOperations = operationPolicy({
  Query: { erasure: ['PRIVACY_OFFICER'] },
  Mutation: { eraseStudent: ['PRIVACY_OFFICER'] },
});
