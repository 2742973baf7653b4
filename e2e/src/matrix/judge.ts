import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { RunningStack } from '../support/stack.ts';
import { inDocuments, type Document, type Payer } from './documents.ts';
import { observe, type Seen } from './observe.ts';
import { allPaths, type Path } from './paths.ts';
import { headOf, ROW_NAMES, variableOf, type Bundle, type RowName } from './rows.ts';
import type { Asked } from './selection.ts';
import type { Situation } from './situations.ts';
import { entityDocuments } from './subgraphs.ts';
import type { Supergraph } from './supergraph.ts';
import type { World } from './world/world.ts';

/** What one situation was shown. */
export interface Findings {
  readonly statuses: ReadonlySet<number>;
  /** By the gateway, by row and field; with the paths that showed it. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  /** By the subgraphs themselves. */
  readonly direct: ReadonlySet<string>;
  /** Every canary in any answer, with a path (and what was asked) that brought it. */
  readonly canaries: ReadonlyMap<string, string>;
  /** Rows and fields that held a canary. */
  readonly places: ReadonlyMap<string, ReadonlySet<string>>;
  readonly wrongTotals: readonly string[];
  /** Documents that the gateway didn't take; there must be none. */
  readonly untaken: readonly string[];
  /** Records by type that are not under test. */
  readonly foreign: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface Judge {
  readonly paths: readonly Path[];
  readonly unreachable: readonly string[];
  judge(situation: Situation, authorization: string | null, viewer: Viewer | null): Promise<Findings>;
}

const PERSON: Payer = { cost: 4_700, pageSize: 12 };
const LINK: Payer = { cost: 470, pageSize: 1 };

export function createJudge(
  send: RunningStack['send'],
  world: World,
  supergraph: Supergraph,
  literals: Readonly<Record<string, readonly string[]>>,
): Judge {
  const { paths, unreachable } = allPaths(supergraph, literals);
  const documents = inDocuments(paths, [PERSON, LINK]);
  const entities = entityDocuments(supergraph);

  return {
    paths,
    unreachable,
    async judge(situation, authorization, viewer) {
      const bundle = world.bundles[situation.bundle];
      const notes = createNotes(world, rowNames(bundle));
      const { pageSize } = authorization?.startsWith('Link ') ? LINK : PERSON;
      const variables = { size: pageSize, ...Object.fromEntries(ROW_NAMES.map((row) => [variableOf(row), headOf(bundle, row)])) };
      // Who is turned away at the door is so for every document; a few show it, and more would only count as an attack.
      for (const document of viewer ? documents : documents.slice(0, 3)) await askGateway(document, variables, authorization, notes);
      if (viewer) {
        for (const document of entities) {
          const { status, text } = await world.client.direct(document.service, viewer, document.text, document.variables(bundle));
          notes.status(status);
          notes.direct(document.service, text, document.asked);
        }
      }
      return notes.findings;
    },
  };

  async function askGateway(
    document: Document,
    variables: Readonly<Record<string, string | number>>,
    authorization: string | null,
    notes: ReturnType<typeof createNotes>,
  ): Promise<void> {
    const own = Object.fromEntries(['size', ...document.variables].map((name) => [name, variables[name]]));
    const { status, body } = await send(authorization, document.text, own);
    notes.status(status);
    const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
    if (status !== 401 && !('data' in body)) notes.untaken(`${status} ${JSON.stringify(body)} for ${document.text}`);
    if (codes.some((code) => code !== 'FORBIDDEN' && code !== 'UNAUTHENTICATED'))
      notes.untaken(`${JSON.stringify(body.errors)} for ${document.text}`);
    notes.gateway(document, body);
  }
}

function rowNames(bundle: Bundle): (id: string) => string | undefined {
  const names = new Map<string, RowName>();
  for (const [row, ids] of bundle.ids) for (const id of ids) names.set(id, row);
  return (id) => names.get(id);
}

function createNotes(world: World, rowOf: (id: string) => string | undefined) {
  const statuses = new Set<number>();
  const shown = new Map<string, Set<string>>();
  const direct = new Set<string>();
  const canaries = new Map<string, string>();
  const places = new Map<string, Set<string>>();
  const foreign = new Map<string, Set<string>>();
  const wrongTotals: string[] = [];
  const untaken: string[] = [];
  const add = (map: Map<string, Set<string>>, key: string, value: string) => map.set(key, (map.get(key) ?? new Set()).add(value));
  const noteCanaries = (text: string, from: string) => {
    for (const canary of world.canaries.in(text)) if (!canaries.has(canary)) canaries.set(canary, from);
  };
  const notePlaces = (seen: readonly Seen[]) => {
    for (const { row, field, value } of seen)
      for (const canary of world.canaries.in(JSON.stringify(value))) add(places, canary, `${row}\t${field}`);
  };
  return {
    findings: { statuses, shown, direct, canaries, places, wrongTotals, untaken, foreign } satisfies Findings,
    status: (status: number) => void statuses.add(status),
    untaken: (what: string) => void untaken.push(what),
    gateway(document: Document, body: object) {
      const data = (body as { data?: Record<string, unknown> | null }).data ?? {};
      const known = new Set<string>();
      document.paths.forEach((path, index) => {
        const alias = `p${index}`;
        const asked = document.asked[index];
        if (!asked) return;
        const value = { [alias]: data?.[alias] };
        const observed = observe(value, [asked], rowOf);
        for (const { row, field } of observed.seen) add(shown, `${row}\t${field}`, `${path.kind}: ${path.name}`);
        notePlaces(observed.seen);
        for (const [type, ids] of observed.foreign) for (const id of ids) add(foreign, type, id);
        wrongTotals.push(...observed.wrongTotals.map((wrong) => `${path.name}: ${wrong}`));
        const text = JSON.stringify(value);
        for (const canary of world.canaries.in(text)) known.add(canary);
        noteCanaries(text, `${path.name}\n  ${document.text}`);
      });
      noteCanaries(JSON.stringify({ ...body, data: null }), `errors of ${document.text}`);
    },
    direct(service: string, text: string, asked: readonly Asked[]) {
      const body = JSON.parse(text) as { data?: unknown; errors?: { extensions?: { code?: string } }[] };
      if (!('data' in body)) untaken.push(`${service}: ${text}`);
      for (const error of body.errors ?? [])
        if (error.extensions?.code !== 'FORBIDDEN') untaken.push(`${service}: ${JSON.stringify(error)}`);
      const observed = observe(body.data, asked, rowOf);
      // A subgraph that only adds fields to a record repeats the id that it was given: that alone shows nothing.
      const telling = new Set(observed.seen.flatMap(({ row, field }) => (field === 'id' ? [] : [row])));
      for (const { row, field } of observed.seen) if (row !== 'Query' && telling.has(row)) direct.add(`${row}\t${field}`);
      notePlaces(observed.seen);
      wrongTotals.push(...observed.wrongTotals.map((wrong) => `${service}: ${wrong}`));
      noteCanaries(text, `${service} _entities`);
    },
  };
}
