import process from 'node:process';
import { runService } from '@servicepunt/shared/run';
import { defineEmployers } from './app.ts';
import { employersSettings } from './config.ts';

await runService({
  process,
  name: 'employers',
  settings: employersSettings,
  urls: (config) => ({ students: config.STUDENTS_URL, placements: config.PLACEMENTS_URL, notifications: config.NOTIFICATIONS_URL }),
  define: defineEmployers,
});
