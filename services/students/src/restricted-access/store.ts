import { encryptRestricted } from '@servicepunt/shared/encrypted-fields';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { RestrictedAccessFilter } from '../schema.generated.ts';

export interface RestrictedAccessRow extends AggregateFields {
  studentId: string;
  openedById: string;
  reason: string;
  openedAt: Date;
  expiresAt: Date;
}

/** Who looked at what is restricted, and why: entries are added, never changed. */
export function createRestrictedAccessStore(connection: Connection) {
  const schema = aggregateSchema<RestrictedAccessRow>({
    studentId: { type: String, required: true },
    openedById: { type: String, required: true },
    reason: { type: String, required: true },
    openedAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
  });
  // Serves the question, once a request, what is open to one viewer now; and his list.
  schema.index({ openedById: 1, expiresAt: -1 });
  // Serves the list of a pupil, newest first.
  schema.index({ studentId: 1, openedAt: -1, _id: -1 });
  // Serves the list of everything, newest first.
  schema.index({ openedAt: -1, _id: -1 });
  encryptRestricted(schema, 'RestrictedAccess');
  const model = connection.model<RestrictedAccessRow>('RestrictedAccess', schema, 'restrictedAccesses');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<RestrictedAccessRow[]>() : Promise.resolve([]),
    /** Pupils whose restricted fields are open to this viewer at an instant. */
    async findStanding(openedById: string, now: Date): Promise<ReadonlySet<string>> {
      const rows = await model.find(ours({ openedById, expiresAt: { $gt: now } }), { studentId: 1 }).lean<{ studentId: string }[]>();
      return new Set(rows.map((row) => row.studentId));
    },
    list: (filter: RestrictedAccessFilter, visible: RowFilter | null, now: Date, args: PageArgs) =>
      page(model, visible && { $and: [visible, ...conditionsOf(filter, now)] }, { openedAt: -1 }, args),
  };
}
export type RestrictedAccessStore = ReturnType<typeof createRestrictedAccessStore>;

function conditionsOf({ student, openedBy, standing }: RestrictedAccessFilter, now: Date): RowFilter[] {
  const conditions: RowFilter[] = [];
  if (typeof student === 'string') conditions.push({ studentId: student });
  if (typeof openedBy === 'string') conditions.push({ openedById: openedBy });
  if (standing === true) conditions.push({ expiresAt: { $gt: now } });
  if (standing === false) conditions.push({ expiresAt: { $lte: now } });
  return conditions;
}
