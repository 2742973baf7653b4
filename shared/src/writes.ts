import type { Model, UpdateQuery } from 'mongoose';
import { refuse } from './errors.ts';
import { doneBy, event, type NewEvent } from './events/outbox.ts';
import { derivedId, fingerprint } from './ids.ts';
import { isDuplicateKey, ours, type AggregateFields } from './mongo.ts';
import type { RowFilter } from './policy.ts';
import type { Context } from './subgraph/context.ts';

type Actor = Pick<Context, 'viewer' | 'clock' | 'newId'>;
type New<Row extends AggregateFields> = Omit<Row, keyof AggregateFields> & { _id: string };

/**
 * Inserts an aggregate and its events in one document write.
 * With `once`, the id is derived from (caller, mutation, key): a repeat returns the first row, another input under the same key is refused.
 */
export async function create<Row extends AggregateFields>(
  model: Model<Row>,
  actor: Actor,
  row: New<Row>,
  events: (row: New<Row>) => readonly NewEvent[],
  once?: { readonly input: unknown },
): Promise<{ row: Row; created: boolean }> {
  const now = actor.clock.now();
  const document = {
    ...row,
    revision: 1,
    createdAt: now,
    updatedAt: now,
    inputHash: once ? fingerprint(once.input) : null,
    outbox: events(row).map((entry) => event(entry, { at: now, revision: 1, ...doneBy(actor.viewer), newId: actor.newId })),
    outboxAt: now,
  } as unknown as Row;
  try {
    await model.create([document]);
    return { row: document, created: true };
  } catch (error) {
    if (!once || !isDuplicateKey(error, '_id')) throw error;
    const existing = (await model.findById(row._id).lean()) as unknown as Row | null;
    if (existing?.inputHash !== document.inputHash) refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    return { row: existing as Row, created: false };
  }
}

const MAX_KEY_LENGTH = 200;
const KEY_RULE = {
  nl: `1 tot ${MAX_KEY_LENGTH} tekens, een eigen waarde per aanmaak`,
  en: `1 to ${MAX_KEY_LENGTH} characters, a value of its own for each create`,
};

/** The id of an idempotent create; an empty key would make every create of a caller the same one. */
export function idOfCreate(prefix: string, actor: Actor, mutation: string, idempotencyKey: string): string {
  const key = idempotencyKey.trim();
  if (key === '' || key.length > MAX_KEY_LENGTH) refuse('INVALID_INPUT', 'idempotencyKey', { rule: KEY_RULE });
  return derivedId(prefix, actor.viewer.id, mutation, key);
}

/**
 * Changes an aggregate and adds its events in one document write, under a condition on its revision (what the caller saw) and, if given, on its state.
 * Answers the changed row, or null when the condition didn't hold any more: load again and decide anew, or refuse with `conflict`.
 */
export async function change<Row extends AggregateFields>(
  model: Model<Row>,
  actor: Actor,
  seen: Pick<Row, '_id' | 'revision'>,
  update: {
    $set?: Record<string, unknown>;
    $unset?: Record<string, unknown>;
    $inc?: Record<string, number>;
    $push?: Record<string, unknown>;
    $pull?: Record<string, unknown>;
    $addToSet?: Record<string, unknown>;
  },
  events: readonly NewEvent[] = [],
  condition: RowFilter = {},
): Promise<Row | null> {
  const now = actor.clock.now();
  const revision = seen.revision + 1;
  const entries = events.map((entry) => event(entry, { at: now, revision, ...doneBy(actor.viewer), newId: actor.newId }));
  const merged = {
    ...update,
    $set: { ...update.$set, updatedAt: now, revision, ...(entries.length > 0 ? { outboxAt: now } : {}) },
    ...(entries.length > 0 ? { $push: { ...update.$push, outbox: { $each: entries } } } : {}),
  };
  return (await model
    .findOneAndUpdate(ours({ ...condition, _id: seen._id, revision: seen.revision }) as never, merged as UpdateQuery<Row>, {
      returnDocument: 'after',
    })
    .lean()) as unknown as Row | null;
}

/** Refuses when the caller's revision isn't the current one; the payload shows the current state under `name`. */
export function checkRevision<Row extends { revision: number }>(row: Row, revision: number, name: string): void {
  if (row.revision !== revision) refuse('REVISION_CONFLICT', 'revision', {}, { [name]: row });
}
