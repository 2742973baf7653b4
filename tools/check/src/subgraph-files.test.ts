import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';
import { PRELUDE, readSubgraphs } from './subgraph-files.ts';

it('a file that is not SDL is named with the place at which it ends to be', () => {
  const root = mkdtempSync(join(tmpdir(), 'servicepunt-sdl-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  write(PRELUDE, '');
  write('services/students/src/student/student.graphql', 'type Student {\n  id ID!\n}\n');
  expect(() => readSubgraphs(root)).toThrow(/^services\/students\/src\/student\/student\.graphql:2:6: Syntax Error/);
  rmSync(root, { recursive: true });
});
