import type { Path } from './paths.ts';
import { PAGE_SIZE, print, type Asked } from './selection.ts';

/** Several paths in one document, as long as the gateway takes it. */
export interface Document {
  readonly paths: readonly Path[];
  readonly asked: readonly Asked[];
  readonly text: string;
  /** Names of the ids that it takes, beside the size of its pages. */
  readonly variables: readonly string[];
}

/** What the gateway takes of one document (gateway/src/limits), with some room. */
const LIMITS = { roots: 12, tokens: 1_800, characters: 15_000, fields: 560, aliases: 29 };
/** Length that a list without a page is taken to have, as the gateway reckons it. */
const ASSUMED_LIST = 10;

/** What a document may cost at a size of its pages: the same document is asked by people and by links, and so is planned once. */
export interface Payer {
  readonly cost: number;
  readonly pageSize: number;
}

/** Puts paths together, each into the first document that has room for it, so that there are few; one that is too much for a document comes in parts, field by field. */
export function inDocuments(paths: readonly Path[], payers: readonly Payer[]): Document[] {
  const batches: { paths: Path[]; size: Size; apart: boolean }[] = [];
  const sized = paths.flatMap((each) => fitting(each, payers)).map((path) => ({ path, own: sizeOf(path, payers) }));
  // What leaves the least room comes first.
  for (const { path, own } of sized.toSorted((left, right) => fullness(right.own, payers) - fullness(left.own, payers))) {
    // What is in fragments has documents of its own.
    const apart = path.kind === 'fragment';
    const batch = batches.find((each) => each.apart === apart && fits(plus(each.size, own), payers));
    if (batch) {
      batch.paths.push(path);
      batch.size = plus(batch.size, own);
    } else batches.push({ paths: [path], size: plus(NOTHING, own), apart });
  }
  return batches.map((batch) => documentOf(batch.paths));
}

interface Size {
  readonly roots: number;
  readonly tokens: number;
  readonly characters: number;
  readonly fields: number;
  readonly aliases: number;
  /** For each of those who pay. */
  readonly costs: readonly number[];
}
const NOTHING: Size = { roots: 0, tokens: 0, characters: 200, fields: 0, aliases: 0, costs: [] };
const plus = (left: Size, right: Size): Size => ({
  roots: left.roots + right.roots,
  tokens: left.tokens + right.tokens,
  characters: left.characters + right.characters,
  fields: left.fields + right.fields,
  aliases: left.aliases + right.aliases,
  costs: right.costs.map((cost, index) => cost + (left.costs[index] ?? 0)),
});
const fits = (size: Size, payers: readonly Payer[]): boolean =>
  size.roots <= LIMITS.roots &&
  size.tokens <= LIMITS.tokens &&
  size.characters <= LIMITS.characters &&
  size.fields <= LIMITS.fields &&
  size.aliases <= LIMITS.aliases &&
  payers.every(({ cost }, index) => (size.costs[index] ?? 0) <= cost);

/** Of the limit that is nearest, how much it takes. */
const fullness = (size: Size, payers: readonly Payer[]): number =>
  Math.max(
    size.roots / LIMITS.roots,
    size.tokens / LIMITS.tokens,
    size.characters / LIMITS.characters,
    size.fields / LIMITS.fields,
    size.aliases / LIMITS.aliases,
    ...payers.map(({ cost }, index) => (size.costs[index] ?? 0) / cost),
  );

function sizeOf(path: Path, payers: readonly Payer[]): Size {
  const text = print([path.asked]);
  return {
    roots: 1,
    tokens: (text.match(/[\w$]+|[^\s\w]/g)?.length ?? 0) + 12,
    characters: text.length + 60,
    fields: 1 + count(path.asked),
    aliases: 1 + (text.match(/\w+: /g)?.length ?? 0),
    costs: payers.map(({ pageSize }) => costOf(path.asked, pageSize)),
  };
}
export const count = (asked: Asked): number => asked.below.reduce((sum, each) => sum + 1 + count(each), 0);

/** As gateway/src/documents/cost.ts reckons: 1 for what has fields, as often as its list is long. */
export function costOf(asked: Asked, pageSize: number): number {
  if (asked.below.length === 0) return 0;
  const sum = (fields: readonly Asked[]) => fields.reduce((total, each) => total + costOf(each, pageSize), 0);
  if (asked.kind === 'connection') {
    const [edges, nodes, ...others] = asked.below;
    return 1 + sum(others) + pageSize * ((edges ? costOf(edges, pageSize) : 0) + (nodes ? 1 + sum(nodes.below) : 0));
  }
  return (asked.many ? ASSUMED_LIST : 1) * (1 + sum(asked.below));
}

/** A path that is too much for one document, in parts of what it asks at its end. */
function fitting(path: Path, payers: readonly Payer[]): Path[] {
  const isEnough = (asked: Asked): boolean => fits(sizeOf({ ...path, asked }, payers), payers);
  if (isEnough(path.asked)) return [path];
  const parts = divided(path.asked, isEnough);
  if (!parts) throw new Error(`${path.name} costs more than one document may`);
  return parts.flatMap((asked) => fitting({ ...path, asked }, payers));
}

/** Two that together ask the same, the first of them as much as fits; null where one field alone is left. */
function divided(asked: Asked, isEnough: (part: Asked) => boolean): [Asked, Asked] | null {
  const divideBelow = (inner: Asked, whole: (part: Asked) => Asked): [Asked, Asked] | null => {
    const parts = divided(inner, (part) => isEnough(whole(part)));
    return parts && [whole(parts[0]), whole(parts[1])];
  };
  if (asked.kind === 'connection') {
    const [edges, ...others] = asked.below;
    return edges ? divideBelow(edges, (part) => ({ ...asked, below: [part, ...others] })) : null;
  }
  const rest = asked.below.filter(({ field }) => field !== 'id');
  const ids = asked.below.filter(({ field }) => field === 'id');
  const asking = (fields: readonly Asked[]): Asked => ({ ...asked, below: [...ids, ...fields] });
  if (rest.length > 1) {
    let taken = rest.length - 1;
    while (taken > 1 && !isEnough(asking(rest.slice(0, taken)))) taken -= 1;
    return [asking(rest.slice(0, taken)), asking(rest.slice(taken))];
  }
  const [only] = rest;
  return only ? divideBelow(only, (part) => asking([part])) : null;
}

function documentOf(paths: readonly Path[]): Document {
  const asked = paths.map((path, index): Asked => ({ ...path.asked, alias: `p${index}` }));
  const fragments: string[] = [];
  const body = paths.some(({ kind }) => kind === 'fragment') ? asked.map((each) => inFragments(each, fragments)).join(' ') : print(asked);
  const text = [`{ ${body} }`, ...fragments].join(' ');
  const variables = [...new Set([...text.matchAll(/\$(r\d+)/g)].map(([, name]) => name ?? ''))];
  const declared = [...variables.map((name) => `$${name}: ID!`), ...(text.includes(PAGE_SIZE) ? [`${PAGE_SIZE}: Int!`] : [])];
  return { paths, asked, variables, text: `query${declared.length > 0 ? `(${declared.join(', ')})` : ''} ${text}` };
}

/** The record at the end as a named fragment that holds an inline one. */
function inFragments(asked: Asked, fragments: string[]): string {
  const wrap = (record: Asked): string => {
    const name = `Fields${fragments.length}`;
    fragments.push(`fragment ${name} on ${record.type} { ... on ${record.type} { ${print(record.below)} } }`);
    return `{ ...${name} }`;
  };
  return `${asked.alias}: ${asked.field}${asked.args ?? ''} ${wrap(asked)}`;
}
