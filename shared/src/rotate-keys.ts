import { setTimeout as pause } from 'node:timers/promises';
import type { Connection } from 'mongoose';
import {
  RESTRICTED_COLLECTIONS,
  RESTRICTED_FIELDS,
  restrictedPaths,
  type EncryptedService,
  type EncryptedType,
} from './contracts/restricted-fields.ts';
import { changeDocument } from './encrypted-fields.ts';
import { decryptText, encryptText, keyIdOf, type FieldKeys } from './encryption.ts';

/** Tells how far a rotation is; `total` is counted at its start. */
export interface RotationProgress {
  begin(type: string, total: number, done: number): void;
  advance(documents: number): void;
  end(): void;
}
export interface RotationResult {
  /** Documents that were written anew under the current key. */
  readonly changed: number;
  /** Documents that others wrote again and again meanwhile: run it once more. */
  readonly left: number;
}
interface Progress {
  _id: string;
  after: string;
  seen: number;
}
type Stored = Record<string, unknown> & { _id: string; revision: number };

const BATCH = 200;
const TRIES = 5;

/**
 * Writes every restricted text of a service under the current key: those under older keys, and those from before fields were encrypted.
 * Stopped half-way, the next run goes on where this one was; a document is written only as it was read, and keeps its revision.
 */
export async function rotateKeys(
  connection: Connection,
  service: EncryptedService,
  keys: FieldKeys,
  progress: RotationProgress,
): Promise<RotationResult> {
  const bookmarks = connection.collection<Progress>('keyRotations');
  let changed = 0;
  let left = 0;
  for (const type of Object.keys(RESTRICTED_FIELDS[service]) as EncryptedType[]) {
    const collection = connection.collection<Stored>(RESTRICTED_COLLECTIONS[type]);
    const mark = `${type}:${keys.current}`;
    const known = await bookmarks.findOne({ _id: mark });
    let { after, seen } = known ?? { after: '', seen: 0 };
    progress.begin(type, await collection.countDocuments({}), seen);
    for (;;) {
      const documents = await collection
        .find({ _id: { $gt: after } })
        .sort({ _id: 1 })
        .limit(BATCH)
        .toArray();
      const last = documents.at(-1);
      if (!last) break;
      for (const document of documents) {
        const outcome = await rotateDocument(document);
        if (outcome === 'changed') changed += 1;
        if (outcome === 'left') left += 1;
      }
      after = last._id;
      seen += documents.length;
      await bookmarks.updateOne({ _id: mark }, { $set: { after, seen } }, { upsert: true });
      progress.advance(documents.length);
    }
    // The next rotation, or the run after this one, begins anew.
    await bookmarks.deleteOne({ _id: mark });
    progress.end();

    async function rotateDocument(read: Stored): Promise<'changed' | 'current' | 'left' | 'gone'> {
      let document: Stored | null = read;
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        if (attempt > 0) {
          await pause(20 * attempt);
          document = await collection.findOne({ _id: read._id });
        }
        if (!document) return 'gone';
        const fields = renewed(type, document, keys);
        if (!fields) return 'current';
        const { matchedCount } = await collection.updateOne({ _id: document._id, revision: document.revision }, { $set: fields });
        if (matchedCount === 1) return 'changed';
      }
      return 'left';
    }
  }
  return { changed, left };
}

/** The top fields of a document that hold a text under another key, written anew; null when there is none. */
function renewed(type: EncryptedType, document: Stored, keys: FieldKeys): Record<string, unknown> | null {
  const paths = restrictedPaths(type);
  let renewals = 0;
  const sealed = changeDocument(document, RESTRICTED_COLLECTIONS[type], paths, (stored, place) => {
    if (keyIdOf(stored) === keys.current) return stored;
    renewals += 1;
    return encryptText(keys, decryptText(keys, stored, place), place);
  });
  if (renewals === 0) return null;
  const tops = new Set(paths.map((path) => path.split('.')[0] ?? ''));
  return Object.fromEntries(Object.entries(sealed).filter(([name]) => tops.has(name)));
}
