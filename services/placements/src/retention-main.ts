import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runRetentionJob } from '@servicepunt/shared/run-retention';
import { oldLinks } from './link/retention.ts';
import { createLinkStore } from './link/store.ts';

await runRetentionJob({
  process,
  name: 'placements',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldLinks(createLinkStore(connection), clock)] }),
});
