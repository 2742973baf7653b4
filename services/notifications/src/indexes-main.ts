import process from 'node:process';
import { runIndexJob } from '@servicepunt/shared/run-indexes';
import { defineNotifications } from './app.ts';
import { notificationsSettings } from './config.ts';
import { noQueues } from './engine/queues.ts';

await runIndexJob({
  process,
  name: 'notifications',
  settings: notificationsSettings,
  define: (deps, config) => defineNotifications(deps, { queues: noQueues, frontendUrl: config.FRONTEND_URL }),
});
