import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runRetentionJob } from '@servicepunt/shared/run-retention';
import { oldApproaches } from './budget/retention.ts';
import { createBudgetStore } from './budget/store.ts';

await runRetentionJob({
  process,
  name: 'employers',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldApproaches(createBudgetStore(connection), clock)] }),
});
