import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnyConnection } from '@servicepunt/shared/paging';
import type { PayloadBody } from '@servicepunt/shared/mutation';
import type { SchoolRow, SchoolLocationRow } from './school/store.ts';
import type { StaffMemberRow } from './staff/store.ts';
import type { GrantEntry } from './staff/rules.ts';
import type { StudentRow } from './student/store.ts';
import type { GuardianRow } from './guardian/store.ts';
import type { ChildLink } from './guardian/rules.ts';
import type { GuardianBesideStudent } from './guardian/derived.ts';
import type { ConsentRow } from './consent/store.ts';
import type { ConsentParty as ConsentPartyRow, ConsentStatement as ConsentStatementRow } from './consent/rules.ts';
import type { DisclosureRow } from './disclosure/store.ts';
import type { DisclosureRecipient as DisclosureRecipientRow } from './disclosure/rules.ts';
import type { RestrictedAccessRow } from './restricted-access/store.ts';
import type { AuditEntry } from './audit/rules.ts';
import type { PupilTable } from './figures/reads.ts';
import type { ErasureRow } from './erasure/store.ts';
import type { TraineeRepresentation } from './trainee/rules.ts';
import type { SignedIn } from './viewer/rules.ts';
import type { Grant } from '@servicepunt/shared/contracts/roles';
import type { ServiceContext } from './context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A local calendar day in the Netherlands, as `2026-11-24`. */
  Date: { input: string; output: string; }
  /** An instant in UTC, as `2026-11-24T09:00:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** An e-mail address. */
  EmailAddress: { input: string; output: string; }
  /** Text that people write. A number that may be a citizen service number is refused. */
  FreeText: { input: string; output: string; }
  /** A local time of day, as `09:00`. */
  LocalTime: { input: string; output: string; }
  /** A telephone number in international form, as `+31612345678`. */
  PhoneNumber: { input: string; output: string; }
  /** An absolute web address. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A guardian to add. */
export type AddGuardianInput = {
  /** Address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name, prefix included. */
  familyName: Scalars['FreeText']['input'];
  /** First name. */
  givenName: Scalars['FreeText']['input'];
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Language of messages; Dutch unless given. */
  language?: InputMaybe<Language>;
  /** Telephone. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** What the guardian is to the pupil. */
  relation?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['FreeText']['input']>;
};

/** Answer to `addGuardian`. */
export type AddGuardianPayload = {
  __typename?: 'AddGuardianPayload';
  /** The guardian. */
  guardian?: Maybe<Guardian>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** What somebody did: each kind of change of the four services, and the reading of what is restricted. */
export const AuditAction = {
  /** Aftercare began. */
  AftercareOpened: 'AFTERCARE_OPENED',
  /** An API key was made. */
  ApiKeyCreated: 'API_KEY_CREATED',
  /** An API key was revoked. */
  ApiKeyRevoked: 'API_KEY_REVOKED',
  /** A company group was registered. */
  CompanyGroupRegistered: 'COMPANY_GROUP_REGISTERED',
  /** A pupil turned 16, and has to be asked about the consents of his guardians. */
  ConsentReviewDue: 'CONSENT_REVIEW_DUE',
  /** A consent was withdrawn. */
  ConsentWithdrawn: 'CONSENT_WITHDRAWN',
  /** An employer's contact budget changed. */
  ContactBudgetChanged: 'CONTACT_BUDGET_CHANGED',
  /** A mail could not be delivered. */
  DeliveryFailed: 'DELIVERY_FAILED',
  /** A mail went out. */
  DeliverySent: 'DELIVERY_SENT',
  /** Something left the foundation. */
  DisclosureRecorded: 'DISCLOSURE_RECORDED',
  /** An employer was approached. */
  EmployerApproached: 'EMPLOYER_APPROACHED',
  /** An employer changed. */
  EmployerChanged: 'EMPLOYER_CHANGED',
  /** A contact was told that he goes, since nothing was heard of him for two years. */
  EmployerContactIdle: 'EMPLOYER_CONTACT_IDLE',
  /** An idle contact went. */
  EmployerContactRemoved: 'EMPLOYER_CONTACT_REMOVED',
  /** A contact or workplace supervisor was added. */
  EmployerPersonAdded: 'EMPLOYER_PERSON_ADDED',
  /** A contact or workplace supervisor changed. */
  EmployerPersonChanged: 'EMPLOYER_PERSON_CHANGED',
  /** An employer was registered. */
  EmployerRegistered: 'EMPLOYER_REGISTERED',
  /** An evaluation was cancelled. */
  EvaluationCancelled: 'EVALUATION_CANCELLED',
  /** An evaluation changed. */
  EvaluationChanged: 'EVALUATION_CHANGED',
  /** An evaluation was completed. */
  EvaluationCompleted: 'EVALUATION_COMPLETED',
  /** An evaluation was scheduled. */
  EvaluationScheduled: 'EVALUATION_SCHEDULED',
  /** A warm handover was cancelled. */
  HandoverCancelled: 'HANDOVER_CANCELLED',
  /** A warm handover changed. */
  HandoverChanged: 'HANDOVER_CHANGED',
  /** A warm handover was confirmed. */
  HandoverConfirmed: 'HANDOVER_CONFIRMED',
  /** A warm handover was planned. */
  HandoverPlanned: 'HANDOVER_PLANNED',
  /** Notifications removed what it held of a pupil. */
  NotificationsErased: 'NOTIFICATIONS_ERASED',
  /** An offer changed. */
  OfferChanged: 'OFFER_CHANGED',
  /** A place of an offer was given back. */
  OfferPlaceReleased: 'OFFER_PLACE_RELEASED',
  /** A place of an offer was held. */
  OfferPlaceReserved: 'OFFER_PLACE_RESERVED',
  /** An offer was published. */
  OfferPublished: 'OFFER_PUBLISHED',
  /** Placements removed what it held of a pupil. */
  PlacementsErased: 'PLACEMENTS_ERASED',
  /** A placement was agreed. */
  PlacementAgreed: 'PLACEMENT_AGREED',
  /** A placement changed. */
  PlacementChanged: 'PLACEMENT_CHANGED',
  /** A placement ended. */
  PlacementEnded: 'PLACEMENT_ENDED',
  /** A placement was planned. */
  PlacementPlanned: 'PLACEMENT_PLANNED',
  /** Restricted fields about pupils in placements, evaluations or handovers were read. */
  PlacementRecordsRead: 'PLACEMENT_RECORDS_READ',
  /** A reminder was sent. */
  ReminderSent: 'REMINDER_SENT',
  /** Restricted fields of a pupil were opened with a reason. */
  RestrictedAccessOpened: 'RESTRICTED_ACCESS_OPENED',
  /** A staff member or his roles changed. */
  StaffMemberChanged: 'STAFF_MEMBER_CHANGED',
  /** A pupil's record changed. */
  StudentChanged: 'STUDENT_CHANGED',
  /** A pupil's data have to go. */
  StudentErased: 'STUDENT_ERASED',
  /** A pupil left. */
  StudentLeft: 'STUDENT_LEFT',
  /** Restricted fields of pupils' records were read. */
  StudentRecordsRead: 'STUDENT_RECORDS_READ',
  /** Everything about a pupil was exported for who asked for it by right. */
  StudentRecordExported: 'STUDENT_RECORD_EXPORTED',
  /** A pupil was registered. */
  StudentRegistered: 'STUDENT_REGISTERED'
} as const;

export type AuditAction = typeof AuditAction[keyof typeof AuditAction];
/** One line of the audit trail: ids and codes, never content. Lines are added and never changed. */
export type AuditEvent = {
  __typename?: 'AuditEvent';
  /** What was done; null for a kind that this release doesn't know yet. */
  action?: Maybe<AuditAction>;
  /** The staff member who did it, where it was one. */
  actor?: Maybe<StaffMember>;
  /** Id of who did it: a person, an API key, a link, or the name of the service that acted by itself. */
  actorId: Scalars['ID']['output'];
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** What was read (`Student.shortStay`); empty for a change. */
  fields: Array<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The request in whose log lines the rest stands; null where it isn't known. */
  requestId?: Maybe<Scalars['String']['output']>;
  /** Where it was done. */
  service: AuditedService;
  /** Ids of everything that it was about, the pupils whose records were read among them. */
  subjectIds: Array<Scalars['ID']['output']>;
};

/** A page of the audit trail. */
export type AuditEventConnection = {
  __typename?: 'AuditEventConnection';
  /** The rows with their cursors. */
  edges: Array<AuditEventEdge>;
  /** The rows. */
  nodes: Array<AuditEvent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A line of the audit trail in a page. */
export type AuditEventEdge = {
  __typename?: 'AuditEventEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: AuditEvent;
};

/** Which lines to list; what isn't given doesn't narrow. */
export type AuditFilter = {
  /** Of this kind. */
  action?: InputMaybe<AuditAction>;
  /** Done by this person, key, link or service (id). */
  actor?: InputMaybe<Scalars['ID']['input']>;
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** About this person or thing (id). */
  subject?: InputMaybe<Scalars['ID']['input']>;
  /** Before this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The service in which something was done. */
export const AuditedService = {
  /** Companies, their people and offers. */
  Employers: 'employers',
  /** Reminders and messages. */
  Notifications: 'notifications',
  /** Placements, evaluations, handovers, aftercare. */
  Placements: 'placements',
  /** Pupils, guardians, staff, consents. */
  Students: 'students'
} as const;

export type AuditedService = typeof AuditedService[keyof typeof AuditedService];
/** Changes of a guardian's record. */
export type ChangeGuardianInput = {
  /** Address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name, prefix included. */
  familyName?: InputMaybe<Scalars['FreeText']['input']>;
  /** First name. */
  givenName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the guardian. */
  id: Scalars['ID']['input'];
  /** Language of messages. */
  language?: InputMaybe<Language>;
  /** Telephone. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['FreeText']['input']>;
};

/** Answer to `changeGuardian`. */
export type ChangeGuardianPayload = {
  __typename?: 'ChangeGuardianPayload';
  /** The guardian as it stands now. */
  guardian?: Maybe<Guardian>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Changes of a pupil's record. */
export type ChangeStudentInput = {
  /** Day of birth. */
  birthDate?: InputMaybe<Scalars['Date']['input']>;
  /** School address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** First day at this location. */
  enrolledOn?: InputMaybe<Scalars['Date']['input']>;
  /** Where the school expects the pupil to go. */
  expectedOutflow?: InputMaybe<HandoverTarget>;
  /** Family name without its prefix. */
  familyName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Prefix of the family name. */
  familyNamePrefix?: InputMaybe<Scalars['FreeText']['input']>;
  /** First name. */
  givenName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Class or group. */
  group?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the pupil. */
  id: Scalars['ID']['input'];
  /** Language of messages. */
  language?: InputMaybe<Language>;
  /** What the pupil is prepared for. */
  outflowProfile?: InputMaybe<OutflowProfile>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['FreeText']['input']>;
};

/** Answer to `changeStudent`. */
export type ChangeStudentPayload = {
  __typename?: 'ChangeStudentPayload';
  /** The pupil as it stands now. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Who guides a pupil from now on. */
export type ChangeSupervisorInput = {
  /** Id of the pupil. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Id of the staff member; null for nobody. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to `changeSupervisor`. */
export type ChangeSupervisorPayload = {
  __typename?: 'ChangeSupervisorPayload';
  /** The pupil as it stands now. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A consent to confirm. */
export type ConfirmConsentInput = {
  /** Id of the consent. */
  id: Scalars['ID']['input'];
  /** Whether staff records what was written on paper. */
  onPaper?: InputMaybe<Scalars['Boolean']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** Answer to `confirmConsent`. */
export type ConfirmConsentPayload = {
  __typename?: 'ConfirmConsentPayload';
  /** The consent as it stands now. */
  consent?: Maybe<Consent>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A consent to use or give away data of a pupil, for one purpose and named items. */
export type Consent = {
  __typename?: 'Consent';
  /** When that word was given. */
  givenAt: Scalars['DateTime']['output'];
  /** Whose word it rests on. */
  givenBy?: Maybe<ConsentParty>;
  /** Everything that was done about it, oldest first. */
  history?: Maybe<Array<ConsentStatement>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it covers (`firstName`, `workAdjustments`, `SUPPORT_NEEDS`). */
  items: Array<Scalars['String']['output']>;
  /** The ground that it is. */
  legalBasis: LegalBasis;
  /** What it's for. */
  purpose: ConsentPurpose;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Where it stands today. */
  state?: Maybe<ConsentState>;
  /** The pupil whom it's about. */
  student?: Maybe<Student>;
};

/** What was done about a consent. */
export const ConsentAct = {
  /** The pupil confirmed what a guardian gave. */
  Confirmed: 'CONFIRMED',
  /** It was given. */
  Given: 'GIVEN',
  /** It was withdrawn. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type ConsentAct = typeof ConsentAct[keyof typeof ConsentAct];
/** A page of consents. */
export type ConsentConnection = {
  __typename?: 'ConsentConnection';
  /** The rows with their cursors. */
  edges: Array<ConsentEdge>;
  /** The rows. */
  nodes: Array<Consent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A consent in a page. */
export type ConsentEdge = {
  __typename?: 'ConsentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The consent. */
  node: Consent;
};

/** Who decides on consents at the pupil's age. */
export const ConsentGiver = {
  /** A guardian: the pupil is under 16. */
  Guardian: 'GUARDIAN',
  /** The pupil, from the 16th birthday. */
  Student: 'STUDENT'
} as const;

export type ConsentGiver = typeof ConsentGiver[keyof typeof ConsentGiver];
/** Whose word a consent rests on: a guardian's or the pupil's. */
export type ConsentParty = {
  __typename?: 'ConsentParty';
  /** In which quality. */
  giver: ConsentGiver;
  /** The guardian, where it's one. */
  guardian?: Maybe<Guardian>;
  /** The pupil, where it's the pupil. */
  student?: Maybe<Student>;
};

/** What a consent is for. */
export const ConsentPurpose = {
  /** Aftercare: asking how it goes after leaving. */
  Aftercare: 'AFTERCARE',
  /** Pictures and film. */
  Images: 'IMAGES',
  /** An internship: what a company gets to see. */
  Placement: 'PLACEMENT',
  /** A warm handover: what the receiving party gets to see. */
  WarmHandover: 'WARM_HANDOVER'
} as const;

export type ConsentPurpose = typeof ConsentPurpose[keyof typeof ConsentPurpose];
/** Where a consent stands. */
export const ConsentState = {
  /** It stands. */
  Active: 'ACTIVE',
  /** A guardian gave it and the pupil is 16 now: the pupil has to confirm or withdraw it. No new disclosure rests on it. */
  ReviewDue: 'REVIEW_DUE',
  /** It was withdrawn. */
  Withdrawn: 'WITHDRAWN'
} as const;

export type ConsentState = typeof ConsentState[keyof typeof ConsentState];
/** Something that was done about a consent. */
export type ConsentStatement = {
  __typename?: 'ConsentStatement';
  /** What was done. */
  act: ConsentAct;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** By whom. */
  by?: Maybe<ConsentParty>;
  /** Whether it was written on paper and recorded by staff. */
  onPaper: Scalars['Boolean']['output'];
  /** Who recorded it from paper. */
  recordedBy?: Maybe<StaffMember>;
};

/** Somebody who leaves. */
export type DeactivateStaffMemberInput = {
  /** Id of the staff member. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** Answer to `deactivateStaffMember`. */
export type DeactivateStaffMemberPayload = {
  __typename?: 'DeactivateStaffMemberPayload';
  /** The staff member as it stands now. */
  staffMember?: Maybe<StaffMember>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** The dates of a development plan; the plan itself is kept by the school. */
export type DevelopmentPlanRef = {
  __typename?: 'DevelopmentPlanRef';
  /** Day on which it was established. */
  establishedOn: Scalars['Date']['output'];
  /** Day of the last review. */
  lastReviewedOn?: Maybe<Scalars['Date']['output']>;
  /** Day before which it has to be reviewed again. */
  nextReviewDue?: Maybe<Scalars['Date']['output']>;
};

/** Something that left the foundation: logged before it left, and never changed. */
export type Disclosure = {
  __typename?: 'Disclosure';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The consent that it rests on, where consent is its ground. */
  consent?: Maybe<Consent>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What was disclosed (`firstName`, `workAdjustments`, `SUPPORT_NEEDS`). */
  items: Array<Scalars['String']['output']>;
  /** On which ground. */
  legalBasis: LegalBasis;
  /** What for (`PLACEMENT`, `WARM_HANDOVER`). */
  purpose: Scalars['String']['output'];
  /** Who got it. */
  recipient: DisclosureRecipient;
  /** The pupil whom it's about. */
  student?: Maybe<Student>;
  /** Id of the placement or handover that it served. */
  subjectId: Scalars['ID']['output'];
};

/** A page of disclosures. */
export type DisclosureConnection = {
  __typename?: 'DisclosureConnection';
  /** The rows with their cursors. */
  edges: Array<DisclosureEdge>;
  /** The rows. */
  nodes: Array<Disclosure>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A disclosure in a page. */
export type DisclosureEdge = {
  __typename?: 'DisclosureEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The disclosure. */
  node: Disclosure;
};

/** Which disclosures to list; what isn't given doesn't narrow. */
export type DisclosureFilter = {
  /** From this instant on. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** On this ground. */
  legalBasis?: InputMaybe<LegalBasis>;
  /** To this company or organisation (id). */
  recipient?: InputMaybe<Scalars['ID']['input']>;
  /** To this kind of party. */
  recipientKind?: InputMaybe<DisclosureRecipientKind>;
  /** About this pupil (id). */
  student?: InputMaybe<Scalars['ID']['input']>;
  /** Before this instant. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** Who gets data. */
export type DisclosureRecipient = {
  __typename?: 'DisclosureRecipient';
  /** The company, where it's one. */
  employer?: Maybe<Employer>;
  /** What kind of party. */
  kind: DisclosureRecipientKind;
  /** The organisation, where it's one. */
  partnerOrganisation?: Maybe<PartnerOrganisation>;
};

/** What kind of party outside the foundation gets data. */
export const DisclosureRecipientKind = {
  /** A company. */
  Employer: 'EMPLOYER',
  /** An mbo school, municipality, day activity or other partner. */
  PartnerOrganisation: 'PARTNER_ORGANISATION'
} as const;

export type DisclosureRecipientKind = typeof DisclosureRecipientKind[keyof typeof DisclosureRecipientKind];
/** Whom to call when something happens. */
export type EmergencyContact = {
  __typename?: 'EmergencyContact';
  /** Name. */
  name: Scalars['String']['output'];
  /** Telephone. */
  phone: Scalars['PhoneNumber']['output'];
  /** What this person is to the trainee. */
  relation?: Maybe<Scalars['String']['output']>;
};

export type Employer = {
  __typename?: 'Employer';
  id: Scalars['ID']['output'];
};

/** A legal representation to end. */
export type EndLegalRepresentationInput = {
  /** Last day on which it stands. */
  endsOn: Scalars['Date']['input'];
  /** Id of the guardian. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `endLegalRepresentation`. */
export type EndLegalRepresentationPayload = {
  __typename?: 'EndLegalRepresentationPayload';
  /** The guardian as it stands now. */
  guardian?: Maybe<Guardian>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A pupil to erase. */
export type EraseStudentInput = {
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Why. */
  reason: ErasureReason;
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `eraseStudent`. */
export type EraseStudentPayload = {
  __typename?: 'EraseStudentPayload';
  /** The erasure. */
  erasure?: Maybe<Erasure>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** What went from one collection. */
export type ErasedCollection = {
  __typename?: 'ErasedCollection';
  /** The collection. */
  collection: Scalars['String']['output'];
  /** Documents that were removed, or lost what they held of the pupil. */
  documents: Scalars['Int']['output'];
};

/** The erasure of one pupil: who decided, and what each service reported. From its first moment nobody finds the pupil any more. */
export type Erasure = {
  __typename?: 'Erasure';
  /** Whether every service has reported. */
  complete: Scalars['Boolean']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Why. */
  reason: ErasureReason;
  /** What stays, and why: ids and codes, none of which leads to a person. */
  remainder: Array<ErasureRemainder>;
  /** What each service did; one that is missing hasn't reported yet. */
  reports: Array<ErasureReport>;
  /** When the pupil became invisible. */
  startedAt: Scalars['DateTime']['output'];
  /** Who decided. */
  startedBy?: Maybe<StaffMember>;
  /** Id that the pupil had; nothing answers to it any more. */
  studentId: Scalars['ID']['output'];
};

/** Why a pupil's data go. */
export const ErasureReason = {
  /** The pupil, or who speaks for the pupil, asked for it. */
  Requested: 'REQUESTED',
  /** The time for which they may be kept is over. */
  RetentionEnded: 'RETENTION_ENDED',
  /** They should never have been here. */
  Unlawful: 'UNLAWFUL'
} as const;

export type ErasureReason = typeof ErasureReason[keyof typeof ErasureReason];
/** What stays after an erasure. */
export type ErasureRemainder = {
  __typename?: 'ErasureRemainder';
  /** The collection. */
  collection: Scalars['String']['output'];
  /** Why it stays. */
  reason: RemainderReason;
};

/** What one service did for an erasure. */
export type ErasureReport = {
  __typename?: 'ErasureReport';
  /** When it was done. */
  at: Scalars['DateTime']['output'];
  /** Whether the store gave the freed pages back at once. */
  compacted: Scalars['Boolean']['output'];
  /** What went. */
  erased: Array<ErasedCollection>;
  /** The service. */
  service: AuditedService;
};

/** A record to export. */
export type ExportStudentRecordInput = {
  /** Makes a repeat one export in the audit trail; the document is made anew. */
  idempotencyKey: Scalars['String']['input'];
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `exportStudentRecord`. */
export type ExportStudentRecordPayload = {
  __typename?: 'ExportStudentRecordPayload';
  /** The record. */
  export?: Maybe<StudentRecordExport>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A consent to give. */
export type GiveConsentInput = {
  /** Id of the guardian who signed the paper; needed on paper while the pupil is under 16. */
  guardianId?: InputMaybe<Scalars['ID']['input']>;
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /**
   * What it covers, 1 to 50 names. A company gets `firstName`, `familyNameUnderAgreement`, `ageClass`, `goals`, `schedule`, `workAdjustments` and
   * `emergencyContact`; a receiving party the kinds of handover items. A disclosure rests on a consent that covers all of its items.
   */
  items: Array<Scalars['String']['input']>;
  /** Whether staff records what was given on paper. */
  onPaper?: InputMaybe<Scalars['Boolean']['input']>;
  /** What it's for. */
  purpose: ConsentPurpose;
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `giveConsent`. */
export type GiveConsentPayload = {
  __typename?: 'GiveConsentPayload';
  /** The consent. */
  consent?: Maybe<Consent>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** How far a grant reaches. */
export const GrantReach = {
  /** The whole foundation. */
  All: 'ALL',
  /** One company. */
  Employer: 'EMPLOYER',
  /** One school location. */
  Location: 'LOCATION',
  /** One pupil. */
  Student: 'STUDENT',
  /** The task of a link. */
  Task: 'TASK'
} as const;

export type GrantReach = typeof GrantReach[keyof typeof GrantReach];
/** A role to give. */
export type GrantRoleInput = {
  /** Id of the staff member. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The role. */
  role: Role;
  /** Id of the location; none for a role that reaches all. */
  schoolLocationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to `grantRole`. */
export type GrantRolePayload = {
  __typename?: 'GrantRolePayload';
  /** The staff member as it stands now. */
  staffMember?: Maybe<StaffMember>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A parent or guardian of pupils of one location. */
export type Guardian = {
  __typename?: 'Guardian';
  /** The pupils whose guardian this is, as far as you may know of them. */
  children?: Maybe<Array<GuardianChild>>;
  /** Address. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Family name, prefix included. */
  familyName?: Maybe<Scalars['String']['output']>;
  /** First name. */
  givenName?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Language of messages to the guardian. */
  language?: Maybe<Language>;
  /** Telephone. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** The person at the identity provider. */
  subject?: Maybe<Scalars['String']['output']>;
};

/** A pupil of a guardian. */
export type GuardianChild = {
  __typename?: 'GuardianChild';
  /** Why the guardian decides for the adult pupil; null where he doesn't. */
  legalRepresentation?: Maybe<LegalRepresentation>;
  /** What the guardian is to the pupil. */
  relation?: Maybe<Scalars['String']['output']>;
  /** The pupil. */
  student?: Maybe<Student>;
};

/** A guardian in a row of a pupil. */
export type GuardianImportRow = {
  /** Address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Family name, prefix included. */
  familyName: Scalars['String']['input'];
  /** First name. */
  givenName: Scalars['String']['input'];
  /** Telephone. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** What the guardian is to the pupil (`mother`). */
  relation?: InputMaybe<Scalars['String']['input']>;
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** To whom a pupil is handed over. */
export const HandoverTarget = {
  /** Day activity. */
  DayActivity: 'DAY_ACTIVITY',
  /** A job. */
  Employer: 'EMPLOYER',
  /** Vocational education. */
  Mbo: 'MBO',
  /** The municipality. */
  Municipality: 'MUNICIPALITY',
  /** Another school. */
  OtherSchool: 'OTHER_SCHOOL'
} as const;

export type HandoverTarget = typeof HandoverTarget[keyof typeof HandoverTarget];
/** The holiday region of the Ministry of Education. */
export const HolidayRegion = {
  /** Middle. */
  Midden: 'MIDDEN',
  /** North. */
  Noord: 'NOORD',
  /** South. */
  Zuid: 'ZUID'
} as const;

export type HolidayRegion = typeof HolidayRegion[keyof typeof HolidayRegion];
/** Rows of school locations. */
export type ImportSchoolLocationsInput = {
  /** At most 500. */
  rows: Array<SchoolLocationImportRow>;
};

/** What an import of school locations did. */
export type ImportSchoolLocationsPayload = {
  __typename?: 'ImportSchoolLocationsPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<StudentsImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Rows of staff. */
export type ImportStaffInput = {
  /** At most 500. Rows of one person agree in everything but role and location. */
  rows: Array<StaffImportRow>;
};

/** What an import of staff did. */
export type ImportStaffPayload = {
  __typename?: 'ImportStaffPayload';
  /** People who were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<StudentsImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Rows of pupils of one location. */
export type ImportStudentsInput = {
  /** Code of the location whose pupils these are. */
  locationCode: Scalars['String']['input'];
  /** At most 500. */
  rows: Array<StudentImportRow>;
};

/** What an import of pupils did. */
export type ImportStudentsPayload = {
  __typename?: 'ImportStudentsPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<StudentsImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something, of the pupil or of a guardian. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A language in which we write to people. */
export const Language = {
  /** English. */
  En: 'en',
  /** Dutch. */
  Nl: 'nl'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** On which ground of the law personal data may be given to somebody outside the foundation. */
export const LegalBasis = {
  /** Consent of the pupil, or of the guardian while the pupil is under 16. */
  Consent: 'CONSENT',
  /** The placement agreement, or the steps that lead to it. */
  Contract: 'CONTRACT',
  /** A task of public interest of the school. */
  PublicTask: 'PUBLIC_TASK',
  /** A report that the law prescribes, such as the educational report to the next school. */
  StatutoryReport: 'STATUTORY_REPORT',
  /** Somebody's life or health is in danger. */
  VitalInterest: 'VITAL_INTEREST'
} as const;

export type LegalBasis = typeof LegalBasis[keyof typeof LegalBasis];
/** A judge's decision by which somebody decides for an adult. */
export type LegalRepresentation = {
  __typename?: 'LegalRepresentation';
  /** Last day, or null while none is known. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** Which one. */
  kind: LegalRepresentationKind;
  /** First day. */
  startsOn: Scalars['Date']['output'];
};

/** Why somebody decides for an adult. */
export const LegalRepresentationKind = {
  /** Curatele: a judge appointed a curator. */
  Curatorship: 'CURATORSHIP',
  /** Mentorschap: a judge appointed a mentor for care and guidance. */
  Mentorship: 'MENTORSHIP'
} as const;

export type LegalRepresentationKind = typeof LegalRepresentationKind[keyof typeof LegalRepresentationKind];
/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a guardian to a pupil. */
  addGuardian?: Maybe<AddGuardianPayload>;
  /** Changes what the record of a guardian says; what isn't given stays, null empties. */
  changeGuardian?: Maybe<ChangeGuardianPayload>;
  /** Changes what the record says; what isn't given stays, null empties. */
  changeStudent?: Maybe<ChangeStudentPayload>;
  /** Gives a pupil another supervisor, or none. */
  changeSupervisor?: Maybe<ChangeSupervisorPayload>;
  /** The pupil confirms what a guardian gave before the 16th birthday. */
  confirmConsent?: Maybe<ConfirmConsentPayload>;
  /** Ends somebody's work here: all roles are withdrawn and nobody signs in as this person any more. */
  deactivateStaffMember?: Maybe<DeactivateStaffMemberPayload>;
  /** Ends a legal representation. */
  endLegalRepresentation?: Maybe<EndLegalRepresentationPayload>;
  /** Erases a pupil from all services. It can't be undone; the pupil is invisible at once, the services report within minutes. */
  eraseStudent?: Maybe<EraseStudentPayload>;
  /** Exports the record of a pupil from all services, for the privacy officer. Written down in the audit trail before the answer leaves; nothing of the content is kept. */
  exportStudentRecord?: Maybe<ExportStudentRecordPayload>;
  /** Gives a consent: a guardian until the pupil's 16th birthday, then the pupil; staff records what was given on paper. */
  giveConsent?: Maybe<GiveConsentPayload>;
  /** Gives a role, to others than oneself. Coordinators and directors give those of their own location, the Servicepunt all but the privacy officer's and the board's, which the director of the board gives. */
  grantRole?: Maybe<GrantRolePayload>;
  /** Brings in school locations, new or changed; a row that is the same changes nothing. */
  importSchoolLocations?: Maybe<ImportSchoolLocationsPayload>;
  /** Brings in staff with their roles; a row that is the same changes nothing, and a role that was withdrawn isn't given back. */
  importStaff?: Maybe<ImportStaffPayload>;
  /** Brings in pupils of one location with their guardians; a row that is the same changes nothing. */
  importStudents?: Maybe<ImportStudentsPayload>;
  /** Opens the restricted fields of one pupil to you, for eight hours; the privacy officer sees that you did, and why. */
  openRestrictedAccess?: Maybe<OpenRestrictedAccessPayload>;
  /** Records the dates of the development plan. */
  recordDevelopmentPlan?: Maybe<RecordDevelopmentPlanPayload>;
  /** Records that a guardian decides for a pupil who is or becomes an adult. */
  recordLegalRepresentation?: Maybe<RecordLegalRepresentationPayload>;
  /** Records that a pupil leaves; aftercare starts. A second time corrects day and destination. */
  recordOutflow?: Maybe<RecordOutflowPayload>;
  /** Records a stay for a short time, or that there is none. */
  recordShortStay?: Maybe<RecordShortStayPayload>;
  /** Registers one pupil. */
  registerStudent?: Maybe<RegisterStudentPayload>;
  /** Ends that somebody is a pupil's guardian: the view of the pupil closes. */
  removeGuardian?: Maybe<RemoveGuardianPayload>;
  /** Withdraws a consent; what rests on it closes at once. Who may give may withdraw. */
  withdrawConsent?: Maybe<WithdrawConsentPayload>;
  /** Takes a role away; it stays in the history. */
  withdrawGrant?: Maybe<WithdrawGrantPayload>;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAddGuardianArgs = {
  input: AddGuardianInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeGuardianArgs = {
  input: ChangeGuardianInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeStudentArgs = {
  input: ChangeStudentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeSupervisorArgs = {
  input: ChangeSupervisorInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationConfirmConsentArgs = {
  input: ConfirmConsentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDeactivateStaffMemberArgs = {
  input: DeactivateStaffMemberInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationEndLegalRepresentationArgs = {
  input: EndLegalRepresentationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationEraseStudentArgs = {
  input: EraseStudentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationExportStudentRecordArgs = {
  input: ExportStudentRecordInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationGiveConsentArgs = {
  input: GiveConsentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportSchoolLocationsArgs = {
  input: ImportSchoolLocationsInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportStaffArgs = {
  input: ImportStaffInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportStudentsArgs = {
  input: ImportStudentsInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationOpenRestrictedAccessArgs = {
  input: OpenRestrictedAccessInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordDevelopmentPlanArgs = {
  input: RecordDevelopmentPlanInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordLegalRepresentationArgs = {
  input: RecordLegalRepresentationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordOutflowArgs = {
  input: RecordOutflowInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordShortStayArgs = {
  input: RecordShortStayInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRegisterStudentArgs = {
  input: RegisterStudentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRemoveGuardianArgs = {
  input: RemoveGuardianInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationWithdrawConsentArgs = {
  input: WithdrawConsentInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationWithdrawGrantArgs = {
  input: WithdrawGrantInput;
};

/** Restricted fields to open. */
export type OpenRestrictedAccessInput = {
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Why you have to see them, in at least 10 characters. */
  reason: Scalars['FreeText']['input'];
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `openRestrictedAccess`. */
export type OpenRestrictedAccessPayload = {
  __typename?: 'OpenRestrictedAccessPayload';
  /** The access. */
  restrictedAccess?: Maybe<RestrictedAccess>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Where a pupil goes after school. */
export type Outflow = {
  __typename?: 'Outflow';
  /** Where the pupil went; null while at school, or where nobody knows. */
  actual?: Maybe<HandoverTarget>;
  /** Where the school expects the pupil to go. */
  expected?: Maybe<HandoverTarget>;
  /** The day on which the pupil leaves or left. */
  leftOn?: Maybe<Scalars['Date']['output']>;
};

/** What a pupil is prepared for. */
export const OutflowProfile = {
  /** Day activity. */
  DayActivity: 'DAY_ACTIVITY',
  /** Vocational or other further education. */
  FurtherEducation: 'FURTHER_EDUCATION',
  /** Paid work. */
  LabourMarket: 'LABOUR_MARKET',
  /** Not decided yet. */
  Unknown: 'UNKNOWN'
} as const;

export type OutflowProfile = typeof OutflowProfile[keyof typeof OutflowProfile];
/** Where a page stands in its list (Relay connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row of this page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow after this page. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede this page. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row of this page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

export type PartnerOrganisation = {
  __typename?: 'PartnerOrganisation';
  id: Scalars['ID']['output'];
};

/** How many pupils of one profile went to one destination. */
export type PupilFigure = {
  __typename?: 'PupilFigure';
  /** Where they went; null where that wasn't recorded. */
  destination?: Maybe<HandoverTarget>;
  /** What the school expected of them. */
  outflowProfile: OutflowProfile;
  /** How many; null where fewer than five are, or where the total would give another cell away. */
  pupils?: Maybe<Scalars['Int']['output']>;
};

/**
 * How many pupils left one location in one school year, by what became of them; counted when their files had had their time, so that it holds numbers alone.
 * A number that fewer than five pupils make up is left out, and so are others by which it could be worked out.
 */
export type PupilFigures = {
  __typename?: 'PupilFigures';
  /** A number for each profile and destination that there was. */
  cells: Array<PupilFigure>;
  /** All of them together; null where it is too small or would give a cell away. */
  pupils?: Maybe<Scalars['Int']['output']>;
  /** The school location. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** The school year in which they left, by the year in which it begins (1 August). */
  schoolYear: Scalars['Int']['output'];
};

/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type Query = {
  __typename?: 'Query';
  /** The audit trail of all services, newest first; for the privacy officer. */
  auditEvents?: Maybe<AuditEventConnection>;
  /** A consent by id; null when there is none that you may know of. */
  consent?: Maybe<Consent>;
  /** A disclosure by id; null when there is none that you may know of. */
  disclosure?: Maybe<Disclosure>;
  /** What left the foundation, newest first. */
  disclosures?: Maybe<DisclosureConnection>;
  /** An erasure by id, with the reports of the services; for the privacy officer. */
  erasure?: Maybe<Erasure>;
  /** A guardian by id; null when there is none that you may know of. */
  guardian?: Maybe<Guardian>;
  /** Figures of the pupils who left in a school year, a table for each location that you may see; none before the files of all of them have ended. */
  pupilFigures?: Maybe<Array<PupilFigures>>;
  /** An opened access by id; null when there is none that you may know of. */
  restrictedAccess?: Maybe<RestrictedAccess>;
  /** Opened accesses, newest first; for the privacy officer. */
  restrictedAccesses?: Maybe<RestrictedAccessConnection>;
  /** A school location by id; null when there is none that you may know of. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** School locations by name. */
  schoolLocations?: Maybe<SchoolLocationConnection>;
  /** A staff member by id; null when there is none that you may know of. */
  staffMember?: Maybe<StaffMember>;
  /** Staff by name. */
  staffMembers?: Maybe<StaffMemberConnection>;
  /** A pupil by id; null when there is none that you may know of. */
  student?: Maybe<Student>;
  /** Pupils by family name. */
  students?: Maybe<StudentConnection>;
  /** Who you are here. */
  viewer?: Maybe<ViewerInfo>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryAuditEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AuditFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryConsentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryDisclosureArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DisclosureFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryErasureArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryGuardianArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPupilFiguresArgs = {
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  schoolYear: Scalars['Int']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryRestrictedAccessArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryRestrictedAccessesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RestrictedAccessFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QuerySchoolLocationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QuerySchoolLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SchoolLocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryStaffMemberArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryStaffMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StaffMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryStudentArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryStudentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StudentFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The dates of a development plan. */
export type RecordDevelopmentPlanInput = {
  /** Day on which it was established. */
  establishedOn: Scalars['Date']['input'];
  /** Id of the pupil. */
  id: Scalars['ID']['input'];
  /** Day of the last review. */
  lastReviewedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Day before which it has to be reviewed again; a year after the last review unless given. */
  nextReviewDue?: InputMaybe<Scalars['Date']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** Answer to `recordDevelopmentPlan`. */
export type RecordDevelopmentPlanPayload = {
  __typename?: 'RecordDevelopmentPlanPayload';
  /** The pupil as it stands now. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A legal representation to record. */
export type RecordLegalRepresentationInput = {
  /** Last day, or none while it isn't known. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Id of the guardian. */
  id: Scalars['ID']['input'];
  /** Which one. */
  kind: LegalRepresentationKind;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** First day; not before the pupil's 18th birthday. */
  startsOn: Scalars['Date']['input'];
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `recordLegalRepresentation`. */
export type RecordLegalRepresentationPayload = {
  __typename?: 'RecordLegalRepresentationPayload';
  /** The guardian as it stands now. */
  guardian?: Maybe<Guardian>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A pupil who leaves. */
export type RecordOutflowInput = {
  /** Where the pupil goes; null where nobody knows. */
  destination?: InputMaybe<HandoverTarget>;
  /** Id of the pupil. */
  id: Scalars['ID']['input'];
  /** The day on which the pupil leaves or left; at most a year ahead. */
  leftOn: Scalars['Date']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** Answer to `recordOutflow`. */
export type RecordOutflowPayload = {
  __typename?: 'RecordOutflowPayload';
  /** The pupil as it stands now. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** The short stay of a pupil. */
export type RecordShortStayInput = {
  /** Id of the pupil. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The stay; null where it's none any more. */
  shortStay?: InputMaybe<ShortStayInput>;
};

/** Answer to `recordShortStay`. */
export type RecordShortStayPayload = {
  __typename?: 'RecordShortStayPayload';
  /** The pupil as it stands now. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A pupil to register. */
export type RegisterStudentInput = {
  /** Day of birth. */
  birthDate: Scalars['Date']['input'];
  /** School address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** First day at this location. */
  enrolledOn: Scalars['Date']['input'];
  /** Family name without its prefix. */
  familyName: Scalars['FreeText']['input'];
  /** Prefix of the family name. */
  familyNamePrefix?: InputMaybe<Scalars['FreeText']['input']>;
  /** First name. */
  givenName: Scalars['FreeText']['input'];
  /** Class or group. */
  group?: InputMaybe<Scalars['FreeText']['input']>;
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Language of messages; Dutch unless given. */
  language?: InputMaybe<Language>;
  /** What the pupil is prepared for; UNKNOWN unless given. */
  outflowProfile?: InputMaybe<OutflowProfile>;
  /** Id of the location. */
  schoolLocationId: Scalars['ID']['input'];
  /** The school's own number of the pupil. */
  schoolPupilNumber: Scalars['String']['input'];
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the staff member who guides the pupil. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to `registerStudent`. */
export type RegisterStudentPayload = {
  __typename?: 'RegisterStudentPayload';
  /** The pupil. */
  student?: Maybe<Student>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** Why something stays after an erasure. */
export const RemainderReason = {
  /** Who did what, and what left the foundation, has to be accounted for (GDPR articles 5 and 30). */
  Accountability: 'ACCOUNTABILITY',
  /** An erasure has to be repeated after a restore. */
  Ledger: 'LEDGER'
} as const;

export type RemainderReason = typeof RemainderReason[keyof typeof RemainderReason];
/** Whose guardian somebody isn't any more. */
export type RemoveGuardianInput = {
  /** Id of the guardian. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Id of the pupil. */
  studentId: Scalars['ID']['input'];
};

/** Answer to `removeGuardian`. */
export type RemoveGuardianPayload = {
  __typename?: 'RemoveGuardianPayload';
  /** The guardian as it stands now. */
  guardian?: Maybe<Guardian>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/**
 * Somebody of the Servicepunt wrote down why he has to see what is restricted about one pupil. From that moment the restricted fields of this pupil
 * are open to him, and to nobody else, for eight hours.
 */
export type RestrictedAccess = {
  __typename?: 'RestrictedAccess';
  /** When they close by themselves. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Since when they are open. */
  openedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who opened them, and is the only one who sees them by it. */
  openedBy?: Maybe<StaffMember>;
  /** Why, in the words of who opened them. */
  reason?: Maybe<Scalars['FreeText']['output']>;
  /** Whether they are open now. */
  standing?: Maybe<Scalars['Boolean']['output']>;
  /** The pupil whose restricted fields were opened. */
  student?: Maybe<Student>;
};

/** A page of opened accesses. */
export type RestrictedAccessConnection = {
  __typename?: 'RestrictedAccessConnection';
  /** The rows with their cursors. */
  edges: Array<RestrictedAccessEdge>;
  /** The rows. */
  nodes: Array<RestrictedAccess>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An opened access in a page. */
export type RestrictedAccessEdge = {
  __typename?: 'RestrictedAccessEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The access. */
  node: RestrictedAccess;
};

/** Which accesses to list; what isn't given doesn't narrow. */
export type RestrictedAccessFilter = {
  /** Opened by this staff member (id). */
  openedBy?: InputMaybe<Scalars['ID']['input']>;
  /** Open now, or closed. */
  standing?: InputMaybe<Scalars['Boolean']['input']>;
  /** To this pupil (id). */
  student?: InputMaybe<Scalars['ID']['input']>;
};

/** What a person or system comes for. */
export const Role = {
  /** Runs the internships of a school location. */
  Coordinator: 'COORDINATOR',
  /** Directs a school location; without a location, the board of all. */
  Director: 'DIRECTOR',
  /** A contact person of a company or group. */
  EmployerContact: 'EMPLOYER_CONTACT',
  /** The HR system of a company. */
  EmployerSystem: 'EMPLOYER_SYSTEM',
  /** A parent or guardian of a pupil. */
  Guardian: 'GUARDIAN',
  /** Keeps the system running. */
  Operator: 'OPERATOR',
  /** Watches over privacy. */
  PrivacyOfficer: 'PRIVACY_OFFICER',
  /** The party that takes over a pupil's guidance. */
  ReceivingParty: 'RECEIVING_PARTY',
  /** Guides pupils during their internships. */
  SchoolSupervisor: 'SCHOOL_SUPERVISOR',
  /** Works for the Servicepunt of all schools. */
  ServicePoint: 'SERVICE_POINT',
  /** A pupil. */
  Student: 'STUDENT'
} as const;

export type Role = typeof Role[keyof typeof Role];
/** A school: what one BRIN number names. */
export type School = {
  __typename?: 'School';
  /** Number of the school in the national register: two digits and two letters. */
  brin: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Its locations. */
  locations?: Maybe<Array<SchoolLocation>>;
  /** Name of the school. */
  name: Scalars['String']['output'];
};

/** A location (vestiging) of a school. */
export type SchoolLocation = {
  __typename?: 'SchoolLocation';
  /** Decides which school holidays count. */
  holidayRegion: HolidayRegion;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** BRIN of the school and two digits. */
  locationCode: Scalars['String']['output'];
  /** Municipality in which it stands. */
  municipality: Scalars['String']['output'];
  /** Name of the location. */
  name: Scalars['String']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** The school it belongs to. */
  school?: Maybe<School>;
};

/** A page of school locations. */
export type SchoolLocationConnection = {
  __typename?: 'SchoolLocationConnection';
  /** The rows with their cursors. */
  edges: Array<SchoolLocationEdge>;
  /** The rows. */
  nodes: Array<SchoolLocation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A school location in a page. */
export type SchoolLocationEdge = {
  __typename?: 'SchoolLocationEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The location. */
  node: SchoolLocation;
};

/** Which school locations to list; what isn't given doesn't narrow. */
export type SchoolLocationFilter = {
  /** The location with this code. */
  locationCode?: InputMaybe<Scalars['String']['input']>;
};

/** One school location. */
export type SchoolLocationImportRow = {
  /** BRIN of the school. */
  brin: Scalars['String']['input'];
  /** NOORD, MIDDEN or ZUID. */
  holidayRegion: Scalars['String']['input'];
  /** BRIN and two digits; the key of the row. */
  locationCode: Scalars['String']['input'];
  /** Municipality in which it stands. */
  municipality: Scalars['String']['input'];
  /** Name of the location. */
  name: Scalars['String']['input'];
  /** Name of the school. */
  schoolName: Scalars['String']['input'];
};

/** A stay for a short time. */
export type ShortStay = {
  __typename?: 'ShortStay';
  /** Day on which it's expected to end. */
  expectedEndOn?: Maybe<Scalars['Date']['output']>;
  /** Why it's short. */
  setting: ShortStaySetting;
  /** First day. */
  startsOn: Scalars['Date']['output'];
};

/** A stay for a short time. */
export type ShortStayInput = {
  /** Day on which it's expected to end. */
  expectedEndOn?: InputMaybe<Scalars['Date']['input']>;
  /** Why it's short. */
  setting: ShortStaySetting;
  /** First day. */
  startsOn: Scalars['Date']['input'];
};

/** Why a pupil is at the school for a short time only. */
export const ShortStaySetting = {
  /** A hospital or clinic. */
  HealthCare: 'HEALTH_CARE',
  /** A closed institution, by decision of a judge. */
  Justice: 'JUSTICE',
  /** Youth care. */
  YouthCare: 'YOUTH_CARE'
} as const;

export type ShortStaySetting = typeof ShortStaySetting[keyof typeof ShortStaySetting];
/** A role that was given to a staff member. */
export type StaffGrant = {
  __typename?: 'StaffGrant';
  /** When it was given. */
  grantedAt: Scalars['DateTime']['output'];
  /** Who gave it; null for what came with the system's start or isn't yours to know. */
  grantedBy?: Maybe<StaffMember>;
  /** The role. */
  role: Role;
  /** The location it reaches, or null for a role that reaches all. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** When it was withdrawn, or null while it's in force. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who withdrew it. */
  withdrawnBy?: Maybe<StaffMember>;
};

/** One role of one staff member. */
export type StaffImportRow = {
  /** Work address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Family name, prefix included. */
  familyName: Scalars['String']['input'];
  /** First name. */
  givenName: Scalars['String']['input'];
  /** nl or en; empty keeps what is known. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Code of the location; empty for SERVICE_POINT, PRIVACY_OFFICER and OPERATOR, and for the director of the board. */
  locationCode?: InputMaybe<Scalars['String']['input']>;
  /** Work telephone. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** The role, by its name in `Role`. */
  role: Scalars['String']['input'];
  /** Number in the personnel administration; the key of the person. */
  staffNumber: Scalars['String']['input'];
  /** The person at the identity provider; empty keeps what is known. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** Somebody who works for a school or for the Servicepunt. */
export type StaffMember = {
  __typename?: 'StaffMember';
  /** Whether the person works here now. */
  active?: Maybe<Scalars['Boolean']['output']>;
  /** Work address. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Family name, prefix included. */
  familyName?: Maybe<Scalars['String']['output']>;
  /** First name. */
  givenName?: Maybe<Scalars['String']['output']>;
  /** All roles ever given, oldest first. */
  grantHistory?: Maybe<Array<StaffGrant>>;
  /** Roles in force. */
  grants?: Maybe<Array<StaffGrant>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Language of messages to this person. */
  language?: Maybe<Language>;
  /** Work telephone. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Number in the personnel administration. */
  staffNumber?: Maybe<Scalars['String']['output']>;
  /** The person at the identity provider. */
  subject?: Maybe<Scalars['String']['output']>;
};

/** A page of staff members. */
export type StaffMemberConnection = {
  __typename?: 'StaffMemberConnection';
  /** The rows with their cursors. */
  edges: Array<StaffMemberEdge>;
  /** The rows. */
  nodes: Array<StaffMember>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A staff member in a page. */
export type StaffMemberEdge = {
  __typename?: 'StaffMemberEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The staff member. */
  node: StaffMember;
};

/** Which staff to list; what isn't given doesn't narrow. */
export type StaffMemberFilter = {
  /** People who work here now, or those who don't. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Active people with this role in force. */
  role?: InputMaybe<Role>;
  /** Active people with a role in force at this location (id). */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  /** Beginning of the family name. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** The person with this number. */
  staffNumber?: InputMaybe<Scalars['String']['input']>;
};

/** A pupil, as the school and the pupil's own circle see the record. Companies see a `Trainee` instead. */
export type Student = {
  __typename?: 'Student';
  /** Whether the pupil is at the school today. */
  active?: Maybe<Scalars['Boolean']['output']>;
  /** Age today, in years. */
  age?: Maybe<Scalars['Int']['output']>;
  /** Day of birth. */
  birthDate?: Maybe<Scalars['Date']['output']>;
  /** Who decides on consents today. */
  consentGiver?: Maybe<ConsentGiver>;
  /** Consents about the pupil, newest first. */
  consents?: Maybe<ConsentConnection>;
  /** The development plan (OPP): its dates; restricted. */
  developmentPlan?: Maybe<DevelopmentPlanRef>;
  /** What left the foundation about the pupil, newest first. */
  disclosures?: Maybe<DisclosureConnection>;
  /** School address. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** First day at this location. */
  enrolledOn?: Maybe<Scalars['Date']['output']>;
  /** Family name without its prefix. */
  familyName?: Maybe<Scalars['String']['output']>;
  /** Prefix of the family name (`van der`). */
  familyNamePrefix?: Maybe<Scalars['String']['output']>;
  /** First name. */
  givenName?: Maybe<Scalars['String']['output']>;
  /** Class or group. */
  group?: Maybe<Scalars['String']['output']>;
  /** The pupil's guardians. */
  guardians?: Maybe<Array<StudentGuardian>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Language of messages to the pupil. */
  language?: Maybe<Language>;
  /** Whether the pupil is under 18 today. */
  minor?: Maybe<Scalars['Boolean']['output']>;
  /** Where the pupil goes, and when. */
  outflow?: Maybe<Outflow>;
  /** What the pupil is prepared for. */
  outflowProfile?: Maybe<OutflowProfile>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** The location whose pupil this is. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** The school's own number of the pupil, unique per location. */
  schoolPupilNumber?: Maybe<Scalars['String']['output']>;
  /** A stay for a short time; restricted. */
  shortStay?: Maybe<ShortStay>;
  /** The person at the identity provider. */
  subject?: Maybe<Scalars['String']['output']>;
  /** Who guides the pupil's internships. */
  supervisor?: Maybe<StaffMember>;
};


/** A pupil, as the school and the pupil's own circle see the record. Companies see a `Trainee` instead. */
export type StudentConsentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A pupil, as the school and the pupil's own circle see the record. Companies see a `Trainee` instead. */
export type StudentDisclosuresArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of pupils. */
export type StudentConnection = {
  __typename?: 'StudentConnection';
  /** The rows with their cursors. */
  edges: Array<StudentEdge>;
  /** The rows. */
  nodes: Array<Student>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A pupil in a page. */
export type StudentEdge = {
  __typename?: 'StudentEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The pupil. */
  node: Student;
};

/** Which pupils to list; what isn't given doesn't narrow. */
export type StudentFilter = {
  /** Pupils who are at the school today, or who left. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Pupils of this class or group. */
  group?: InputMaybe<Scalars['String']['input']>;
  /** Pupils with this profile. */
  outflowProfile?: InputMaybe<OutflowProfile>;
  /** Pupils of this location (id). */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  /** The pupil with this number of the school. */
  schoolPupilNumber?: InputMaybe<Scalars['String']['input']>;
  /** Pupils with these numbers, at most 500. */
  schoolPupilNumbers?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Beginning of the family name, without its prefix. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Pupils whom this staff member (id) guides. */
  supervisor?: InputMaybe<Scalars['ID']['input']>;
};

/** A guardian of a pupil. */
export type StudentGuardian = {
  __typename?: 'StudentGuardian';
  /** The guardian. */
  guardian?: Maybe<Guardian>;
  /** Why the guardian decides for the adult pupil; null where he doesn't. */
  legalRepresentation?: Maybe<LegalRepresentation>;
  /** What the guardian is to the pupil. */
  relation?: Maybe<Scalars['String']['output']>;
  /** Whether the guardian may look at the pupil's record today: until the 18th birthday, then only under a legal representation. */
  viewOpen?: Maybe<Scalars['Boolean']['output']>;
};

/** One pupil. An optional cell that is empty keeps what is known, except the prefix, which belongs to the name. */
export type StudentImportRow = {
  /** Day of birth. */
  birthDate: Scalars['String']['input'];
  /** School address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** First day at this location. */
  enrolledOn: Scalars['String']['input'];
  /** Family name without its prefix. */
  familyName: Scalars['String']['input'];
  /** Prefix of the family name. */
  familyNamePrefix?: InputMaybe<Scalars['String']['input']>;
  /** First name. */
  givenName: Scalars['String']['input'];
  /** Class or group. */
  group?: InputMaybe<Scalars['String']['input']>;
  /** At most two. Null keeps the guardians that are known; an empty list says that there are none. */
  guardians?: InputMaybe<Array<GuardianImportRow>>;
  /** nl or en. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** The day on which the pupil left. */
  leftOn?: InputMaybe<Scalars['String']['input']>;
  /** By its name in `OutflowProfile`; UNKNOWN keeps what is known. */
  outflowProfile?: InputMaybe<Scalars['String']['input']>;
  /** The school's own number of the pupil; the key of the row. */
  schoolPupilNumber: Scalars['String']['input'];
  /** The person at the identity provider. */
  subject?: InputMaybe<Scalars['String']['input']>;
  /** Number of the staff member who guides the pupil. */
  supervisorStaffNumber?: InputMaybe<Scalars['String']['input']>;
};

/** Everything that the four services hold about one pupil, for the pupil or who speaks for the pupil (GDPR articles 15 and 20). */
export type StudentRecordExport = {
  __typename?: 'StudentRecordExport';
  /** When it was made. */
  at: Scalars['DateTime']['output'];
  /** The record as a JSON document, in the form of docs/record-export.md. */
  document: Scalars['String']['output'];
  /** Opaque id of the export; the audit trail has it too. */
  id: Scalars['ID']['output'];
};

/** Why a mutation of the students service was refused. */
export const StudentsErrorCode = {
  /** Somebody else signs in with this account, in another role: of a company, or as a pupil, guardian or colleague. */
  AccountTaken: 'ACCOUNT_TAKEN',
  /** Until 16 a guardian decides on consents. */
  ConsentIsTheGuardians: 'CONSENT_IS_THE_GUARDIANS',
  /** From 16 the pupil decides on consents. */
  ConsentIsTheStudents: 'CONSENT_IS_THE_STUDENTS',
  /** Staff records consents from paper and gives none. */
  ConsentNeedsPaper: 'CONSENT_NEEDS_PAPER',
  /** The consent isn't due for review. */
  ConsentNotInReview: 'CONSENT_NOT_IN_REVIEW',
  /** You may not do this. */
  Forbidden: 'FORBIDDEN',
  /** The staff member holds this role already. */
  GrantAlreadyHeld: 'GRANT_ALREADY_HELD',
  /** The staff member doesn't hold this role. */
  GrantNotHeld: 'GRANT_NOT_HELD',
  /** The idempotency key was used for another input. */
  IdempotencyKeyReused: 'IDEMPOTENCY_KEY_REUSED',
  /** The value breaks a rule; the message says which. */
  InvalidInput: 'INVALID_INPUT',
  /** Nobody else holds this role. */
  LastHolder: 'LAST_HOLDER',
  /** The text holds a number that may be a citizen service number. */
  NationalNumber: 'NATIONAL_NUMBER',
  /** The staff member guides nobody at this location. */
  NotASupervisorHere: 'NOT_A_SUPERVISOR_HERE',
  /** The thing doesn't exist, or you may not know of it. */
  NotFound: 'NOT_FOUND',
  /** The person isn't a guardian of this pupil. */
  NotTheirGuardian: 'NOT_THEIR_GUARDIAN',
  /** Somebody else has to do this to you. */
  NotYourself: 'NOT_YOURSELF',
  /** No legal representation is recorded. */
  NoRepresentation: 'NO_REPRESENTATION',
  /** The location has a pupil with this number. */
  PupilNumberTaken: 'PUPIL_NUMBER_TAKEN',
  /** Somebody else changed it meanwhile; the payload shows the current state. */
  RevisionConflict: 'REVISION_CONFLICT',
  /** Another service doesn't answer now; nothing was stored. */
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
  /** The account belongs to another pupil of the location. */
  SubjectTaken: 'SUBJECT_TAKEN',
  /** The text is longer than allowed. */
  TextTooLong: 'TEXT_TOO_LONG'
} as const;

export type StudentsErrorCode = typeof StudentsErrorCode[keyof typeof StudentsErrorCode];
/** A row of an import that was left out. */
export type StudentsImportRefusal = {
  __typename?: 'StudentsImportRefusal';
  /** What is wrong, for programs. */
  code: StudentsErrorCode;
  /** The column that is wrong. */
  column: Scalars['String']['output'];
  /** What is wrong, in the caller's language; never the value. */
  message: Scalars['String']['output'];
  /** Its place in `rows`, from 0. */
  row: Scalars['Int']['output'];
};

/** One reason why a mutation was refused. */
export type StudentsUserError = {
  __typename?: 'StudentsUserError';
  /** What is wrong, for programs. */
  code: StudentsErrorCode;
  /** Path of the input field (`rows.3.birthDate`), or null where it's about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do, in the caller's language. */
  message: Scalars['String']['output'];
};

/** A pupil as a company sees him, for one internship; placements owns it and decides what may be shown. */
export type Trainee = {
  __typename?: 'Trainee';
  /** Whether an agreement is in force. */
  agreementInForce?: Maybe<Scalars['Boolean']['output']>;
  /** Ground of the disclosure that stands; null where none does. */
  disclosureBasis?: Maybe<LegalBasis>;
  /** Whom to call when something happens, once a disclosure stands. */
  emergencyContact?: Maybe<EmergencyContact>;
  /** Family name, once a disclosure stands and an agreement is in force. */
  familyName?: Maybe<Scalars['String']['output']>;
  /** First name, once a disclosure stands. */
  firstName?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Key of the pupil. */
  studentKey?: Maybe<Scalars['ID']['output']>;
};

/** A role that the caller has, and how far it reaches. */
export type ViewerGrant = {
  __typename?: 'ViewerGrant';
  /** What an API key was given. */
  apiScopes?: Maybe<Array<Scalars['String']['output']>>;
  /** The company, where it reaches one. */
  employer?: Maybe<Employer>;
  /** What kind of reach. */
  reach: GrantReach;
  /** The role. */
  role: Role;
  /** The location, where it reaches one. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** The pupil, where it reaches one. */
  student?: Maybe<Student>;
  /** Id of the task of a link. */
  taskId?: Maybe<Scalars['ID']['output']>;
};

/** Who is calling, and on which grounds. */
export type ViewerInfo = {
  __typename?: 'ViewerInfo';
  /** On which grounds: each role with its reach. */
  grants: Array<ViewerGrant>;
  /** The caller's record as a guardian, for whom it's the only one. */
  guardian?: Maybe<Guardian>;
  /** Id of the record that the caller acts as. */
  id: Scalars['ID']['output'];
  /** What kind of caller. */
  kind: ViewerKind;
  /** Language of answers to the caller. */
  language: Language;
  /** The caller's record as staff. */
  staffMember?: Maybe<StaffMember>;
};

/** What kind of caller somebody is. */
export const ViewerKind = {
  /** Somebody with a link to one task. */
  Link: 'LINK',
  /** A person who signed in. */
  Person: 'PERSON',
  /** A system with an API key. */
  System: 'SYSTEM'
} as const;

export type ViewerKind = typeof ViewerKind[keyof typeof ViewerKind];
/** A consent to withdraw. */
export type WithdrawConsentInput = {
  /** Id of the guardian who signed the paper; needed on paper while the pupil is under 16. */
  guardianId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the consent. */
  id: Scalars['ID']['input'];
  /** Whether staff records what was written on paper. */
  onPaper?: InputMaybe<Scalars['Boolean']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** Answer to `withdrawConsent`. */
export type WithdrawConsentPayload = {
  __typename?: 'WithdrawConsentPayload';
  /** The consent as it stands now. */
  consent?: Maybe<Consent>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};

/** A role to take away. */
export type WithdrawGrantInput = {
  /** Id of the staff member. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The role. */
  role: Role;
  /** Id of the location; none for a role that reaches all. */
  schoolLocationId?: InputMaybe<Scalars['ID']['input']>;
};

/** Answer to `withdrawGrant`. */
export type WithdrawGrantPayload = {
  __typename?: 'WithdrawGrantPayload';
  /** The staff member as it stands now. */
  staffMember?: Maybe<StaffMember>;
  /** Why nothing was done. */
  userErrors: Array<StudentsUserError>;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  AuditEvent: AuditEvent;
  Consent: Consent;
  Disclosure: Disclosure;
  Erasure: Erasure;
  Guardian: Guardian;
  RestrictedAccess: RestrictedAccess;
  School: School;
  SchoolLocation: SchoolLocation;
  StaffMember: StaffMember;
  Student: Student;
  Trainee: Trainee;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AuditEvent:
    ( { __typename: 'AuditEvent' }
    & GraphQLRecursivePick<FederationTypes['AuditEvent'], {"id":true}> );
  Consent:
    ( { __typename: 'Consent' }
    & GraphQLRecursivePick<FederationTypes['Consent'], {"id":true}> );
  Disclosure:
    ( { __typename: 'Disclosure' }
    & GraphQLRecursivePick<FederationTypes['Disclosure'], {"id":true}> );
  Erasure:
    ( { __typename: 'Erasure' }
    & GraphQLRecursivePick<FederationTypes['Erasure'], {"id":true}> );
  Guardian:
    ( { __typename: 'Guardian' }
    & GraphQLRecursivePick<FederationTypes['Guardian'], {"id":true}> );
  RestrictedAccess:
    ( { __typename: 'RestrictedAccess' }
    & GraphQLRecursivePick<FederationTypes['RestrictedAccess'], {"id":true}> );
  School:
    ( { __typename: 'School' }
    & GraphQLRecursivePick<FederationTypes['School'], {"id":true}> );
  SchoolLocation:
    ( { __typename: 'SchoolLocation' }
    & GraphQLRecursivePick<FederationTypes['SchoolLocation'], {"id":true}> );
  StaffMember:
    ( { __typename: 'StaffMember' }
    & GraphQLRecursivePick<FederationTypes['StaffMember'], {"id":true}> );
  Student:
    ( { __typename: 'Student' }
    & GraphQLRecursivePick<FederationTypes['Student'], {"id":true}> );
  Trainee:
    ( { __typename: 'Trainee' }
    & GraphQLRecursivePick<FederationTypes['Trainee'], {"id":true}>
    & ( Record<PropertyKey, never>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true,"agreementInForce":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true,"agreementInForce":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true,"agreementInForce":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true,"agreementInForce":true}>
        | GraphQLRecursivePick<FederationTypes['Trainee'], {"studentKey":true,"disclosureBasis":true}> ) );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddGuardianInput: AddGuardianInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  AddGuardianPayload: ResolverTypeWrapper<PayloadBody>;
  AuditAction: AuditAction;
  AuditEvent: ResolverTypeWrapper<AuditEntry>;
  AuditEventConnection: ResolverTypeWrapper<AnyConnection>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AuditEventEdge: ResolverTypeWrapper<Omit<AuditEventEdge, 'node'> & { node: ResolversTypes['AuditEvent'] }>;
  AuditFilter: AuditFilter;
  AuditedService: AuditedService;
  ChangeGuardianInput: ChangeGuardianInput;
  ChangeGuardianPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeStudentInput: ChangeStudentInput;
  ChangeStudentPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeSupervisorInput: ChangeSupervisorInput;
  ChangeSupervisorPayload: ResolverTypeWrapper<PayloadBody>;
  ConfirmConsentInput: ConfirmConsentInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConfirmConsentPayload: ResolverTypeWrapper<PayloadBody>;
  Consent: ResolverTypeWrapper<ConsentRow>;
  ConsentAct: ConsentAct;
  ConsentConnection: ResolverTypeWrapper<AnyConnection>;
  ConsentEdge: ResolverTypeWrapper<Omit<ConsentEdge, 'node'> & { node: ResolversTypes['Consent'] }>;
  ConsentGiver: ConsentGiver;
  ConsentParty: ResolverTypeWrapper<ConsentPartyRow>;
  ConsentPurpose: ConsentPurpose;
  ConsentState: ConsentState;
  ConsentStatement: ResolverTypeWrapper<ConsentStatementRow>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeactivateStaffMemberInput: DeactivateStaffMemberInput;
  DeactivateStaffMemberPayload: ResolverTypeWrapper<PayloadBody>;
  DevelopmentPlanRef: ResolverTypeWrapper<DevelopmentPlanRef>;
  Disclosure: ResolverTypeWrapper<DisclosureRow>;
  DisclosureConnection: ResolverTypeWrapper<AnyConnection>;
  DisclosureEdge: ResolverTypeWrapper<Omit<DisclosureEdge, 'node'> & { node: ResolversTypes['Disclosure'] }>;
  DisclosureFilter: DisclosureFilter;
  DisclosureRecipient: ResolverTypeWrapper<DisclosureRecipientRow>;
  DisclosureRecipientKind: DisclosureRecipientKind;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EmergencyContact: ResolverTypeWrapper<EmergencyContact>;
  Employer: ResolverTypeWrapper<Employer>;
  EndLegalRepresentationInput: EndLegalRepresentationInput;
  EndLegalRepresentationPayload: ResolverTypeWrapper<PayloadBody>;
  EraseStudentInput: EraseStudentInput;
  EraseStudentPayload: ResolverTypeWrapper<PayloadBody>;
  ErasedCollection: ResolverTypeWrapper<ErasedCollection>;
  Erasure: ResolverTypeWrapper<ErasureRow>;
  ErasureReason: ErasureReason;
  ErasureRemainder: ResolverTypeWrapper<ErasureRemainder>;
  ErasureReport: ResolverTypeWrapper<ErasureReport>;
  ExportStudentRecordInput: ExportStudentRecordInput;
  ExportStudentRecordPayload: ResolverTypeWrapper<PayloadBody>;
  FreeText: ResolverTypeWrapper<Scalars['FreeText']['output']>;
  GiveConsentInput: GiveConsentInput;
  GiveConsentPayload: ResolverTypeWrapper<PayloadBody>;
  GrantReach: GrantReach;
  GrantRoleInput: GrantRoleInput;
  GrantRolePayload: ResolverTypeWrapper<PayloadBody>;
  Guardian: ResolverTypeWrapper<GuardianRow>;
  GuardianChild: ResolverTypeWrapper<ChildLink>;
  GuardianImportRow: GuardianImportRow;
  HandoverTarget: HandoverTarget;
  HolidayRegion: HolidayRegion;
  ImportSchoolLocationsInput: ImportSchoolLocationsInput;
  ImportSchoolLocationsPayload: ResolverTypeWrapper<PayloadBody>;
  ImportStaffInput: ImportStaffInput;
  ImportStaffPayload: ResolverTypeWrapper<PayloadBody>;
  ImportStudentsInput: ImportStudentsInput;
  ImportStudentsPayload: ResolverTypeWrapper<PayloadBody>;
  Language: Language;
  LegalBasis: LegalBasis;
  LegalRepresentation: ResolverTypeWrapper<LegalRepresentation>;
  LegalRepresentationKind: LegalRepresentationKind;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OpenRestrictedAccessInput: OpenRestrictedAccessInput;
  OpenRestrictedAccessPayload: ResolverTypeWrapper<PayloadBody>;
  Outflow: ResolverTypeWrapper<Outflow>;
  OutflowProfile: OutflowProfile;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PartnerOrganisation: ResolverTypeWrapper<PartnerOrganisation>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  PupilFigure: ResolverTypeWrapper<PupilFigure>;
  PupilFigures: ResolverTypeWrapper<PupilTable>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordDevelopmentPlanInput: RecordDevelopmentPlanInput;
  RecordDevelopmentPlanPayload: ResolverTypeWrapper<PayloadBody>;
  RecordLegalRepresentationInput: RecordLegalRepresentationInput;
  RecordLegalRepresentationPayload: ResolverTypeWrapper<PayloadBody>;
  RecordOutflowInput: RecordOutflowInput;
  RecordOutflowPayload: ResolverTypeWrapper<PayloadBody>;
  RecordShortStayInput: RecordShortStayInput;
  RecordShortStayPayload: ResolverTypeWrapper<PayloadBody>;
  RegisterStudentInput: RegisterStudentInput;
  RegisterStudentPayload: ResolverTypeWrapper<PayloadBody>;
  RemainderReason: RemainderReason;
  RemoveGuardianInput: RemoveGuardianInput;
  RemoveGuardianPayload: ResolverTypeWrapper<PayloadBody>;
  RestrictedAccess: ResolverTypeWrapper<RestrictedAccessRow>;
  RestrictedAccessConnection: ResolverTypeWrapper<AnyConnection>;
  RestrictedAccessEdge: ResolverTypeWrapper<Omit<RestrictedAccessEdge, 'node'> & { node: ResolversTypes['RestrictedAccess'] }>;
  RestrictedAccessFilter: RestrictedAccessFilter;
  Role: Role;
  School: ResolverTypeWrapper<SchoolRow>;
  SchoolLocation: ResolverTypeWrapper<SchoolLocationRow>;
  SchoolLocationConnection: ResolverTypeWrapper<AnyConnection>;
  SchoolLocationEdge: ResolverTypeWrapper<Omit<SchoolLocationEdge, 'node'> & { node: ResolversTypes['SchoolLocation'] }>;
  SchoolLocationFilter: SchoolLocationFilter;
  SchoolLocationImportRow: SchoolLocationImportRow;
  ShortStay: ResolverTypeWrapper<ShortStay>;
  ShortStayInput: ShortStayInput;
  ShortStaySetting: ShortStaySetting;
  StaffGrant: ResolverTypeWrapper<GrantEntry>;
  StaffImportRow: StaffImportRow;
  StaffMember: ResolverTypeWrapper<StaffMemberRow>;
  StaffMemberConnection: ResolverTypeWrapper<AnyConnection>;
  StaffMemberEdge: ResolverTypeWrapper<Omit<StaffMemberEdge, 'node'> & { node: ResolversTypes['StaffMember'] }>;
  StaffMemberFilter: StaffMemberFilter;
  Student: ResolverTypeWrapper<StudentRow>;
  StudentConnection: ResolverTypeWrapper<AnyConnection>;
  StudentEdge: ResolverTypeWrapper<Omit<StudentEdge, 'node'> & { node: ResolversTypes['Student'] }>;
  StudentFilter: StudentFilter;
  StudentGuardian: ResolverTypeWrapper<GuardianBesideStudent>;
  StudentImportRow: StudentImportRow;
  StudentRecordExport: ResolverTypeWrapper<StudentRecordExport>;
  StudentsErrorCode: StudentsErrorCode;
  StudentsImportRefusal: ResolverTypeWrapper<StudentsImportRefusal>;
  StudentsUserError: ResolverTypeWrapper<StudentsUserError>;
  Trainee: ResolverTypeWrapper<TraineeRepresentation>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  ViewerGrant: ResolverTypeWrapper<Grant>;
  ViewerInfo: ResolverTypeWrapper<SignedIn>;
  ViewerKind: ViewerKind;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawConsentPayload: ResolverTypeWrapper<PayloadBody>;
  WithdrawGrantInput: WithdrawGrantInput;
  WithdrawGrantPayload: ResolverTypeWrapper<PayloadBody>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddGuardianInput: AddGuardianInput;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  AddGuardianPayload: PayloadBody;
  AuditEvent: AuditEntry;
  AuditEventConnection: AnyConnection;
  Int: Scalars['Int']['output'];
  AuditEventEdge: Omit<AuditEventEdge, 'node'> & { node: ResolversParentTypes['AuditEvent'] };
  AuditFilter: AuditFilter;
  ChangeGuardianInput: ChangeGuardianInput;
  ChangeGuardianPayload: PayloadBody;
  ChangeStudentInput: ChangeStudentInput;
  ChangeStudentPayload: PayloadBody;
  ChangeSupervisorInput: ChangeSupervisorInput;
  ChangeSupervisorPayload: PayloadBody;
  ConfirmConsentInput: ConfirmConsentInput;
  Boolean: Scalars['Boolean']['output'];
  ConfirmConsentPayload: PayloadBody;
  Consent: ConsentRow;
  ConsentConnection: AnyConnection;
  ConsentEdge: Omit<ConsentEdge, 'node'> & { node: ResolversParentTypes['Consent'] };
  ConsentParty: ConsentPartyRow;
  ConsentStatement: ConsentStatementRow;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeactivateStaffMemberInput: DeactivateStaffMemberInput;
  DeactivateStaffMemberPayload: PayloadBody;
  DevelopmentPlanRef: DevelopmentPlanRef;
  Disclosure: DisclosureRow;
  DisclosureConnection: AnyConnection;
  DisclosureEdge: Omit<DisclosureEdge, 'node'> & { node: ResolversParentTypes['Disclosure'] };
  DisclosureFilter: DisclosureFilter;
  DisclosureRecipient: DisclosureRecipientRow;
  EmailAddress: Scalars['EmailAddress']['output'];
  EmergencyContact: EmergencyContact;
  Employer: Employer;
  EndLegalRepresentationInput: EndLegalRepresentationInput;
  EndLegalRepresentationPayload: PayloadBody;
  EraseStudentInput: EraseStudentInput;
  EraseStudentPayload: PayloadBody;
  ErasedCollection: ErasedCollection;
  Erasure: ErasureRow;
  ErasureRemainder: ErasureRemainder;
  ErasureReport: ErasureReport;
  ExportStudentRecordInput: ExportStudentRecordInput;
  ExportStudentRecordPayload: PayloadBody;
  FreeText: Scalars['FreeText']['output'];
  GiveConsentInput: GiveConsentInput;
  GiveConsentPayload: PayloadBody;
  GrantRoleInput: GrantRoleInput;
  GrantRolePayload: PayloadBody;
  Guardian: GuardianRow;
  GuardianChild: ChildLink;
  GuardianImportRow: GuardianImportRow;
  ImportSchoolLocationsInput: ImportSchoolLocationsInput;
  ImportSchoolLocationsPayload: PayloadBody;
  ImportStaffInput: ImportStaffInput;
  ImportStaffPayload: PayloadBody;
  ImportStudentsInput: ImportStudentsInput;
  ImportStudentsPayload: PayloadBody;
  LegalRepresentation: LegalRepresentation;
  LocalTime: Scalars['LocalTime']['output'];
  Mutation: Record<PropertyKey, never>;
  OpenRestrictedAccessInput: OpenRestrictedAccessInput;
  OpenRestrictedAccessPayload: PayloadBody;
  Outflow: Outflow;
  PageInfo: PageInfo;
  PartnerOrganisation: PartnerOrganisation;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  PupilFigure: PupilFigure;
  PupilFigures: PupilTable;
  Query: Record<PropertyKey, never>;
  RecordDevelopmentPlanInput: RecordDevelopmentPlanInput;
  RecordDevelopmentPlanPayload: PayloadBody;
  RecordLegalRepresentationInput: RecordLegalRepresentationInput;
  RecordLegalRepresentationPayload: PayloadBody;
  RecordOutflowInput: RecordOutflowInput;
  RecordOutflowPayload: PayloadBody;
  RecordShortStayInput: RecordShortStayInput;
  RecordShortStayPayload: PayloadBody;
  RegisterStudentInput: RegisterStudentInput;
  RegisterStudentPayload: PayloadBody;
  RemoveGuardianInput: RemoveGuardianInput;
  RemoveGuardianPayload: PayloadBody;
  RestrictedAccess: RestrictedAccessRow;
  RestrictedAccessConnection: AnyConnection;
  RestrictedAccessEdge: Omit<RestrictedAccessEdge, 'node'> & { node: ResolversParentTypes['RestrictedAccess'] };
  RestrictedAccessFilter: RestrictedAccessFilter;
  School: SchoolRow;
  SchoolLocation: SchoolLocationRow;
  SchoolLocationConnection: AnyConnection;
  SchoolLocationEdge: Omit<SchoolLocationEdge, 'node'> & { node: ResolversParentTypes['SchoolLocation'] };
  SchoolLocationFilter: SchoolLocationFilter;
  SchoolLocationImportRow: SchoolLocationImportRow;
  ShortStay: ShortStay;
  ShortStayInput: ShortStayInput;
  StaffGrant: GrantEntry;
  StaffImportRow: StaffImportRow;
  StaffMember: StaffMemberRow;
  StaffMemberConnection: AnyConnection;
  StaffMemberEdge: Omit<StaffMemberEdge, 'node'> & { node: ResolversParentTypes['StaffMember'] };
  StaffMemberFilter: StaffMemberFilter;
  Student: StudentRow;
  StudentConnection: AnyConnection;
  StudentEdge: Omit<StudentEdge, 'node'> & { node: ResolversParentTypes['Student'] };
  StudentFilter: StudentFilter;
  StudentGuardian: GuardianBesideStudent;
  StudentImportRow: StudentImportRow;
  StudentRecordExport: StudentRecordExport;
  StudentsImportRefusal: StudentsImportRefusal;
  StudentsUserError: StudentsUserError;
  Trainee: TraineeRepresentation;
  URL: Scalars['URL']['output'];
  ViewerGrant: Grant;
  ViewerInfo: SignedIn;
  WithdrawConsentInput: WithdrawConsentInput;
  WithdrawConsentPayload: PayloadBody;
  WithdrawGrantInput: WithdrawGrantInput;
  WithdrawGrantPayload: PayloadBody;
};

export type AddGuardianPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AddGuardianPayload'] = ResolversParentTypes['AddGuardianPayload']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type AuditEventResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AuditEvent'] = ResolversParentTypes['AuditEvent'], FederationReferenceType extends FederationReferenceTypes['AuditEvent'] = FederationReferenceTypes['AuditEvent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AuditEvent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  action?: Resolver<Maybe<ResolversTypes['AuditAction']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  actorId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['AuditedService'], ParentType, ContextType>;
  subjectIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AuditEventConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AuditEventConnection'] = ResolversParentTypes['AuditEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AuditEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AuditEventEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AuditEventEdge'] = ResolversParentTypes['AuditEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AuditEvent'], ParentType, ContextType>;
};

export type ChangeGuardianPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeGuardianPayload'] = ResolversParentTypes['ChangeGuardianPayload']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ChangeStudentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeStudentPayload'] = ResolversParentTypes['ChangeStudentPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ChangeSupervisorPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeSupervisorPayload'] = ResolversParentTypes['ChangeSupervisorPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ConfirmConsentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConfirmConsentPayload'] = ResolversParentTypes['ConfirmConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ConsentResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Consent'] = ResolversParentTypes['Consent'], FederationReferenceType extends FederationReferenceTypes['Consent'] = FederationReferenceTypes['Consent']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Consent']> | FederationReferenceType, FederationReferenceType, ContextType>;
  givenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  givenBy?: Resolver<Maybe<ResolversTypes['ConsentParty']>, ParentType, ContextType>;
  history?: Resolver<Maybe<Array<ResolversTypes['ConsentStatement']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ConsentPurpose'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['ConsentState']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
};

export type ConsentConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConsentConnection'] = ResolversParentTypes['ConsentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ConsentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Consent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ConsentEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConsentEdge'] = ResolversParentTypes['ConsentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Consent'], ParentType, ContextType>;
};

export type ConsentPartyResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConsentParty'] = ResolversParentTypes['ConsentParty']> = {
  giver?: Resolver<ResolversTypes['ConsentGiver'], ParentType, ContextType>;
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
};

export type ConsentStatementResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConsentStatement'] = ResolversParentTypes['ConsentStatement']> = {
  act?: Resolver<ResolversTypes['ConsentAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['ConsentParty']>, ParentType, ContextType>;
  onPaper?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recordedBy?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeactivateStaffMemberPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeactivateStaffMemberPayload'] = ResolversParentTypes['DeactivateStaffMemberPayload']> = {
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type DevelopmentPlanRefResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DevelopmentPlanRef'] = ResolversParentTypes['DevelopmentPlanRef']> = {
  establishedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lastReviewedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  nextReviewDue?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type DisclosureResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Disclosure'] = ResolversParentTypes['Disclosure'], FederationReferenceType extends FederationReferenceTypes['Disclosure'] = FederationReferenceTypes['Disclosure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Disclosure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  legalBasis?: Resolver<ResolversTypes['LegalBasis'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recipient?: Resolver<ResolversTypes['DisclosureRecipient'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  subjectId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisclosureConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DisclosureConnection'] = ResolversParentTypes['DisclosureConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DisclosureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Disclosure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DisclosureEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DisclosureEdge'] = ResolversParentTypes['DisclosureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Disclosure'], ParentType, ContextType>;
};

export type DisclosureRecipientResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DisclosureRecipient'] = ResolversParentTypes['DisclosureRecipient']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['DisclosureRecipientKind'], ParentType, ContextType>;
  partnerOrganisation?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmergencyContactResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmergencyContact'] = ResolversParentTypes['EmergencyContact']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<ResolversTypes['PhoneNumber'], ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmployerResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EndLegalRepresentationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EndLegalRepresentationPayload'] = ResolversParentTypes['EndLegalRepresentationPayload']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type EraseStudentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EraseStudentPayload'] = ResolversParentTypes['EraseStudentPayload']> = {
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ErasedCollectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ErasedCollection'] = ResolversParentTypes['ErasedCollection']> = {
  collection?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ErasureResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Erasure'] = ResolversParentTypes['Erasure'], FederationReferenceType extends FederationReferenceTypes['Erasure'] = FederationReferenceTypes['Erasure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Erasure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ErasureReason'], ParentType, ContextType>;
  remainder?: Resolver<Array<ResolversTypes['ErasureRemainder']>, ParentType, ContextType>;
  reports?: Resolver<Array<ResolversTypes['ErasureReport']>, ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  studentId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ErasureRemainderResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ErasureRemainder'] = ResolversParentTypes['ErasureRemainder']> = {
  collection?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['RemainderReason'], ParentType, ContextType>;
};

export type ErasureReportResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ErasureReport'] = ResolversParentTypes['ErasureReport']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  compacted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  erased?: Resolver<Array<ResolversTypes['ErasedCollection']>, ParentType, ContextType>;
  service?: Resolver<ResolversTypes['AuditedService'], ParentType, ContextType>;
};

export type ExportStudentRecordPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ExportStudentRecordPayload'] = ResolversParentTypes['ExportStudentRecordPayload']> = {
  export?: Resolver<Maybe<ResolversTypes['StudentRecordExport']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export interface FreeTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FreeText'], any> {
  name: 'FreeText';
}

export type GiveConsentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['GiveConsentPayload'] = ResolversParentTypes['GiveConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type GrantRolePayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['GrantRolePayload'] = ResolversParentTypes['GrantRolePayload']> = {
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type GuardianResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Guardian'] = ResolversParentTypes['Guardian'], FederationReferenceType extends FederationReferenceTypes['Guardian'] = FederationReferenceTypes['Guardian']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Guardian']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Maybe<Array<ResolversTypes['GuardianChild']>>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type GuardianChildResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['GuardianChild'] = ResolversParentTypes['GuardianChild']> = {
  legalRepresentation?: Resolver<Maybe<ResolversTypes['LegalRepresentation']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
};

export type ImportSchoolLocationsPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportSchoolLocationsPayload'] = ResolversParentTypes['ImportSchoolLocationsPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['StudentsImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ImportStaffPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportStaffPayload'] = ResolversParentTypes['ImportStaffPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['StudentsImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type ImportStudentsPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportStudentsPayload'] = ResolversParentTypes['ImportStudentsPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['StudentsImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type LegalRepresentationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['LegalRepresentation'] = ResolversParentTypes['LegalRepresentation']> = {
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LegalRepresentationKind'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MutationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addGuardian?: Resolver<Maybe<ResolversTypes['AddGuardianPayload']>, ParentType, ContextType, RequireFields<MutationAddGuardianArgs, 'input'>>;
  changeGuardian?: Resolver<Maybe<ResolversTypes['ChangeGuardianPayload']>, ParentType, ContextType, RequireFields<MutationChangeGuardianArgs, 'input'>>;
  changeStudent?: Resolver<Maybe<ResolversTypes['ChangeStudentPayload']>, ParentType, ContextType, RequireFields<MutationChangeStudentArgs, 'input'>>;
  changeSupervisor?: Resolver<Maybe<ResolversTypes['ChangeSupervisorPayload']>, ParentType, ContextType, RequireFields<MutationChangeSupervisorArgs, 'input'>>;
  confirmConsent?: Resolver<Maybe<ResolversTypes['ConfirmConsentPayload']>, ParentType, ContextType, RequireFields<MutationConfirmConsentArgs, 'input'>>;
  deactivateStaffMember?: Resolver<Maybe<ResolversTypes['DeactivateStaffMemberPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateStaffMemberArgs, 'input'>>;
  endLegalRepresentation?: Resolver<Maybe<ResolversTypes['EndLegalRepresentationPayload']>, ParentType, ContextType, RequireFields<MutationEndLegalRepresentationArgs, 'input'>>;
  eraseStudent?: Resolver<Maybe<ResolversTypes['EraseStudentPayload']>, ParentType, ContextType, RequireFields<MutationEraseStudentArgs, 'input'>>;
  exportStudentRecord?: Resolver<Maybe<ResolversTypes['ExportStudentRecordPayload']>, ParentType, ContextType, RequireFields<MutationExportStudentRecordArgs, 'input'>>;
  giveConsent?: Resolver<Maybe<ResolversTypes['GiveConsentPayload']>, ParentType, ContextType, RequireFields<MutationGiveConsentArgs, 'input'>>;
  grantRole?: Resolver<Maybe<ResolversTypes['GrantRolePayload']>, ParentType, ContextType, RequireFields<MutationGrantRoleArgs, 'input'>>;
  importSchoolLocations?: Resolver<Maybe<ResolversTypes['ImportSchoolLocationsPayload']>, ParentType, ContextType, RequireFields<MutationImportSchoolLocationsArgs, 'input'>>;
  importStaff?: Resolver<Maybe<ResolversTypes['ImportStaffPayload']>, ParentType, ContextType, RequireFields<MutationImportStaffArgs, 'input'>>;
  importStudents?: Resolver<Maybe<ResolversTypes['ImportStudentsPayload']>, ParentType, ContextType, RequireFields<MutationImportStudentsArgs, 'input'>>;
  openRestrictedAccess?: Resolver<Maybe<ResolversTypes['OpenRestrictedAccessPayload']>, ParentType, ContextType, RequireFields<MutationOpenRestrictedAccessArgs, 'input'>>;
  recordDevelopmentPlan?: Resolver<Maybe<ResolversTypes['RecordDevelopmentPlanPayload']>, ParentType, ContextType, RequireFields<MutationRecordDevelopmentPlanArgs, 'input'>>;
  recordLegalRepresentation?: Resolver<Maybe<ResolversTypes['RecordLegalRepresentationPayload']>, ParentType, ContextType, RequireFields<MutationRecordLegalRepresentationArgs, 'input'>>;
  recordOutflow?: Resolver<Maybe<ResolversTypes['RecordOutflowPayload']>, ParentType, ContextType, RequireFields<MutationRecordOutflowArgs, 'input'>>;
  recordShortStay?: Resolver<Maybe<ResolversTypes['RecordShortStayPayload']>, ParentType, ContextType, RequireFields<MutationRecordShortStayArgs, 'input'>>;
  registerStudent?: Resolver<Maybe<ResolversTypes['RegisterStudentPayload']>, ParentType, ContextType, RequireFields<MutationRegisterStudentArgs, 'input'>>;
  removeGuardian?: Resolver<Maybe<ResolversTypes['RemoveGuardianPayload']>, ParentType, ContextType, RequireFields<MutationRemoveGuardianArgs, 'input'>>;
  withdrawConsent?: Resolver<Maybe<ResolversTypes['WithdrawConsentPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawConsentArgs, 'input'>>;
  withdrawGrant?: Resolver<Maybe<ResolversTypes['WithdrawGrantPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawGrantArgs, 'input'>>;
};

export type OpenRestrictedAccessPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['OpenRestrictedAccessPayload'] = ResolversParentTypes['OpenRestrictedAccessPayload']> = {
  restrictedAccess?: Resolver<Maybe<ResolversTypes['RestrictedAccess']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type OutflowResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Outflow'] = ResolversParentTypes['Outflow']> = {
  actual?: Resolver<Maybe<ResolversTypes['HandoverTarget']>, ParentType, ContextType>;
  expected?: Resolver<Maybe<ResolversTypes['HandoverTarget']>, ParentType, ContextType>;
  leftOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerOrganisationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PartnerOrganisation'] = ResolversParentTypes['PartnerOrganisation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PupilFigureResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PupilFigure'] = ResolversParentTypes['PupilFigure']> = {
  destination?: Resolver<Maybe<ResolversTypes['HandoverTarget']>, ParentType, ContextType>;
  outflowProfile?: Resolver<ResolversTypes['OutflowProfile'], ParentType, ContextType>;
  pupils?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PupilFiguresResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PupilFigures'] = ResolversParentTypes['PupilFigures']> = {
  cells?: Resolver<Array<ResolversTypes['PupilFigure']>, ParentType, ContextType>;
  pupils?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  schoolYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditEvents?: Resolver<Maybe<ResolversTypes['AuditEventConnection']>, ParentType, ContextType, Partial<QueryAuditEventsArgs>>;
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType, RequireFields<QueryConsentArgs, 'id'>>;
  disclosure?: Resolver<Maybe<ResolversTypes['Disclosure']>, ParentType, ContextType, RequireFields<QueryDisclosureArgs, 'id'>>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, Partial<QueryDisclosuresArgs>>;
  erasure?: Resolver<Maybe<ResolversTypes['Erasure']>, ParentType, ContextType, RequireFields<QueryErasureArgs, 'id'>>;
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType, RequireFields<QueryGuardianArgs, 'id'>>;
  pupilFigures?: Resolver<Maybe<Array<ResolversTypes['PupilFigures']>>, ParentType, ContextType, RequireFields<QueryPupilFiguresArgs, 'schoolYear'>>;
  restrictedAccess?: Resolver<Maybe<ResolversTypes['RestrictedAccess']>, ParentType, ContextType, RequireFields<QueryRestrictedAccessArgs, 'id'>>;
  restrictedAccesses?: Resolver<Maybe<ResolversTypes['RestrictedAccessConnection']>, ParentType, ContextType, Partial<QueryRestrictedAccessesArgs>>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType, RequireFields<QuerySchoolLocationArgs, 'id'>>;
  schoolLocations?: Resolver<Maybe<ResolversTypes['SchoolLocationConnection']>, ParentType, ContextType, Partial<QuerySchoolLocationsArgs>>;
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType, RequireFields<QueryStaffMemberArgs, 'id'>>;
  staffMembers?: Resolver<Maybe<ResolversTypes['StaffMemberConnection']>, ParentType, ContextType, Partial<QueryStaffMembersArgs>>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType, RequireFields<QueryStudentArgs, 'id'>>;
  students?: Resolver<Maybe<ResolversTypes['StudentConnection']>, ParentType, ContextType, Partial<QueryStudentsArgs>>;
  viewer?: Resolver<Maybe<ResolversTypes['ViewerInfo']>, ParentType, ContextType>;
};

export type RecordDevelopmentPlanPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordDevelopmentPlanPayload'] = ResolversParentTypes['RecordDevelopmentPlanPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RecordLegalRepresentationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordLegalRepresentationPayload'] = ResolversParentTypes['RecordLegalRepresentationPayload']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RecordOutflowPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordOutflowPayload'] = ResolversParentTypes['RecordOutflowPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RecordShortStayPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordShortStayPayload'] = ResolversParentTypes['RecordShortStayPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RegisterStudentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RegisterStudentPayload'] = ResolversParentTypes['RegisterStudentPayload']> = {
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RemoveGuardianPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RemoveGuardianPayload'] = ResolversParentTypes['RemoveGuardianPayload']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type RestrictedAccessResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RestrictedAccess'] = ResolversParentTypes['RestrictedAccess'], FederationReferenceType extends FederationReferenceTypes['RestrictedAccess'] = FederationReferenceTypes['RestrictedAccess']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['RestrictedAccess']> | FederationReferenceType, FederationReferenceType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  openedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedBy?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  standing?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
};

export type RestrictedAccessConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RestrictedAccessConnection'] = ResolversParentTypes['RestrictedAccessConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RestrictedAccessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['RestrictedAccess']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type RestrictedAccessEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RestrictedAccessEdge'] = ResolversParentTypes['RestrictedAccessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RestrictedAccess'], ParentType, ContextType>;
};

export type SchoolResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['School'] = ResolversParentTypes['School'], FederationReferenceType extends FederationReferenceTypes['School'] = FederationReferenceTypes['School']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['School']> | FederationReferenceType, FederationReferenceType, ContextType>;
  brin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locations?: Resolver<Maybe<Array<ResolversTypes['SchoolLocation']>>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SchoolLocationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SchoolLocation'] = ResolversParentTypes['SchoolLocation'], FederationReferenceType extends FederationReferenceTypes['SchoolLocation'] = FederationReferenceTypes['SchoolLocation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['SchoolLocation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  holidayRegion?: Resolver<ResolversTypes['HolidayRegion'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  locationCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  school?: Resolver<Maybe<ResolversTypes['School']>, ParentType, ContextType>;
};

export type SchoolLocationConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SchoolLocationConnection'] = ResolversParentTypes['SchoolLocationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SchoolLocationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SchoolLocationEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SchoolLocationEdge'] = ResolversParentTypes['SchoolLocationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SchoolLocation'], ParentType, ContextType>;
};

export type ShortStayResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ShortStay'] = ResolversParentTypes['ShortStay']> = {
  expectedEndOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  setting?: Resolver<ResolversTypes['ShortStaySetting'], ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type StaffGrantResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffGrant'] = ResolversParentTypes['StaffGrant']> = {
  grantedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grantedBy?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnBy?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember'], FederationReferenceType extends FederationReferenceTypes['StaffMember'] = FederationReferenceTypes['StaffMember']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['StaffMember']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grantHistory?: Resolver<Maybe<Array<ResolversTypes['StaffGrant']>>, ParentType, ContextType>;
  grants?: Resolver<Maybe<Array<ResolversTypes['StaffGrant']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  staffNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StaffMemberConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMemberConnection'] = ResolversParentTypes['StaffMemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StaffMemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StaffMemberEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMemberEdge'] = ResolversParentTypes['StaffMemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['StaffMember'], ParentType, ContextType>;
};

export type StudentResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Student'] = ResolversParentTypes['Student'], FederationReferenceType extends FederationReferenceTypes['Student'] = FederationReferenceTypes['Student']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Student']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  age?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  birthDate?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  consentGiver?: Resolver<Maybe<ResolversTypes['ConsentGiver']>, ParentType, ContextType>;
  consents?: Resolver<Maybe<ResolversTypes['ConsentConnection']>, ParentType, ContextType, Partial<StudentConsentsArgs>>;
  developmentPlan?: Resolver<Maybe<ResolversTypes['DevelopmentPlanRef']>, ParentType, ContextType>;
  disclosures?: Resolver<Maybe<ResolversTypes['DisclosureConnection']>, ParentType, ContextType, Partial<StudentDisclosuresArgs>>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  enrolledOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  familyNamePrefix?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  guardians?: Resolver<Maybe<Array<ResolversTypes['StudentGuardian']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  minor?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  outflow?: Resolver<Maybe<ResolversTypes['Outflow']>, ParentType, ContextType>;
  outflowProfile?: Resolver<Maybe<ResolversTypes['OutflowProfile']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  schoolPupilNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  shortStay?: Resolver<Maybe<ResolversTypes['ShortStay']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  supervisor?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
};

export type StudentConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentConnection'] = ResolversParentTypes['StudentConnection']> = {
  edges?: Resolver<Array<ResolversTypes['StudentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Student']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type StudentEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentEdge'] = ResolversParentTypes['StudentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Student'], ParentType, ContextType>;
};

export type StudentGuardianResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentGuardian'] = ResolversParentTypes['StudentGuardian']> = {
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  legalRepresentation?: Resolver<Maybe<ResolversTypes['LegalRepresentation']>, ParentType, ContextType>;
  relation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  viewOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type StudentRecordExportResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentRecordExport'] = ResolversParentTypes['StudentRecordExport']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StudentsImportRefusalResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentsImportRefusal'] = ResolversParentTypes['StudentsImportRefusal']> = {
  code?: Resolver<ResolversTypes['StudentsErrorCode'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StudentsUserErrorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StudentsUserError'] = ResolversParentTypes['StudentsUserError']> = {
  code?: Resolver<ResolversTypes['StudentsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TraineeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Trainee'] = ResolversParentTypes['Trainee'], FederationReferenceType extends FederationReferenceTypes['Trainee'] = FederationReferenceTypes['Trainee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Trainee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  emergencyContact?: Resolver<Maybe<ResolversTypes['EmergencyContact']>, ParentType, ContextType>;
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type ViewerGrantResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ViewerGrant'] = ResolversParentTypes['ViewerGrant']> = {
  apiScopes?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  reach?: Resolver<ResolversTypes['GrantReach'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  taskId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ViewerInfoResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ViewerInfo'] = ResolversParentTypes['ViewerInfo']> = {
  grants?: Resolver<Array<ResolversTypes['ViewerGrant']>, ParentType, ContextType>;
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
};

export type WithdrawConsentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WithdrawConsentPayload'] = ResolversParentTypes['WithdrawConsentPayload']> = {
  consent?: Resolver<Maybe<ResolversTypes['Consent']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type WithdrawGrantPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WithdrawGrantPayload'] = ResolversParentTypes['WithdrawGrantPayload']> = {
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ServiceContext> = {
  AddGuardianPayload?: AddGuardianPayloadResolvers<ContextType>;
  AuditEvent?: AuditEventResolvers<ContextType>;
  AuditEventConnection?: AuditEventConnectionResolvers<ContextType>;
  AuditEventEdge?: AuditEventEdgeResolvers<ContextType>;
  ChangeGuardianPayload?: ChangeGuardianPayloadResolvers<ContextType>;
  ChangeStudentPayload?: ChangeStudentPayloadResolvers<ContextType>;
  ChangeSupervisorPayload?: ChangeSupervisorPayloadResolvers<ContextType>;
  ConfirmConsentPayload?: ConfirmConsentPayloadResolvers<ContextType>;
  Consent?: ConsentResolvers<ContextType>;
  ConsentConnection?: ConsentConnectionResolvers<ContextType>;
  ConsentEdge?: ConsentEdgeResolvers<ContextType>;
  ConsentParty?: ConsentPartyResolvers<ContextType>;
  ConsentStatement?: ConsentStatementResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeactivateStaffMemberPayload?: DeactivateStaffMemberPayloadResolvers<ContextType>;
  DevelopmentPlanRef?: DevelopmentPlanRefResolvers<ContextType>;
  Disclosure?: DisclosureResolvers<ContextType>;
  DisclosureConnection?: DisclosureConnectionResolvers<ContextType>;
  DisclosureEdge?: DisclosureEdgeResolvers<ContextType>;
  DisclosureRecipient?: DisclosureRecipientResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  EmergencyContact?: EmergencyContactResolvers<ContextType>;
  Employer?: EmployerResolvers<ContextType>;
  EndLegalRepresentationPayload?: EndLegalRepresentationPayloadResolvers<ContextType>;
  EraseStudentPayload?: EraseStudentPayloadResolvers<ContextType>;
  ErasedCollection?: ErasedCollectionResolvers<ContextType>;
  Erasure?: ErasureResolvers<ContextType>;
  ErasureRemainder?: ErasureRemainderResolvers<ContextType>;
  ErasureReport?: ErasureReportResolvers<ContextType>;
  ExportStudentRecordPayload?: ExportStudentRecordPayloadResolvers<ContextType>;
  FreeText?: GraphQLScalarType;
  GiveConsentPayload?: GiveConsentPayloadResolvers<ContextType>;
  GrantRolePayload?: GrantRolePayloadResolvers<ContextType>;
  Guardian?: GuardianResolvers<ContextType>;
  GuardianChild?: GuardianChildResolvers<ContextType>;
  ImportSchoolLocationsPayload?: ImportSchoolLocationsPayloadResolvers<ContextType>;
  ImportStaffPayload?: ImportStaffPayloadResolvers<ContextType>;
  ImportStudentsPayload?: ImportStudentsPayloadResolvers<ContextType>;
  LegalRepresentation?: LegalRepresentationResolvers<ContextType>;
  LocalTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  OpenRestrictedAccessPayload?: OpenRestrictedAccessPayloadResolvers<ContextType>;
  Outflow?: OutflowResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartnerOrganisation?: PartnerOrganisationResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  PupilFigure?: PupilFigureResolvers<ContextType>;
  PupilFigures?: PupilFiguresResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordDevelopmentPlanPayload?: RecordDevelopmentPlanPayloadResolvers<ContextType>;
  RecordLegalRepresentationPayload?: RecordLegalRepresentationPayloadResolvers<ContextType>;
  RecordOutflowPayload?: RecordOutflowPayloadResolvers<ContextType>;
  RecordShortStayPayload?: RecordShortStayPayloadResolvers<ContextType>;
  RegisterStudentPayload?: RegisterStudentPayloadResolvers<ContextType>;
  RemoveGuardianPayload?: RemoveGuardianPayloadResolvers<ContextType>;
  RestrictedAccess?: RestrictedAccessResolvers<ContextType>;
  RestrictedAccessConnection?: RestrictedAccessConnectionResolvers<ContextType>;
  RestrictedAccessEdge?: RestrictedAccessEdgeResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  SchoolLocation?: SchoolLocationResolvers<ContextType>;
  SchoolLocationConnection?: SchoolLocationConnectionResolvers<ContextType>;
  SchoolLocationEdge?: SchoolLocationEdgeResolvers<ContextType>;
  ShortStay?: ShortStayResolvers<ContextType>;
  StaffGrant?: StaffGrantResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  StaffMemberConnection?: StaffMemberConnectionResolvers<ContextType>;
  StaffMemberEdge?: StaffMemberEdgeResolvers<ContextType>;
  Student?: StudentResolvers<ContextType>;
  StudentConnection?: StudentConnectionResolvers<ContextType>;
  StudentEdge?: StudentEdgeResolvers<ContextType>;
  StudentGuardian?: StudentGuardianResolvers<ContextType>;
  StudentRecordExport?: StudentRecordExportResolvers<ContextType>;
  StudentsImportRefusal?: StudentsImportRefusalResolvers<ContextType>;
  StudentsUserError?: StudentsUserErrorResolvers<ContextType>;
  Trainee?: TraineeResolvers<ContextType>;
  URL?: GraphQLScalarType;
  ViewerGrant?: ViewerGrantResolvers<ContextType>;
  ViewerInfo?: ViewerInfoResolvers<ContextType>;
  WithdrawConsentPayload?: WithdrawConsentPayloadResolvers<ContextType>;
  WithdrawGrantPayload?: WithdrawGrantPayloadResolvers<ContextType>;
};

