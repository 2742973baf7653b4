import { VOLATILE } from './exceptions.ts';
import type { Findings } from './judge.ts';
import { ROWS, type Bundle } from './rows.ts';
import { everyField, type Asked } from './selection.ts';
import { SITUATIONS, type BundleName, type Situation, type SituationCode } from './situations.ts';
import type { Supergraph } from './supergraph.ts';
import type { Table, Verdict } from './table.ts';
import type { World } from './world/world.ts';

export type AllFindings = ReadonlyMap<SituationCode, Findings>;

/** The verdicts as they were found. */
export function tableOf(all: AllFindings, bundles: Readonly<Record<BundleName, Bundle>>): Table {
  const keys = new Set(
    [...all.values()]
      .flatMap(({ shown, direct }) => [...shown.keys(), ...direct])
      .filter((key) => !VOLATILE.includes(key.replace('\t', '.'))),
  );
  const verdictOf = (key: string, { code, bundle }: Situation): Verdict => {
    const own = all.get(code as SituationCode);
    if (own?.shown.has(key)) return '●';
    if (own?.direct.has(key)) return '○';
    const [row = ''] = key.split('\t');
    return row === 'Query' || [...bundles[bundle].ids.keys()].some((name) => name === row) ? '·' : ' ';
  };
  return new Map(
    [...keys].map((key) => [key, new Map(SITUATIONS.map((situation) => [situation.code, verdictOf(key, situation)] as const))] as const),
  );
}

/** Every field that clients can ask of the records under test, as `Type.path`. */
export function askableFields(supergraph: Supergraph): { field: string; type: string }[] {
  return [...new Set<string>(Object.values(ROWS))].flatMap((type) =>
    flatten(everyField(supergraph, type), '')
      .map((each) => ({ field: `${type}.${each.path}`, type: each.type }))
      .filter(({ field }) => !VOLATILE.includes(field)),
  );
}
function flatten(fields: readonly Asked[], before: string): { path: string; type: string }[] {
  return fields.flatMap(({ field, kind, type, below }) => {
    const path = before === '' ? field : `${before}.${field}`;
    if (kind === 'part') return flatten(below, path);
    if (kind !== 'connection') return [{ path, type }];
    const node = below[0]?.below[0];
    return node?.kind === 'part' ? flatten(node.below, path) : [{ path, type }];
  });
}

/** Fields by type and path that at least one situation is shown. */
export function shownFields(table: Table): Set<string> {
  return new Set(
    [...table].flatMap(([key, verdicts]) => {
      const [row = '', field = ''] = key.split('\t');
      const type = (ROWS as Readonly<Record<string, string>>)[row] ?? row;
      return [...verdicts.values()].includes('●') ? [`${type}.${field}`] : [];
    }),
  );
}

/** Canaries that somebody got without any field of theirs being his to see: each is a leak. `read` says where canaries lie. */
export function strayCanaries(all: AllFindings, world: World, table: Table, read: AllFindings = all): string[] {
  const places = new Map<string, Set<string>>();
  for (const { places: own } of read.values())
    for (const [canary, keys] of own) places.set(canary, new Set([...(places.get(canary) ?? []), ...keys]));
  return SITUATIONS.flatMap(({ code, bundle, mayMeet }) =>
    [...(all.get(code)?.canaries ?? [])].flatMap(([canary, from]) => {
      const of = world.canaries.placeOf(canary);
      const story = of.split(' ')[0] ?? '';
      // What holds a canary only in records beside the story is judged by who may know of those.
      const own = [...(places.get(canary) ?? [])].some((key) => ['●', '○'].includes(table.get(key)?.get(code) ?? ' '));
      // Of another pupil's story whatever this viewer sees of his own kind of records is judged in that story's own columns.
      const other = story !== bundle && (mayMeet as readonly string[]).includes(story);
      return own || other || isCommon(of, code) ? [] : [`${code} got ${canary} (${of}) from ${from}`];
    }),
  );
}

/** Texts of nobody's story: schools, staff and companies beside those of the story. */
function isCommon(of: string, code: SituationCode): boolean {
  const servicePoint = code === 'sp' || code === 'sr';
  if (of.endsWith('.subject')) return servicePoint || of === `staff ${OWN_ACCOUNT[code]}.subject`;
  // He has the same pupil at work himself.
  if (code === 'eb' && SEEN_BY_A_COMPANY.test(of)) return true;
  const inside = !/^(e.|hr|h0|r.|l.|op|no)$/.test(code);
  if (/^(School|SchoolLocation)\./.test(of) || of.startsWith('staff ')) return inside || of.startsWith('staff coordinator');
  if (/PartnerOrganisation\.name$/.test(of)) return inside && code !== 'po';
  if (/PartnerContact\./.test(of)) return /^(co|cx|su|so|sx|di|sp|sr)$/.test(code);
  if (of.startsWith('company B')) return inside || code === 'eb';
  return false;
}

const OWN_ACCOUNT: Readonly<Partial<Record<SituationCode, string>>> = {
  co: 'coordinator',
  cx: 'coordinatorElsewhere',
  su: 'guide',
  so: 'otherGuide',
  sx: 'guideElsewhereDirectorHere',
  di: 'director',
  po: 'privacyOfficer',
};
const SEEN_BY_A_COMPANY = /^seventeen (Student\.(givenName|familyNamePrefix|familyName)|Guardian\.(givenName|familyName|phone)|relation)$/;
