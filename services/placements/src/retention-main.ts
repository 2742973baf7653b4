import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runNightlyJob } from '@servicepunt/shared/run-nightly';
import { oldLinks } from './link/retention.ts';
import { createLinkStore } from './link/store.ts';

await runNightlyJob({
  process,
  name: 'placements',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldLinks(createLinkStore(connection), clock)] }),
});
