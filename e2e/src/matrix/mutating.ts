import type { RunningStack } from '../support/stack.ts';
import type { Findings } from './judge.ts';
import { WHOLE_RECORD } from './exceptions.ts';
import { inMutationDocuments, triedMutations } from './mutations.ts';
import { observe } from './observe.ts';
import type { RowName } from './rows.ts';
import { SITUATIONS, type SituationCode } from './situations.ts';
import type { Supergraph } from './supergraph.ts';
import type { World } from './world/world.ts';

export interface Tried {
  readonly shown: ReadonlyMap<SituationCode, ReadonlySet<string>>;
  readonly findings: ReadonlyMap<SituationCode, Findings>;
  /** Documents that were not executed at all. */
  readonly unanswered: readonly string[];
  /** Mutations whose payload never showed a record under test. */
  readonly withoutObject: readonly string[];
}

/** Situations whose records are those of the first story; the others would try the same again. */
const EVERYBODY = SITUATIONS.filter(({ code }) => !['lx', 'r0'].includes(code));

/** Everybody tries every mutation on the story's records. What takes away somebody's means to try comes last. */
export async function tryMutations(supergraph: Supergraph, send: RunningStack['send'], world: World): Promise<Tried> {
  const shown = new Map<SituationCode, Set<string>>();
  const findings = new Map<SituationCode, Findings>();
  const unanswered: string[] = [];
  const withObject = new Set<string>();
  const mutations = triedMutations(supergraph);
  const isLast = ({ name }: { name: string }) => name === 'revokeApiKey' || name === 'eraseStudent';
  const documents = inMutationDocuments(mutations.filter((each) => !isLast(each)));
  for (const { code } of EVERYBODY) {
    shown.set(code, new Set());
    findings.set(code, emptyFindings());
  }
  const machines = EVERYBODY.filter(({ code }) => code === 'hr' || code === 'h0');
  const people = EVERYBODY.filter((each) => !machines.includes(each));
  const last = inMutationDocuments(mutations.filter(isLast));
  // A key that somebody revoked could try nothing any more.
  for (const [who, round] of [
    [EVERYBODY, documents],
    [machines, last],
    [people, last],
  ] as const)
    await inLanes(who, async ({ code, bundle }) => {
      const rowOf = rowNames(world, bundle);
      for (const document of round) {
        const { status, body } = await send(world.credentials[code], document.text, document.variables(world.bundles[bundle]));
        const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
        const names = document.mutations.map(({ name }) => name);
        const executed = status === 200 || (status === 401 && code === 'no');
        if (!executed || codes.some((each) => each !== 'FORBIDDEN' && each !== 'UNAUTHENTICATED'))
          unanswered.push(`${code} ${names.join(', ')}: ${status} ${JSON.stringify(body.errors)}`);
        const asked = document.mutations.map((each) => each.asked);
        const { seen } = observe(body.data, asked, rowOf);
        for (const { row, field, value } of seen) {
          if (row === 'Query') {
            // The record itself; what the payload says beside it is no record's field.
            if (!field.includes('userErrors') && typeof value === 'string' && rowOf(value)) withObject.add(field.split('.')[0] ?? '');
            continue;
          }
          shown.get(code)?.add(`${row}\t${field}`);
        }
        const own = findings.get(code)?.canaries as Map<string, string> | undefined;
        // What the whole of a record holds, and that nobody else gets it, is shown by e2e/src/erasure.
        const data = Object.entries((body.data ?? {}) as object).filter(([name]) => WHOLE_RECORD[name] !== code);
        for (const [name, part] of [...data, ['errors', { ...body, data: null }] as const])
          for (const canary of world.canaries.in(JSON.stringify(part ?? null)))
            own?.set(canary, name === 'errors' ? names.join(', ') : name);
      }
    });
  return { shown, findings, unanswered, withoutObject: mutations.map(({ name }) => name).filter((name) => !withObject.has(name)) };
}

async function inLanes<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async () => {
    for (let next = left.shift(); next; next = left.shift()) await work(next);
  };
  await Promise.all([lane(), lane(), lane()]);
}

function rowNames(world: World, bundle: (typeof SITUATIONS)[number]['bundle']): (id: string) => string | undefined {
  const names = new Map<string, RowName>();
  for (const [row, ids] of world.bundles[bundle].ids) for (const id of ids) names.set(id, row);
  return (id) => names.get(id);
}

const emptyFindings = (): Findings => ({
  statuses: new Set(),
  shown: new Map(),
  direct: new Set(),
  canaries: new Map(),
  places: new Map(),
  wrongTotals: [],
  untaken: [],
  foreign: new Map(),
});
