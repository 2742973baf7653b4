import { afterAll, beforeAll, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { clockAt } from '@servicepunt/shared/clock';
import type { Connection } from '@servicepunt/shared/mongo';
import { NIGHTLY_PAGE, runNightly } from '@servicepunt/shared/nightly';
import { testMongoUrl } from '@servicepunt/shared/test-support/stores';
import { oldLinks } from './retention.ts';
import { createLinkStore } from './store.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await mongoose.createConnection(testMongoUrl('placements')).asPromise();
});
afterAll(() => connection.close());

it('links go a year after they expired, page by page; those that may still offer a new one stay', async () => {
  const { model } = createLinkStore(connection);
  const link = (index: number, expiresAt: string) => ({
    _id: `lnk_${String(index).padStart(4, '0')}`,
    hash: `${index}`,
    expiresAt: new Date(expiresAt),
  });
  const old = Array.from({ length: NIGHTLY_PAGE * 2 + 1 }, (_value, index) => link(index, '2025-11-23T10:00:00Z'));
  await model.collection.insertMany([...old, link(9_998, '2025-11-24T10:00:00Z'), link(9_999, '2026-12-01T10:00:00Z')] as never);
  const tasks = [
    oldLinks(
      { model },
      clockAt(() => new Date('2026-11-24T02:30:00Z')),
    ),
  ];
  const tell = () => undefined;
  await runNightly({ tasks, dryRun: true, tell });
  expect(await model.collection.countDocuments()).toBe(old.length + 2);
  expect(await runNightly({ tasks, dryRun: false, tell })).toEqual({ LINKS: old.length });
  expect((await model.collection.find().toArray()).map(({ _id }) => String(_id)).toSorted()).toEqual(['lnk_9998', 'lnk_9999']);
});
