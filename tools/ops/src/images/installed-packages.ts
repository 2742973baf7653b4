import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface LockEntry {
  readonly link?: boolean;
  readonly resolved?: string;
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

/** The packages that `npm ci --omit=dev --omit=optional --workspace=W` installs, by their place in the lock file. */
export function installedPackages(root: string, workspace: string): Map<string, LockEntry> {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, LockEntry> };
  const found = new Map<string, LockEntry>();
  const waiting = [workspace];
  const seen = new Set(waiting);
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const entry = lock.packages[place];
    if (!entry) throw new Error(`${place} is not in the lock file`);
    const peers = Object.keys(entry.peerDependencies ?? {}).filter((name) => !entry.peerDependenciesMeta?.[name]?.optional);
    for (const name of [...Object.keys(entry.dependencies ?? {}), ...peers]) {
      const target = placesFor(place, name).find((candidate) => lock.packages[candidate]);
      // A peer that nobody brings is not installed either.
      if (target === undefined) continue;
      const targetEntry = lock.packages[target] as LockEntry;
      found.set(target, targetEntry);
      const next = targetEntry.link ? (targetEntry.resolved as string) : target;
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return found;
}

/** Where Node looks for a package, from the inside out. */
function placesFor(from: string, name: string): string[] {
  const places: string[] = [];
  for (let folder = from; ; folder = dirname(folder)) {
    if (!folder.endsWith('node_modules')) places.push(folder === '.' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (folder === '.') return places;
  }
}
