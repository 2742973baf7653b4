import { containsNationalNumber } from '@servicepunt/shared/contracts/free-text';
import type { HandoverTarget } from '../handover/rules.ts';

export type PartnerKind = HandoverTarget;

/** How two spellings of one organisation's name are found to be the same: case, accents, spaces and punctuation don't count. */
export function nameKeyOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{Nd}]/gu, '');
}

export const LONGEST_NAME = 200;
/** Names come as plain text, so what free text may not hold is looked for here. */
export const isNumbered = (text: string): boolean => containsNationalNumber(text);

export const isName = (text: string): boolean => nameKeyOf(text) !== '' && text.length <= LONGEST_NAME;
