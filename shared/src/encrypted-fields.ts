import mongoose, { type Connection, type Schema } from 'mongoose';
import { restrictedPaths, type EncryptedType } from './contracts/restricted-fields.ts';
import { decryptText, encryptText, type FieldKeys } from './encryption.ts';

const keysOf = new WeakMap<Connection, FieldKeys>();

/** Gives a connection the keys by which its models read and write restricted fields. */
export function useFieldKeys(connection: Connection, keys: FieldKeys): void {
  keysOf.set(connection, keys);
}

/** What happens to one text at a place. */
export type Change = (text: string, place: string) => string;
type Plain = Record<string, unknown>;

interface BulkParts {
  readonly filter?: Plain;
  readonly update?: Plain;
  readonly document?: Plain & { _id: string };
}

/** The place that a value is bound to. */
const placeOf = (collection: string, id: string, path: string): string => `${collection}:${id}:${path}`;

/**
 * Applies a change to every text at the restricted paths of a value that stands at `prefix` ('' is the whole document).
 * The value is copied where something changes, never written into: callers go on using what they gave.
 */
export function changeTexts(
  value: unknown,
  paths: readonly string[],
  prefix: string,
  change: (text: string, path: string) => string,
): unknown {
  if (paths.includes(prefix)) {
    if (typeof value === 'string') return change(value, prefix);
    if (Array.isArray(value)) return value.map((item: unknown) => (typeof item === 'string' ? change(item, prefix) : item));
    return value;
  }
  const below = paths.filter((path) => prefix === '' || path.startsWith(`${prefix}.`));
  if (below.length === 0 || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => changeTexts(item, paths, prefix, change));
  const copy: Plain = { ...(value as Plain) };
  for (const path of below) {
    const [step = ''] = (prefix === '' ? path : path.slice(prefix.length + 1)).split('.');
    if (step in copy) copy[step] = changeTexts((value as Plain)[step], paths, prefix === '' ? step : `${prefix}.${step}`, change);
  }
  return copy;
}

/** The whole document with its restricted texts changed. */
export function changeDocument(document: Plain & { _id: string }, collection: string, paths: readonly string[], change: Change): Plain {
  return changeTexts(document, paths, '', (text, path) => change(text, placeOf(collection, document._id, path))) as Plain;
}

/** `items.0.text`, `items.$[item].text` and `items.$.text` are all the path `items.text`. */
const normalised = (path: string): string =>
  path
    .split('.')
    .filter((step) => !/^(\d+|\$|\$\[\w*\])$/.test(step))
    .join('.');

/** An update with its restricted texts encrypted for the one document that its filter names. */
function encryptUpdate(update: Plain, filter: Plain, collection: string, paths: readonly string[], encrypt: Change): Plain {
  const touches = (path: string) => paths.some((known) => known === path || known.startsWith(`${path}.`));
  const changed: Plain = {};
  for (const [operator, given] of Object.entries(update)) {
    const fields = given as Plain;
    const touched = operator.startsWith('$') ? Object.keys(fields).filter((path) => touches(normalised(path))) : [];
    if (!operator.startsWith('$') && touches(normalised(operator))) throw new Error(`${operator} is restricted: set it by $set`);
    if (touched.length === 0 || operator === '$unset') {
      changed[operator] = given;
      continue;
    }
    if (!['$set', '$setOnInsert', '$push'].includes(operator)) throw new Error(`${operator} can't be used on a restricted field`);
    const id = filter['_id'];
    if (typeof id !== 'string') throw new Error('A restricted field is written in one document, named by its _id');
    const copy = { ...fields };
    for (const path of touched) {
      const seal = (value: unknown) =>
        changeTexts(value, paths, normalised(path), (text, at) => encrypt(text, placeOf(collection, id, at)));
      const value = fields[path] as { $each?: unknown } | null;
      copy[path] = value !== null && typeof value === 'object' && '$each' in value ? { ...value, $each: seal(value.$each) } : seal(value);
    }
    changed[operator] = copy;
  }
  return changed;
}

/**
 * The one seam between stores and the texts of `contracts/restricted-fields.ts`: they are encrypted as they leave for the database and
 * decrypted as they come from it; stores, actions and imports see plain text. Raw access to a collection sees what is stored.
 */
export function encryptRestricted<Row>(schema: Schema<Row>, type: EncryptedType): void {
  const paths = restrictedPaths(type);
  const tools = ({ db, collection }: { db: Connection; collection: { collectionName: string } }) => {
    const keys = keysOf.get(db);
    if (!keys) throw new Error(`${type} has restricted fields and this connection has no keys for them`);
    return {
      name: collection.collectionName,
      encrypt: ((text, place) => encryptText(keys, text, place)) satisfies Change,
      decrypt: ((text, place) => decryptText(keys, text, place)) satisfies Change,
    };
  };
  type AnyModel = Parameters<typeof tools>[0];

  function decryptRow(model: AnyModel, row: unknown): void {
    if (row === null || row === undefined || typeof row !== 'object') return;
    if (row instanceof mongoose.Document) throw new Error(`${type} is read lean: its restricted fields are decrypted in plain rows`);
    const { name, decrypt } = tools(model);
    // The row came from the driver and is nobody else's yet.
    Object.assign(row, changeDocument(row as Plain & { _id: string }, name, paths, decrypt));
  }

  const loose = schema as unknown as {
    pre(names: string | string[], hook: (this: never, ...args: never[]) => void): void;
    post(names: string | string[], hook: (this: never, result: never) => void): void;
  };
  loose.pre('save', function encryptNew(this: mongoose.Document & { constructor: AnyModel }) {
    const { name, encrypt } = tools(this.constructor);
    const sealed = changeDocument(this.toObject({ minimize: false }) as Plain & { _id: string }, name, paths, encrypt);
    for (const top of new Set(paths.map((path) => path.split('.')[0] ?? ''))) if (sealed[top] !== undefined) this.set(top, sealed[top]);
  } as never);
  loose.pre('insertMany', function encryptMany(this: AnyModel, documents: (Plain & { _id: string })[]) {
    const { name, encrypt } = tools(this);
    return mongoose.overwriteMiddlewareArguments(documents.map((document) => changeDocument(document, name, paths, encrypt)));
  } as never);
  loose.pre('bulkWrite', function encryptBulk(this: AnyModel, operations: readonly Record<string, BulkParts>[], options: unknown) {
    const { name, encrypt } = tools(this);
    const sealed = ({ filter = {}, update, document, ...rest }: BulkParts) => ({
      ...rest,
      ...(document ? { document: changeDocument(document, name, paths, encrypt) } : { filter }),
      ...(update ? { update: encryptUpdate(update, filter, name, paths, encrypt) } : {}),
    });
    const changed = operations.map((operation) =>
      Object.fromEntries(Object.entries(operation).map(([kind, parts]) => [kind, sealed(parts)])),
    );
    // It takes as many arguments as the operation has; its type knows of one.
    return (mongoose.overwriteMiddlewareArguments as (...given: unknown[]) => unknown)(changed, options);
  } as never);
  loose.pre(['updateOne', 'updateMany', 'findOneAndUpdate'], function encryptChange(
    this: mongoose.Query<unknown, unknown> & { model: AnyModel },
  ) {
    const { name, encrypt } = tools(this.model);
    this.setUpdate(encryptUpdate((this.getUpdate() ?? {}) as Plain, this.getFilter(), name, paths, encrypt));
  } as never);
  loose.post(['find', 'findOne', 'findOneAndUpdate'], function decryptRows(this: { model: AnyModel }, result: unknown) {
    if (Array.isArray(result)) for (const row of result as unknown[]) decryptRow(this.model, row);
    else decryptRow(this.model, result);
  } as never);
}
