import mongoose from 'mongoose';
import { databaseUrl } from '../../../stack/src/documents.ts';
import { UserError } from '../../../stack/src/user-error.ts';
import { readChunk, readManifest, type Manifest } from './archive.ts';

const { BSON, MongoClient } = mongoose.mongo;
type Client = InstanceType<typeof MongoClient>;
type Db = ReturnType<Client['db']>;

/** Stands in each database while it is restored: which pieces are in. */
const PROGRESS = 'restore';
interface Progress {
  _id: string;
  chunks: string[];
}
interface Cursor {
  _id: string;
  after: number;
}

const INSERT_AT_ONCE = 500;
const DUPLICATE_KEY = 11_000;

/**
 * Brings a backup back. Everything is checked before anything is written; a target that holds documents is refused unless `replace` says to
 * empty it. An interrupted restore goes on with the pieces that are missing. Nobody may be using the databases meanwhile.
 */
export async function restore(options: {
  mongoUrl: string;
  folder: string;
  replace: boolean;
  tell: (line: string) => void;
}): Promise<void> {
  const { folder, tell } = options;
  const manifest = readManifest(folder);
  if (!manifest) throw new UserError(`There is no backup in ${folder}: it has no manifest.json.`);
  if (manifest.finishedAt === null)
    throw new UserError(`The backup in ${folder} is not finished: run "npm run backup -- --out ${folder}" again, it goes on where it was.`);
  const chunks = Object.values(manifest.databases).flatMap((entries) => Object.values(entries).flatMap((entry) => entry.chunks));
  for (const each of chunks) readChunk(folder, each);
  tell(`${chunks.length} files of the backup of ${manifest.startedAt} are as they were written`);

  const clients = new Map<string, Client>();
  try {
    for (const service of Object.keys(manifest.databases))
      clients.set(service, await MongoClient.connect(databaseUrl(options.mongoUrl, service), { serverSelectionTimeoutMS: 5_000 }));
    const dbs = new Map([...clients].map(([service, client]) => [service, client.db()]));
    for (const [service, db] of dbs) await prepare(service, db, manifest, options.replace);
    for (const [service, db] of dbs) {
      for (const [name, entry] of Object.entries(manifest.databases[service] ?? {})) {
        await fill(db, name, folder, manifest.id, entry.chunks);
        if (entry.indexes.length > 0) await db.collection(name).createIndexes(entry.indexes as never);
      }
      tell(`${service}: restored`);
    }
    for (const [service, db] of dbs) await setCursors(service, db, dbs, tell);
    for (const db of dbs.values()) await db.collection(PROGRESS).drop();
  } finally {
    await Promise.all([...clients.values()].map((client) => client.close()));
  }
}

/** Refuses or empties a database that holds something, unless it is this restore that was interrupted. */
async function prepare(service: string, db: Db, { id }: Manifest, replace: boolean): Promise<void> {
  const begun = await db.collection<Progress>(PROGRESS).findOne({ _id: id });
  if (begun) return;
  const names = (await db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name);
  for (const name of names) {
    if (!replace && (await db.collection(name).findOne({})) !== null)
      throw new UserError(
        `The database ${service} holds documents (${name}). Nothing was written. Restore into an empty store, or say --replace: what is there is then gone.`,
      );
  }
  for (const name of names) await db.collection(name).drop();
  await db.collection<Progress>(PROGRESS).insertOne({ _id: id, chunks: [] });
}

async function fill(db: Db, name: string, folder: string, id: string, chunks: Parameters<typeof readChunk>[1][]): Promise<void> {
  const progress = db.collection<Progress>(PROGRESS);
  const done = new Set((await progress.findOne({ _id: id }))?.chunks);
  for (const chunk of chunks.filter(({ file }) => !done.has(file))) {
    // Numbers as they are stored: a 5.0 must not come back as an integer.
    const rows = readChunk(folder, chunk).map((bytes) =>
      BSON.deserialize(bytes, { promoteValues: false, promoteLongs: false, bsonRegExp: true }),
    );
    for (let at = 0; at < rows.length; at += INSERT_AT_ONCE) await insert(db, name, rows.slice(at, at + INSERT_AT_ONCE));
    await progress.updateOne({ _id: id }, { $push: { chunks: chunk.file } });
  }
}

/** What a restore that was interrupted had inserted already stays. */
async function insert(db: Db, name: string, rows: readonly object[]): Promise<void> {
  try {
    await db.collection(name).insertMany(rows as never, { ordered: false });
  } catch (error) {
    const failures = (error as { writeErrors?: { code?: number } | { code?: number }[] }).writeErrors;
    const codes = [failures ?? []].flat().map((failure) => failure.code);
    if (codes.length === 0 || codes.some((code) => code !== DUPLICATE_KEY)) throw error;
  }
}

/**
 * A subscriber that was backed up later than its producer has heard of events that the restored log doesn't know: it would miss the new ones that
 * get their numbers. Its cursor goes back to the end of that log; hearing the rest again changes nothing.
 */
async function setCursors(service: string, db: Db, dbs: ReadonlyMap<string, Db>, tell: (line: string) => void): Promise<void> {
  const cursors = db.collection<Cursor>('cursors');
  for (const { _id: producer, after } of await cursors.find().toArray()) {
    const log = dbs.get(producer)?.collection<{ _id: number }>('events');
    const last = (await log?.find().sort({ _id: -1 }).limit(1).toArray())?.[0]?._id ?? 0;
    const set = Math.min(after, last);
    if (set < after) tell(`${service}: cursor of ${producer} set from ${after} back to ${set}, the last event of the restored log`);
    await cursors.updateOne({ _id: producer }, { $set: { after: set, leaseOwner: null, leaseUntil: null } });
  }
}
