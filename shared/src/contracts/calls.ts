import { z } from 'zod';
import { MOST_TOPICS } from './live.ts';
import { LANGUAGES, ROLES, SCOPE_KINDS, type GrantScope, type Issuer, type ServiceName } from './roles.ts';

/**
 * The table of service calls: a decision of one service that needs a fact or a reservation of another one *now*.
 * The callee refuses every caller that isn't named here. Commands are idempotent by the caller's id.
 */
const id = z.string().min(1).max(100);
const day = z.iso.date();
const grant = z.object({
  role: z.enum(ROLES),
  scope: z.object({ kind: z.enum(SCOPE_KINDS), id: id.optional() }),
  // One that a later release of the callee knows opens nothing here, and keeps nobody out.
  apiScopes: z.array(z.string() as unknown as z.ZodType<GrantScope, GrantScope>).optional(),
});
const viewer = z
  .object({
    kind: z.enum(['PERSON', 'SYSTEM', 'LINK']),
    id,
    language: z.enum(LANGUAGES),
    grants: z.array(grant),
    onBehalfOf: id.optional(),
  })
  .nullable();
const person = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  /** Null where we know no address: the fallback of the rule applies. */
  email: z.string().nullable(),
  language: z.enum(LANGUAGES),
  /** False once the person left: nothing is sent any more. */
  active: z.boolean(),
});
/** Sections of a pupil's record by name; their form is told in docs/record-export.md. */
const record = z.record(z.string(), z.unknown());
/** Accounts of the identity provider, by their subject; whoever has more asks in pieces. */
const accounts = z.object({ subjects: z.array(z.string().min(1).max(300)).max(500) });
/** One answer for each, in the order asked. */
const known = z.object({ known: z.array(z.boolean()) });
const task = z.object({ taskId: id, personId: id, role: z.enum(['EMPLOYER', 'STUDENT', 'RECEIVING_PARTY']) }).nullable();
/** `role` is the recipient role of the rule. */
const reminderQuestion = z.object({
  subjectId: id,
  role: z.enum(['EMPLOYER', 'STUDENT', 'SCHOOL', 'RECEIVING_PARTY', 'COORDINATOR', 'SERVICE_POINT']),
  /** Set for chases to "whoever has the ball": the reminder is only needed while this role still has something to do. */
  onlyWhilePending: z.boolean(),
});
const reminderAnswer = z.object({
  needed: z.boolean(),
  /** Why not: a code such as COMPLETED, CANCELLED, UNKNOWN. */
  reason: z.string().nullable(),
  recipientIds: z.array(id),
  /** Told when nobody above can be reached. */
  fallbackIds: z.array(id),
  /** For the name. */
  studentId: id.nullable(),
  /** Ids and dates for the template. */
  facts: z.record(z.string(), z.string().nullable()),
});
const call = <I extends z.ZodType, O extends z.ZodType>(owner: ServiceName, callers: readonly Issuer[], input: I, output: O) => ({
  owner,
  callers,
  input,
  output,
  /** Whether it is only ever asked for a person: the callee refuses a service that names nobody. What relays and workers ask too, can't be. */
  forPerson: false as boolean,
});
const callForPerson: typeof call = (...definition) => ({ ...call(...definition), forPerson: true });

export const CALLS = {
  /** The records of ours that belong to a signed-in subject of the identity provider; null when there are none. */
  'students.viewerBySubject': call(
    'students',
    ['gateway', 'notifications'],
    z.object({ subject: z.string().min(1).max(300) }),
    z.object({ viewer }),
  ),
  'employers.viewerBySubject': call('employers', ['gateway'], z.object({ subject: z.string().min(1).max(300) }), z.object({ viewer })),
  /**
   * Asked before an account is entered for somebody: whether anybody signs in with it, who belongs to the schools, or to a company. An account that were
   * both could act for both sides, so whoever enters accounts can't make one so. Says yes or no, and never who it is.
   */
  'students.accountsKnown': callForPerson('students', ['employers'], accounts, known),
  'employers.accountsKnown': callForPerson('employers', ['students'], accounts, known),
  'employers.viewerByApiKey': call('employers', ['gateway'], z.object({ key: z.string().min(1).max(300) }), z.object({ viewer })),
  'placements.viewerByLink': call('placements', ['gateway'], z.object({ token: z.string().min(1).max(300) }), z.object({ viewer })),

  /** Names and addresses at the moment of sending; unknown ids are left out of the answer. */
  'students.people': call('students', ['notifications'], z.object({ ids: z.array(id).max(200) }), z.object({ people: z.array(person) })),
  'employers.people': call('employers', ['notifications'], z.object({ ids: z.array(id).max(200) }), z.object({ people: z.array(person) })),
  'placements.people': call(
    'placements',
    ['notifications'],
    z.object({ ids: z.array(id).max(200) }),
    z.object({ people: z.array(person) }),
  ),

  /** What planning a placement must know of a pupil; the birth date itself stays with students. Null: no such active pupil. */
  'students.studentForPlacement': call(
    'students',
    ['placements'],
    z.object({ studentId: id }),
    z.object({
      student: z
        .object({
          studentId: id,
          locationId: id,
          holidayRegion: z.enum(['NOORD', 'MIDDEN', 'ZUID']),
          profile: z.enum(['FURTHER_EDUCATION', 'LABOUR_MARKET', 'DAY_ACTIVITY', 'UNKNOWN']),
          turns14On: day,
          turns16On: day,
          turns18On: day,
          turns23On: day,
          guardianIds: z.array(id),
          supervisorId: id.nullable(),
          leftOn: day.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Who acts for a school: coordinators of a location, and the Servicepunt above them; active people only. */
  'students.staffOf': call(
    'students',
    ['placements', 'notifications'],
    z.object({ locationId: id.nullable(), role: z.enum(['COORDINATOR', 'SCHOOL_SUPERVISOR', 'DIRECTOR', 'SERVICE_POINT']) }),
    z.object({ staffMemberIds: z.array(id) }),
  ),
  /** Logs what leaves the foundation before it leaves; repeating it with the same subject and recipient returns the first. */
  'students.recordDisclosure': call(
    'students',
    ['placements'],
    z.object({
      /** The placement or handover that the disclosure serves. */
      subjectId: id,
      studentId: id,
      recipient: z.object({ kind: z.enum(['EMPLOYER', 'PARTNER_ORGANISATION']), id }),
      legalBasis: z.enum(['STATUTORY_REPORT', 'CONSENT', 'CONTRACT', 'PUBLIC_TASK', 'VITAL_INTEREST']),
      purpose: z.string().max(100),
      items: z.array(z.string().max(60)).max(50),
    }),
    z.discriminatedUnion('recorded', [
      z.object({ recorded: z.literal(true), disclosureId: id }),
      z.object({ recorded: z.literal(false), reason: z.enum(['NO_CONSENT', 'UNKNOWN_STUDENT']) }),
    ]),
  ),

  /** Everything that a service holds about a pupil, without what is others': for the export of his record. */
  'placements.studentRecord': callForPerson(
    'placements',
    ['students'],
    z.object({ studentId: id, guardianIds: z.array(id).max(50) }),
    z.object({ record, placementIds: z.array(id), employerIds: z.array(id) }),
  ),
  'employers.studentRecord': callForPerson(
    'employers',
    ['students'],
    z.object({ placementIds: z.array(id).max(1_000), employerIds: z.array(id).max(1_000) }),
    z.object({ record }),
  ),
  'notifications.studentRecord': callForPerson(
    'notifications',
    ['students'],
    z.object({ studentId: id, guardianIds: z.array(id).max(50) }),
    z.object({ record }),
  ),

  /** Holds one place of an offer for a placement until `expiresAt`; confirm keeps it, release gives it back. */
  'employers.reserveOfferPlace': call(
    'employers',
    ['placements'],
    z.object({ offerId: id, placementId: id, startsOn: day, endsOn: day, expiresAt: z.iso.datetime() }),
    z.discriminatedUnion('reserved', [
      z.object({ reserved: z.literal(true), employerId: id, siteId: id, placesLeft: z.number().int() }),
      z.object({ reserved: z.literal(false), reason: z.enum(['UNKNOWN_OFFER', 'OFFER_FULL', 'OFFER_CLOSED', 'OUTSIDE_PERIOD']) }),
    ]),
  ),
  'employers.confirmOfferPlace': call(
    'employers',
    ['placements'],
    z.object({ offerId: id, placementId: id }),
    z.object({ confirmed: z.boolean() }),
  ),
  'employers.releaseOfferPlace': call(
    'employers',
    ['placements'],
    z.object({ offerId: id, placementId: id }),
    z.object({ released: z.boolean() }),
  ),
  /** Whether these records of one employer exist, belong together and are active. */
  'employers.checkWorkplace': callForPerson(
    'employers',
    ['placements'],
    z.object({ employerId: id, siteId: id.nullable(), workplaceSupervisorId: id.nullable() }),
    z.object({ problem: z.enum(['UNKNOWN_EMPLOYER', 'UNKNOWN_SITE', 'UNKNOWN_WORKPLACE_SUPERVISOR', 'INACTIVE']).nullable() }),
  ),
  /** Who speaks for the schools to these companies (their relation owners); those without one are left out. Decides which staff a company's people know of. */
  'employers.relationOwners': callForPerson(
    'employers',
    ['students'],
    z.object({ employerIds: z.array(id).max(1_000) }),
    z.object({ owners: z.array(z.object({ employerId: id, staffMemberId: id })) }),
  ),
  /** The employer's people for a reminder: the workplace supervisor if he has an address, then the contacts; active people only. */
  'employers.contactsOf': call(
    'employers',
    ['placements', 'notifications'],
    z.object({ employerId: id, workplaceSupervisorId: id.nullable() }),
    z.object({ personIds: z.array(id), contactIds: z.array(id) }),
  ),

  /** Asked of the owner of a subject just before sending: is this reminder still needed, and who has to get it. */
  'placements.reminderSubject': call('placements', ['notifications'], reminderQuestion, reminderAnswer),
  /** The same of the pupil's own review of consents; the subject is the pupil. */
  'students.reminderSubject': call('students', ['notifications'], reminderQuestion, reminderAnswer),
  /** The same of a contact who is about to go; the subject is the contact. */
  'employers.reminderSubject': call('employers', ['notifications'], reminderQuestion, reminderAnswer),
  /** A fresh capability token for one person and one task; older ones stay valid until the task is done. Null: the task needs none any more. */
  'placements.issueLink': call(
    'placements',
    ['notifications'],
    z.object({ taskId: id, personId: id, role: z.enum(['EMPLOYER', 'STUDENT', 'RECEIVING_PARTY']) }),
    z.object({ token: z.string().nullable(), expiresAt: z.iso.datetime().nullable() }),
  ),

  /**
   * The task that a link was for, also one that expired, while it is still to do and this person's to do; null for everything else.
   * It says that a fresh link may be mailed, and shows nothing of the task.
   */
  'placements.taskOfLink': call('placements', ['gateway'], z.object({ token: z.string().min(1).max(300) }), z.object({ task })),
  /** Mails the party of a task a fresh link, at the addresses that its owner knows, unless it was reminded a short while ago. */
  'notifications.renewLink': call('notifications', ['gateway'], task.unwrap(), z.object({ mailed: z.boolean() })),

  /** The numbers of topics that somebody follows, in the order asked; null for one that nobody followed for long. Asking keeps them followed. */
  'notifications.livePlaces': call(
    'notifications',
    ['gateway'],
    z.object({ topics: z.array(z.string().min(1).max(200)).max(MOST_TOPICS) }),
    z.object({ numbers: z.array(z.number().int().nullable()) }),
  ),
} as const;

export type CallName = keyof typeof CALLS;
export type CallInput<N extends CallName> = z.input<(typeof CALLS)[N]['input']>;
export type CallOutput<N extends CallName> = z.output<(typeof CALLS)[N]['output']>;
