import DataLoader from 'dataloader';

/** Loads rows by id with one query for all of a request's ids; a row that isn't found, or may not be seen, is null. */
export function byId<Row extends { _id: string }>(
  find: (ids: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [row._id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** Loads the one row that belongs to a parent, with one query for all parents. */
export function byParent<Row>(
  field: keyof Row,
  find: (parentIds: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find(ids)).map((row) => [row[field] as string, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** Loads something per parent that depends on arguments: parents with equal arguments share one call of `load`. */
export function byParentWith<Args, Result>(
  load: (parentIds: readonly string[], args: Args) => Promise<readonly Result[]>,
): (parentId: string, args: Args) => Promise<Result> {
  const loaders = new Map<string, DataLoader<string, Result>>();
  return (parentId, args) => {
    const key = JSON.stringify(args);
    let loader = loaders.get(key);
    if (!loader) loaders.set(key, (loader = new DataLoader((ids: readonly string[]) => load(ids, args))));
    return loader.load(parentId);
  };
}
