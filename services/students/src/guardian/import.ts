import { derivedId } from '@servicepunt/shared/ids';
import { writePlanned } from '@servicepunt/shared/import';
import type { AggregateFields } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { foldName } from '../person/rules.ts';
import { planGuardians, type FamilyOfStudent, type GuardianFacts, type GuardianPlan } from './rules.ts';
import type { GuardianRow, GuardianStore } from './store.ts';

/**
 * Brings in the guardians that rows of pupils name. Answers the pupils for whom something changed.
 * Two batches may bring in brothers and sisters at the same moment: whoever is second plans again on what the first wrote.
 */
export async function importGuardians(
  guardians: GuardianStore,
  context: Context,
  schoolLocationId: string,
  options: {
    families: readonly FamilyOfStudent[];
    /** Pupils who were there before: for them a change is told. */
    knownStudents: ReadonlySet<string>;
  },
): Promise<Set<string>> {
  const families = options.families.filter((family) => family.guardians !== null);
  if (families.length === 0) return new Set();
  const studentIds = families.map((family) => family.studentId);
  const facts = families.flatMap((family) => family.guardians ?? []);
  const newIds = families.flatMap(({ studentId, guardians: named }) => (named ?? []).map((guardian) => newId(studentId, guardian)));

  const touched = new Map<string, Set<string>>();
  const plan = async () => {
    const found = await guardians.findForImport(schoolLocationId, studentIds, facts, newIds);
    // In a fixed order, so that of two records that fit the same one is taken each time.
    const known = found.toSorted((left, right) => (left._id < right._id ? -1 : 1));
    const { records, touched: spokenOf }: GuardianPlan<GuardianRow> = planGuardians(families, known, newId);
    for (const [studentId, ids] of spokenOf) for (const id of ids) touched.set(id, (touched.get(id) ?? new Set()).add(studentId));
    return records.map(({ record, existing }) => ({
      id: record._id,
      existing,
      fields: {
        schoolLocationId,
        givenName: record.givenName,
        familyName: record.familyName,
        email: record.email,
        phone: record.phone,
        subject: record.subject,
        language: existing?.language ?? 'nl',
        children: record.children,
      } satisfies Omit<GuardianRow, keyof AggregateFields>,
      events: [...(touched.get(record._id) ?? [])]
        .filter((studentId) => options.knownStudents.has(studentId))
        .map((studentId) => ({ type: 'StudentChanged' as const, data: { studentId, locationId: schoolLocationId } })),
    }));
  };
  const outcomes = await writePlanned(guardians.model, context, plan, { complete: true });
  const changed = [...touched].filter(([guardianId]) => outcomes.get(guardianId) !== 'unchanged');
  return new Set(changed.flatMap(([, students]) => [...students]));
}

const newId = (studentId: string, { givenName, familyName }: GuardianFacts): string =>
  derivedId('grd', studentId, foldName(givenName), foldName(familyName));
