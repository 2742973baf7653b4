import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { databaseUrl } from '../../../stack/src/documents.ts';
import { readManifest, writeChunk, writeManifest, type CollectionEntry, type Manifest } from './archive.ts';

const { BSON, MongoClient } = mongoose.mongo;
type Db = ReturnType<InstanceType<typeof MongoClient>['db']>;

const PAGE = 500;
const CHUNK_BYTES = 4_000_000;

/**
 * Copies the four databases into a folder while they are in use; an interrupted backup goes on after the last piece that it finished.
 * There is no common instant, and none is needed: a database's `cursors` are read first and its `events` last, so that what is restored
 * hears again what it may have missed (effects are idempotent), and no event that was told is missing.
 */
export async function backUp(options: {
  mongoUrl: string;
  folder: string;
  tell: (line: string) => void;
  chunkBytes?: number;
}): Promise<Manifest> {
  const { folder, tell } = options;
  const known = readManifest(folder);
  const manifest: Manifest = known ?? {
    ...{ format: 1, id: randomUUID(), startedAt: new Date().toISOString(), finishedAt: null },
    databases: Object.fromEntries(SERVICES.map((service) => [service, {}])),
  };
  if (manifest.finishedAt !== null) {
    tell(`The backup in ${folder} was finished at ${manifest.finishedAt}; nothing to do. Another one needs another folder.`);
    return manifest;
  }
  if (known) tell(`Going on with the backup that began at ${known.startedAt}`);
  for (const service of SERVICES) {
    const client = await MongoClient.connect(databaseUrl(options.mongoUrl, service), { serverSelectionTimeoutMS: 5_000 });
    try {
      const db = client.db();
      const entries = (manifest.databases[service] ??= {});
      for (const name of await collectionsOf(db)) {
        const entry = (entries[name] ??= { indexes: await indexesOf(db, name), chunks: [], after: null, complete: false });
        while (!entry.complete) {
          await copyChunk(db, name, entry, { folder, prefix: `${service}/${name}`, bytes: options.chunkBytes ?? CHUNK_BYTES });
          writeManifest(folder, manifest);
        }
        tell(`${service}.${name}: ${entry.chunks.reduce((sum, { documents }) => sum + documents, 0)} documents`);
      }
    } finally {
      await client.close();
    }
  }
  manifest.finishedAt = new Date().toISOString();
  writeManifest(folder, manifest);
  return manifest;
}

async function collectionsOf(db: Db): Promise<string[]> {
  const names = (await db.listCollections({}, { nameOnly: true }).toArray())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.'));
  const place = (name: string) => (name === 'cursors' ? 0 : name === 'events' ? 2 : 1);
  return names.toSorted((left, right) => place(left) - place(right) || left.localeCompare(right));
}

async function indexesOf(db: Db, name: string): Promise<Record<string, unknown>[]> {
  const indexes = (await db.collection(name).indexes()) as Record<string, unknown>[];
  return indexes.filter((index) => index['name'] !== '_id_').map(({ v: _version, ns: _namespace, ...index }) => index);
}

/** Copies the next piece: bytes as the server sent them, so that no type is changed on the way. */
async function copyChunk(
  db: Db,
  name: string,
  entry: CollectionEntry,
  to: { folder: string; prefix: string; bytes: number },
): Promise<void> {
  const documents: Uint8Array[] = [];
  let bytes = 0;
  let after = entry.after === null ? null : (BSON.EJSON.parse(entry.after, { relaxed: false }) as { _id: unknown });
  while (!entry.complete && bytes < to.bytes) {
    const filter = after === null ? {} : { _id: { $gt: after._id } };
    const rows = (await db
      .collection(name)
      .find(filter as never, { raw: true })
      .sort({ _id: 1 })
      .limit(PAGE)
      .toArray()) as unknown as Uint8Array[];
    // The driver's buffers are views on what it received and may be used again.
    for (const row of rows) {
      documents.push(Uint8Array.from(row));
      bytes += row.length;
    }
    const last = documents.at(-1);
    if (rows.length > 0 && last) after = { _id: BSON.deserialize(last, { promoteValues: false })['_id'] as unknown };
    entry.complete = rows.length < PAGE;
  }
  const number = String(entry.chunks.length).padStart(4, '0');
  if (documents.length > 0) entry.chunks.push(writeChunk(to.folder, `${to.prefix}.${number}.bson`, documents));
  entry.after = after === null ? null : BSON.EJSON.stringify(after, { relaxed: false });
}
