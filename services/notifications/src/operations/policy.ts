import { operationPolicy, partsOf } from '@servicepunt/shared/policy';

export const operationsParts = partsOf('QueueHealth', 'QueueState', 'HealedState', 'EventLag', 'ReminderPreview');

export const operationsOperations = operationPolicy({
  Query: { queueHealth: ['OPERATOR', 'SERVICE_POINT'], previewReminder: ['OPERATOR', 'SERVICE_POINT', 'COORDINATOR'] },
});
