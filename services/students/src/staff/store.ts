import { Schema } from 'mongoose';
import type { Language } from '@servicepunt/shared/contracts/roles';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import { searchRange, type PersonFacts } from '../person/rules.ts';
import type { StaffMemberFilter } from '../schema.generated.ts';
import type { GrantEntry, StaffRole, Which } from './rules.ts';

export interface StaffMemberRow extends AggregateFields, PersonFacts {
  staffNumber: string;
  language: Language;
  active: boolean;
  grants: GrantEntry[];
  /** Folded family and given name: order of lists and search by prefix. */
  sortName: string;
}

const grantSchema = new Schema<GrantEntry>(
  {
    role: { type: String, required: true },
    locationId: { type: String, default: null },
    grantedAt: { type: Date, required: true },
    grantedBy: { type: String, required: true },
    withdrawnAt: { type: Date, default: null },
    withdrawnBy: { type: String, default: null },
  },
  { _id: false },
);

/** Staff: some hundreds of rows. */
export function createStaffStore(connection: Connection) {
  const schema = aggregateSchema<StaffMemberRow>({
    staffNumber: { type: String, required: true },
    givenName: { type: String, required: true },
    familyName: { type: String, required: true },
    sortName: { type: String, required: true },
    email: { type: String, default: null },
    phone: { type: String, default: null },
    subject: { type: String, default: null },
    language: { type: String, required: true },
    active: { type: Boolean, required: true },
    grants: { type: [grantSchema], required: true },
  });
  // Serves the import's look-up by number, and keeps a number unique.
  schema.index({ staffNumber: 1 }, { unique: true });
  // Serves the sign-in by subject, and keeps one account from being two colleagues.
  schema.index({ subject: 1 }, { unique: true, partialFilterExpression: { subject: { $gt: '' } } });
  // Serves the list by name and the search by the beginning of a family name.
  schema.index({ sortName: 1, _id: 1 });
  // Serves the people of a location or of a role: who gets a reminder, filters of the list.
  schema.index({ 'grants.locationId': 1, 'grants.role': 1 });
  const model = connection.model<StaffMemberRow>('StaffMember', schema, 'staffMembers');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<StaffMemberRow[]>() : Promise.resolve([]),
    findByNumbers: (numbers: readonly string[]) => model.find(ours({ staffNumber: { $in: [...numbers] } })).lean<StaffMemberRow[]>(),
    findByNumbersOrSubjects: (numbers: readonly string[], subjects: readonly string[]) =>
      model
        .find(
          ours({ $or: [{ staffNumber: { $in: [...numbers] } }, ...(subjects.length > 0 ? [{ subject: { $in: [...subjects] } }] : [])] }),
        )
        .lean<StaffMemberRow[]>(),
    findActiveBySubject: (subject: string) => model.findOne(ours({ subject, active: true })).lean<StaffMemberRow | null>(),
    /** Ids of active people who hold a role now; `locationId` null asks for the role wherever it reaches. */
    async findIdsByRole(role: StaffRole, locationId: string | null): Promise<string[]> {
      const rows = await model
        .find(ours({ active: true, ...holding(role, locationId) }), { _id: 1 })
        .sort({ _id: 1 })
        .lean();
      return rows.map((row) => row._id);
    },
    /** Who works here and holds a role now. */
    findHolders: ({ role, locationId }: Which) =>
      model.find(ours({ active: true, grants: { $elemMatch: { role, locationId, withdrawnAt: null } } })).lean<StaffMemberRow[]>(),
    isEmpty: async () => (await model.findOne({}, { _id: 1 }).lean()) === null,
    list(filter: StaffMemberFilter, visible: RowFilter | null, args: PageArgs) {
      const conditions: RowFilter[] = [];
      const { role, schoolLocation, staffNumber, search, active } = filter;
      if (typeof staffNumber === 'string') conditions.push({ staffNumber });
      if (role || schoolLocation) conditions.push({ active: true, ...holding(role ?? null, schoolLocation ?? null) });
      if (typeof active === 'boolean') conditions.push({ active });
      const range = typeof search === 'string' ? searchRange(search) : null;
      if (range) conditions.push({ sortName: range });
      return page(model, visible && { $and: [visible, ...conditions] }, { sortName: 1 }, args);
    },
  };
}
export type StaffStore = ReturnType<typeof createStaffStore>;

function holding(role: string | null, locationId: string | null): RowFilter {
  return { grants: { $elemMatch: { ...(role ? { role } : {}), ...(locationId ? { locationId } : {}), withdrawnAt: null } } };
}
