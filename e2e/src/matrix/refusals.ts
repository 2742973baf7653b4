import { SERVICES, type Viewer } from '@servicepunt/shared/contracts/roles';
import type { Mirror } from './mirror.ts';
import { triedMutations, type TriedMutation } from './mutations.ts';
import { headOf, ROW_NAMES, type RowName } from './rows.ts';
import { SITUATIONS, type SituationCode } from './situations.ts';
import type { Supergraph } from './supergraph.ts';
import type { Table } from './table.ts';
import type { World } from './world/world.ts';

export interface Refusals {
  /** Where a record that is kept from somebody is refused in another way, or costs another command or call, than one that isn't there. */
  readonly unlike: readonly string[];
  /** Answers that no rule of ours gave: nothing could be compared there. */
  readonly failed: readonly string[];
  /** Ids that nobody was refused, by mutation and field. */
  readonly uncompared: readonly string[];
}

/** Tries every mutation, as everybody who is let in, with an id of a record that he may not know of and with one that nobody has. */
export async function refusedLikeAbsent(
  mirror: Mirror,
  supergraph: Supergraph,
  world: World,
  table: Table,
  viewers: ReadonlyMap<SituationCode, Viewer | null>,
): Promise<Refusals> {
  const mutations = triedMutations(supergraph);
  const shown = new Set(
    [...table].flatMap(([key, verdicts]) =>
      [...verdicts].flatMap(([code, verdict]) => (/[●○]/.test(verdict) ? [`${code} ${key.split('\t')[0]}`] : [])),
    ),
  );
  // A company knows a placement as its trainee, whose id has the same unique part.
  const knows = (code: SituationCode, row: RowName): boolean =>
    shown.has(`${code} ${row}`) || (row === 'Placement' && shown.has(`${code} Trainee`));
  const unlike: string[] = [];
  const failed: string[] = [];
  const compared = new Set<string>();

  async function compare(mutation: TriedMutation, code: SituationCode, viewer: Viewer, field: string, row: RowName): Promise<void> {
    const { bundle: name } = SITUATIONS.find((each) => each.code === code) ?? SITUATIONS[0];
    const bundle = world.bundles[name];
    const service = SERVICES.find((each) => each.toUpperCase() === mutation.graph);
    if (!service) throw new Error(`Nobody owns ${mutation.name}`);
    const text = `mutation ($input: ${mutation.inputType}!) { ${mutation.ownText} }`;
    const ask = async (id: string) => {
      const { answer, costs } = await mirror.ask(service, viewer, text, { input: mutation.input(bundle, { field, id }) });
      const errors = (answer.errors ?? []).map(({ message, path, extensions }) => ({ message, path, code: extensions?.code }));
      if (errors.some((error) => error.code !== 'FORBIDDEN')) failed.push(`${code} ${mutation.name}: ${JSON.stringify(errors)}`);
      return JSON.stringify({ data: answer.data ?? null, errors, costs }).replaceAll(id, 'ID');
    };
    const id = headOf(bundle, row);
    const absent = await ask(`${id.slice(0, -3)}zzz`);
    const kept = await ask(id);
    compared.add(`${mutation.name}.${field}`);
    if (kept !== absent) unlike.push(`${code} ${mutation.name} by ${field}: ${kept} for what is kept, ${absent} for what is not there`);
  }

  await Promise.all(
    SERVICES.map(async (service) => {
      for (const mutation of mutations.filter(({ graph }) => graph === service.toUpperCase()))
        for (const { code, bundle } of SITUATIONS) {
          const viewer = viewers.get(code);
          for (const { field, row } of mutation.ids)
            if (viewer && world.bundles[bundle].ids.has(row) && !knows(code, row)) await compare(mutation, code, viewer, field, row);
        }
    }),
  );
  const all = mutations.flatMap(({ name, ids }) => ids.filter(({ row }) => ROW_NAMES.includes(row)).map(({ field }) => `${name}.${field}`));
  return { unlike, failed, uncompared: all.filter((each) => !compared.has(each)) };
}
