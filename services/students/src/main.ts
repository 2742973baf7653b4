import process from 'node:process';
import { runService } from '@servicepunt/shared/run';
import { defineStudents } from './app.ts';
import { studentsSettings } from './config.ts';

await runService({
  process,
  name: 'students',
  settings: studentsSettings,
  urls: (config) => ({ employers: config.EMPLOYERS_URL, placements: config.PLACEMENTS_URL, notifications: config.NOTIFICATIONS_URL }),
  define: defineStudents,
});
