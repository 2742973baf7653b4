import { refuse, type Wording } from '@servicepunt/shared/errors';
import type { RowCheck } from '@servicepunt/shared/import';

/** What turns the reading direction of the words around it: in a mail, a name could then read as another one. */
const TURNS_DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;

/** A name or line that people typed, in its normal form; null where it's empty, too long or holds characters that aren't text. */
export function line(text: string, max: number): string | null {
  const value = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return value === '' || value.length > max || /[\p{Cc}\p{Cs}]/u.test(value) || TURNS_DIRECTION.test(value) ? null : value;
}

export const lineRule = (max: number): Wording => ({ nl: `1 tot ${max} tekens`, en: `1 to ${max} characters` });

export const wrong = (column: string, rule: Wording) => ({ ok: false, column, rule }) as const;

/** What a check of one row found, or the refusal of the mutation; `within` is the path of the row in the input (`site`). */
export function factsOf<Facts>(check: RowCheck<Facts>, within?: string): Facts {
  if (check.ok) return check.facts;
  return refuse(check.code ?? 'INVALID_INPUT', within === undefined ? check.column : `${within}.${check.column}`, { rule: check.rule });
}

/** The values that an input gives: a field that was left out says nothing, one that is null says "none". */
export function given<Input extends object>(input: Input): Partial<Input> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as Partial<Input>;
}

/** An administration's own number of a person or offer: what it prints, without spaces. */
export const isImportNumber = (text: string): boolean => /^[0-9A-Za-z][0-9A-Za-z./-]{0,39}$/.test(text);
export const IMPORT_NUMBER_RULE = {
  nl: 'hoogstens 40 letters, cijfers, punten, schuine strepen en streepjes',
  en: 'at most 40 letters, digits, dots, slashes and hyphens',
};
