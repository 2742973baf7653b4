import { fail, unserved } from './errors.ts';
import { asNumber, firstKey, isDoc, show, type Doc, type Value } from './values.ts';

/** A tree of fields: true is a field as a whole, a Map its sub-fields. */
export type Tree = Map<string, true | Tree>;

/** Adds a dotted path. @throws code 31250 where one path contains another */
export function addPath(tree: Tree, path: string): void {
  const parts = path.split('.');
  if (parts.includes('')) fail(40353, 'FieldPath must not contain empty fields.');
  let node = tree;
  parts.forEach((part, i) => {
    const inner = node.get(part);
    const last = i === parts.length - 1;
    if (inner !== undefined && (last || inner === true)) fail(31250, `Path collision at ${path}`);
    if (last) node.set(part, true);
    else if (inner === undefined) node.set(part, (node = new Map()));
    else node = inner as Tree;
  });
}

/** The fields of a specification by dotted paths, those written as documents included. */
export function flatten(spec: Doc, prefix = ''): [path: string, value: Value][] {
  return [...spec].flatMap(([name, value]): [string, Value][] =>
    isDoc(value) && value.size > 0 && !firstKey(value).startsWith('$') ? flatten(value, `${prefix}${name}.`) : [[prefix + name, value]],
  );
}

/** Whether a value in a projection keeps a field or leaves it out; undefined where it computes one. */
export const switchOf = (value: Value): boolean | undefined =>
  typeof value === 'boolean' ? value : asNumber(value) === undefined ? undefined : asNumber(value) !== 0;

/**
 * The projection of find and findAndModify: fields to keep or to leave out, and `_id`.
 * @throws 31253 and 31254 where both are mixed; expressions are not served
 */
export function parseProjection(spec: Doc | undefined): (doc: Doc) => Doc {
  const tree: Tree = new Map();
  let mode: boolean | undefined;
  let id: boolean | undefined;
  for (const [path, value] of flatten(spec ?? new Map())) {
    const on = switchOf(value);
    if (on === undefined || path.endsWith('.$') || path.startsWith('$')) return unserved(`the projection ${path}: ${show(value)}`);
    if (path === '_id') {
      id = on;
      continue;
    }
    mode ??= on;
    const [this_, other] = on ? ['inclusion', 'exclusion'] : ['exclusion', 'inclusion'];
    if (mode !== on) fail(on ? 31253 : 31254, `Cannot do ${this_} on field ${path} in ${other} projection`);
    addPath(tree, path);
  }
  const including = mode ?? id ?? false;
  if (including ? id !== false : id === false) tree.set('_id', true);
  return (doc) => pick(doc, tree, including) as Doc;
}

/** Keeps what the tree names, or leaves it out; arrays on the way are gone through. */
export function pick(value: Value, tree: Tree, including: boolean): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => pick(item, tree, including)).filter((item) => item !== undefined);
  if (!isDoc(value)) return including ? undefined : value;
  const result: Doc = new Map();
  for (const [name, inner] of value) {
    const node = tree.get(name);
    const kept =
      node === undefined ? (including ? undefined : inner) : node === true ? (including ? inner : undefined) : pick(inner, node, including);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}
