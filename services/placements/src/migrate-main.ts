import { join } from 'node:path';
import process from 'node:process';
import { runMigrationJob } from '@servicepunt/shared/run-migrations';

await runMigrationJob({ process, name: 'placements', folder: join(import.meta.dirname, 'migrations') });
