import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mongoose, { type Connection, type Model } from 'mongoose';
import { isDuplicateKey, ours } from './mongo.ts';

/** One step of a migration: what it did, and from where the next one goes on; null when nothing is left. */
export interface Batch {
  readonly changed: number;
  readonly next: string | null;
}

/**
 * A change of stored data, one file `NNN-name.ts` in a service's `migrations` folder, exported as `migration`.
 * Released code of the release before runs while it works: it may add what that ignores, and take away what nobody reads any more.
 * A batch may be carried out twice (a process that died before it was recorded), and twice must be as good as once.
 */
export interface Migration {
  /** For a person who reads the plan. */
  readonly what: string;
  /** How many documents it would change now. */
  count(connection: Connection): Promise<number>;
  batch(connection: Connection, after: string | null, size: number): Promise<Batch>;
}
export interface NamedMigration extends Migration {
  /** `001-name`, as its file is called. */
  readonly id: string;
}

/** What is recorded of a migration, per batch. */
export interface MigrationRow {
  _id: string;
  state: 'RUNNING' | 'DONE';
  after: string | null;
  changed: number;
  startedAt: Date;
  updatedAt: Date;
  /** Who runs it, and until when nobody else may. */
  leaseOwner?: string | null;
  leaseUntil?: Date | null;
}

/** The state of the migrations can't be what this release expects; the message says what to do. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
}

/** A batch failed; everything before it stands recorded. */
export class MigrationStopped extends Error {
  override name = 'MigrationStopped';
  constructor(id: string, { after, changed }: Pick<MigrationRow, 'after' | 'changed'>, cause: unknown) {
    super(
      `${id} stopped ${after === null ? 'in its first batch' : `in the batch after ${after}`}, with ${changed} documents changed before it`,
      { cause },
    );
  }
}

const FILE = /^(\d{3}-[a-z0-9-]+)\.ts$/;

/** The migrations of a folder in their order; a service without the folder has none. */
export async function loadMigrations(folder: string): Promise<NamedMigration[]> {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
  const loaded = await Promise.all(
    files.toSorted().map(async (file) => {
      const id = FILE.exec(file)?.[1];
      if (id === undefined) throw new MigrationRefused(`${join(folder, file)} must be called NNN-name.ts, as 001-split-names.ts`);
      const { migration } = (await import(pathToFileURL(join(folder, file)).href)) as { migration?: Migration };
      if (!migration) throw new MigrationRefused(`${join(folder, file)} must export a migration`);
      return { ...migration, id };
    }),
  );
  loaded.forEach(({ id }, index) => {
    if (Number(id.slice(0, 3)) !== index + 1)
      throw new MigrationRefused(
        `${folder}: ${id} should have the number ${String(index + 1).padStart(3, '0')}; numbers have no gap and no twin`,
      );
  });
  return loaded;
}

export function migrationModel(connection: Connection): Model<MigrationRow> {
  const known = connection.models['Migration'] as Model<MigrationRow> | undefined;
  return (
    known ??
    connection.model<MigrationRow>(
      'Migration',
      new mongoose.Schema<MigrationRow>(
        {
          _id: String,
          state: { type: String, required: true },
          after: String,
          changed: Number,
          startedAt: Date,
          updatedAt: Date,
          leaseOwner: String,
          leaseUntil: Date,
        },
        { versionKey: false, collection: 'migrations' },
      ),
    )
  );
}

/** What is left to do, in order. Refuses a database that another release has taken further than this one knows. */
export async function pendingMigrations(
  rows: Model<MigrationRow>,
  migrations: readonly NamedMigration[],
): Promise<{ migration: NamedMigration; row: MigrationRow | null }[]> {
  const recorded = new Map((await rows.find().lean<MigrationRow[]>()).map((row) => [row._id, row]));
  for (const id of recorded.keys()) {
    if (!migrations.some((migration) => migration.id === id))
      throw new MigrationRefused(
        `The database knows the migration ${id} and this release doesn't: run the migrations of the release that brought it.`,
      );
  }
  const pending = migrations.filter(({ id }) => recorded.get(id)?.state !== 'DONE');
  const ahead = migrations.find(({ id }) => recorded.has(id) && pending.some((earlier) => earlier.id < id));
  if (ahead)
    throw new MigrationRefused(
      `${ahead.id} was begun although ${pending[0]?.id} isn't done: look into the collection "migrations" before going on.`,
    );
  return pending.map((migration) => ({ migration, row: recorded.get(migration.id) ?? null }));
}

const LEASE_MS = 30_000;
const BATCH_SIZE = 500;

/**
 * Carries out what is left, batch by batch, and records each batch after it: an interrupted run goes on where it was.
 * One run at a time; a second one waits until the first is done or silent for longer than its lease.
 */
export async function runMigrations(options: {
  connection: Connection;
  migrations: readonly NamedMigration[];
  instance: string;
  tell: (line: string) => void;
  batchSize?: number;
  leaseMs?: number;
  now?: () => Date;
}): Promise<{ ran: string[] }> {
  const { connection, instance, tell, now = () => new Date() } = options;
  const { batchSize = BATCH_SIZE, leaseMs = LEASE_MS } = options;
  const rows = migrationModel(connection);
  const ran: string[] = [];

  /** Takes or renews the right to run; what stands recorded, or null while another one has it. */
  async function claim(id: string): Promise<MigrationRow | null> {
    const at = now();
    const free = ours({ _id: id, $or: [{ leaseOwner: instance }, { leaseUntil: null }, { leaseUntil: { $lt: at } }] });
    try {
      return await rows
        .findOneAndUpdate(
          free,
          {
            $set: { leaseOwner: instance, leaseUntil: new Date(at.getTime() + leaseMs) },
            $setOnInsert: { state: 'RUNNING', after: null, changed: 0, startedAt: at, updatedAt: at },
          },
          { upsert: true, returnDocument: 'after' },
        )
        .lean<MigrationRow>();
    } catch (error) {
      if (isDuplicateKey(error)) return null;
      throw error;
    }
  }
  async function claimed(id: string): Promise<MigrationRow> {
    for (let told = false; ; told = true) {
      const row = await claim(id);
      if (row) return row;
      if (!told) tell(`${id}: another run has it; waiting until it is done or has been silent for ${leaseMs / 1000} s`);
      await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, leaseMs / 4)));
    }
  }

  for (;;) {
    const [next] = await pendingMigrations(rows, options.migrations);
    if (!next) return { ran };
    const { id, batch, what } = next.migration;
    let row = await claimed(id);
    if (row.state === 'DONE') continue;
    tell(`${id}: ${what}${row.after === null ? '' : `, going on after ${row.after} (${row.changed} changed before)`}`);
    while (row.state !== 'DONE') {
      const done = await batch(connection, row.after, batchSize).catch(async (error: unknown) => {
        await rows
          .updateOne(ours({ _id: id, leaseOwner: instance }), { $set: { leaseOwner: null, leaseUntil: null } })
          .catch(() => undefined);
        throw new MigrationStopped(id, row, error);
      });
      const at = now();
      const progress = {
        after: done.next,
        changed: row.changed + done.changed,
        updatedAt: at,
        ...(done.next === null
          ? { state: 'DONE' as const, leaseOwner: null, leaseUntil: null }
          : { leaseUntil: new Date(at.getTime() + leaseMs) }),
      };
      const { matchedCount } = await rows.updateOne(ours({ _id: id, leaseOwner: instance }), { $set: progress });
      if (matchedCount === 0)
        throw new MigrationRefused(`${id}: another run took over, since this one was silent for too long; it goes on there.`);
      row = { ...row, ...progress };
      tell(`${id}: ${row.changed} changed${done.next === null ? ', done' : ''}`);
    }
    ran.push(id);
  }
}

/**
 * A migration of one collection, document by document in the order of `_id`. `filter` picks those that still need it and is asked again at the
 * write, so that a document that somebody changed meanwhile, or an earlier run, isn't changed twice. `change` returns the update of one document.
 */
export function eachDocument(options: {
  what: string;
  collection: string;
  filter: Readonly<Record<string, unknown>>;
  change: (document: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}): Migration {
  const { collection, filter } = options;
  return {
    what: options.what,
    count: (connection) => connection.collection(collection).countDocuments(filter as never),
    async batch(connection, after, size) {
      const rows = await connection
        .collection<{ _id: string }>(collection)
        .find({ ...filter, ...(after === null ? {} : { _id: { $gt: after } }) } as never)
        .sort({ _id: 1 })
        .limit(size)
        .toArray();
      const last = rows.at(-1)?._id;
      if (last === undefined) return { changed: 0, next: null };
      const { modifiedCount } = await connection
        .collection<{ _id: string }>(collection)
        .bulkWrite(rows.map((row) => ({ updateOne: { filter: { ...filter, _id: row._id }, update: options.change(row) } })) as never, {
          ordered: false,
        });
      return { changed: modifiedCount, next: rows.length < size ? null : last };
    },
  };
}
