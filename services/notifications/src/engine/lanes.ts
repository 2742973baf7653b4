import type { Model } from 'mongoose';
import type { DeliveryRow } from '../delivery/store.ts';
import type { ReminderRow } from '../reminder/store.ts';
import type { SubjectType } from '../rule/rules.ts';
import type { QueueName } from './queues.ts';
import type { Scheduled } from './scheduled.ts';

/** Documents of one kind on their way through the queues. */
export interface Lane {
  readonly name: 'reminders' | 'deliveries';
  readonly model: Model<Scheduled>;
  /** Fields that say which queue a row belongs to. */
  readonly projection: Readonly<Record<string, 1>>;
  readonly queues: readonly QueueName[];
  queueOf(row: Scheduled): QueueName;
}

/** Reviews of consents and contacts who go are few: they go with the evaluations. */
export const SUBJECT_QUEUES = {
  EVALUATION: 'evaluation-reminders',
  HANDOVER: 'handover-reminders',
  CONSENT_REVIEW: 'evaluation-reminders',
  IDLE_CONTACT: 'evaluation-reminders',
} as const satisfies Record<SubjectType, QueueName>;

const FIELDS = { revision: 1, enqueues: 1, lookAt: 1 } as const;

export function lanesOf(models: { reminders: Model<ReminderRow>; deliveries: Model<DeliveryRow> }): Lane[] {
  return [
    {
      name: 'reminders',
      model: models.reminders as unknown as Model<Scheduled>,
      projection: { ...FIELDS, subjectType: 1 },
      queues: [...new Set(Object.values(SUBJECT_QUEUES))],
      queueOf: (row) => SUBJECT_QUEUES[(row as ReminderRow).subjectType],
    },
    {
      name: 'deliveries',
      model: models.deliveries as unknown as Model<Scheduled>,
      projection: FIELDS,
      queues: ['deliveries'],
      queueOf: () => 'deliveries',
    },
  ];
}
