import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { RETENTION } from '@servicepunt/shared/contracts/retention';
import { RESTRICTED_FIELDS } from '@servicepunt/shared/contracts/restricted-fields';
import { REMAINDER } from './rules.ts';

const page = readFileSync(join(__dirname, '../../../../docs/privacy.md'), 'utf8');
/** Rows of the table under a heading row, cell by cell without quotes. */
function rowsOf(heading: RegExp): string[][] {
  const lines = page.split('\n');
  const start = lines.findIndex((line) => heading.test(line));
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith('|'));
  return rows.slice(0, end).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replaceAll('`', '')),
  );
}

it('the privacy page names every field that is encrypted at rest, and no other', () => {
  const fields = Object.values(RESTRICTED_FIELDS).flatMap((types) =>
    Object.entries(types as Record<string, readonly string[]>).flatMap(([type, paths]) => paths.map((path) => [type, path])),
  );
  expect(rowsOf(/^\| Type +\| Field +\|/)).toEqual(fields);
});

it('the privacy page names what stays after an erasure, and why', () => {
  expect(rowsOf(/^\| Collection +\| Reason +\|/)).toEqual(REMAINDER.map(({ collection, reason }) => [collection, reason]));
});

it('the privacy page shows the retention table that the jobs carry out', () => {
  const periods: Readonly<Record<string, string>> = { P2Y: 'two years', P1Y: 'one year', P6M: 'six months' };
  expect(rowsOf(/^\| What +\| How long/)).toEqual(
    Object.values(RETENTION).map(({ what, keeps, from, then, service }) => [
      what,
      `${periods[keeps]} after ${from}`,
      then.replaceAll('`', ''),
      `retention job of ${service}`,
    ]),
  );
});
