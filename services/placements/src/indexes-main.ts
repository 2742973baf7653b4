import process from 'node:process';
import { runIndexJob } from '@servicepunt/shared/run-indexes';
import { definePlacements } from './app.ts';
import { placementsSettings } from './config.ts';

await runIndexJob({ process, name: 'placements', settings: placementsSettings, define: (deps) => definePlacements(deps) });
