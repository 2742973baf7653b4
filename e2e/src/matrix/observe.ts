import type { Asked } from './selection.ts';

/** A row of the tables, such as `Student`, and the field below it: `guardians.relation`. */
export interface Seen {
  readonly row: string;
  readonly field: string;
  readonly value: unknown;
}
export interface Observation {
  readonly seen: readonly Seen[];
  /** Ids of records that are not under test, by type. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pages whose total differs from the rows that they show. */
  readonly wrongTotals: readonly string[];
}

/** What an answer shows of the records under test. `rowOf` names the row that a record stands for; `undefined` for records that aren't under test. */
export function observe(data: unknown, asked: readonly Asked[], rowOf: (id: string) => string | undefined): Observation {
  const seen: Seen[] = [];
  const foreign = new Map<string, Set<string>>();
  const wrongTotals: string[] = [];

  /** Walks an object whose fields belong to a row; `null` where the record is foreign. */
  function walk(object: object, fields: readonly Asked[], row: string | null, path: string): void {
    for (const each of fields) {
      const value = (object as Record<string, unknown>)[each.alias ?? each.field];
      if (value === null || value === undefined) continue;
      const name = path === '' ? each.field : `${path}.${each.field}`;
      if (each.kind === 'leaf') note(row, name, value);
      else if (each.kind === 'connection') page(value, each, row, name);
      else for (const item of listOf(value)) one(item, each, row, name);
    }
  }
  function one(item: object, each: Asked, row: string | null, name: string): void {
    if (each.kind === 'part') return walk(item, each.below, row, name);
    record(item, each);
    note(row, name, idOf(item));
  }
  /** The row that a record stands for, after its fields were noted under it. */
  function record(item: object, each: Asked): string | null {
    const id = idOf(item);
    const own = rowOf(id) ?? null;
    if (own === null) foreign.set(each.type, (foreign.get(each.type) ?? new Set()).add(id));
    walk(item, each.below, own, '');
    return own;
  }
  function page(value: unknown, each: Asked, row: string | null, name: string): void {
    const { nodes = [], edges = [], totalCount, pageInfo } = value as Page;
    const whole = pageInfo !== undefined && !pageInfo.hasNextPage && !pageInfo.hasPreviousPage;
    if (edges.length !== nodes.length || (whole && typeof totalCount === 'number' && totalCount !== nodes.length))
      wrongTotals.push(`${row ?? each.type}.${name}: ${nodes.length} nodes, ${edges.length} edges, totalCount ${totalCount}`);
    const [edge] = each.below;
    const node = edge?.below[0];
    if (!node) return;
    if (row === 'Query') note(row, name, 'a page');
    let shown = false;
    for (const item of edges.map((shownEdge) => shownEdge.node)) {
      if (node.kind === 'part') walk(item, node.below, row, name);
      else shown = record(item, node) !== null || shown;
    }
    if (row !== 'Query' && shown) note(row, name, 'a page');
  }
  function note(row: string | null, field: string, value: unknown): void {
    if (row !== null) seen.push({ row, field, value });
  }

  if (data !== null && typeof data === 'object') walk(data, asked, 'Query', '');
  return { seen, foreign, wrongTotals };
}

interface Page {
  readonly nodes?: readonly object[];
  readonly edges?: readonly { readonly node: object }[];
  readonly totalCount?: number | null;
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean };
}
const listOf = (value: unknown): object[] => (Array.isArray(value) ? value : [value]).filter((item) => item !== null) as object[];
const idOf = (item: object): string => String((item as { id?: unknown }).id);
