import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { RequestRefused } from '../refusal.ts';

/** Who sends a document: the folder of gateway/operations that it stands in. */
export type Audience = 'frontend' | 'hr';
export interface TrustedDocument {
  readonly id: string;
  readonly source: string;
  readonly audience: string;
}

/** The documents that our own clients send, by id: `sha256:` and the hash of their text. */
export interface Manifest {
  readonly documents: readonly TrustedDocument[];
  /** The text of a document by its id. Throws `RequestRefused` for an unknown id. */
  sourceOf(id: string): string;
  isTrusted(source: string, audience: Audience): boolean;
}

export function documentId(source: string): string {
  return `sha256:${createHash('sha256').update(source).digest('hex')}`;
}

/** Reads `<folder>/<audience>/*.graphql`. */
export function readManifest(folder: string): Manifest {
  const documents = globSync('*/*.graphql', { cwd: folder })
    .toSorted()
    .map((file): TrustedDocument => {
      const source = readFileSync(join(folder, file), 'utf8');
      return { id: documentId(source), source, audience: file.split(sep)[0] ?? '' };
    });
  const byId = new Map(documents.map(({ id, source }) => [id, source]));
  const trusted = new Set(documents.map(({ audience, source }) => `${audience} ${source}`));
  return {
    documents,
    sourceOf(id) {
      const source = byId.get(id);
      if (source === undefined) throw new RequestRefused(400, 'UNKNOWN_DOCUMENT', 'No document has this id.');
      return source;
    },
    isTrusted: (source, audience) => trusted.has(`${audience} ${source}`),
  };
}
