import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { clockAt } from '@servicepunt/shared/clock';
import type { Connection } from '@servicepunt/shared/mongo';
import { runNightly } from '@servicepunt/shared/nightly';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';
import { oldApproaches } from './retention.ts';
import { createBudgetStore } from './store.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(testMongoUrl('employers')).asPromise();
});
afterAll(() => connection.close());

it('approaches go after a year, also where nobody makes a new one; the day itself is still kept', async () => {
  const store = createBudgetStore(connection);
  const budget = (_id: string, ...days: string[]) => ({
    _id,
    revision: 3,
    level: 'LOW',
    approaches: days.map((day) => ({ _id: day, day })),
  });
  await store.model.collection.insertMany([
    budget('bud_1', '2025-11-23', '2025-11-24', '2026-05-01'),
    budget('bud_2', '2026-11-01'),
    budget('bud_3', '2024-01-01'),
  ] as never);
  const tasks = [
    oldApproaches(
      store,
      clockAt(() => new Date('2026-11-24T02:30:00Z')),
    ),
  ];
  const tell = () => undefined;
  const daysOf = async () =>
    (await store.model.collection.find().sort({ _id: 1 }).toArray()).map(({ revision, approaches }) => [
      revision,
      (approaches as { day: string }[]).map(({ day }) => day),
    ]);
  const before = await daysOf();
  await runNightly({ tasks, dryRun: true, tell });
  expect(await daysOf()).toEqual(before);
  expect(await runNightly({ tasks, dryRun: false, tell })).toEqual({ APPROACHES: 2 });
  expect(await daysOf()).toEqual([
    [4, ['2025-11-24', '2026-05-01']],
    [3, ['2026-11-01']],
    [4, []],
  ]);
});
