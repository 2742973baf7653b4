import mongoose from 'mongoose';
import { Registry } from 'prom-client';
import type { z } from 'zod';
import { systemClock } from './clock.ts';
import type { ServiceName } from './contracts/roles.ts';
import { databaseSettings } from './config.ts';
import { eventModel } from './events/relay.ts';
import { cursorModel } from './events/subscriber.ts';
import { newId } from './ids.ts';
import { buildMissingIndexes, planIndexes } from './indexes.ts';
import { createLog } from './log.ts';
import { settingsOrExit } from './settings.ts';
import { readingsOf, type RoomDeps, type ServiceDefinition } from './service.ts';

/**
 * What the index job of a service does (`AUTO_INDEX` is off in production): shows what it will build, builds it, and tells how it went.
 * `--plan` only shows. Exit code 1 when something is left. It needs the database alone: the rooms are built, and nobody is served.
 */
export async function runIndexJob<Shape extends z.ZodRawShape>(options: {
  process: NodeJS.Process;
  name: ServiceName;
  settings: z.ZodObject<Shape>;
  define: (deps: RoomDeps, config: Readonly<z.output<z.ZodObject<Shape>>>) => ServiceDefinition;
}): Promise<void> {
  const { process } = options;
  const { MONGODB_URL } = settingsOrExit(databaseSettings, process);
  const config = settingsOrExit(options.settings.partial(), process) as Readonly<z.output<z.ZodObject<Shape>>>;
  const tell = (line: string) => process.stdout.write(`${line}\n`);
  const connection = mongoose.createConnection(MONGODB_URL, { autoIndex: false, autoCreate: false, serverSelectionTimeoutMS: 5_000 });
  const unused = () => Promise.reject(new Error('The index job calls no service'));
  const definition = options.define(
    {
      connection,
      clock: systemClock,
      newId,
      call: unused,
      log: createLog({ service: options.name, level: 'error' }),
      registry: new Registry(),
      nudge: () => undefined,
    },
    config,
  );
  eventModel(connection);
  cursorModel(connection);
  readingsOf(options.name, definition, { connection, clock: systemClock, newId });
  try {
    await connection.asPromise();
    for (const { collection, missing } of await planIndexes(connection))
      tell(
        `${collection}: ${missing.length === 0 ? 'complete' : `will build ${missing.map(({ keys }) => JSON.stringify(keys)).join(', ')}`}`,
      );
    if (!process.argv.includes('--plan')) {
      const { failed } = await buildMissingIndexes(connection, tell);
      if (failed > 0) process.exitCode = 1;
    }
  } catch (error) {
    process.stderr.write(
      `The indexes of ${options.name} were not finished: ${error instanceof Error ? error.name : 'unknown error'}. Check MONGODB_URL and run this again; what was built stays.\n`,
    );
    process.exitCode = 1;
  } finally {
    await connection.close();
  }
}
