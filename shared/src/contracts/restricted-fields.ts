/**
 * Free text about a pupil that only those read who have to: encrypted in the database, so that a dump, a backup or a look past the services shows none of it.
 * By type and path; an array on the way stands for each of its elements.
 *
 * Left readable on purpose, since lists, searches and unique keys need them in the database: names, addresses of people, dates, codes and ids.
 * Left readable because a company or the public reads them anyway: offers, grounds for early end, names on an agreement.
 * Message bodies name a pupil and nothing else that is restricted; they go after six months.
 */
export const RESTRICTED_FIELDS = {
  students: {
    /** Youth care, justice or a clinic: a special category by itself, though it is a code. */
    Student: ['shortStay.setting'],
    /** Why somebody had to look tells what there is to see. */
    RestrictedAccess: ['reason'],
  },
  placements: {
    /** What a pupil can't do or has to learn, and why it ended. */
    Placement: ['goals', 'workAdjustments', 'endNote', 'amendments.reason'],
    /** Judgements in people's own words. */
    Evaluation: [
      'employerForm.remark',
      'employerForm.answers.text',
      'studentForm.remark',
      'studentForm.answers.text',
      'schoolForm.remark',
      'schoolForm.answers.text',
      'conclusion.text',
      'conclusion.missingFormsReason',
    ],
    /** Support needs, what works and what doesn't: the reason why a handover has a legal basis per item. */
    WarmHandover: ['items.text', 'firstDayAgreements', 'aftercareContact', 'confirmation', 'cancelNote'],
    AftercareCase: ['checks.note'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export type EncryptedService = keyof typeof RESTRICTED_FIELDS;
export type EncryptedType = { [S in EncryptedService]: keyof (typeof RESTRICTED_FIELDS)[S] }[EncryptedService];

/** The restricted paths of a type. */
export function restrictedPaths(type: EncryptedType): readonly string[] {
  for (const types of Object.values(RESTRICTED_FIELDS))
    if (type in types) return (types as Readonly<Record<string, readonly string[]>>)[type] ?? [];
  return [];
}

/** Where each type is stored, for jobs that work on the collections themselves. */
export const RESTRICTED_COLLECTIONS: Readonly<Record<EncryptedType, string>> = {
  Student: 'students',
  RestrictedAccess: 'restrictedAccesses',
  Placement: 'placements',
  Evaluation: 'evaluations',
  WarmHandover: 'warmHandovers',
  AftercareCase: 'aftercareCases',
};
