import type { FieldOfType, Supergraph } from './supergraph.ts';

/** One field of a generated document, with what is needed to read its answer again. */
export interface Asked {
  readonly field: string;
  readonly alias?: string;
  readonly args?: string;
  readonly kind: 'leaf' | 'reference' | 'connection' | 'part' | 'record';
  readonly type: string;
  /** A list whose length the document can't say; it costs as much as ten. */
  readonly many?: boolean;
  readonly below: readonly Asked[];
}

const ID: Asked = { field: 'id', kind: 'leaf', type: 'ID', below: [] };
/** Fields of a page that say nothing of a row; `totalCount` is judged against the rows themselves. */
const PAGE: readonly Asked[] = [
  { field: 'totalCount', kind: 'leaf', type: 'Int', below: [] },
  {
    field: 'pageInfo',
    kind: 'part',
    type: 'PageInfo',
    below: ['hasNextPage', 'hasPreviousPage'].map((field) => ({ field, kind: 'leaf', type: 'Boolean', below: [] })),
  },
];
/** Placeholder in the text: a link may pay for one row only, and never has more. */
export const PAGE_SIZE = '$size';
/** Parts that hold each other (a consent's party holds a pupil, never a consent) are at most this deep. */
const DEEPEST_PART = 4;

/** Every field of a type: leaves, the parts below it, and of each record or page that it leads to the ids. `graph` keeps to what one subgraph answers by itself. */
export function everyField(supergraph: Supergraph, type: string, options: { graph?: string; internal?: boolean } = {}, depth = 0): Asked[] {
  if (depth > DEEPEST_PART) throw new Error(`${type} is a part of a part of a part: the generator must be taught where to stop`);
  return supergraph.type(type).fields.flatMap((field): Asked[] => {
    if (field.internal && !options.internal) return [];
    if (options.graph !== undefined && !field.graphs.has(options.graph)) return [];
    if (field.isLeaf) return [{ field: field.name, kind: 'leaf', type: field.target, below: [] }];
    return [leadingTo(supergraph, field, (part) => everyField(supergraph, part, options, depth + 1))];
  });
}

/** A field that leads to a record, a page or a part; `below` says what is asked of a part or of a page's parts. */
export function leadingTo(
  supergraph: Supergraph,
  field: FieldOfType,
  partOf: (type: string) => Asked[],
  record: readonly Asked[] = [ID],
): Asked {
  const { kind } = supergraph.type(field.target);
  const args = field.args.some((arg) => arg.name === 'first') ? { args: `(first: ${PAGE_SIZE})` } : {};
  const many = field.isList ? { many: true } : {};
  if (kind === 'entity') return { field: field.name, ...args, ...many, kind: 'reference', type: field.target, below: record };
  if (kind === 'part') return { field: field.name, ...args, ...many, kind: 'part', type: field.target, below: partOf(field.target) };
  const node = supergraph.type(field.target).fields.find((each) => each.name === 'nodes')?.target ?? '';
  const isRecord = supergraph.type(node).kind === 'entity';
  const rows = isRecord ? record : partOf(node);
  return { field: field.name, ...args, kind: 'connection', type: node, below: pageOf(node, isRecord, rows) };
}

/** A page both ways, so that rows under `edges` can't differ from rows under `nodes`. */
function pageOf(node: string, isRecord: boolean, rows: readonly Asked[]): Asked[] {
  const kind = isRecord ? 'record' : 'part';
  return [
    { field: 'edges', kind: 'part', type: '', below: [{ field: 'node', kind, type: node, below: rows }] },
    { field: 'nodes', kind, type: node, below: isRecord ? [ID] : rows.slice(0, 1) },
    ...PAGE,
  ];
}

/** The fields as GraphQL text. */
export function print(fields: readonly Asked[]): string {
  return fields
    .map(({ field, alias, args = '', below }) => {
      const name = alias === undefined ? field : `${alias}: ${field}`;
      return below.length > 0 ? `${name}${args} { ${print(below)} }` : `${name}${args}`;
    })
    .join(' ');
}
