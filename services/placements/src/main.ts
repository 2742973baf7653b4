import process from 'node:process';
import { runService } from '@servicepunt/shared/run';
import { definePlacements } from './app.ts';
import { placementsSettings } from './config.ts';

await runService({
  process,
  name: 'placements',
  settings: placementsSettings,
  urls: (config) => ({ students: config.STUDENTS_URL, employers: config.EMPLOYERS_URL }),
  define: (deps) => definePlacements(deps),
});
