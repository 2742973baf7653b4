import type { Grant, Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf } from '@servicepunt/shared/policy';
import type { Delivery } from '../schema.generated.ts';
import type { DeliveryRow } from './store.ts';

const STAFF: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'];

/** A digest may speak of pupils of several schools: its words are for those who may see all of them. */
const wholly = (row: DeliveryRow, _viewer: Viewer, grant: Grant) =>
  grant.scope.kind === 'LOCATION' && row.items.every((item) => grant.scope.kind === 'LOCATION' && item.locationId === grant.scope.id);

export const deliveryPolicy = entityPolicy<DeliveryRow, Exclude<keyof Delivery, '__typename'>, 'retry'>({
  type: 'Delivery',
  rows: {
    SCHOOL_SUPERVISOR: { LOCATION: 'items.locationId' },
    COORDINATOR: { LOCATION: 'items.locationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    // Operators keep the queues going; whom a message is for and what it says is none of their business.
    OPERATOR: { ALL: ANY_ROW },
  },
  fields: {
    id: 'row',
    channel: 'row',
    status: 'row',
    code: 'row',
    rules: 'row',
    role: 'row',
    via: 'row',
    attempts: 'row',
    failures: 'row',
    digestOn: 'row',
    nextAttemptAt: 'row',
    sentAt: 'row',
    createdAt: 'row',
    recipient: STAFF,
    body: { SCHOOL_SUPERVISOR: wholly, COORDINATOR: wholly, SERVICE_POINT: true },
    reminders: STAFF,
  },
  actions: {
    retry: { COORDINATOR: { LOCATION: 'items.locationId' }, SERVICE_POINT: { ALL: ANY_ROW }, OPERATOR: { ALL: ANY_ROW } },
  },
});

export const deliveryParts = partsOf('DeliveryAttempt', 'DeliveryRecipient', 'DeliveryBody');

export const deliveryOperations = operationPolicy({
  Query: { delivery: [...STAFF, 'OPERATOR'], failedDeliveries: [...STAFF, 'OPERATOR'] },
  Mutation: { retryDelivery: ['COORDINATOR', 'SERVICE_POINT', 'OPERATOR'] },
});
