import { cpSync, existsSync, globSync, linkSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a Dockerfile's last stage holds and how it starts. */
export interface ImagePlan {
  readonly workspace: string;
  /** Paths of the build context that the last stage copies. */
  readonly copies: readonly string[];
  readonly user: string | undefined;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

/** Reads the few instructions that our Dockerfiles use; anything else in them is an error, so that the test can't drift from the file. */
export function readDockerfile(path: string): ImagePlan {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const stages = lines.reduce<string[][]>((found, line) => {
    if (line.startsWith('FROM ')) found.push([]);
    found.at(-1)?.push(line);
    return found;
  }, []);
  const [dependencies = [], last = []] = stages;
  if (stages.length !== 2) throw new Error(`${path} must have two stages`);
  const workspace = dependencies
    .map((line) => /^RUN npm ci --omit=dev --omit=optional --workspace=(\S+)$/.exec(line)?.[1])
    .find((name) => name !== undefined);
  if (workspace === undefined) throw new Error(`${path} must install one workspace without its development packages`);
  const copies: string[] = [];
  const environment: Record<string, string> = {};
  let user: string | undefined;
  let command: string[] = [];
  for (const line of last) {
    const [instruction = '', rest = ''] = line.split(/ (.*)/s);
    if (instruction === 'COPY' && !rest.startsWith('--from=')) copies.push(rest.split(' ')[0] ?? '');
    else if (instruction === 'USER') user = rest;
    else if (instruction === 'CMD') command = JSON.parse(rest) as string[];
    else if (instruction === 'ENV') for (const pair of rest.split(' ')) environment[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
    else if (!['FROM', 'WORKDIR', 'COPY', 'EXPOSE', 'LABEL', 'ARG'].includes(instruction))
      throw new Error(`${path}: this test doesn't know ${instruction}`);
  }
  return { workspace, copies, user, command, environment };
}

interface LockEntry {
  readonly link?: boolean;
  readonly resolved?: string;
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

/** Lays out in `target` exactly the files that the image would hold. */
export function layOutImage(root: string, plan: ImagePlan, target: string): Map<string, LockEntry> {
  const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n').filter(Boolean);
  const packages = installedPackages(root, plan.workspace);
  for (const copy of plan.copies) copyContext(root, copy, target, ignored);
  for (const [place, entry] of packages) {
    const to = join(target, place);
    mkdirSync(dirname(to), { recursive: true });
    if (entry.link) symlinkSync(relative(dirname(to), join(target, entry.resolved as string)), to);
    else linkTree(join(root, place), to);
  }
  return packages;
}

function copyContext(root: string, copy: string, target: string, ignored: readonly string[]): void {
  const patterns = ignored.map(
    (pattern) =>
      new RegExp(
        `^${pattern
          .replaceAll('.', '\\.')
          .replace('**/', '(.*/)?')
          .replaceAll(/(?<![.)])\*/g, '[^/]*')}(/|$)`,
      ),
  );
  const kept = (path: string) => !patterns.some((pattern) => pattern.test(relative(root, path)));
  cpSync(join(root, copy), join(target, copy), { recursive: true, filter: kept });
}

/** Hard links: the same bytes without copying them. Nested node_modules are packages of their own. */
function linkTree(from: string, to: string): void {
  for (const file of globSync('**/*', { cwd: from, exclude: (name) => name === 'node_modules' })) {
    const source = join(from, file);
    if (!existsSync(source) || !statSync(source).isFile()) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    linkSync(source, join(to, file));
  }
}
