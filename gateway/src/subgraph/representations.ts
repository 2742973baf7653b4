import type { SubgraphAnswer, SubgraphError } from './client.ts';

/** Entities asked for once each, and where each of them is needed. */
export interface UniqueRepresentations {
  readonly unique: readonly unknown[];
  /** For each position that was asked for: the index in `unique`. */
  readonly positions: readonly number[];
}

/** Leaves out what is asked for twice; null when every representation is another. */
export function withoutRepeats(representations: readonly unknown[]): UniqueRepresentations | null {
  const indexes = new Map<string, number>();
  const unique: unknown[] = [];
  const positions = representations.map((representation) => {
    const key = JSON.stringify(representation);
    let index = indexes.get(key);
    if (index === undefined) {
      indexes.set(key, (index = unique.length));
      unique.push(representation);
    }
    return index;
  });
  return unique.length === representations.length ? null : { unique, positions };
}

/**
 * Puts each entity's result, and each of its errors, back to every position that asked for it.
 * Every position gets a copy of its own: what is merged into one of them later must not show in another.
 */
export function atEveryPosition(answer: SubgraphAnswer, { positions }: UniqueRepresentations): SubgraphAnswer {
  const entities = answer.data?.['_entities'];
  const taken = new Set<number>();
  const spread = Array.isArray(entities)
    ? positions.map((index) => {
        const entity: unknown = entities[index];
        if (!taken.has(index)) {
          taken.add(index);
          return entity;
        }
        return structuredClone(entity);
      })
    : entities;
  return {
    ...answer,
    ...(answer.data ? { data: { ...answer.data, _entities: spread } } : {}),
    ...(answer.errors ? { errors: answer.errors.flatMap((error) => errorsAtEveryPosition(error, positions)) } : {}),
  };
}

function errorsAtEveryPosition(error: SubgraphError, positions: readonly number[]): SubgraphError[] {
  const { path } = error;
  if (path?.[0] !== '_entities' || typeof path[1] !== 'number') return [error];
  return positions.flatMap((index, position) => (index === path[1] ? [{ ...error, path: ['_entities', position, ...path.slice(2)] }] : []));
}
