import { refuse } from '@servicepunt/shared/errors';
import { holds } from '@servicepunt/shared/import';
import type { AggregateFields, Model } from '@servicepunt/shared/mongo';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, checkRevision } from '@servicepunt/shared/writes';

type Events = Parameters<typeof change>[4];

/**
 * Sets fields of the row that the caller saw, in one write with its events. Equal values write nothing and tell nothing.
 * Refuses with REVISION_CONFLICT and the current state under `name` where somebody was first.
 */
export async function setFields<Row extends AggregateFields>(
  context: Pick<Context, 'viewer' | 'clock' | 'newId'>,
  options: {
    model: Model<Row>;
    row: Row;
    /** The revision that the caller saw. */
    revision: number;
    fields: Partial<Row>;
    events: NonNullable<Events>;
    condition?: RowFilter;
    /** Name of the row in the payload. */
    name: string;
    /** What the payload shows of a row that was read again. */
    shown?: (row: Row) => Row;
  },
): Promise<Row> {
  const { model, row, fields, name, shown = (current) => current } = options;
  checkRevision(row, options.revision, name);
  if (holds(row, fields)) return row;
  const changed = await change(
    model,
    context,
    row as Pick<Row, '_id' | 'revision'>,
    { $set: fields as Record<string, unknown> },
    options.events,
    options.condition,
  );
  if (changed) return shown(changed);
  const current = (await model.findById(row._id).lean()) as unknown as Row | null;
  return refuse('REVISION_CONFLICT', 'revision', {}, { [name]: current && shown(current) });
}
