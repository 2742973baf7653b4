import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createFiles } from './world/files.ts';
import { largePupilFile } from './world/large.ts';

export const DATA_FOLDER = join(import.meta.dirname, '..', 'data');

/** Writes all files of the sample into a folder. */
export async function generateSample(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = createFiles();
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return [...files.keys()];
}

/** Writes one pupil file of any size. */
export async function generateLarge(count: number, path: string): Promise<void> {
  await pipeline(Readable.from(largePupilFile(count)), createWriteStream(path));
}
