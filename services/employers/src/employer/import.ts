import { derivedId } from '@servicepunt/shared/ids';
import { acceptRows, writeAggregates, type ImportResult } from '@servicepunt/shared/import';
import { commonMessages, messageOf } from '@servicepunt/shared/errors';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CompanyGroupFacts } from '../group/rules.ts';
import type { ImportEmployersInput } from '../schema.generated.ts';
import { createEmployerRowCheck, mergeCompany, type EmployerImportFacts, type SiteOutcome } from './import-rules.ts';
import { employerSearchKeys, MAX_SITES } from './rules.ts';
import type { EmployerRow, EmployerStore } from './store.ts';

export interface EmployerImportDeps {
  readonly store: EmployerStore;
  /** Ids of groups by the key of their name; new ones are put on record. */
  readonly ensureGroups: (context: Context, groups: readonly CompanyGroupFacts[]) => Promise<ReadonlyMap<string, string>>;
}
interface Accepted {
  readonly index: number;
  readonly facts: EmployerImportFacts;
}

/** Two imports of one company at the same moment: the second one looks again. */
const ATTEMPTS = 3;

/**
 * Brings in companies with their sites: a row is a site, the rows of one KVK number are one document and one write.
 * Counts are of rows; a row whose company was written by somebody else at the same moment is judged again.
 */
export function createEmployerImport({ store, ensureGroups }: EmployerImportDeps) {
  return async (context: Context, input: ImportEmployersInput): Promise<ImportResult> => {
    const { accepted, refused } = acceptRows(context, input.rows, {
      check: createEmployerRowCheck(),
      keyOf: ({ kvkNumber, site }) => `${kvkNumber} ${site.establishmentNumber}`,
      freeTextColumns: ['name', 'groupName', 'siteName', 'street', 'houseNumber', 'city', 'labourMarketRegion'],
    });
    const rows = [...accepted.values()];
    const groups = await ensureGroups(
      context,
      rows.flatMap(({ facts }) => facts.group ?? []),
    );
    const outcomes = new Map<number, SiteOutcome>();
    for (let attempt = 1; ; attempt += 1) {
      const plan = await planCompanies(rows, groups, outcomes);
      const { inserted, modified } = await writeAggregates(store.model, context, plan);
      if (inserted + modified === plan.length || attempt === ATTEMPTS) break;
    }
    const count = (outcome: SiteOutcome) => [...outcomes.values()].filter((one) => one === outcome).length;
    const tooMany = [...outcomes].filter(([, outcome]) => outcome === 'refused').map(([row]) => refusedSite(context, row));
    return { created: count('created'), updated: count('updated'), unchanged: count('unchanged'), refused: [...refused, ...tooMany] };
  };

  async function planCompanies(rows: readonly Accepted[], groups: ReadonlyMap<string, string>, outcomes: Map<number, SiteOutcome>) {
    const companies = Map.groupBy(rows, ({ facts }) => facts.kvkNumber);
    const existing = new Map(
      companies.size > 0 ? (await store.findByKvkNumbers([...companies.keys()])).map((row) => [row.kvkNumber, row]) : [],
    );
    return [...companies].flatMap(([kvkNumber, members]) => {
      const row = existing.get(kvkNumber);
      const groupKey = members[0]?.facts.group?.nameKey;
      const merged = mergeCompany(
        members.map(({ facts }) => facts),
        row,
        (groupKey !== undefined && groups.get(groupKey)) || null,
        (establishmentNumber) => derivedId('sit', kvkNumber, establishmentNumber),
      );
      for (const [position, { index }] of members.entries()) {
        const outcome = merged.outcomes[position] ?? 'unchanged';
        if (outcome !== 'unchanged' || !outcomes.has(index)) outcomes.set(index, outcome);
      }
      if (row && merged.outcomes.every((outcome) => outcome === 'unchanged' || outcome === 'refused')) return [];
      const id = row?._id ?? derivedId('emp', kvkNumber);
      const fields: Partial<EmployerRow> = {
        name: merged.name,
        groupId: merged.groupId,
        sites: merged.sites,
        searchKeys: employerSearchKeys(merged.name, merged.sites),
        ...(row ? {} : { kvkNumber, state: 'ACTIVE', relationOwnerId: null }),
      };
      const type = row ? ('EmployerChanged' as const) : ('EmployerRegistered' as const);
      return [{ existing: row, id, fields, events: [{ type, data: { employerId: id } }] }];
    });
  }
}

function refusedSite(context: Context, row: number): ImportResult['refused'][number] {
  const rule = { nl: `hoogstens ${MAX_SITES} vestigingen per werkgever`, en: `at most ${MAX_SITES} sites per employer` };
  return {
    row,
    column: 'establishmentNumber',
    code: 'INVALID_INPUT',
    message: messageOf(commonMessages, { code: 'INVALID_INPUT', params: { rule } }, context.viewer.language),
  };
}
