import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { databaseSettings } from './config.ts';
import { loadMigrations, migrationModel, MigrationRefused, MigrationStopped, pendingMigrations, runMigrations } from './migrations.ts';
import { settingsOrExit } from './settings.ts';

/**
 * What the migration job of a service does: carries out the data migrations that are left and tells how far it is; `--plan` only shows them.
 * Exit code 1 when something is left.
 */
export async function runMigrationJob(options: { process: NodeJS.Process; name: string; folder: string }): Promise<void> {
  const { process, name } = options;
  const { MONGODB_URL } = settingsOrExit(databaseSettings, process);
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const connection = mongoose.createConnection(MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
  try {
    await connection.asPromise();
    const migrations = await loadMigrations(options.folder);
    const pending = await pendingMigrations(migrationModel(connection), migrations);
    tell(
      pending.length === 0
        ? `${name}: ${migrations.length} migrations, nothing to do`
        : `${name}: ${pending.length} of ${migrations.length} to do`,
    );
    for (const { migration, row } of pending)
      tell(
        `  ${migration.id}: ${migration.what}; ${await migration.count(connection)} documents${row ? `, begun (${row.changed} changed)` : ''}`,
      );
    if (!process.argv.includes('--plan')) await runMigrations({ connection, migrations, instance: randomUUID(), tell });
  } catch (error) {
    const reason =
      error instanceof MigrationRefused
        ? error.message
        : error instanceof MigrationStopped
          ? `${error.message}: ${describe(error.cause)}. See ${options.folder}/${error.message.split(' ')[0]}.ts`
          : `it stopped with ${describe(error)}`;
    process.stderr.write(
      `The migrations of ${name} are not done: ${reason}\nWhat was done stays; running this again goes on from there.\n`,
    );
    process.exitCode = 1;
  } finally {
    await connection.close();
  }
}

/** Driver messages may hold values of documents. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'an unknown error';
  const code = 'codeName' in error ? ` (${String(error.codeName)})` : '';
  return `${error.name}${code}`;
}
