import process from 'node:process';
import { runService } from '@servicepunt/shared/run';
import { defineNotifications } from './app.ts';
import { notificationsSettings } from './config.ts';
import { openQueues } from './engine/queues.ts';

await runService({
  process,
  name: 'notifications',
  settings: notificationsSettings,
  urls: (config) => ({ students: config.STUDENTS_URL, employers: config.EMPLOYERS_URL, placements: config.PLACEMENTS_URL }),
  define: (deps, config) =>
    defineNotifications(deps, {
      queues: openQueues({ redisUrl: config.REDIS_URL, prefix: config.QUEUE_PREFIX, clock: deps.clock, log: deps.log }),
      frontendUrl: config.FRONTEND_URL,
      remindAgainAfterMs: config.REMIND_AGAIN_AFTER_MS,
    }),
});
