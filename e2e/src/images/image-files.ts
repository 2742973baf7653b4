import { installedPackages, type LockEntry } from '../../../tools/ops/src/images/installed-packages.ts';
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
  readonly labels: readonly string[];
}

/** Reads the few instructions that our Dockerfiles use; anything else in them is an error, so that the test can't drift from the file. */
export function readDockerfile(path: string): ImagePlan {
  const lines = readFileSync(path, 'utf8')
    .replaceAll(/\\\n\s*/g, '')
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
  const labels: string[] = [];
  for (const line of last) {
    const [instruction = '', rest = ''] = line.split(/ (.*)/s);
    if (instruction === 'COPY' && !rest.startsWith('--from=')) copies.push(rest.split(' ')[0] ?? '');
    else if (instruction === 'USER') user = rest;
    else if (instruction === 'CMD') command = JSON.parse(rest) as string[];
    else if (instruction === 'ENV') for (const pair of rest.split(' ')) environment[pair.split('=')[0] ?? ''] = pair.split('=')[1] ?? '';
    else if (instruction === 'LABEL') labels.push(...[...rest.matchAll(/([\w.]+)="/g)].map(([, name = '']) => name));
    else if (!['FROM', 'WORKDIR', 'COPY', 'EXPOSE', 'ARG'].includes(instruction))
      throw new Error(`${path}: this test doesn't know ${instruction}`);
  }
  return { workspace, copies, user, command, environment, labels };
}

/** The packages that the sources below a folder import when they run, or for their types too. */
export function importedPackages(folder: string, options: { types: boolean }): Set<string> {
  const found = new Set<string>();
  const imports = options.types
    ? /^.*(?:from |import\(|resolve\()'([^'.][^']*)'/gm
    : /^(?!import type ).*(?:from |import\(|resolve\()'([^'.][^']*)'/gm;
  for (const file of globSync('**/*.ts', { cwd: folder, exclude: (name) => name === 'node_modules' })) {
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(imports)) {
      const parts = name.split('/');
      if (!name.startsWith('node:')) found.add(name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? ''));
    }
  }
  return found;
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
