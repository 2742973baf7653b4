/** Runs the stand-in migrations in small batches with pauses, to be killed in the middle of it: `node migrate-slowly.ts URL`. */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { loadMigrations, runMigrations } from '../migrations.ts';

const connection = await mongoose.createConnection(process.argv[2] ?? '').asPromise();
const migrations = await loadMigrations(join(import.meta.dirname, 'migrations'));
const slowly = migrations.map((migration) => ({
  ...migration,
  batch: async (...args: Parameters<typeof migration.batch>) => {
    const done = await migration.batch(...args);
    await pause(50);
    return done;
  },
}));
await runMigrations({ connection, migrations: slowly, instance: 'slow', batchSize: 10, leaseMs: 500, tell: (line) => console.log(line) });
await connection.close();
