import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { commonMessages, messageOf, type Wording } from '@servicepunt/shared/errors';
import type { ImportResult } from '@servicepunt/shared/import';

type RefusedRow = ImportResult['refused'][number];

/** A row that an import leaves out after it looked at what stands already: column and rule, never the value. */
export function refusedRow(
  viewer: Pick<Viewer, 'language'>,
  row: number,
  { column, code = 'INVALID_INPUT', rule = '' }: { column: string; code?: RefusedRow['code']; rule?: Wording },
): RefusedRow {
  return { row, column, code, message: messageOf(commonMessages, { code, params: { rule } }, viewer.language) };
}
