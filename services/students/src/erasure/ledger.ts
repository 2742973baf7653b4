import { Schema } from 'mongoose';
import type { Logger } from '@servicepunt/shared/log';
import { isDuplicateKey, openStore, ours, type Connection, type Model } from '@servicepunt/shared/mongo';
import type { ErasureReason } from './rules.ts';

/** One erasure as it has to be repeated after a restore: ids and a code, kept where no restore of the services' databases reaches. */
export interface LedgerEntry {
  /** The pupil: he is erased once. */
  _id: string;
  erasureId: string;
  /** The pupil and the guardians who were known for this pupil alone. */
  personIds: string[];
  reason: ErasureReason;
  startedById: string;
  startedAt: Date;
}

const PAGE = 200;

/**
 * The ledger of erasures: entries are added, and nothing here changes or removes one. It stands in a database of its own
 * (`LEDGER_URL`, on another server in production), since the services' databases may come back from a day on which the pupil was still there.
 */
export function createLedger(connectionOf: () => Connection) {
  const schema = new Schema<LedgerEntry>(
    {
      _id: { type: String, required: true },
      erasureId: { type: String, required: true },
      personIds: { type: [String], required: true },
      reason: { type: String, required: true },
      startedById: { type: String, required: true },
      startedAt: { type: Date, required: true },
    },
    { versionKey: false, strict: 'throw', id: false, autoIndex: false },
  );
  const model = (): Model<LedgerEntry> => {
    const connection = connectionOf();
    const known = connection.models['LedgerEntry'] as Model<LedgerEntry> | undefined;
    return known ?? connection.model<LedgerEntry>('LedgerEntry', schema, 'erasures');
  };
  return {
    /** Stands before the pupil becomes invisible; the entry that stands already is left as it is. */
    async append(entry: LedgerEntry): Promise<void> {
      try {
        await model().create([entry]);
      } catch (error) {
        if (!isDuplicateKey(error, '_id')) throw error;
      }
    },
    /** All entries, a page at a time. */
    async *pages(): AsyncGenerator<LedgerEntry[]> {
      for (let after = ''; ;) {
        const entries = await model()
          .find(ours({ _id: { $gt: after } }))
          .sort({ _id: 1 })
          .limit(PAGE)
          .lean<LedgerEntry[]>();
        const last = entries.at(-1);
        if (!last) return;
        yield entries;
        after = last._id;
      }
    },
  };
}
export type Ledger = ReturnType<typeof createLedger>;

/** Where no `LEDGER_URL` is given, the ledger is a database beside the service's own: enough where a restore replaces databases, not servers. */
const besides = (connection: Connection) => connection.useDb(`${connection.name}_ledger`, { useCache: true });

/** The ledger of a running service or job. */
export function openLedger(options: { connection: Connection; url: string | undefined; log: Logger }): {
  ledger: Ledger;
  close(): Promise<void>;
} {
  const { connection, url, log } = options;
  if (url === undefined) return { ledger: createLedger(() => besides(connection)), close: () => Promise.resolve() };
  // Opened by the first who needs it: most processes never erase anybody.
  let store: ReturnType<typeof openStore> | null = null;
  return { ledger: createLedger(() => (store ??= openStore({ url, log })).connection), close: async () => store?.close() };
}
