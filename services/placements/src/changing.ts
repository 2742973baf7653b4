import type { Model } from 'mongoose';
import { refuse } from '@servicepunt/shared/errors';
import type { NewEvent } from '@servicepunt/shared/events/outbox';
import { ours, type AggregateFields } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change } from '@servicepunt/shared/writes';
import { followUpsOf } from './follow-up/follow-ups.ts';

/** Changes the row that the caller saw. Who was faster wins: the refusal shows the current state under `name`. */
export async function changeSeen<Row extends AggregateFields>(
  model: Model<Row>,
  context: Context,
  row: Row,
  name: string,
  update: { fields: Partial<Row>; events?: readonly NewEvent[]; followUps?: readonly string[] },
): Promise<Row> {
  const work = update.followUps && update.followUps.length > 0 ? followUpsOf(update.followUps, context) : null;
  const changed = await change(
    model,
    context,
    { _id: row._id, revision: row.revision } as Pick<Row, '_id' | 'revision'>,
    {
      $set: { ...update.fields, ...(work ? { followUpAt: work.followUpAt } : {}) },
      ...(work ? { $push: { followUps: { $each: work.followUps } } } : {}),
    },
    update.events ?? [],
  );
  if (changed) return changed;
  const current = (await model.findOne(ours({ _id: row._id }) as never).lean()) as unknown as Row | null;
  return refuse('REVISION_CONFLICT', 'revision', {}, { [name]: current ?? row });
}
