/** The document store of the local stack and of the tests: where MongoDB is at hand that, else our embedded one. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessSpec } from './supervisor.ts';

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

/** Reads the JSON line by which our own processes tell that they serve. */
export function readyEvent(event: string): ProcessSpec['ready'] {
  return (line) => {
    if (!line.startsWith('{') || !line.includes(`"${event}"`)) return undefined;
    let told: unknown;
    try {
      told = JSON.parse(line);
    } catch {
      return undefined;
    }
    if (typeof told !== 'object' || told === null || !('event' in told) || told.event !== event) return undefined;
    return {
      ...('url' in told && typeof told.url === 'string' ? { url: told.url } : {}),
      ...('opsUrl' in told && typeof told.opsUrl === 'string' ? { opsUrl: told.opsUrl } : {}),
    };
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
