import type { RowCheck } from '@servicepunt/shared/import';
import { line, lineRule, wrong } from '../input.ts';
import { plain } from '../search.ts';

export interface CompanyGroupFacts {
  name: string;
  nameKey: string;
}

/** Two spellings that differ in capitals, accents or punctuation only are one group. */
export function checkGroupName(typed: string, column: string): RowCheck<CompanyGroupFacts> {
  const name = line(typed, 200);
  const nameKey = plain(name ?? '');
  return name === null || nameKey === '' ? wrong(column, lineRule(200)) : { ok: true, facts: { name, nameKey } };
}
