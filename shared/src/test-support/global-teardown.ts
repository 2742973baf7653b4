import { rmSync } from 'node:fs';
import mongoose from 'mongoose';

export default async function globalTeardown(): Promise<void> {
  const stores = globalThis.testStores;
  if (!stores) return;
  await stores.supervisor.stop();
  await stores.watchdog.close();
  rmSync(stores.folder, { recursive: true, force: true });
  // `npm run contracts:record` reads what was told, and throws its store away afterwards.
  if (stores.externalMongoUrl !== undefined && process.env['RECORD_CALLS'] === undefined)
    await dropDatabasesOfRun(stores.externalMongoUrl, stores.run);
}

/** A MongoDB that isn't ours is left as it was found. */
async function dropDatabasesOfRun(url: string, run: string): Promise<void> {
  const connection = await mongoose.createConnection(url, { serverSelectionTimeoutMS: 2_000 }).asPromise();
  try {
    const { databases } = await connection.getClient().db().admin().listDatabases({ nameOnly: true });
    for (const { name } of databases) if (name.includes(`_${run}_`)) await connection.getClient().db(name).dropDatabase();
  } finally {
    await connection.close();
  }
}
