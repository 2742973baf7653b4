import mongoose from 'mongoose';
import type { z } from 'zod';
import { systemClock, type Clock } from './clock.ts';
import type { ServiceName } from './contracts/roles.ts';
import type { Connection } from './mongo.ts';
import { runNightly, type NightlyTask } from './nightly.ts';
import { settingsOrExit } from './settings.ts';

/** What the nightly job of a service does: ends what has had its time and tells what the day brings; `--dry-run` only counts. Exit code 1 when something is left. */
export async function runNightlyJob<Shape extends z.ZodRawShape>(options: {
  process: NodeJS.Process;
  name: ServiceName;
  settings: z.ZodObject<Shape>;
  open: (connection: Connection, clock: Clock, config: Readonly<z.output<z.ZodObject<Shape>>>) => NightlyTools;
}): Promise<void> {
  const { process, name } = options;
  const config = settingsOrExit(options.settings, process);
  const { MONGODB_URL } = config as unknown as { MONGODB_URL: string };
  const connection = mongoose.createConnection(MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
  const { tasks, close } = options.open(connection, systemClock, config);
  try {
    await connection.asPromise();
    const dryRun = process.argv.includes('--dry-run');
    await runNightly({ tasks, dryRun, tell: (line) => process.stdout.write(`${name}: ${line}\n`) });
    if (dryRun) process.stdout.write(`${name}: a dry run, nothing was changed\n`);
  } catch (error) {
    process.stderr.write(
      `The nightly job of ${name} stopped: ${error instanceof Error ? error.name : 'unknown error'}. What was done stays; running this again goes on from there.\n`,
    );
    process.exitCode = 1;
  } finally {
    await close?.();
    await connection.close();
  }
}
export interface NightlyTools {
  readonly tasks: readonly NightlyTask[];
  close?(): Promise<void>;
}
