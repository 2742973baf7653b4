import type { Path } from './paths.ts';
import { PAGE_SIZE, print, type Asked } from './selection.ts';

/** Several paths in one document, as long as the gateway takes it. */
export interface Document {
  readonly paths: readonly Path[];
  readonly asked: readonly Asked[];
  readonly text: string;
  /** Names of the ids that it takes. */
  readonly variables: readonly string[];
}

/** What the gateway takes of one document (gateway/src/limits), with some room. */
const LIMITS = { roots: 12, tokens: 1_800, characters: 15_000, fields: 560, aliases: 29 };
/** Length that a list without a page is taken to have, as the gateway reckons it. */
const ASSUMED_LIST = 10;

/** Puts paths together so that no document costs more than `cost`; a path that alone costs more comes in parts, field by field. */
export function inDocuments(paths: readonly Path[], options: { cost: number; pageSize: number }): Document[] {
  const documents: Document[] = [];
  let batch: Path[] = [];
  let size = NOTHING;
  const close = () => {
    if (batch.length > 0) documents.push(documentOf(batch, options.pageSize));
    batch = [];
    size = NOTHING;
  };
  for (const path of paths.flatMap((each) => fitting(each, options))) {
    const own = sizeOf(path, options.pageSize);
    // What is under other names, or in fragments, has documents of its own.
    const mixed = batch.some((other) => (other.kind === 'fragment') !== (path.kind === 'fragment'));
    if (mixed || !fits(plus(size, own), options.cost)) close();
    batch.push(path);
    size = plus(size, own);
  }
  close();
  return documents;
}

interface Size {
  readonly roots: number;
  readonly tokens: number;
  readonly characters: number;
  readonly fields: number;
  readonly aliases: number;
  readonly cost: number;
}
const NOTHING: Size = { roots: 0, tokens: 0, characters: 200, fields: 0, aliases: 0, cost: 0 };
const plus = (left: Size, right: Size): Size => ({
  roots: left.roots + right.roots,
  tokens: left.tokens + right.tokens,
  characters: left.characters + right.characters,
  fields: left.fields + right.fields,
  aliases: left.aliases + right.aliases,
  cost: left.cost + right.cost,
});
const fits = (size: Size, cost: number): boolean =>
  size.roots <= LIMITS.roots &&
  size.tokens <= LIMITS.tokens &&
  size.characters <= LIMITS.characters &&
  size.fields <= LIMITS.fields &&
  size.aliases <= LIMITS.aliases &&
  size.cost <= cost;

function sizeOf(path: Path, pageSize: number): Size {
  const text = print([path.asked]);
  return {
    roots: 1,
    tokens: (text.match(/[\w$]+|[^\s\w]/g)?.length ?? 0) + 12,
    characters: text.length + 60,
    fields: 1 + count(path.asked),
    aliases: 1 + (text.match(/\w+: /g)?.length ?? 0),
    cost: costOf(path.asked, pageSize),
  };
}
const count = (asked: Asked): number => asked.below.reduce((sum, each) => sum + 1 + count(each), 0);

/** As gateway/src/documents/cost.ts reckons: 1 for what has fields, as often as its list is long. */
function costOf(asked: Asked, pageSize: number): number {
  if (asked.below.length === 0) return 0;
  const sum = (fields: readonly Asked[]) => fields.reduce((total, each) => total + costOf(each, pageSize), 0);
  if (asked.kind === 'connection') {
    const [edges, nodes, ...others] = asked.below;
    return 1 + sum(others) + pageSize * ((edges ? costOf(edges, pageSize) : 0) + (nodes ? 1 + sum(nodes.below) : 0));
  }
  return (asked.many ? ASSUMED_LIST : 1) * (1 + sum(asked.below));
}

/** A path that is too much for one document, in halves of what it asks at its end. */
function fitting(path: Path, options: { cost: number; pageSize: number }): Path[] {
  if (fits(sizeOf(path, options.pageSize), options.cost)) return [path];
  const halves = halved(path.asked);
  if (!halves) throw new Error(`${path.name} costs more than one document may`);
  return halves.flatMap((asked) => fitting({ ...path, asked }, options));
}

/** Two that together ask the same; null where one field alone is left. */
function halved(asked: Asked): [Asked, Asked] | null {
  if (asked.kind === 'connection') {
    const [edges, ...others] = asked.below;
    const halves = edges ? halved(edges) : null;
    return (
      halves && [
        { ...asked, below: [halves[0], ...others] },
        { ...asked, below: [halves[1], ...others] },
      ]
    );
  }
  const rest = asked.below.filter(({ field }) => field !== 'id');
  const ids = asked.below.filter(({ field }) => field === 'id');
  if (rest.length > 1) {
    const middle = Math.ceil(rest.length / 2);
    return [
      { ...asked, below: [...ids, ...rest.slice(0, middle)] },
      { ...asked, below: [...ids, ...rest.slice(middle)] },
    ];
  }
  const [only] = rest;
  const halves = only ? halved(only) : null;
  return halves
    ? [
        { ...asked, below: [...ids, halves[0]] },
        { ...asked, below: [...ids, halves[1]] },
      ]
    : null;
}

function documentOf(paths: readonly Path[], pageSize: number): Document {
  const asked = paths.map((path, index): Asked => ({ ...path.asked, alias: `p${index}` }));
  const fragments: string[] = [];
  const body = paths.some(({ kind }) => kind === 'fragment') ? asked.map((each) => inFragments(each, fragments)).join(' ') : print(asked);
  const text = [`{ ${body} }`, ...fragments].join(' ').replaceAll(PAGE_SIZE, String(pageSize));
  const variables = [...new Set([...text.matchAll(/\$(r\d+)/g)].map(([, name]) => name ?? ''))];
  const declared = variables.length > 0 ? `(${variables.map((name) => `$${name}: ID!`).join(', ')})` : '';
  return { paths, asked, variables, text: `query${declared} ${text}` };
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
