import { setTimeout as sleep } from 'node:timers/promises';
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
  | { readonly ok: false; readonly column: string; readonly rule: Wording; readonly code?: ImportResult['refused'][number]['code'] };

/** The rows that can be used, by their natural key; the others stand in `refused`. */
export interface AcceptedRows<Facts> {
  readonly accepted: ReadonlyMap<string, { readonly index: number; readonly facts: Facts }>;
  readonly refused: ImportResult['refused'];
}

/** Judges the rows of one bulk mutation: too many refuse the whole; a bad one is reported with column and rule, never with its value. */
export function acceptRows<Input extends object, Facts extends object>(
  context: Pick<Context, 'viewer'>,
  rows: readonly Input[],
  options: {
    check: (row: Input) => RowCheck<Facts>;
    keyOf: (facts: Facts) => string;
    /** Columns of free text, in which a national number is refused. */
    freeTextColumns?: readonly (keyof Input & string)[];
  },
): AcceptedRows<Facts> {
  if (rows.length < 1 || rows.length > MAX_IMPORT_ROWS) refuse('INVALID_INPUT', 'rows', { rule: `1 – ${MAX_IMPORT_ROWS}` });
  const refused: ImportResult['refused'] = [];
  const accepted = new Map<string, { index: number; facts: Facts }>();
  const refuseRow = (row: number, column: string, code: ImportResult['refused'][number]['code'], rule: Wording = '') =>
    refused.push({ row, column, code, message: messageOf(commonMessages, { code, params: { rule } }, context.viewer.language) });

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
  return { accepted, refused };
}

/** A new aggregate, or fields of a known one, with what is told about it. */
export type ImportedAggregate<Row extends AggregateFields> = {
  readonly existing: Row | undefined;
  readonly id: string;
  readonly fields: Partial<Row>;
  readonly events: readonly NewEvent[];
};

/**
 * Writes aggregates with one insert and one bulk update, each under the revision that was seen.
 * The numbers written; fewer than given means that somebody else wrote the same rows at the same moment.
 */
export async function writeAggregates<Row extends AggregateFields>(
  model: Model<Row>,
  context: Pick<Context, 'viewer' | 'clock' | 'newId'>,
  aggregates: readonly ImportedAggregate<Row>[],
  /** New rows hold every field in its stored form: nothing has to be cast, defaulted and validated, which is most of an insert's cost. */
  options: { readonly complete?: boolean } = {},
): Promise<{ inserted: number; modified: number }> {
  const now = context.clock.now();
  const outboxOf = ({ events, existing }: ImportedAggregate<Row>) =>
    events.map((entry) =>
      event(entry, { at: now, revision: (existing?.revision ?? 0) + 1, actor: context.viewer.id, newId: context.newId }),
    );
  const inserts: object[] = [];
  const updates: { filter: object; update: object }[] = [];
  for (const aggregate of aggregates) {
    const { existing, id, fields } = aggregate;
    const outbox = outboxOf(aggregate);
    const waiting = outbox.length > 0 ? { outboxAt: now } : {};
    if (!existing) inserts.push({ ...fields, _id: id, revision: 1, createdAt: now, updatedAt: now, inputHash: null, outbox, ...waiting });
    else
      updates.push({
        filter: { _id: existing._id, revision: existing.revision },
        update: {
          $set: { ...fields, revision: existing.revision + 1, updatedAt: now, ...waiting },
          ...(outbox.length > 0 ? { $push: { outbox: { $each: outbox } } } : {}),
        },
      });
  }
  let inserted = 0;
  let modified = 0;
  if (inserts.length > 0) {
    const written = await model
      .insertMany(inserts as never[], { ordered: false, rawResult: true, throwOnValidationError: true, lean: options.complete ?? false })
      .catch((error: unknown) => {
        // A second import of the same file at the same moment was first: the row is there.
        if (isDuplicateKey(error) && 'insertedCount' in (error as object)) return error as unknown as { insertedCount: number };
        throw error;
      });
    inserted = written.insertedCount;
  }
  if (updates.length > 0) {
    const written = await model.bulkWrite(updates.map(({ filter, update }) => ({ updateOne: { filter: ours(filter), update } })) as never, {
      ordered: false,
    });
    modified = written.modifiedCount;
  }
  return { inserted, modified };
}

export type RowOutcome = 'created' | 'updated' | 'unchanged';

/**
 * Whoever loses a round lost it to somebody who got on, so with N writers on one row the last of them needs N rounds: five gave up where six
 * batches named one guardian. The bound is for a plan that never comes to rest, not for a busy moment.
 */
const MAX_PLANS = 100;
/** Drawn anew each time: writers that stay in step would go on losing to each other. */
const LONGEST_PAUSE_MS = 25;

/**
 * Writes what a plan wants and doesn't stand yet, and tells by id what became of each aggregate.
 * Where somebody else wrote one of the rows in between, it plans again on what stands then: nothing is overwritten unseen, and nothing is lost.
 */
export async function writePlanned<Row extends AggregateFields>(
  model: Model<Row>,
  context: Pick<Context, 'viewer' | 'clock' | 'newId'>,
  plan: () => Promise<readonly ImportedAggregate<Row>[]>,
  options: { readonly complete?: boolean } = {},
): Promise<Map<string, RowOutcome>> {
  const outcomes = new Map<string, RowOutcome>();
  for (let count = 1; count <= MAX_PLANS; count += 1) {
    const differing: ImportedAggregate<Row>[] = [];
    for (const wanted of await plan()) {
      if (!wanted.existing || !holds(wanted.existing, wanted.fields)) differing.push(wanted);
      else if (!outcomes.has(wanted.id)) outcomes.set(wanted.id, 'unchanged');
    }
    if (differing.length === 0) return outcomes;
    const { inserted, modified } = await writeAggregates(model, context, differing, options);
    for (const { id, existing } of differing) outcomes.set(id, existing ? 'updated' : 'created');
    if (inserted + modified === differing.length) return outcomes;
    await sleep(Math.random() * LONGEST_PAUSE_MS);
  }
  throw new Error(`Rows of ${model.modelName} changed again and again while they were imported`);
}

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
  const { accepted, refused } = acceptRows(context, rows, options);
  const facts = [...accepted.values()].map((entry) => entry.facts);
  const existing = new Map(facts.length > 0 ? (await options.findExisting(facts)).map((row) => [options.keyOfRow(row), row]) : []);
  const created: ImportedAggregate<Row>[] = [];
  const updated: ImportedAggregate<Row>[] = [];
  for (const [key, { facts: fact }] of accepted) {
    const row = existing.get(key);
    const fields = options.toRow(fact, row);
    if (row && holds(row, fields)) continue;
    const id = row?._id ?? options.idOf(fact);
    (row ? updated : created).push({ existing: row, id, fields, events: options.events(id, fact, row) });
  }
  const { inserted, modified } = await writeAggregates(options.model, context, [...created, ...updated]);
  return { created: inserted, updated: modified, unchanged: facts.length - inserted - modified, refused };
}

/** Whether a stored row holds these values already; an absent field and null are the same. */
export function holds(row: object, fields: object): boolean {
  return Object.entries(fields).every(([name, value]) => same((row as Record<string, unknown>)[name], value));
}

function same(stored: unknown, given: unknown): boolean {
  if (stored instanceof Date && given instanceof Date) return stored.getTime() === given.getTime();
  return JSON.stringify(stored ?? null) === JSON.stringify(given ?? null);
}
