import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../../stack/src/user-error.ts';

/** A piece of a collection: documents in the order of `_id`, one after the other as BSON, as `mongodump` writes them. */
const chunk = z.object({ file: z.string(), documents: z.number().int(), bytes: z.number().int(), sha256: z.string() });
const collection = z.object({
  indexes: z.array(z.record(z.string(), z.unknown())),
  chunks: z.array(chunk),
  /** Where the next piece begins: the last `_id`, as EJSON. */
  after: z.string().nullable(),
  complete: z.boolean(),
});
const manifest = z.object({
  format: z.literal(1),
  id: z.string(),
  startedAt: z.string(),
  /** Null while something is missing. */
  finishedAt: z.string().nullable(),
  databases: z.record(z.string(), z.record(z.string(), collection)),
});
export type Chunk = z.output<typeof chunk>;
export type CollectionEntry = z.output<typeof collection>;
export type Manifest = z.output<typeof manifest>;

const fileOf = (folder: string) => join(folder, 'manifest.json');

export function readManifest(folder: string): Manifest | null {
  if (!existsSync(fileOf(folder))) return null;
  const result = manifest.safeParse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
  if (!result.success) throw new UserError(`${fileOf(folder)} is not the manifest of a backup: ${result.error.issues[0]?.path.join('.')}.`);
  return result.data;
}

export function writeManifest(folder: string, content: Manifest): void {
  writeDurably(fileOf(folder), Buffer.from(`${JSON.stringify(content, null, 1)}\n`));
}

/** Writes a file that is either there in full or not at all, readable by its owner only: it holds personal data. */
function writeDurably(path: string, content: Buffer): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

export function writeChunk(folder: string, file: string, documents: readonly Uint8Array[]): Chunk {
  const content = Buffer.concat(documents);
  writeDurably(join(folder, file), content);
  return { file, documents: documents.length, bytes: content.length, sha256: sha256(content) };
}

/** The documents of a piece. Throws when the file isn't what was written. */
export function readChunk(folder: string, { file, documents, sha256: expected }: Chunk): Uint8Array[] {
  const path = join(folder, file);
  if (!existsSync(path)) throw new UserError(`${path} is missing: the backup can't be restored. Nothing was written.`);
  const content = readFileSync(path);
  if (sha256(content) !== expected)
    throw new UserError(`${path} is not what was backed up (its checksum differs). Nothing of it was written.`);
  const found: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += content.readInt32LE(at)) found.push(content.subarray(at, at + content.readInt32LE(at)));
  if (found.length !== documents) throw new UserError(`${path} holds ${found.length} documents instead of ${documents}.`);
  return found;
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
