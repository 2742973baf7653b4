import type { RunningStack } from '../support/stack.ts';
import type { Judge } from './judge.ts';
import { print } from './selection.ts';
import { headOf, ROW_NAMES, variableOf, type Bundle } from './rows.ts';
import { SITUATIONS } from './situations.ts';
import type { World } from './world/world.ts';

const NOBODY: Bundle = { name: 'nobody', ids: new Map() };

/** Asks, as everybody who is let in, for each record that is kept from somebody, and for one that isn't there: a line for each pair of answers that differ. */
export async function absentLike(judge: Judge, world: World, send: RunningStack['send'], except: readonly string[]): Promise<string[]> {
  const roots = judge.paths.filter(({ kind }) => kind === 'root');
  const different: string[] = [];
  for (const { code, bundle } of SITUATIONS.filter((each) => !except.includes(each.code))) {
    const ask = async (text: string, variable: string, id: string) => {
      const { status, body } = await send(world.credentials[code], `query ($${variable}: ID!) { ${text} }`, { [variable]: id });
      const errors = (body.errors ?? []).map(({ message, path, extensions }) => ({ message, path, code: extensions.code }));
      return JSON.stringify({ status, data: body.data ?? null, errors });
    };
    for (const row of ROW_NAMES) {
      const variable = variableOf(row);
      const path = roots.find(({ asked }) => asked.args === `(id: $${variable})`);
      if (!path || !world.bundles[bundle].ids.has(row)) continue;
      const text = print([{ ...path.asked, below: [{ field: 'id', kind: 'leaf', type: 'ID', below: [] }] }]);
      const kept = await ask(text, variable, headOf(world.bundles[bundle], row));
      if (kept.includes(`"id":"${headOf(world.bundles[bundle], row)}"`)) continue;
      const absent = await ask(text, variable, headOf(NOBODY, row));
      if (kept !== absent) different.push(`${code} ${row}: ${kept} for one that is there, ${absent} for one that is not`);
    }
  }
  return different;
}
