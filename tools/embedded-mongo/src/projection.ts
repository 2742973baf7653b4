import { fail, unserved } from './errors.ts';
import { asNumber, isDoc, show, type Doc, type Value } from './values.ts';

/** A tree of fields: true is a field as a whole, a Map its sub-fields. */
export type Tree = Map<string, true | Tree>;
export type Projection = (doc: Doc) => Doc;

/** Adds a dotted path; two paths of which one contains the other collide. */
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

export function flatten(spec: Doc, prefix = ''): [path: string, value: Value][] {
  return [...spec].flatMap(([name, value]): [string, Value][] =>
    isDoc(value) && value.size > 0 && ![...value.keys()][0]!.startsWith('$')
      ? flatten(value, `${prefix}${name}.`)
      : [[prefix + name, value]],
  );
}

export const switchOf = (value: Value): boolean | undefined =>
  typeof value === 'boolean' ? value : asNumber(value) === undefined ? undefined : asNumber(value) !== 0;

/**
 * The projection of find and findAndModify: fields to keep or to leave out, and `_id`.
 * @throws 31253/31254 where both are mixed; expressions are not served
 */
export function parseProjection(spec: Doc): Projection | undefined {
  const tree: Tree = new Map();
  let mode: boolean | undefined;
  let id: boolean | undefined;
  for (const [path, value] of flatten(spec)) {
    const on = switchOf(value) ?? unserved(`the projection ${path}: ${show(value)}`);
    if (path.endsWith('.$') || path.startsWith('$')) unserved(`the projection ${path}`);
    if (path === '_id') {
      id = on;
      continue;
    }
    mode ??= on;
    if (mode !== on)
      fail(
        on ? 31253 : 31254,
        `Cannot do ${on ? 'inclusion' : 'exclusion'} on field ${path} in ${on ? 'exclusion' : 'inclusion'} projection`,
      );
    addPath(tree, path);
  }
  mode ??= id;
  if (mode === undefined) return undefined;
  if (mode ? id !== false : id === false) tree.set('_id', true);
  return mode ? (doc) => include(doc, tree) : (doc) => exclude(doc, tree);
}

export function include(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    const kept = node === undefined ? undefined : node === true ? value : includeInside(value, node);
    if (kept !== undefined) result.set(name, kept);
  }
  return result;
}

function includeInside(value: Value, tree: Tree): Value | undefined {
  if (isDoc(value)) return include(value, tree);
  return Array.isArray(value) ? value.map((item) => includeInside(item, tree)).filter((item) => item !== undefined) : undefined;
}

export function exclude(doc: Doc, tree: Tree): Doc {
  const result: Doc = new Map();
  for (const [name, value] of doc) {
    const node = tree.get(name);
    if (node !== true) result.set(name, node === undefined ? value : excludeInside(value, node));
  }
  return result;
}

function excludeInside(value: Value, tree: Tree): Value {
  if (isDoc(value)) return exclude(value, tree);
  return Array.isArray(value) ? value.map((item) => excludeInside(item, tree)) : value;
}
