import type { Model } from 'mongoose';
import { containsNationalNumber } from './contracts/free-text.ts';
import { commonMessages, messageOf, refuse, type Wording } from './errors.ts';
import { event, type NewEvent } from './events/outbox.ts';
import { isDuplicateKey, ours, type AggregateFields } from './mongo.ts';
import type { Context } from './subgraph/context.ts';

/** Rows of one bulk mutation; a client cuts a file into pieces of this size. */
export const MAX_IMPORT_ROWS = 500;

export interface ImportResult {
  created: number;
  updated: number;
  unchanged: number;
  refused: { row: number; column: string; code: 'INVALID_INPUT' | 'NATIONAL_NUMBER' | 'NOT_FOUND' | 'FORBIDDEN'; message: string }[];
}
export type RowCheck<Facts> =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly column: string; readonly rule: Wording; readonly code?: 'INVALID_INPUT' | 'NOT_FOUND' | 'FORBIDDEN' };

/**
 * Brings rows in by their natural key: new ones are created, changed ones updated (under their revision), equal ones left alone without an event.
 * A bad row is reported with column and rule, never with its value, and stops no other. Two queries per kind of write, whatever the number of rows.
 */
export async function importRows<Input extends object, Facts extends object, Row extends AggregateFields>(
  context: Context,
  rows: readonly Input[],
  options: {
    model: Model<Row>;
    check: (row: Input) => RowCheck<Facts>;
    keyOf: (facts: Facts) => string;
    findExisting: (facts: readonly Facts[]) => Promise<readonly Row[]>;
    keyOfRow: (row: Row) => string;
    idOf: (facts: Facts) => string;
    /** The fields of the row that come from the import; others keep what they hold. */
    toRow: (facts: Facts, existing: Row | undefined) => Partial<Row>;
    events: (id: string, facts: Facts, existing: Row | undefined) => readonly NewEvent[];
    /** Columns of free text, in which a national number is refused. */
    freeTextColumns?: readonly (keyof Input & string)[];
  },
): Promise<ImportResult> {
  if (rows.length < 1 || rows.length > MAX_IMPORT_ROWS) refuse('INVALID_INPUT', 'rows', { rule: `1 – ${MAX_IMPORT_ROWS}` });
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, refused: [] };
  const accepted = new Map<string, { index: number; facts: Facts }>();
  const refuseRow = (row: number, column: string, code: ImportResult['refused'][number]['code'], rule: Wording = '') =>
    result.refused.push({ row, column, code, message: messageOf(commonMessages, { code, params: { rule } }, context.viewer.language) });

  for (const [index, row] of rows.entries()) {
    const numbered = options.freeTextColumns?.find((column) => typeof row[column] === 'string' && containsNationalNumber(row[column]));
    if (numbered) {
      refuseRow(index, numbered, 'NATIONAL_NUMBER');
      continue;
    }
    const check = options.check(row);
    if (!check.ok) refuseRow(index, check.column, check.code ?? 'INVALID_INPUT', check.rule);
    else if (accepted.has(options.keyOf(check.facts)))
      refuseRow(index, 'key', 'INVALID_INPUT', { nl: 'staat twee keer in deze invoer', en: 'stands twice in this import' });
    else accepted.set(options.keyOf(check.facts), { index, facts: check.facts });
  }
  const facts = [...accepted.values()].map((entry) => entry.facts);
  const existing = new Map(facts.length > 0 ? (await options.findExisting(facts)).map((row) => [options.keyOfRow(row), row]) : []);
  const now = context.clock.now();
  const entriesOf = (id: string, fact: Facts, row: Row | undefined, revision: number) =>
    options.events(id, fact, row).map((entry) => event(entry, { at: now, revision, actor: context.viewer.id, newId: context.newId }));

  const inserts: object[] = [];
  const updates: { filter: object; update: object }[] = [];
  for (const [key, { facts: fact }] of accepted) {
    const row = existing.get(key);
    const fields = options.toRow(fact, row);
    if (!row) {
      const id = options.idOf(fact);
      const outbox = entriesOf(id, fact, undefined, 1);
      inserts.push({
        ...fields,
        _id: id,
        revision: 1,
        createdAt: now,
        updatedAt: now,
        inputHash: null,
        outbox,
        ...(outbox.length > 0 ? { outboxAt: now } : {}),
      });
    } else if (Object.entries(fields).every(([name, value]) => same((row as unknown as Record<string, unknown>)[name], value)))
      result.unchanged += 1;
    else {
      const outbox = entriesOf(row._id, fact, row, row.revision + 1);
      updates.push({
        filter: { _id: row._id, revision: row.revision },
        update: {
          $set: { ...fields, revision: row.revision + 1, updatedAt: now, ...(outbox.length > 0 ? { outboxAt: now } : {}) },
          ...(outbox.length > 0 ? { $push: { outbox: { $each: outbox } } } : {}),
        },
      });
    }
  }
  if (inserts.length > 0) {
    const inserted = await options.model.insertMany(inserts as never[], { ordered: false, rawResult: true }).catch((error: unknown) => {
      // A second import of the same file at the same moment was first: the row is there.
      if (isDuplicateKey(error) && 'insertedCount' in (error as object)) return error as unknown as { insertedCount: number };
      throw error;
    });
    result.created = inserted.insertedCount;
    result.unchanged += inserts.length - inserted.insertedCount;
  }
  if (updates.length > 0) {
    const written = await options.model.bulkWrite(
      updates.map(({ filter, update }) => ({ updateOne: { filter: ours(filter), update } })) as never,
      { ordered: false },
    );
    result.updated = written.modifiedCount;
    result.unchanged += updates.length - written.modifiedCount;
  }
  return result;
}

/** Whether a stored value is what the row says; an absent field and null are the same. */
function same(stored: unknown, given: unknown): boolean {
  if (stored instanceof Date && given instanceof Date) return stored.getTime() === given.getTime();
  return JSON.stringify(stored ?? null) === JSON.stringify(given ?? null);
}
