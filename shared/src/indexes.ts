import type { Connection, Model } from 'mongoose';

/** An index that a model declares and the store doesn't have yet, or the other way round. */
export interface IndexPlan {
  readonly collection: string;
  readonly missing: readonly { readonly keys: Record<string, unknown>; readonly options: Record<string, unknown> }[];
  /** Names of indexes that stand in the store and no model declares; never dropped by themselves. */
  readonly undeclared: readonly string[];
}

/** Compares the indexes that the models of a connection declare with those that stand. */
export async function planIndexes(connection: Connection): Promise<IndexPlan[]> {
  const models = Object.values(connection.models).toSorted((left, right) => left.collection.name.localeCompare(right.collection.name));
  return Promise.all(models.map(planOf));
}

async function planOf(model: Model<unknown>): Promise<IndexPlan> {
  const standing = await model.collection.indexes().catch((error: unknown) => {
    // The collection itself doesn't exist before its first document or index.
    if (error instanceof Error && 'code' in error && error.code === 26) return [];
    throw error;
  });
  const declared = model.schema
    .indexes()
    .map(([keys, options]) => ({ keys: keys as Record<string, unknown>, options: relevant(options as Record<string, unknown>) }));
  const standingKeys = new Set(standing.map((index) => JSON.stringify(index['key'])));
  const declaredKeys = new Set(declared.map((index) => JSON.stringify(index.keys)));
  return {
    collection: model.collection.name,
    missing: declared.filter((index) => !standingKeys.has(JSON.stringify(index.keys))),
    undeclared: standing
      .filter((index) => index['name'] !== '_id_' && !declaredKeys.has(JSON.stringify(index['key'])))
      .map((index) => String(index['name'])),
  };
}

/** Mongoose adds `background`, which MongoDB has ignored since 4.2. */
const relevant = ({ background: _background, ...options }: Record<string, unknown>) => options;

/**
 * Builds what is missing, one index after the other, and tells each with its time. Stopped half-way, the next run goes on with the rest;
 * an index whose data break it (a unique one over duplicates) is told and fails the run after the others were built.
 */
export async function buildMissingIndexes(
  connection: Connection,
  tell: (line: string) => void,
): Promise<{ built: number; failed: number }> {
  const plans = await planIndexes(connection);
  const total = plans.reduce((sum, plan) => sum + plan.missing.length, 0);
  for (const { collection, undeclared } of plans)
    for (const name of undeclared)
      tell(`${collection}: ${name} stands and no model declares it; drop it by hand once no running release uses it`);
  if (total === 0) tell('Every index stands; nothing to build.');
  let built = 0;
  let failed = 0;
  for (const { collection, missing } of plans) {
    for (const { keys, options } of missing) {
      const started = performance.now();
      const name = `${collection} ${JSON.stringify(keys)}${options['unique'] ? ' unique' : ''}`;
      tell(`[${built + failed + 1}/${total}] ${name} …`);
      try {
        await connection.collection(collection).createIndex(keys as Record<string, 1>, options);
        built += 1;
        tell(`[${built + failed}/${total}] ${name} built in ${Math.round(performance.now() - started)} ms`);
      } catch (error) {
        failed += 1;
        tell(
          `[${built + failed}/${total}] ${name} FAILED: ${error instanceof Error && 'codeName' in error ? String(error.codeName) : 'unknown error'}; mend the data and run this again`,
        );
      }
    }
  }
  return { built, failed };
}
