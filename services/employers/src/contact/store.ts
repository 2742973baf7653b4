import type { Language } from '@servicepunt/shared/contracts/roles';
import { aggregateSchema, ours, type AggregateFields, type Connection } from '@servicepunt/shared/mongo';
import { page, pagesByParent, type PageArgs } from '@servicepunt/shared/paging';
import type { RowFilter } from '@servicepunt/shared/policy';
import type { IdleNotice } from '../activity/rules.ts';
import { PERSON_KINDS, type PersonKind } from './rules.ts';

/** A person of a company or of a group: a contact, or a workplace supervisor at a site. */
export interface EmployerPersonRow extends AggregateFields {
  kind: PersonKind;
  /** Absent for people who were added by hand: the unique index leaves such rows out. */
  personNumber?: string;
  employerId: string | null;
  groupId: string | null;
  siteId: string | null;
  givenName: string;
  familyName: string;
  email: string | null;
  phone: string | null;
  language: Language;
  subject: string | null;
  active: boolean;
  /** The day on which he last signed in, or somebody said that he still acts for the company. */
  lastActiveOn?: string;
  /** That he is about to go, since nothing was heard of him for long. */
  idleNotice?: IdleNotice;
  /** Not stored: the employers through which the viewer may know of a contact (`reach.ts`). */
  reach?: readonly string[];
}
export interface PersonListFilter {
  readonly employer?: string | null | undefined;
  readonly group?: string | null | undefined;
  readonly site?: string | null | undefined;
  readonly personNumber?: string | null | undefined;
  readonly active?: boolean | null | undefined;
}

/** People of employers: some thousands of rows. */
export function createPersonStore(connection: Connection) {
  const schema = aggregateSchema<EmployerPersonRow>({
    kind: { type: String, required: true },
    personNumber: { type: String },
    employerId: { type: String },
    groupId: { type: String },
    siteId: { type: String },
    givenName: { type: String, required: true },
    familyName: { type: String, required: true },
    email: { type: String },
    phone: { type: String },
    language: { type: String, required: true },
    subject: { type: String },
    active: { type: Boolean, required: true },
    lastActiveOn: { type: String },
    idleNotice: { type: { _id: false, toldOn: String, lastOn: String, goesOn: String, mailedOn: String } },
  });
  // Serves the import's look-up by number, and keeps numbers unique.
  schema.index({ personNumber: 1 }, { unique: true, sparse: true });
  // Serves sign-in.
  schema.index({ subject: 1 });
  // Serve the people of an employer, a group and a site, by name.
  schema.index({ employerId: 1, kind: 1, familyName: 1 });
  schema.index({ groupId: 1, kind: 1, familyName: 1 });
  schema.index({ siteId: 1 });
  // Serves the lists.
  schema.index({ kind: 1, familyName: 1, _id: 1 });
  const model = connection.model<EmployerPersonRow>('EmployerPerson', schema, 'employerPeople');
  const of = (kind: PersonKind, visible: RowFilter | null): RowFilter | null => visible && { $and: [visible, { kind }] };

  return {
    model,
    findByIds: (kind: PersonKind, ids: readonly string[], visible: RowFilter | null) =>
      visible ? model.find(ours({ $and: [visible, { kind, _id: { $in: [...ids] } }] })).lean<EmployerPersonRow[]>() : Promise.resolve([]),
    findByNumbers: (personNumbers: readonly string[]) =>
      model.find(ours({ personNumber: { $in: [...personNumbers] } })).lean<EmployerPersonRow[]>(),
    findPeople: (ids: readonly string[]) =>
      model.find(ours({ _id: { $in: [...ids] }, kind: { $in: [...PERSON_KINDS] } })).lean<EmployerPersonRow[]>(),
    /** Once a day: it stands beside the record, which isn't changed by it. */
    async noteActive(ids: readonly string[], day: string): Promise<void> {
      if (ids.length > 0) await model.collection.updateMany({ _id: { $in: [...ids] } } as never, { $set: { lastActiveOn: day } } as never);
    },
    /** Those who sign in as a subject, the first one first. */
    findBySubject: (subject: string) =>
      model
        .find(ours({ subject, kind: 'CONTACT', active: true }))
        .sort({ createdAt: 1, _id: 1 })
        .lean<EmployerPersonRow[]>(),
    findBySubjects: (subjects: readonly string[]) =>
      model.find(ours({ subject: { $in: [...subjects] }, kind: 'CONTACT', active: true })).lean<EmployerPersonRow[]>(),
    /** Active contacts of an employer and of its group, and one workplace supervisor; the earliest first. */
    findToTell(employerId: string, groupId: string | null, workplaceSupervisorId: string | null) {
      const alternatives: RowFilter[] = [{ employerId, kind: 'CONTACT' }];
      if (groupId !== null) alternatives.push({ groupId, kind: 'CONTACT' });
      if (workplaceSupervisorId !== null) alternatives.push({ _id: workplaceSupervisorId, employerId });
      return model
        .find(ours({ active: true, $or: alternatives }))
        .sort({ createdAt: 1, _id: 1 })
        .lean<EmployerPersonRow[]>();
    },
    list: (kind: PersonKind, filter: PersonListFilter, visible: RowFilter | null, args: PageArgs) =>
      page(model, of(kind, visible && { $and: [visible, conditionOf(filter)] }), { familyName: 1 }, args),
    pagesOf: (kind: PersonKind, field: 'employerId' | 'groupId', ids: readonly string[], visible: RowFilter | null, args: PageArgs) =>
      pagesByParent(model, of(kind, visible), { familyName: 1 }, { field, ids }, args),
  };
}
export type PersonStore = ReturnType<typeof createPersonStore>;

function conditionOf({ employer, group, site, personNumber, active }: PersonListFilter): RowFilter {
  return {
    ...(typeof employer === 'string' ? { employerId: employer } : {}),
    ...(typeof group === 'string' ? { groupId: group } : {}),
    ...(typeof site === 'string' ? { siteId: site } : {}),
    ...(typeof personNumber === 'string' ? { personNumber } : {}),
    ...(typeof active === 'boolean' ? { active } : {}),
  };
}
