import { ANY_ROW, entityPolicy, operationPolicy, type FieldVerdict } from '@servicepunt/shared/policy';
import type { RestrictedAccess } from '../schema.generated.ts';
import type { RestrictedAccessRow } from './store.ts';

/** The privacy officer judges why somebody looked; of the Servicepunt each sees what he opened himself. */
const judgedOrOwn: FieldVerdict<RestrictedAccessRow> = {
  PRIVACY_OFFICER: true,
  SERVICE_POINT: (row, viewer) => row.openedById === viewer.id,
};

export const restrictedAccessPolicy = entityPolicy<RestrictedAccessRow, Exclude<keyof RestrictedAccess, '__typename'>>({
  type: 'RestrictedAccess',
  rows: { PRIVACY_OFFICER: { ALL: ANY_ROW }, SERVICE_POINT: { ALL: ANY_ROW } },
  fields: {
    id: 'row',
    student: judgedOrOwn,
    openedBy: judgedOrOwn,
    reason: judgedOrOwn,
    openedAt: judgedOrOwn,
    expiresAt: judgedOrOwn,
    standing: judgedOrOwn,
  },
});

export const restrictedAccessOperations = operationPolicy({
  Query: { restrictedAccess: ['PRIVACY_OFFICER', 'SERVICE_POINT'], restrictedAccesses: ['PRIVACY_OFFICER'] },
  Mutation: { openRestrictedAccess: ['SERVICE_POINT'] },
});
