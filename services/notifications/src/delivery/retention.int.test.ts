import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { clockAt } from '@servicepunt/shared/clock';
import type { Connection } from '@servicepunt/shared/mongo';
import { runNightly } from '@servicepunt/shared/nightly';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';
import { oldBodies } from './retention.ts';
import { createDeliveryStore } from './store.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(testMongoUrl('notifications')).asPromise();
});
afterAll(() => connection.close());

it('the text of a mail goes six months after it was sent, and that it was sent stays', async () => {
  const { model } = createDeliveryStore(connection);
  const sent = (_id: string, sentAt: string) => ({
    _id,
    status: 'SENT',
    sentAt: new Date(sentAt),
    body: { subject: 'canary', text: 'canary' },
  });
  await model.collection.insertMany([sent('dlv_1', '2026-05-23T10:00:00Z'), sent('dlv_2', '2026-05-24T10:00:00Z')] as never);
  const tasks = [
    oldBodies(
      { model },
      clockAt(() => new Date('2026-11-24T02:30:00Z')),
    ),
  ];
  const tell = () => undefined;
  await runNightly({ tasks, dryRun: true, tell });
  expect(await model.collection.countDocuments({ body: { $type: 'object' } } as never)).toBe(2);
  expect(await runNightly({ tasks, dryRun: false, tell })).toEqual({ MESSAGE_BODIES: 1 });
  const [first, second] = await model.collection.find().sort({ _id: 1 }).toArray();
  expect(first).toMatchObject({ status: 'SENT', body: null });
  expect(second).toMatchObject({ body: { text: 'canary' } });
});
