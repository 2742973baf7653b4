import { ROW_NAMES } from './rows.ts';
import { SITUATIONS, type SituationCode } from './situations.ts';

/** `●` shown through the gateway, `○` only to the gateway itself that asks a subgraph by key, `·` not shown, a blank where the story has no such record. */
export type Verdict = '●' | '○' | '·' | ' ';
/** Verdicts by row and field (`Student guardians.relation`) and situation. */
export type Table = ReadonlyMap<string, ReadonlyMap<SituationCode, Verdict>>;

export const keyOf = (row: string, field: string): string => `${row}\t${field}`;
const CODES = SITUATIONS.map(({ code }) => code);
const HEADING = 'fields';

/** The table as people read it: a heading per record, one line for all fields with the same verdicts. */
export function printTable(table: Table): string {
  const sections = ['Query', ...ROW_NAMES].flatMap((row) => {
    const lines = new Map<string, string[]>();
    for (const [key, verdicts] of table) {
      const [of, field = ''] = key.split('\t');
      if (of !== row) continue;
      const cells = CODES.map((code) => verdicts.get(code) ?? ' ').join(' | ');
      lines.set(cells, [...(lines.get(cells) ?? []), field]);
    }
    if (lines.size === 0) return [];
    const head = [`| ${CODES.join(' | ')} | ${HEADING} |`, `|${CODES.map(() => '---|').join('')}---|`];
    return [`## ${row}`, '', ...head, ...[...lines].map(([cells, fields]) => `| ${cells} | ${fields.toSorted().join(', ')} |`), ''];
  });
  return [...INTRODUCTION, ...sections].join('\n');
}

export function readTable(text: string): Table {
  const table = new Map<string, Map<SituationCode, Verdict>>();
  let row = '';
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) row = line.slice(3);
    const cells = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
    const fields = cells.pop() ?? HEADING;
    if (row === '' || fields === HEADING || /^-*$/.test(fields)) continue;
    if (cells.length !== CODES.length) throw new Error(`This line has ${cells.length} verdicts, not ${CODES.length}: ${line}`);
    for (const field of fields.split(', '))
      table.set(keyOf(row, field), new Map(CODES.map((code, index) => [code, (cells[index] || ' ') as Verdict])));
  }
  return table;
}

/** Where two tables differ, a line each. */
export function differences(expected: Table, found: Table): string[] {
  return [...new Set([...expected.keys(), ...found.keys()])].toSorted().flatMap((key) =>
    CODES.flatMap((code) => {
      const wanted = expected.get(key)?.get(code) ?? ' ';
      const got = found.get(key)?.get(code) ?? ' ';
      return wanted === got ? [] : [`${key.replace('\t', '.')} for ${code}: expected "${wanted}", found "${got}"`];
    }),
  );
}

const INTRODUCTION = [
  '# Who sees what',
  '',
  'Reviewed against the domain rules; the matrix test compares every field on every path with it. Each column is somebody who asks about the',
  'records of one pupil’s story; each line holds the fields with the same verdicts.',
  '',
  '`●` shown through the gateway · `○` not shown through the gateway, but a subgraph would show it to the gateway by its key · `·` not shown ·',
  'blank: the story has no such record.',
  '',
  '| column | who asks | story |',
  '|---|---|---|',
  ...SITUATIONS.map(({ code, title, bundle }) => `| ${code} | ${title} | ${bundle} |`),
  '',
];
