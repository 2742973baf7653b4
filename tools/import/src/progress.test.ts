import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { ImportSummary } from './import-file.ts';
import { createProgress, summaryLines } from './progress.ts';

const summary = (over: Partial<ImportSummary>): ImportSummary => ({
  kind: 'students',
  rows: 10,
  created: 4,
  updated: 3,
  unchanged: 2,
  refused: 1,
  problem: null,
  absent: null,
  ...over,
});

describe('the progress of an import', () => {
  it('is told in plain lines at every tenth where there is no terminal', () => {
    const printed: string[] = [];
    const progress = createProgress({ print: (line) => void printed.push(line), terminal: null }, 'p.csv');
    for (let bytes = 5; bytes <= 100; bytes += 5) progress.report({ type: 'progress', bytes, totalBytes: 100, rows: bytes * 10 });
    progress.report({ type: 'refused', line: 7, column: 'Klas', reason: 'a rule' });
    progress.report({ type: 'refused', line: 8, column: null, reason: 'has 3 cells where the headings are 5' });
    progress.end();
    expect(printed.slice(0, 9)).toEqual(
      [10, 20, 30, 40, 50, 60, 70, 80, 90].map((percent) => `p.csv: ${percent} % read, ${percent * 10} rows, 0 refused`),
    );
    expect(printed.slice(9)).toEqual(['Line 7, column Klas: a rule', 'Line 8: has 3 cells where the headings are 5']);
  });

  it('says why nothing moves, once until it moves again', () => {
    const printed: string[] = [];
    const progress = createProgress({ print: (line) => void printed.push(line), terminal: null }, 'p.csv');
    const moving = (bytes: number) => progress.report({ type: 'progress', bytes, totalBytes: 100, rows: bytes });
    moving(5);
    progress.waiting('The gateway does not answer.');
    progress.waiting('The gateway does not answer.');
    moving(6);
    progress.waiting('The gateway does not answer.');
    expect(printed).toEqual(Array.from({ length: 2 }, () => 'p.csv: The gateway does not answer. Trying again …'));
  });

  it('is drawn as a bar on a terminal, and lines wait until the bar is gone', () => {
    const printed: string[] = [];
    const drawn: string[] = [];
    const terminal = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
    terminal.on('data', (chunk: Buffer) => drawn.push(chunk.toString()));
    const progress = createProgress(
      { print: (line) => void printed.push(line), terminal: terminal as unknown as NodeJS.WriteStream },
      'p.csv',
    );
    progress.report({ type: 'note', text: 'Not used: Kluisje.' });
    progress.report({ type: 'progress', bytes: 50, totalBytes: 100, rows: 500 });
    progress.waiting('The gateway does not answer.');
    expect(printed).toEqual([]);
    progress.end();
    expect(printed).toEqual(['Not used: Kluisje.']);
    expect(drawn.join('')).toContain('500 rows');
    expect(drawn.join('')).toContain('The gateway does not answer. Trying again …');
  });
});

describe('the summary', () => {
  it('counts what became of the rows', () => {
    expect(summaryLines(summary({}), 'p.csv', false)).toEqual([
      'p.csv: 10 rows of pupils',
      '  created 4, updated 3, unchanged 2, refused 1',
    ]);
  });

  it('names twenty absent pupils and counts the rest', () => {
    const absent = Array.from({ length: 25 }, (_, index) => String(index + 1));
    const lines = summaryLines(summary({ absent }), 'p.csv', false);
    expect(lines[2]).toBe(
      `  at the school but not in the file: 25 pupils: ${absent.slice(0, 20).join(', ')} and 5 more. They were left as they are.`,
    );
    expect(summaryLines(summary({ absent: [] }), 'p.csv', false)).toHaveLength(2);
  });
});
