import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { plain, searchConditions } from '../search.ts';
import type { EmployerState, Site } from './rules.ts';

export interface EmployerRow extends AggregateFields {
  /** Absent while the company isn't in the register: the unique index leaves such rows out. */
  kvkNumber?: string;
  name: string;
  groupId: string | null;
  state: EmployerState;
  relationOwnerId: string | null;
  sites: Site[];
  searchKeys: string[];
}
/** A site with the company that it stands in. */
export interface EmployerSiteRow extends Site {
  employerId: string;
}
export interface EmployerListFilter {
  readonly kvkNumber?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly labourMarketRegion?: string | null | undefined;
  readonly state?: EmployerState | null | undefined;
}

export const sitesOf = (employer: EmployerRow): EmployerSiteRow[] => employer.sites.map((site) => ({ ...site, employerId: employer._id }));

/** Employers with their sites: some thousands of rows. */
export function createEmployerStore(connection: Connection) {
  const schema = aggregateSchema<EmployerRow>({
    kvkNumber: { type: String },
    name: { type: String, required: true },
    groupId: { type: String },
    state: { type: String, required: true },
    relationOwnerId: { type: String },
    sites: [
      {
        _id: { type: String, required: true },
        establishmentNumber: String,
        name: String,
        street: { type: String, required: true },
        houseNumber: { type: String, required: true },
        postcode: { type: String, required: true },
        city: { type: String, required: true },
        labourMarketRegion: String,
        cityKey: { type: String, required: true },
        regionKey: String,
      },
    ],
    searchKeys: [String],
  });
  // Serves the look-up by KVK number, and keeps numbers unique.
  schema.index({ kvkNumber: 1 }, { unique: true, sparse: true });
  // Serves the list, and the companies of a group with the second one.
  schema.index({ name: 1, _id: 1 });
  schema.index({ groupId: 1, name: 1 });
  // Serves references to sites.
  schema.index({ 'sites._id': 1 });
  // Serve the filters of the list.
  schema.index({ searchKeys: 1 });
  schema.index({ 'sites.cityKey': 1 });
  schema.index({ 'sites.regionKey': 1 });
  const model = connection.model<EmployerRow>('Employer', schema, 'employers');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<EmployerRow[]>() : Promise.resolve([]),
    findBySites: (siteIds: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { 'sites._id': { $in: [...siteIds] } }] })).lean<EmployerRow[]>() : Promise.resolve([]),
    findByKvkNumbers: (kvkNumbers: readonly string[]) => model.find(ours({ kvkNumber: { $in: [...kvkNumbers] } })).lean<EmployerRow[]>(),
    /** The groups that employers are in. */
    findGroupsOf: (ids: readonly string[]) =>
      model.find(ours({ _id: { $in: [...ids] } }), { groupId: 1 }).lean<Pick<EmployerRow, '_id' | 'groupId'>[]>(),
    /** Who speaks for the schools to each of these companies, where somebody does. */
    findRelationOwners: (ids: readonly string[]) =>
      model
        .find(ours({ _id: { $in: [...ids] }, relationOwnerId: { $gt: '' } }), { relationOwnerId: 1 })
        .lean<{ _id: string; relationOwnerId: string }[]>(),
    findEmployer: (id: string) => model.findById(id).lean<EmployerRow>(),
    /** Employers that work, or may come to work, with the schools: those named, and those of the groups. */
    findWorking: (ids: readonly string[], groupIds: readonly string[]) =>
      model
        .find(
          ours({ state: { $in: ['ACTIVE', 'PENDING_REVIEW'] }, $or: [{ _id: { $in: [...ids] } }, { groupId: { $in: [...groupIds] } }] }),
          { name: 1 },
        )
        .sort({ name: 1 })
        .lean<Pick<EmployerRow, '_id' | 'name'>[]>(),
    async siteIdsInRegion(region: string): Promise<string[]> {
      const regionKey = plain(region);
      const rows = await model.find(ours({ 'sites.regionKey': regionKey }), { sites: 1 }).lean<Pick<EmployerRow, '_id' | 'sites'>[]>();
      return rows.flatMap((row) => row.sites.filter((site) => site.regionKey === regionKey).map((site) => site._id));
    },
    list: (filter: EmployerListFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, visible && { $and: [visible, ...conditionsOf(filter)] }, { name: 1 }, args),
    pagesOfGroups: (groupIds: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, visible, { name: 1 }, { field: 'groupId', ids: groupIds }, args),
  };
}
export type EmployerStore = ReturnType<typeof createEmployerStore>;

function conditionsOf(filter: EmployerListFilter): RowFilter[] {
  const conditions: RowFilter[] = searchConditions(filter.search ?? '');
  if (typeof filter.kvkNumber === 'string') conditions.push({ kvkNumber: filter.kvkNumber.trim() });
  if (typeof filter.group === 'string') conditions.push({ groupId: filter.group });
  if (filter.state) conditions.push({ state: filter.state });
  const site = {
    ...(typeof filter.city === 'string' ? { cityKey: plain(filter.city) } : {}),
    ...(typeof filter.labourMarketRegion === 'string' ? { regionKey: plain(filter.labourMarketRegion) } : {}),
  };
  // One site must be both in the town and in the region.
  if (Object.keys(site).length > 1) conditions.push({ sites: { $elemMatch: site } });
  else for (const [key, value] of Object.entries(site)) conditions.push({ [`sites.${key}`]: value });
  return conditions;
}
