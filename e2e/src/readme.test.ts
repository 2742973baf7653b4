import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from './support/stack.ts';

const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;
const documents = [
  'README.md',
  ...globSync('{docs,gateway,services/*,tools/*,k8s}/**/*.md', { cwd: root, exclude: (name) => name === 'node_modules' }),
];

describe.each(documents)('%s', (name) => {
  const text = readFileSync(join(root, name), 'utf8');

  it('names only commands that there are', () => {
    const commands = [...text.matchAll(/npm (?:run (?:-s )?)?([\w:-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((command) => !['ci', 'install', 'sbom', 'audit'].includes(command));
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  });

  it('links only to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? '');
    expect(targets.filter((target) => !existsSync(join(root, dirname(name), target)))).toEqual([]);
  });

  it('names only files of the repository that are there', () => {
    const paths = [...text.matchAll(/`((?:gateway|services|shared|tools|e2e|k8s|docs)\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe('every script of package.json', () => {
  it.each(Object.entries(scripts))('%s starts a file that is there', (_script, command) => {
    for (const [, path = ''] of command.matchAll(/ ((?:tools|services|gateway|e2e|bench|node_modules)\/[\w./-]+\.(?:ts|mjs|js))/g))
      expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
});
