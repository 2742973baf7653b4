import { SERVICES, type ServiceName, type Viewer } from '@servicepunt/shared/contracts/roles';
import type { Mirror } from './mirror.ts';
import { headOf, ROW_NAMES, ROWS, variableOf, type Bundle, type RowName } from './rows.ts';
import { everyField, PAGE_SIZE, print } from './selection.ts';
import { SITUATIONS, type SituationCode } from './situations.ts';
import type { Supergraph } from './supergraph.ts';
import type { Table } from './table.ts';
import type { World } from './world/world.ts';

/** As well formed as the records of a story, one of its own for each row, and nobody's. */
const NOBODY: Bundle = {
  name: 'nobody',
  ids: new Map(
    ROW_NAMES.map((row, index) => [row, [headOf({ name: '', ids: new Map() }, row).slice(0, -2) + String(index).padStart(2, '0')]]),
  ),
};

/** One way to a record in one subgraph: a field of its root, or the reference that the gateway follows. */
interface Way {
  readonly row: RowName;
  readonly alias: string;
  readonly text: string;
  readonly variable: string;
  readonly declared: string;
  value(bundle: Bundle): unknown;
}

/** Every root field with an id and every entity that a subgraph resolves, for each kind of record. */
export function waysInto(supergraph: Supergraph, service: ServiceName): Way[] {
  const graph = service.toUpperCase();
  const roots = supergraph.type('Query').fields.filter((field) => field.graphs.has(graph) && field.args.some((arg) => arg.name === 'id'));
  return ROW_NAMES.flatMap((row): Way[] => {
    const type = ROWS[row];
    const root = roots.find((field) => field.target === type);
    const [byId, byReference] = [`i${variableOf(row)}`, variableOf(row)];
    const fields = everyField(supergraph, type, { graph, internal: true });
    return [
      ...(root
        ? [
            {
              row,
              alias: byId,
              text: `${byId}: ${root.name}(id: $${byId}) { id }`,
              variable: byId,
              declared: `$${byId}: ID!`,
              value: (bundle: Bundle) => headOf(bundle, row),
            },
          ]
        : []),
      ...(supergraph.type(type).resolvedBy.has(graph)
        ? [
            {
              row,
              alias: byReference,
              text: `${byReference}: _entities(representations: $${byReference}) { ... on ${type} { ${print(fields)} } }`,
              variable: byReference,
              declared: `$${byReference}: [_Any!]!`,
              value: (bundle: Bundle) => [{ __typename: type, id: headOf(bundle, row) }],
            },
          ]
        : []),
    ];
  });
}

export interface Unlike {
  /** Records that somebody who may not know of them can tell from absent ones. */
  readonly answers: string[];
  /** Where a record that is kept from somebody costs another command or call than an absent one. */
  readonly costs: string[];
  /** Ways that were compared, by subgraph and record. */
  readonly compared: ReadonlySet<string>;
}

/** Asks each subgraph, as everybody who is let in, for what is there and for what is not. */
export async function keptLikeAbsent(
  mirror: Mirror,
  supergraph: Supergraph,
  world: World,
  table: Table,
  viewers: ReadonlyMap<SituationCode, Viewer | null>,
): Promise<Unlike> {
  const unlike = { answers: [] as string[], costs: [] as string[], compared: new Set<string>() };
  const shownRows = new Set(
    [...table].flatMap(([key, verdicts]) =>
      [...verdicts].flatMap(([code, verdict]) => (/[●○]/.test(verdict) ? [`${code} ${key.split('\t')[0]}`] : [])),
    ),
  );
  await Promise.all(
    SERVICES.map(async (service) => {
      const ways = waysInto(supergraph, service);
      for (const { code, bundle: name } of SITUATIONS) {
        const viewer = viewers.get(code);
        if (!viewer) continue;
        const bundle = world.bundles[name];
        const ask = (some: readonly Way[], of: Bundle) =>
          mirror.ask(
            service,
            viewer,
            `query (${some.map(({ declared }) => declared).join(', ')}) { ${some.map(({ text }) => text).join(' ')} }`.replaceAll(
              PAGE_SIZE,
              '2',
            ),
            Object.fromEntries(some.map((way) => [way.variable, way.value(of)])),
          );
        const there = ways.filter(({ row }) => bundle.ids.has(row));
        const [present, absent] = [await ask(there, bundle), await ask(there, NOBODY)];
        const saying = ({ answer }: typeof present, { alias, row }: Way, of: Bundle) =>
          JSON.stringify([
            answer.data?.[alias] ?? null,
            (answer.errors ?? []).filter(({ path }) => path?.[0] === alias).map(({ path, message }) => [path, message]),
          ]).replaceAll(headOf(of, row), 'ID');
        const kept = there.filter((way) => saying(present, way, bundle) === saying(absent, way, NOBODY));
        for (const way of there.filter((each) => !kept.includes(each)))
          if (!shownRows.has(`${code} ${way.row}`))
            unlike.answers.push(`${code} ${service} ${way.row}: ${saying(present, way, bundle)} is not ${saying(absent, way, NOBODY)}`);
        if (kept.length === 0) continue;
        kept.forEach(({ row, alias }) => unlike.compared.add(`${service} ${alias.startsWith('i') ? 'root' : 'entity'} ${row}`));
        const costs = [(await ask(kept, bundle)).costs.join(', '), (await ask(kept, NOBODY)).costs.join(', ')];
        if (costs[0] !== costs[1]) unlike.costs.push(`${code} ${service}: ${costs[0]} for what is kept, ${costs[1]} for what is not there`);
      }
    }),
  );
  return unlike;
}
