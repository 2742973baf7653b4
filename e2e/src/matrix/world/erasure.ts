import { until } from '@servicepunt/shared/test-support/subgraph';
import type { Canaries } from '../canaries.ts';
import type { Client } from './client.ts';
import { bornFor, day } from './days.ts';
import type { Ground } from './ground.ts';

/** A pupil of no story, erased by the privacy officer: the record of the erasure is what is left. */
export async function eraseSomebody(client: Client, canaries: Canaries, ground: Ground, schoolLocationId: string): Promise<void> {
  const { student } = await client.act(
    ground.as('coordinator'),
    'registerStudent',
    {
      idempotencyKey: 'matrix-erased',
      schoolLocationId,
      schoolPupilNumber: canaries.word('erased Student.schoolPupilNumber'),
      givenName: canaries.word('erased Student.givenName'),
      familyName: canaries.word('erased Student.familyName'),
      birthDate: bornFor(16, 9),
      enrolledOn: day(-300),
    },
    'student { id }',
  );
  const privacyOfficer = ground.as('privacyOfficer');
  const { erasure } = await client.act(
    privacyOfficer,
    'eraseStudent',
    { idempotencyKey: 'matrix-erase', studentId: student.id, reason: 'REQUESTED' },
    'erasure { id }',
  );
  await until(
    async () => {
      const { erasure: now } = await client.ask(
        privacyOfficer,
        'query ($id: ID!) { erasure(id: $id) { complete reports { erased { collection } } } }',
        {
          id: erasure.id,
        },
      );
      return now.complete as boolean;
    },
    'every service to report the erasure',
    60_000,
  );
}
