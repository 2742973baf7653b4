import type { Wording } from '@servicepunt/shared/errors';
import { isMinorOn } from '../person/age.ts';
import { foldName, readColumns, type ColumnProblem, type PersonFacts } from '../person/rules.ts';

export interface GuardianInput {
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly relation?: string | null | undefined;
}
export interface GuardianFacts extends PersonFacts {
  relation: string | null;
}

export const RELATION_MAX_LENGTH = 40;

/** A guardian in a row of a pupil; `path` stands before the columns (`guardians.0.`). */
export function readGuardian(row: GuardianInput, path: string): { ok: true; facts: GuardianFacts } | { ok: false; problem: ColumnProblem } {
  const columns = readColumns(row, path);
  const facts: GuardianFacts = {
    givenName: columns.line('givenName'),
    familyName: columns.line('familyName'),
    email: columns.email('email'),
    phone: columns.phone('phone'),
    subject: columns.subject('subject'),
    relation: columns.optionalLine('relation', RELATION_MAX_LENGTH),
  };
  const problem = columns.problem();
  return problem ? { ok: false, problem } : { ok: true, facts };
}

/**
 * Why somebody decides for an adult: curatorship (curatele) or mentorship (mentorschap), both by a judge (BW book 1, titles 16 and 20).
 * Administration (bewind) is about property alone and opens no record.
 */
export const REPRESENTATION_KINDS = ['CURATORSHIP', 'MENTORSHIP'] as const;
export interface LegalRepresentation {
  kind: (typeof REPRESENTATION_KINDS)[number];
  startsOn: string;
  endsOn: string | null;
}
/** A pupil of a guardian, with what the guardian is to the pupil. */
export interface ChildLink {
  studentId: string;
  relation: string | null;
  representation: LegalRepresentation | null;
}

export function representationStands(representation: LegalRepresentation | null, day: string): boolean {
  return representation !== null && representation.startsOn <= day && (representation.endsOn === null || day <= representation.endsOn);
}

/** Whether a guardian may look at a pupil's record on a day: until the 18th birthday, afterwards only under a legal representation. */
export function viewIsOpen(child: Pick<ChildLink, 'representation'>, birthDate: string, day: string): boolean {
  return isMinorOn(birthDate, day) || representationStands(child.representation, day);
}

/** What is wrong with a legal representation: it is for adults, so it starts on the 18th birthday at the earliest. */
export function ruleOfRepresentation(
  { startsOn, endsOn }: LegalRepresentation,
  turns18On: string,
): { column: string; rule: Wording } | null {
  if (startsOn < turns18On) return { column: 'startsOn', rule: { nl: 'niet voor de 18e verjaardag', en: 'not before the 18th birthday' } };
  if (endsOn !== null && endsOn < startsOn) return { column: 'endsOn', rule: { nl: 'niet voor het begin', en: 'not before the start' } };
  return null;
}

/** What an import decides of a guardian's record. */
export interface GuardianRecord extends PersonFacts {
  _id: string;
  children: ChildLink[];
}
export interface FamilyOfStudent {
  readonly studentId: string;
  /** Null: the row says nothing about guardians, and what is known stays. */
  readonly guardians: readonly GuardianFacts[] | null;
}
export interface GuardianPlan<Known extends GuardianRecord> {
  /** The records as they should be, with what stands now; those that nothing is said about are left out. */
  readonly records: readonly { readonly record: GuardianRecord; readonly existing: Known | undefined }[];
  /** Per pupil, the guardians whose records its row speaks of. */
  readonly touched: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Decides which guardians the rows of one location mean: one whom the pupil has already (same account or name), else one of the location
 * with the same account, else one with the same address and name (a brother's or sister's), else a new one.
 * Records never cross locations: one administration must not change who signs in for pupils of another.
 * An empty cell keeps what is known. A guardian who isn't named any more loses the pupil, unless a legal representation stands.
 */
export function planGuardians<Known extends GuardianRecord>(
  families: readonly FamilyOfStudent[],
  known: readonly Known[],
  idOf: (studentId: string, guardian: GuardianFacts) => string,
): GuardianPlan<Known> {
  const drafts = new Map<string, { record: GuardianRecord; existing: Known | undefined }>();
  const bySubject = new Map<string, string>();
  const byAddress = new Map<string, string>();
  const byChild = new Map<string, Set<string>>();
  const addressKey = (person: PersonFacts) => (person.email === null ? '' : `${person.email} ${nameKey(person)}`);
  const index = (record: GuardianRecord): void => {
    if (record.subject !== null && !bySubject.has(record.subject)) bySubject.set(record.subject, record._id);
    const address = addressKey(record);
    if (address !== '' && !byAddress.has(address)) byAddress.set(address, record._id);
    for (const { studentId } of record.children) byChild.set(studentId, (byChild.get(studentId) ?? new Set()).add(record._id));
  };
  for (const existing of known) {
    const record: GuardianRecord = { ...existing, children: [...existing.children] };
    drafts.set(record._id, { record, existing });
    index(record);
  }

  const recordOf = (id: string | undefined): GuardianRecord | undefined => (id === undefined ? undefined : drafts.get(id)?.record);
  const find = (studentId: string, facts: GuardianFacts): GuardianRecord | undefined => {
    const own = [...(byChild.get(studentId) ?? [])].flatMap((id) => recordOf(id) ?? []);
    const sameAddress = recordOf(byAddress.get(addressKey(facts)));
    const otherAccount = facts.subject !== null && sameAddress?.subject !== null && sameAddress?.subject !== facts.subject;
    return (
      own.find((record) => facts.subject !== null && record.subject === facts.subject) ??
      own.find((record) => nameKey(record) === nameKey(facts)) ??
      (facts.subject === null ? undefined : recordOf(bySubject.get(facts.subject))) ??
      (otherAccount ? undefined : sameAddress) ??
      // Who lost the pupil once and is named again.
      recordOf(idOf(studentId, facts))
    );
  };

  const touched = new Map<string, Set<string>>();
  for (const { studentId, guardians } of families) {
    if (guardians === null) continue;
    const before = [...(byChild.get(studentId) ?? [])];
    const named = new Set<string>();
    for (const facts of guardians) {
      let record = find(studentId, facts);
      if (!record) {
        record = { _id: idOf(studentId, facts), givenName: '', familyName: '', email: null, phone: null, subject: null, children: [] };
        drafts.set(record._id, { record, existing: undefined });
      }
      record.givenName = facts.givenName;
      record.familyName = facts.familyName;
      record.email = facts.email ?? record.email;
      record.phone = facts.phone ?? record.phone;
      if (facts.subject !== null && record.subject !== null && record.subject !== facts.subject) bySubject.delete(record.subject);
      record.subject = facts.subject ?? record.subject;
      record.children = withChild(record.children, studentId, facts.relation);
      named.add(record._id);
      index(record);
    }
    for (const id of before) {
      const record = recordOf(id);
      if (!record || named.has(id)) continue;
      record.children = record.children.filter((child) => child.studentId !== studentId || child.representation !== null);
    }
    touched.set(studentId, new Set([...before, ...named]));
  }
  const spokenOf = new Set([...touched.values()].flatMap((ids) => [...ids]));
  return { records: [...drafts.values()].filter(({ record }) => spokenOf.has(record._id)), touched };
}

const nameKey = (person: { givenName: string; familyName: string }): string =>
  `${foldName(person.givenName)} ${foldName(person.familyName)}`;

function withChild(children: readonly ChildLink[], studentId: string, relation: string | null): ChildLink[] {
  const link = children.find((child) => child.studentId === studentId);
  if (!link) return [...children, { studentId, relation, representation: null }];
  return children.map((child) => (child === link ? { ...child, relation: relation ?? child.relation } : child));
}
