import { join } from 'node:path';
import process from 'node:process';
import { runMigrationJob } from '@servicepunt/shared/run-migrations';

await runMigrationJob({ process, name: 'employers', folder: join(import.meta.dirname, 'migrations') });
