import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runRetentionJob } from '@servicepunt/shared/run-retention';
import { oldBodies } from './delivery/retention.ts';
import { createDeliveryStore } from './delivery/store.ts';

await runRetentionJob({
  process,
  name: 'notifications',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldBodies(createDeliveryStore(connection), clock)] }),
});
