import type { RunningStack } from '../support/stack.ts';
import type { Judge } from './judge.ts';
import { print } from './selection.ts';
import { headOf, ROW_NAMES, variableOf, type Bundle, type RowName } from './rows.ts';
import { SITUATIONS } from './situations.ts';
import type { World } from './world/world.ts';

const NOBODY: Bundle = { name: 'nobody', ids: new Map() };
/** As many roots as the gateway takes of one document. */
const AT_ONCE = 12;

/** Asks, as everybody who is let in, for each record that is kept from somebody, and for one that isn't there: a line for each pair of answers that differ. */
export async function absentLike(judge: Judge, world: World, send: RunningStack['send'], except: readonly string[]): Promise<string[]> {
  const roots = judge.paths.filter(({ kind }) => kind === 'root');
  const ways = ROW_NAMES.flatMap((row) => {
    const variable = variableOf(row);
    const path = roots.find(({ asked }) => asked.args === `(id: $${variable})`);
    const below = [{ field: 'id', kind: 'leaf', type: 'ID', below: [] } as const];
    return path ? [{ row, variable, text: print([{ ...path.asked, alias: variable, below }]) }] : [];
  });
  const different: string[] = [];
  for (const { code, bundle: name } of SITUATIONS.filter((each) => !except.includes(each.code))) {
    const bundle = world.bundles[name];
    const ask = async (some: typeof ways, of: Bundle) => {
      const declared = some.map(({ variable }) => `$${variable}: ID!`).join(', ');
      const ids = Object.fromEntries(some.map(({ row, variable }) => [variable, headOf(of, row)]));
      const document = `query (${declared}) { ${some.map(({ text }) => text).join(' ')} }`;
      const { status, body } = await send(world.credentials[code], document, ids);
      return (variable: string): string => {
        const errors = (body.errors ?? []).filter(({ path }) => path === undefined || path[0] === variable);
        const said = errors.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
        return JSON.stringify({ status, data: (body.data as Record<string, unknown> | null)?.[variable] ?? null, errors: said });
      };
    };
    const known = ways.filter(({ row }: { row: RowName }) => bundle.ids.has(row));
    for (let from = 0; from < known.length; from += AT_ONCE) {
      const some = known.slice(from, from + AT_ONCE);
      const [there, absent] = await Promise.all([ask(some, bundle), ask(some, NOBODY)]);
      for (const { row, variable } of some) {
        const isShown = there(variable).includes(`"id":"${headOf(bundle, row)}"`);
        if (!isShown && there(variable) !== absent(variable))
          different.push(`${code} ${row}: ${there(variable)} for one that is there, ${absent(variable)} for one that is not`);
      }
    }
  }
  return different;
}
