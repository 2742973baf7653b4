import { ours } from '@servicepunt/shared/mongo';
import type { Lane } from './lanes.ts';
import type { Scheduled } from './scheduled.ts';

/**
 * The next page of what is to be looked at after `after` and until `until`, by time and id. Thousands fall due in one instant (09:00), so that a page
 * goes on inside it by id: two plain ranges of the index, where one condition with `$or` would begin at the first row for every page.
 */
export async function duePage(
  lane: Lane,
  range: { readonly after?: Date; readonly until: Date },
  last: Pick<Scheduled, '_id' | 'lookAt'> | undefined,
  limit: number,
): Promise<Scheduled[]> {
  const find = (filter: object, most: number) =>
    lane.model
      .find(ours(filter) as never, lane.projection)
      .sort({ lookAt: 1, _id: 1 })
      .limit(most)
      // In one answer, where the default of 101 rows would cost five.
      .batchSize(most)
      .lean<Scheduled[]>();
  if (!last) return find({ lookAt: { ...(range.after ? { $gt: range.after } : {}), $lte: range.until } }, limit);
  const inSameInstant = await find({ lookAt: last.lookAt, _id: { $gt: last._id } }, limit);
  if (inSameInstant.length === limit) return inSameInstant;
  return [...inSameInstant, ...(await find({ lookAt: { $gt: last.lookAt, $lte: range.until } }, limit - inSameInstant.length))];
}
