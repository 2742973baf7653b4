import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runNightlyJob } from '@servicepunt/shared/run-nightly';
import { oldBodies } from './delivery/retention.ts';
import { createDeliveryStore } from './delivery/store.ts';

await runNightlyJob({
  process,
  name: 'notifications',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldBodies(createDeliveryStore(connection), clock)] }),
});
