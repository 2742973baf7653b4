import type { Wording } from '@servicepunt/shared/errors';
import { derivedId } from '@servicepunt/shared/ids';
import { acceptRows, writePlanned, type ImportedAggregate, type ImportResult } from '@servicepunt/shared/import';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { TAKEN_RULE, type Accounts } from '../person/accounts.ts';
import { sortNameOf } from '../person/rules.ts';
import { refusedRow } from '../refused-row.ts';
import type { ImportStaffInput } from '../schema.generated.ts';
import type { SchoolStore } from '../school/store.ts';
import {
  agree,
  checkStaffRow,
  grantsInForce,
  holdsGrant,
  isBootstrapNumber,
  wasWithdrawn,
  withGrant,
  type StaffImportFacts,
} from './rules.ts';
import { isHimself, mayGrant, mayTakeOver } from './policy.ts';
import type { StaffMemberRow, StaffStore } from './store.ts';

interface PlacedRow {
  readonly index: number;
  readonly facts: StaffImportFacts;
  readonly locationId: string | null;
}

/**
 * Brings in staff: a person has one row per role and location. Roles are added, never taken away: that is a decision of somebody,
 * and so is giving back what was withdrawn.
 */
export async function importStaff(
  deps: { staff: StaffStore; schools: Pick<SchoolStore, 'findByCodes'>; accounts: Pick<Accounts, 'taken'> },
  context: Context,
  input: ImportStaffInput,
): Promise<ImportResult> {
  const { accepted, refused } = acceptRows(context, input.rows, {
    check: checkStaffRow,
    keyOf: ({ staffNumber, role, locationCode }) => JSON.stringify([staffNumber, role, locationCode]),
  });
  const refuseRow = (row: number, column: string, rule: Wording, code?: 'NOT_FOUND') =>
    refused.push(refusedRow(context.viewer, row, { column, rule, ...(code ? { code } : {}) }));
  const result: ImportResult = { created: 0, updated: 0, unchanged: 0, refused };

  const rows = [...accepted.values()];
  if (rows.length === 0) return result;
  const codes = [...new Set(rows.flatMap(({ facts }) => facts.locationCode ?? []))];
  const find = async () =>
    knownPeople(
      await deps.staff.findByNumbersOrSubjects(
        [...new Set(rows.map(({ facts }) => facts.staffNumber))],
        [...new Set(rows.flatMap(({ facts }) => facts.subject ?? []))],
      ),
    );
  const [locations, before, taken] = await Promise.all([
    codes.length > 0 ? deps.schools.findByCodes(codes) : [],
    find(),
    deps.accounts.taken(
      context,
      'STAFF',
      rows.flatMap(({ facts }) => facts.subject ?? []),
    ),
  ]);
  const locationIds = new Map(locations.map((location) => [location.locationCode, location._id]));

  const people = new Map<string, PlacedRow[]>();
  const subjectsOfBatch = new Map<string, string>();
  for (const { index, facts } of rows) {
    const locationId = facts.locationCode === null ? null : locationIds.get(facts.locationCode);
    const existing = before.of(facts);
    const [first] = people.get(facts.staffNumber) ?? [];
    if (locationId === undefined) refuseRow(index, 'locationCode', '', 'NOT_FOUND');
    else if (first && !agree(first.facts, facts))
      refuseRow(index, 'staffNumber', {
        nl: 'de regels van één medewerker moeten op rol en vestiging na gelijk zijn',
        en: 'the rows of one person must agree in everything but role and location',
      });
    else if (before.subjectIsTaken(facts) || (subjectsOfBatch.get(facts.subject ?? '') ?? facts.staffNumber) !== facts.staffNumber)
      refuseRow(index, 'subject', { nl: 'hoort bij een andere medewerker', en: 'belongs to another staff member' });
    else if (existing && !existing.active)
      refuseRow(index, 'staffNumber', {
        nl: 'deze medewerker is uit dienst; geef opnieuw een rol om dat te herstellen',
        en: 'this person left; give a role to take the person back',
      });
    else if (
      !holdsGrant(existing?.grants ?? [], { role: facts.role, locationId }) &&
      !mayGrant(context.viewer, { role: facts.role, locationId })
    )
      refuseRow(index, 'role', {
        nl: 'deze rol geeft een ander: de directeur-bestuurder',
        en: 'somebody else gives this role: the director of the board',
      });
    else if (existing && isHimself(context.viewer, existing._id) && !holdsGrant(existing.grants, { role: facts.role, locationId }))
      refuseRow(index, 'role', {
        nl: 'u geeft uzelf geen rol; vraag het een collega',
        en: "you can't give yourself a role; ask a colleague",
      });
    else if (existing && changesAccount(existing, facts) && !mayTakeOver(context.viewer, grantsInForce(existing.grants)))
      refuseRow(index, 'subject', {
        nl: 'het account van deze medewerker wijzigt wie diens rollen geeft: de directeur-bestuurder',
        en: "this person's account is changed by whoever gives the roles: the director of the board",
      });
    else if (existing && wasWithdrawn(existing.grants, { role: facts.role, locationId }))
      refuseRow(index, 'role', { nl: 'deze rol is ingetrokken; geef hem opnieuw', en: 'this role was withdrawn; give it again' });
    else if (facts.subject !== null && taken.has(facts.subject)) refuseRow(index, 'subject', TAKEN_RULE);
    else {
      if (facts.subject !== null) subjectsOfBatch.set(facts.subject, facts.staffNumber);
      people.set(facts.staffNumber, [...(people.get(facts.staffNumber) ?? []), { index, facts, locationId }]);
    }
  }

  let known: typeof before | null = before;
  const outcomes = await writePlanned(deps.staff.model, context, async () => {
    const current = known ?? (await find());
    known = null;
    return [...people.values()].map((placed) => wanted(context, current, placed));
  });
  for (const placed of people.values()) {
    const existing = before.of(factsOf(placed));
    const outcome = outcomes.get(existing?._id ?? idOf(factsOf(placed))) ?? 'unchanged';
    const added = placed.filter(({ facts, locationId }) => !holdsGrant(existing?.grants ?? [], { role: facts.role, locationId })).length;
    // A person is new once; each further row added a role. Where no role is new, the first row brought what changed.
    const changed = outcome === 'unchanged' ? 0 : Math.max(added, 1);
    if (outcome === 'created') result.created += 1;
    result.updated += outcome === 'created' ? changed - 1 : changed;
    result.unchanged += placed.length - changed;
  }
  return result;
}

/** Whoever signs in with the account has the roles: another account is as much as giving them. */
const changesAccount = (existing: StaffMemberRow, facts: StaffImportFacts): boolean =>
  facts.subject !== null && facts.subject !== existing.subject;

const idOf = (facts: StaffImportFacts): string => derivedId('stf', facts.staffNumber);

function factsOf([first]: readonly PlacedRow[]): StaffImportFacts {
  if (!first) throw new Error('A person of an import has at least one row');
  return first.facts;
}

/** Who stands already. The person whom the first start made has no number yet: the administration's row with the same account gives it. */
function knownPeople(stored: readonly StaffMemberRow[]) {
  const byNumber = new Map(stored.map((row) => [row.staffNumber, row]));
  const bySubject = new Map(stored.map((row) => [row.subject, row]));
  const of = ({ staffNumber, subject }: StaffImportFacts): StaffMemberRow | undefined => {
    const first = subject === null ? undefined : bySubject.get(subject);
    return byNumber.get(staffNumber) ?? (first && isBootstrapNumber(first.staffNumber) ? first : undefined);
  };
  return {
    of,
    subjectIsTaken(facts: StaffImportFacts): boolean {
      const owner = facts.subject === null ? undefined : bySubject.get(facts.subject);
      return owner !== undefined && owner !== of(facts);
    },
  };
}

function wanted(context: Context, known: ReturnType<typeof knownPeople>, placed: readonly PlacedRow[]): ImportedAggregate<StaffMemberRow> {
  const facts = factsOf(placed);
  const existing = known.of(facts);
  const id = existing?._id ?? idOf(facts);
  const now = context.clock.now();
  let grants = existing?.grants ?? [];
  for (const { facts: row, locationId } of placed)
    if (!holdsGrant(grants, { role: row.role, locationId }))
      grants = withGrant(grants, { role: row.role, locationId }, now, context.viewer.id);
  return {
    id,
    existing,
    fields: {
      staffNumber: facts.staffNumber,
      givenName: facts.givenName,
      familyName: facts.familyName,
      sortName: sortNameOf(facts),
      email: facts.email ?? existing?.email ?? null,
      phone: facts.phone ?? existing?.phone ?? null,
      subject: facts.subject ?? existing?.subject ?? null,
      language: facts.language ?? existing?.language ?? 'nl',
      active: true,
      grants,
    },
    events: [{ type: 'StaffMemberChanged', data: { staffMemberId: id } }],
  };
}
