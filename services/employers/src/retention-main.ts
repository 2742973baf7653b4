import process from 'node:process';
import { databaseSettings } from '@servicepunt/shared/config';
import { runNightlyJob } from '@servicepunt/shared/run-nightly';
import { oldApproaches } from './budget/retention.ts';
import { createBudgetStore } from './budget/store.ts';

await runNightlyJob({
  process,
  name: 'employers',
  settings: databaseSettings,
  open: (connection, clock) => ({ tasks: [oldApproaches(createBudgetStore(connection), clock)] }),
});
