import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installedPackages } from './installed-packages.ts';

/** The part of CycloneDX that we look at. */
export interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly version: string;
    readonly purl: string;
    readonly licenses?: readonly unknown[];
  }[];
}

type PackageJson = { name: string; version: string; devDependencies?: unknown };

/**
 * What is in the image of a workspace, as `npm sbom` tells it. It is asked about a project that holds that workspace alone: over the whole
 * repository it leaves out what a development tool needs too (graphql, for one).
 */
export function sbomOf(root: string, workspace: string): Sbom {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-sbom-'));
  try {
    const workspaces = ['shared', workspace];
    const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as PackageJson & Record<string, unknown>;
    const write = (path: string, content: object) => writeFileSync(join(folder, path), JSON.stringify(content));
    const lock = read('package-lock.json')['packages'] as Record<string, PackageJson>;
    const { version, overrides } = read('package.json');
    const project = { name: 'servicepunt-lob', version, private: true, workspaces, overrides };
    const packages: Record<string, object> = { '': project, ...Object.fromEntries(installedPackages(root, workspace)) };
    for (const path of workspaces) {
      const { devDependencies: _unused, ...production } = read(`${path}/package.json`);
      const { devDependencies: _locked, ...entry } = lock[path] as PackageJson;
      mkdirSync(join(folder, path), { recursive: true });
      write(`${path}/package.json`, production);
      packages[path] = entry;
      packages[`node_modules/${production.name}`] = { resolved: path, link: true };
    }
    write('package.json', project);
    write('package-lock.json', { name: project.name, version: project.version, lockfileVersion: 3, requires: true, packages });
    // The lock file holds what is installed and no more; omitting anything here would drop what a package needs and another one only may use.
    const args = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', `--workspace=${workspace}`];
    return JSON.parse(
      execFileSync('npm', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' }),
    ) as Sbom;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
