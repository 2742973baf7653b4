import type { ApiScope } from '@servicepunt/shared/contracts/roles';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';

export interface ApiKeyRow extends AggregateFields {
  employerId: string;
  name: string;
  publicPart: string;
  secretHash: string;
  scopes: ApiScope[];
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  /** One of the employer's places for keys in force; absent once the key ended, which frees the place. */
  slot?: string;
}

export function createApiKeyStore(connection: Connection) {
  const schema = aggregateSchema<ApiKeyRow>({
    employerId: { type: String, required: true },
    name: { type: String, required: true },
    publicPart: { type: String, required: true },
    secretHash: { type: String, required: true },
    scopes: [String],
    expiresAt: { type: Date, required: true },
    lastUsedAt: Date,
    revokedAt: Date,
    slot: String,
  });
  // Serves each call of an HR system that the gateway hasn't cached.
  schema.index({ publicPart: 1 }, { unique: true });
  // Keeps the number of keys in force: two inserts at the same moment can't take one place.
  schema.index({ slot: 1 }, { unique: true, sparse: true });
  // Serves the list.
  schema.index({ employerId: 1, createdAt: -1 });
  schema.index({ createdAt: -1, _id: -1 });
  const model = connection.model<ApiKeyRow>('ApiKey', schema, 'apiKeys');

  return {
    model,
    findByIds: (ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { _id: { $in: [...ids] } }] })).lean<ApiKeyRow[]>() : Promise.resolve([]),
    findByPublicPart: (publicPart: string) => model.findOne({ publicPart }).lean<ApiKeyRow>(),
    list: (filter: { employer?: string | null | undefined }, visible: RowFilter | null, args: PageArgs) =>
      page(
        model,
        visible && { $and: [visible, typeof filter.employer === 'string' ? { employerId: filter.employer } : {}] },
        { createdAt: -1 },
        args,
      ),
    /** Keys that expired give their places back. */
    freeExpired: (employerId: string, now: Date) =>
      model.updateMany(ours({ employerId, slot: { $exists: true }, expiresAt: { $lte: now } }), { $unset: { slot: 1 } }).exec(),
    /** Notes a use without touching the revision: it's no change that anybody has to see. */
    noteUse: (id: string, now: Date) => model.updateOne({ _id: id }, { $set: { lastUsedAt: now } }).exec(),
  };
}
export type ApiKeyStore = ReturnType<typeof createApiKeyStore>;
