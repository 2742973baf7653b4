/**
 * The records under test, by the part that they play; the tables have one heading for each. Where what somebody sees depends on
 * whom a record is for, it has a row of its own.
 */
export const ROWS = {
  School: 'School',
  SchoolLocation: 'SchoolLocation',
  'StaffMember (the guide)': 'StaffMember',
  'StaffMember (the relation owner)': 'StaffMember',
  Student: 'Student',
  Guardian: 'Guardian',
  'Guardian (whose view closed)': 'Guardian',
  'Guardian (legal representative)': 'Guardian',
  Consent: 'Consent',
  'Disclosure (to the company)': 'Disclosure',
  'Disclosure (to the receiving party)': 'Disclosure',
  RestrictedAccess: 'RestrictedAccess',
  AuditEvent: 'AuditEvent',
  Erasure: 'Erasure',
  CompanyGroup: 'CompanyGroup',
  Employer: 'Employer',
  EmployerSite: 'EmployerSite',
  EmployerContact: 'EmployerContact',
  'EmployerContact (of the group)': 'EmployerContact',
  WorkplaceSupervisor: 'WorkplaceSupervisor',
  PlacementOffer: 'PlacementOffer',
  ApiKey: 'ApiKey',
  Placement: 'Placement',
  Trainee: 'Trainee',
  'Evaluation (concluded)': 'Evaluation',
  'Evaluation (drafts)': 'Evaluation',
  'Evaluation (concluded without all forms)': 'Evaluation',
  WarmHandover: 'WarmHandover',
  AftercareCase: 'AftercareCase',
  PartnerOrganisation: 'PartnerOrganisation',
  'Reminder (to the company)': 'Reminder',
  'Reminder (to the pupil)': 'Reminder',
  'Reminder (to the school)': 'Reminder',
  'Reminder (to the school, of the handover)': 'Reminder',
  'Reminder (to the receiving party)': 'Reminder',
  'Delivery (to the company)': 'Delivery',
  'Delivery (to the workplace)': 'Delivery',
  'Delivery (to the pupil)': 'Delivery',
  'Delivery (to the school)': 'Delivery',
  'Delivery (to the receiving party)': 'Delivery',
  'Notification (to the company)': 'Notification',
  'Notification (to the pupil)': 'Notification',
  'Notification (to the school)': 'Notification',
} as const;
export type RowName = keyof typeof ROWS;
export const ROW_NAMES = Object.keys(ROWS) as RowName[];

/** The records of one pupil's story, with everything around it. */
export interface Bundle {
  readonly name: string;
  readonly ids: ReadonlyMap<RowName, readonly string[]>;
}

/** The name of the variable that holds the id of a row's record. */
export const variableOf = (row: RowName): string => `r${ROW_NAMES.indexOf(row)}`;

/** An id for rows that a bundle lacks: as well formed as any other, and nobody's. */
export const headOf = (bundle: Bundle, row: RowName): string => bundle.ids.get(row)?.[0] ?? `${prefixOf(row)}_00000000000000000000000000`;
const PREFIXES: Readonly<Record<string, string>> = {
  School: 'sch',
  SchoolLocation: 'loc',
  StaffMember: 'stf',
  Student: 'stu',
  Guardian: 'grd',
  Consent: 'cns',
  Disclosure: 'dis',
  RestrictedAccess: 'rac',
  AuditEvent: 'aud',
  Erasure: 'ers',
  CompanyGroup: 'grp',
  Employer: 'emp',
  EmployerSite: 'sit',
  EmployerContact: 'con',
  WorkplaceSupervisor: 'wsp',
  PlacementOffer: 'ofr',
  ApiKey: 'key',
  Placement: 'plc',
  Trainee: 'trn',
  Evaluation: 'evl',
  WarmHandover: 'who',
  AftercareCase: 'aft',
  PartnerOrganisation: 'par',
  Reminder: 'rem',
  Delivery: 'dlv',
  Notification: 'ntf',
};
function prefixOf(row: RowName): string {
  const prefix = PREFIXES[ROWS[row]];
  if (prefix === undefined) throw new Error(`No prefix is known for ${ROWS[row]}`);
  return prefix;
}
