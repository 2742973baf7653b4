/** What the matrix can't show or reach, each with its reason. A new one fails the test until it stands here. */

const NO_FAILURE = 'every message of the story arrived';
const NOT_SIGNED = 'the change of the story waits for its signatures';
const NOT_TAKEN_AWAY = 'nobody of the story lost a role';

/** Fields whose value depends on the moment: which line of the trail belongs to a request that a viewer made. */
export const VOLATILE: readonly string[] = ['AuditEvent.requestId'];

/** Fields that nobody is shown by any path, since the story has no such value. */
export const NEVER_SHOWN: Readonly<Record<string, string>> = {
  'ApiKey.revokedAt': 'the keys are in use until the end',
  'Consent.history.recordedBy': 'pupils and guardians spoke for themselves',
  'Delivery.code': NO_FAILURE,
  'Delivery.failures.at': NO_FAILURE,
  'Delivery.failures.code': NO_FAILURE,
  'Delivery.nextAttemptAt': NO_FAILURE,
  'Delivery.digestOn': 'a reminder that somebody asks for goes out at once, in no digest',
  'Delivery.recipient.guardian': 'no rule reminds guardians',
  'Notification.readAt': 'nobody read his messages',
  'Placement.amendments.inForceSince': NOT_SIGNED,
  'Placement.amendments.signatures.onPaper': NOT_SIGNED,
  'Placement.amendments.signatures.party': NOT_SIGNED,
  'Placement.amendments.signatures.signedAt': NOT_SIGNED,
  'Placement.endedOn': 'the one that was cancelled had not begun',
  'Reminder.reason': 'no reminder of the story was dropped',
  'StaffMember.grantHistory.withdrawnAt': NOT_TAKEN_AWAY,
  'StaffMember.grantHistory.withdrawnBy': NOT_TAKEN_AWAY,
  'StaffMember.grants.withdrawnAt': NOT_TAKEN_AWAY,
  'StaffMember.grants.withdrawnBy': NOT_TAKEN_AWAY,
};

const CODE = 'a code of ours, the same for everybody';
const OURS = 'words of ours, the same for everybody';
const REGISTER = 'its form leaves no room for a word';

/** Texts without a canary: what people write never ends up in them. */
export const NO_CANARY: Readonly<Record<string, string>> = {
  'AftercareCase.earlyLeaverStatus.ruleVersion': CODE,
  'ApiKey.publicPart': 'made by chance, and shown by its field',
  'AuditEvent.fields': CODE,
  'Consent.items': CODE,
  'Delivery.body.subject': 'names nobody: it shows on locked screens',
  'Delivery.code': CODE,
  'Delivery.failures.code': CODE,
  'Delivery.rules': CODE,
  'Delivery.via': CODE,
  'Disclosure.items': CODE,
  'Disclosure.purpose': CODE,
  'Employer.contactBudget.whatCounts': OURS,
  'EmployerSite.houseNumber': REGISTER,
  'EmployerSite.postcode': REGISTER,
  'Erasure.remainder.collection': CODE,
  'Erasure.reports.erased.collection': CODE,
  'Evaluation.employerForm.answers.question': CODE,
  'Evaluation.employerForm.questions.code': CODE,
  'Evaluation.employerForm.questions.text': OURS,
  'Evaluation.schoolForm.answers.question': CODE,
  'Evaluation.schoolForm.questions.code': CODE,
  'Evaluation.schoolForm.questions.text': OURS,
  'Evaluation.studentForm.answers.question': CODE,
  'Evaluation.studentForm.questions.code': CODE,
  'Evaluation.studentForm.questions.text': OURS,
  'Notification.text': 'made without names when it is read',
  'Notification.title': 'made without names when it is read',
  'Reminder.history.code': CODE,
  'Reminder.history.step': CODE,
  'Reminder.reason': CODE,
  'Reminder.rule': CODE,
  'Reminder.zone': CODE,
  'School.brin': REGISTER,
  'SchoolLocation.locationCode': REGISTER,
};

/** Mutations whose payload shows no record of the story to anybody who tries them, since they were made not to change it. */
export const NO_OBJECT: Readonly<Record<string, string>> = {
  ...because('it makes a record of its own, which is nobody’s of the story, or refuses', [
    ...['addContact', 'addEmployerSite', 'addGuardian', 'addWorkplaceSupervisor', 'createApiKey', 'giveConsent', 'openRestrictedAccess'],
    ...['planEvaluation', 'planHandover', 'planPlacement', 'publishOffer', 'registerCompanyGroup', 'registerEmployer', 'registerPartner'],
    ...['registerStudent', 'remindNow'],
  ]),
  ...because('its payload counts rows and names none', [
    ...['importEmployerContacts', 'importEmployers', 'importHandovers', 'importOffers', 'importPlacements', 'importSchoolLocations'],
    ...['importStaff', 'importStudents'],
  ]),
  ...because('the role that is tried belongs to no staff, so it is refused before the revision is looked at', [
    'grantRole',
    'withdrawGrant',
  ]),
  changeNotificationPreferences: 'preferences have no id: they are the viewer’s own',
  eraseStudent: 'it makes a record of its own',
  exportStudentRecord: 'it hands out the whole record as one text, to the privacy officer alone',
  retryDelivery: 'the messages of the story arrived, so there is nothing to send again',
};
/** Mutations that hand out a whole record on purpose, and to whom alone. */
export const WHOLE_RECORD: Readonly<Record<string, string>> = { exportStudentRecord: 'po' };

function because(reason: string, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, reason]));
}
