import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, Source } from 'graphql';
import type { ClientOperation } from './schema-check.ts';

/** Where the documents stand that real clients send. */
export const OPERATIONS = 'gateway/operations';

export function readClientOperations(root: string): ClientOperation[] {
  return globSync('**/*.graphql', { cwd: join(root, OPERATIONS) })
    .toSorted()
    .map((file) => ({ file, document: parse(new Source(readFileSync(join(root, OPERATIONS, file), 'utf8'), file)) }));
}
