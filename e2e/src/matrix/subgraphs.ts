import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';
import { ROW_NAMES, ROWS, variableOf, type Bundle, type RowName } from './rows.ts';
import { everyField, PAGE_SIZE, print, type Asked } from './selection.ts';
import type { Supergraph } from './supergraph.ts';

/** What one subgraph is asked by key, as the gateway does it: every field that it answers from the key alone. */
export interface EntityDocument {
  readonly service: ServiceName;
  readonly text: string;
  readonly asked: readonly Asked[];
  variables(bundle: Bundle): Record<string, { __typename: string; id: string }[]>;
}

export function entityDocuments(supergraph: Supergraph): EntityDocument[] {
  return SERVICES.map((service) => {
    const graph = service.toUpperCase();
    const rows = ROW_NAMES.filter((row) => supergraph.type(ROWS[row]).resolvedBy.has(graph));
    const asked = rows.map((row): Asked => ({
      field: '_entities',
      alias: variableOf(row),
      args: `(representations: $${variableOf(row)})`,
      kind: 'reference',
      type: ROWS[row],
      below: everyField(supergraph, ROWS[row], { graph, internal: true }),
    }));
    const body = asked.map(({ alias, args, type, below }) => `${alias}: _entities${args} { ... on ${type} { ${print(below)} } }`).join(' ');
    const declared = rows.map((row) => `$${variableOf(row)}: [_Any!]!`).join(', ');
    return {
      service,
      asked,
      text: `query (${declared}) { ${body} }`.replaceAll(PAGE_SIZE, '10'),
      variables: (bundle) => Object.fromEntries(rows.map((row) => [variableOf(row), representations(bundle, row)])),
    };
  });
}

const representations = (bundle: Bundle, row: RowName) => (bundle.ids.get(row) ?? []).map((id) => ({ __typename: ROWS[row], id }));
