/** The document store of the local stack and of the tests: where MongoDB is at hand that, else our embedded one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findMongod } from './mongod.ts';
import { readyEvent } from './ready-event.ts';
import type { ProcessSpec } from './supervisor.ts';
import { UserError } from './user-error.ts';

export type DocumentChoice =
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'mongod'; readonly binary: string }
  | { readonly kind: 'embedded' };

/** MONGODB_URL if set, else a mongod on this machine, else the embedded store. */
export function chooseDocuments(options: {
  MONGODB_URL?: string | undefined;
  MONGOD_BINARY?: string | undefined;
  PATH: string;
  root: string;
}): DocumentChoice {
  if (options.MONGODB_URL !== undefined) return { kind: 'external', url: options.MONGODB_URL };
  const binary = findMongod(options);
  return binary === undefined ? { kind: 'embedded' } : { kind: 'mongod', binary };
}

/** What a data folder remembers of its store: never a password. */
export interface RememberedStore {
  readonly kind: DocumentChoice['kind'];
  readonly at?: string;
}

export function rememberedStore(choice: DocumentChoice): RememberedStore {
  return choice.kind === 'external' ? { kind: 'external', at: withoutSecrets(choice.url) } : { kind: choice.kind };
}

/** Refuses to go on with another store than the one that holds the folder's data: the data would seem to be gone. */
export function refuseSwitch(before: RememberedStore | undefined, now: RememberedStore, folder: string): void {
  if (before === undefined || (before.kind === now.kind && before.at === now.at)) return;
  const wayBack: Record<DocumentChoice['kind'], string> = {
    external: `set MONGODB_URL to ${before.at} again`,
    mongod: 'name a mongod in MONGOD_BINARY, or get one by "npm run mongod:download"',
    embedded: now.kind === 'external' ? 'unset MONGODB_URL' : 'take mongod off PATH and unset MONGOD_BINARY',
  };
  throw new UserError(
    `The data folder ${folder} belongs to ${inWords(before)}, and this start would use ${inWords(now)}. To keep its data, ${wayBack[before.kind]}; to start afresh, name another folder in DATA_DIR or remove this one.`,
  );
}

export function inWords(store: RememberedStore): string {
  const words = { external: `MongoDB at ${store.at}`, mongod: 'a local mongod', embedded: 'the embedded document store' };
  return words[store.kind];
}

function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '');
}

/** The embedded store on a folder and a free port. */
export function embeddedMongoSpec(options: { root: string; folder: string; stage: number }): ProcessSpec {
  mkdirSync(options.folder, { recursive: true });
  return {
    name: 'documents',
    command: process.execPath,
    args: [join(options.root, 'tools/embedded-mongo/src/main.ts'), '--folder', options.folder, '--port', '0'],
    stage: options.stage,
    stopWithinMs: 2_000,
    ready: readyEvent('ready'),
  };
}

/** `url` for one database: the name in the URL, if any, becomes a prefix, so that several stacks can share one server. */
export function databaseUrl(url: string, database: string): string {
  const match = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(\?.*)?$/.exec(url);
  if (!match) throw new Error('MONGODB_URL must look like mongodb://host:27017/');
  const [, scheme = '', authority = '', prefix = '', query = ''] = match;
  // The database of a URL is also where its user is looked up, unless authSource says otherwise.
  const needsAuthSource = prefix !== '' && authority.includes('@') && !/[?&]authSource=/.test(query);
  const authSource = needsAuthSource ? `${query === '' ? '?' : '&'}authSource=${prefix}` : '';
  return `${scheme}${authority}/${prefix === '' ? '' : `${prefix}_`}${database}${query}${authSource}`;
}
