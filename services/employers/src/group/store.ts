import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';

export interface CompanyGroupRow extends AggregateFields {
  name: string;
  /** The name as it is compared. */
  nameKey: string;
  /** Not stored: the viewer's own employers in this group (`reach.ts`). */
  reach?: readonly string[];
}

/** Company groups: some dozens of rows. */
export function createGroupStore(connection: Connection) {
  const schema = aggregateSchema<CompanyGroupRow>({ name: { type: String, required: true }, nameKey: { type: String, required: true } });
  // Serves the look-up by name, and keeps names unique.
  schema.index({ nameKey: 1 }, { unique: true });
  // Serves the list.
  schema.index({ name: 1, _id: 1 });
  const model = connection.model<CompanyGroupRow>('CompanyGroup', schema, 'companyGroups');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<CompanyGroupRow[]>() : Promise.resolve([]),
    findByKeys: (nameKeys: readonly string[]) => model.find(ours({ nameKey: { $in: [...nameKeys] } })).lean<CompanyGroupRow[]>(),
    list: (filter: { nameKey?: string }, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, filter] }, { name: 1 }, args),
  };
}
export type GroupStore = ReturnType<typeof createGroupStore>;
