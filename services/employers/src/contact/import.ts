import { normaliseKvkNumber } from '@servicepunt/shared/contracts/identifiers';
import { derivedId } from '@servicepunt/shared/ids';
import { importRows, type ImportResult } from '@servicepunt/shared/import';
import type { Context } from '@servicepunt/shared/subgraph/context';
import type { EmployerRow } from '../employer/store.ts';
import type { CompanyGroupRow } from '../group/store.ts';
import type { ImportEmployerContactsInput } from '../schema.generated.ts';
import { plain } from '../search.ts';
import type { Accounts } from './accounts.ts';
import { personEvent } from './actions.ts';
import { checkPersonRow, type PersonImportFacts } from './import-rules.ts';
import { idPrefixOf, isSubject, type AccountHolder } from './rules.ts';
import type { EmployerPersonRow, PersonStore } from './store.ts';

export interface PersonImportDeps {
  readonly store: PersonStore;
  readonly accounts: Pick<Accounts, 'ofSchools' | 'holders'>;
  readonly findEmployers: (kvkNumbers: readonly string[]) => Promise<readonly EmployerRow[]>;
  readonly findGroups: (nameKeys: readonly string[]) => Promise<readonly CompanyGroupRow[]>;
}

/** Brings in contacts and workplace supervisors of companies and groups that are on record. */
export function createPersonImport({ store, accounts, findEmployers, findGroups }: PersonImportDeps) {
  return async (context: Context, { rows }: ImportEmployerContactsInput): Promise<ImportResult> => {
    const numbers = distinct(rows.map((row) => row.personNumber.trim()));
    const [employers, groups, people] = await Promise.all([
      findEmployers(distinct(rows.map((row) => normaliseKvkNumber(row.kvkNumber ?? '')))),
      findGroups(distinct(rows.map((row) => (typeof row.groupName === 'string' ? plain(row.groupName) : null)))),
      store.findByNumbers(numbers),
    ]);
    const numbered = new Map(people.map((row) => [row.personNumber ?? '', row]));
    // What stands was judged when it came: a file that is sent every night asks nobody.
    const fresh = rows.flatMap(({ kind, personNumber, subject }) =>
      kind === 'CONTACT' && isSubject(subject) && subject !== numbered.get(personNumber.trim())?.subject ? [subject] : [],
    );
    const [found, ofSchools] =
      fresh.length > 0 ? await Promise.all([accounts.holders(fresh), accounts.ofSchools(context, fresh)]) : [[], new Set<string>()];
    const holders = new Map<string, (AccountHolder & { personNumber?: string })[]>(Map.groupBy(found, ({ subject }) => subject ?? ''));
    const known = {
      employers: new Map(employers.flatMap((row) => (row.kvkNumber === undefined ? [] : [[row.kvkNumber, row] as const]))),
      groups: new Map(groups.map((row) => [row.nameKey, row._id])),
      people: numbered,
      ofSchools,
      holders,
    };
    const check = (row: ImportEmployerContactsInput['rows'][number]) => {
      const checked = checkPersonRow(row, known);
      // Rows of one file are held against each other too.
      if (checked.ok && checked.facts.subject !== null)
        holders.set(checked.facts.subject, [...(holders.get(checked.facts.subject) ?? []), checked.facts]);
      return checked;
    };
    return importRows(context, rows, {
      model: store.model,
      check,
      keyOf: (facts) => facts.personNumber,
      findExisting: () => Promise.resolve(people),
      keyOfRow: (row) => row.personNumber ?? '',
      idOf: (facts) => derivedId(idPrefixOf(facts.kind), facts.personNumber),
      toRow,
      events: (id, facts, existing) => [personEvent(existing ? 'EmployerPersonChanged' : 'EmployerPersonAdded', id, facts)],
      freeTextColumns: ['givenName', 'familyName', 'email'],
    });
  };
}

/** An empty optional column leaves what is known: a file without a column of subjects takes nobody's sign-in away. */
function toRow(facts: PersonImportFacts, existing: EmployerPersonRow | undefined): Partial<EmployerPersonRow> {
  return {
    ...facts,
    email: facts.email ?? existing?.email ?? null,
    phone: facts.phone ?? existing?.phone ?? null,
    language: facts.language ?? existing?.language ?? 'nl',
    subject: facts.subject ?? existing?.subject ?? null,
    active: existing?.active ?? true,
  };
}

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))];
