import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UnusableFile, type Source } from './encoding.ts';

/** A file on disk, read in pieces of 64 KB when it's asked for. Throws `UnusableFile` where there is none. */
export async function fileSource(path: string): Promise<Source> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) throw new UnusableFile(`There is no file ${path}.`);
  return { name: basename(path), bytes: found.size, open: () => createReadStream(path) };
}
