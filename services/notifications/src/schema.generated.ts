import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnyConnection } from '@servicepunt/shared/paging';
import type { PayloadBody } from '@servicepunt/shared/mutation';
import type { ReminderRow } from './reminder/store.ts';
import type { DeliveryRow } from './delivery/store.ts';
import type { NotificationRow, PreferencesView } from './inbox/store.ts';
import type { InboxUpdateView } from './live/reads.ts';
import type { QueueHealthView } from './operations/queue-health.ts';
import type { Reference } from './references.ts';
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

/** Which reminder to cancel. */
export type CancelReminderInput = {
  /** Id of the reminder. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The cancelled reminder. */
export type CancelReminderPayload = {
  __typename?: 'CancelReminderPayload';
  /** As it stands now. */
  reminder?: Maybe<Reminder>;
  /** Why nothing was done. */
  userErrors: Array<NotificationsUserError>;
};

/** How you want to be told; everything is set as given. */
export type ChangeNotificationPreferencesInput = {
  /** The weekday (1 to 5) of your digest; null for each mail by itself. */
  digestWeekday?: InputMaybe<Scalars['Int']['input']>;
  /** In the inbox. */
  inApp: Scalars['Boolean']['input'];
  /** Language of your messages; null for the one in your record. */
  language?: InputMaybe<Language>;
  /** By mail. */
  mail: Scalars['Boolean']['input'];
  /** No mail before this day; at most a year from now. */
  pausedUntil?: InputMaybe<Scalars['Date']['input']>;
  /** The revision that you saw, 0 for the first choice. */
  revision: Scalars['Int']['input'];
};

/** The choice that holds now. */
export type ChangeNotificationPreferencesPayload = {
  __typename?: 'ChangeNotificationPreferencesPayload';
  /** As it stands now. */
  preferences?: Maybe<NotificationPreferences>;
  /** Why nothing was done. */
  userErrors: Array<NotificationsUserError>;
};

/** A message to one person by one channel. */
export type Delivery = {
  __typename?: 'Delivery';
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** What was said; kept for six months. */
  body?: Maybe<DeliveryBody>;
  /** By which way. */
  channel: DeliveryChannel;
  /** Why it was postponed, skipped or failed. */
  code?: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  createdAt: Scalars['DateTime']['output'];
  /** Day of the digest that it is, or null. */
  digestOn?: Maybe<Scalars['Date']['output']>;
  /** The last attempts that failed, oldest first. */
  failures: Array<DeliveryAttempt>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When it is tried next. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whom it is for. */
  recipient?: Maybe<DeliveryRecipient>;
  /** The reminders in it that you may see: one, or those of a digest. */
  reminders?: Maybe<Array<Reminder>>;
  /** Role of those whom it is for. */
  role: RecipientRole;
  /** The rules of the reminders in it. */
  rules: Array<Scalars['String']['output']>;
  /** When it was handed over. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: DeliveryStatus;
  /** ROLE, or who stands in: FALLBACK, COORDINATOR, SERVICE_POINT. */
  via: Scalars['String']['output'];
};

/** An attempt that failed. */
export type DeliveryAttempt = {
  __typename?: 'DeliveryAttempt';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why, as a code; what the mail server said isn't kept, since it names addresses. */
  code: Scalars['String']['output'];
};

/** What a mail said, without its links. */
export type DeliveryBody = {
  __typename?: 'DeliveryBody';
  /** Its subject line. */
  subject: Scalars['String']['output'];
  /** Its text. */
  text: Scalars['String']['output'];
};

/** How a message reaches a person. */
export const DeliveryChannel = {
  /** In the inbox of the application. */
  InApp: 'IN_APP',
  /** By mail. */
  Mail: 'MAIL'
} as const;

export type DeliveryChannel = typeof DeliveryChannel[keyof typeof DeliveryChannel];
/** A page of deliveries. */
export type DeliveryConnection = {
  __typename?: 'DeliveryConnection';
  /** The rows with their cursors. */
  edges: Array<DeliveryEdge>;
  /** The rows. */
  nodes: Array<Delivery>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A delivery in a page. */
export type DeliveryEdge = {
  __typename?: 'DeliveryEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The delivery. */
  node: Delivery;
};

/** Whom a delivery is for: one of these. */
export type DeliveryRecipient = {
  __typename?: 'DeliveryRecipient';
  /** A contact person of a company. */
  employerContact?: Maybe<EmployerContact>;
  /** A guardian. */
  guardian?: Maybe<Guardian>;
  /** Somebody of a school or the Servicepunt. */
  staffMember?: Maybe<StaffMember>;
  /** A pupil. */
  student?: Maybe<Student>;
  /** Somebody who guides trainees at a workplace. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};

/** Where a delivery stands. */
export const DeliveryStatus = {
  /** Given up; the code says why. It can be sent again. */
  Failed: 'FAILED',
  /** To be sent, at once or when quiet hours end. */
  Pending: 'PENDING',
  /** Being handed to the mail server. */
  Sending: 'SENDING',
  /** Handed over. */
  Sent: 'SENT',
  /** Not needed any more when its turn came, or meant for somebody else by then. */
  Skipped: 'SKIPPED'
} as const;

export type DeliveryStatus = typeof DeliveryStatus[keyof typeof DeliveryStatus];
/** A contact person of a company; employers owns the record. */
export type EmployerContact = {
  __typename?: 'EmployerContact';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** An evaluation of an internship; placements owns the record. */
export type Evaluation = {
  __typename?: 'Evaluation';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Its reminders that you may see, by time. */
  reminders?: Maybe<ReminderConnection>;
};


/** An evaluation of an internship; placements owns the record. */
export type EvaluationRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Events of another service that wait to be handled. */
export type EventLag = {
  __typename?: 'EventLag';
  /** When that was counted. */
  at: Scalars['DateTime']['output'];
  /** How many wait, counted up to 500. */
  events: Scalars['Int']['output'];
  /** Who told them. */
  producer: Scalars['String']['output'];
};

/** Which failed deliveries to list; what isn't given doesn't narrow. */
export type FailedDeliveryFilter = {
  /** Those that failed for this reason. */
  code?: InputMaybe<Scalars['String']['input']>;
};

/** A guardian of a pupil; students owns the record. */
export type Guardian = {
  __typename?: 'Guardian';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** What the reconciler last put right between the database and the queues. */
export type HealedState = {
  __typename?: 'HealedState';
  /** When it looked. */
  at: Scalars['DateTime']['output'];
  /** Deliveries that were due and had no job. */
  deliveriesWithoutJob: Scalars['Int']['output'];
  /** Jobs whose reminder or delivery was done or gone. */
  jobsWithoutRow: Scalars['Int']['output'];
  /** Rows that it compared. */
  looked: Scalars['Int']['output'];
  /** Reminders that were due and had no job. */
  remindersWithoutJob: Scalars['Int']['output'];
};

/** What changed for you: messages of your inbox, and reminders that you may see. */
export type InboxUpdate = {
  __typename?: 'InboxUpdate';
  /** False when there is more than is told here, or when what came after your cursor isn't known any more: read your lists again. */
  complete: Scalars['Boolean']['output'];
  /** Its place in the order of changes: asking with it later tells what came after. */
  cursor: Scalars['String']['output'];
  /** Messages that came or were read, as they stand now; the oldest change first, at most 100. */
  notifications: Array<Notification>;
  /** Reminders that were planned, moved, sent or cancelled, as they stand now; the oldest change first, at most 100. */
  reminders: Array<Reminder>;
  /** How many messages of your inbox you haven't read. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
};

/** A language in which we write to people. */
export const Language = {
  /** English. */
  En: 'en',
  /** Dutch. */
  Nl: 'nl'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** Which message was read. */
export type MarkNotificationReadInput = {
  /** Id of the message. */
  id: Scalars['ID']['input'];
};

/** The message that was read. */
export type MarkNotificationReadPayload = {
  __typename?: 'MarkNotificationReadPayload';
  /** As it stands now. */
  notification?: Maybe<Notification>;
  /** How many are left unread. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<NotificationsUserError>;
};

/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Cancels a reminder that hasn't gone out; its rule doesn't bring it back. */
  cancelReminder?: Maybe<CancelReminderPayload>;
  /** Changes how you are told. */
  changeNotificationPreferences?: Maybe<ChangeNotificationPreferencesPayload>;
  /** Notes that you read a message; doing so again changes nothing. */
  markNotificationRead?: Maybe<MarkNotificationReadPayload>;
  /**
   * Reminds those who have something to do, now, outside the schedule: of an evaluation whose form is open, or both sides of a handover.
   * Each role is judged by itself: who was reminded within the last 24 hours isn't again, and the others are.
   */
  remindNow?: Maybe<RemindNowPayload>;
  /** Tries failed deliveries again, at once; a refused address gets another chance. */
  retryDelivery?: Maybe<RetryDeliveryPayload>;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationCancelReminderArgs = {
  input: CancelReminderInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeNotificationPreferencesArgs = {
  input: ChangeNotificationPreferencesInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationMarkNotificationReadArgs = {
  input: MarkNotificationReadInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRemindNowArgs = {
  input: RemindNowInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRetryDeliveryArgs = {
  input: RetryDeliveryInput;
};

/** A message in your inbox. */
export type Notification = {
  __typename?: 'Notification';
  /** When it came. */
  createdAt: Scalars['DateTime']['output'];
  /** The evaluation it is about, or null. */
  evaluation?: Maybe<Evaluation>;
  /** The handover it is about, or null. */
  handover?: Maybe<WarmHandover>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Why there is a message. */
  kind: ReminderKind;
  /** The internship of the evaluation, or null. */
  placement?: Maybe<Placement>;
  /** When you read it, or null. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The pupil whom it is about. */
  student?: Maybe<Student>;
  /** What it is about. */
  subjectType: ReminderSubjectType;
  /** What it says, in your language and without names. */
  text: Scalars['String']['output'];
  /** What it is about, in your language. */
  title: Scalars['String']['output'];
};

/** A page of your inbox. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The rows with their cursors. */
  edges: Array<NotificationEdge>;
  /** The rows. */
  nodes: Array<Notification>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A message in a page. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Notification;
};

/** Which messages to list; what isn't given doesn't narrow. */
export type NotificationFilter = {
  /** Only those that you haven't read. */
  unread?: InputMaybe<Scalars['Boolean']['input']>;
};

/** How you want to be told. */
export type NotificationPreferences = {
  __typename?: 'NotificationPreferences';
  /** For people of a company: the weekday (1 to 5) on which warnings come together in one mail, or null for each by itself. */
  digestWeekday?: Maybe<Scalars['Int']['output']>;
  /** In the inbox. */
  inApp: Scalars['Boolean']['output'];
  /** Language of your messages; null for the one in your record. */
  language?: Maybe<Language>;
  /** By mail; legal deadlines are mailed in any case. */
  mail: Scalars['Boolean']['output'];
  /** No mail before this day, or null; legal deadlines don't wait. */
  pausedUntil?: Maybe<Scalars['Date']['output']>;
  /** Counts every change, 0 while you chose nothing; an update names the one it saw. */
  revision: Scalars['Int']['output'];
};

/** Why a mutation of the notifications service was refused. */
export const NotificationsErrorCode = {
  /** You may not do this. */
  Forbidden: 'FORBIDDEN',
  /** The idempotency key was used for another input. */
  IdempotencyKeyReused: 'IDEMPOTENCY_KEY_REUSED',
  /** The value breaks a rule; the message says which. */
  InvalidInput: 'INVALID_INPUT',
  /** The text holds a number that may be a citizen service number. */
  NationalNumber: 'NATIONAL_NUMBER',
  /** Nobody has anything to do any more, or not in this role. */
  NobodyToRemind: 'NOBODY_TO_REMIND',
  /** The reminder has gone out, or was cancelled before. */
  NotCancellable: 'NOT_CANCELLABLE',
  /** Only a delivery that failed can be sent again. */
  NotFailed: 'NOT_FAILED',
  /** The thing doesn't exist, or you may not know of it. */
  NotFound: 'NOT_FOUND',
  /** They were reminded of it within the last 24 hours; the message says from when they may be again. */
  RemindedBefore: 'REMINDED_BEFORE',
  /** Somebody else changed it meanwhile; the payload shows the current state. */
  RevisionConflict: 'REVISION_CONFLICT',
  /** Another service doesn't answer now; nothing was stored. */
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
  /** The evaluation or handover is done or cancelled: there is nothing to remind of. */
  SubjectClosed: 'SUBJECT_CLOSED',
  /** The text is longer than allowed. */
  TextTooLong: 'TEXT_TOO_LONG',
  /** The day of the role's first reminder hasn't come; the message names it. `early` says that it has to be all the same. */
  TooEarlyToRemind: 'TOO_EARLY_TO_REMIND'
} as const;

export type NotificationsErrorCode = typeof NotificationsErrorCode[keyof typeof NotificationsErrorCode];
/** One reason why a mutation was refused. */
export type NotificationsUserError = {
  __typename?: 'NotificationsUserError';
  /** What is wrong, for programs. */
  code: NotificationsErrorCode;
  /** Path of the input field (`ids.3`), or null where it's about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do, in the caller's language. */
  message: Scalars['String']['output'];
};

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

/** An internship; placements owns the record. */
export type Placement = {
  __typename?: 'Placement';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Reminders of its evaluations that you may see, by time. */
  reminders?: Maybe<ReminderConnection>;
};


/** An internship; placements owns the record. */
export type PlacementRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type Query = {
  __typename?: 'Query';
  /** A delivery by id; null when there is none that you may know of. */
  delivery?: Maybe<Delivery>;
  /** Deliveries that were given up, the last ones first. */
  failedDeliveries?: Maybe<DeliveryConnection>;
  /** What changed since a cursor. */
  inboxUpdate?: Maybe<InboxUpdate>;
  /** A message of your inbox by id. */
  notification?: Maybe<Notification>;
  /** How you are told. */
  notificationPreferences?: Maybe<NotificationPreferences>;
  /** Your inbox, newest first. */
  notifications?: Maybe<NotificationConnection>;
  /** The mail of a rule as it would go out: for a made-up pupil, or for a real evaluation or handover. */
  previewReminder?: Maybe<ReminderPreview>;
  /** How the queues stand. */
  queueHealth?: Maybe<QueueHealth>;
  /** A reminder by id; null when there is none that you may know of. */
  reminder?: Maybe<Reminder>;
  /** Reminders by the time at which they fall due. */
  reminders?: Maybe<ReminderConnection>;
  /** How many messages of your inbox you haven't read. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryDeliveryArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryFailedDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<FailedDeliveryFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryInboxUpdateArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryNotificationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NotificationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPreviewReminderArgs = {
  language?: InputMaybe<Language>;
  rule: Scalars['String']['input'];
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryReminderArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ReminderFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** How the queues stand; it holds no personal data. */
export type QueueHealth = {
  __typename?: 'QueueHealth';
  /** Events that wait to be handled. */
  eventLag: Array<EventLag>;
  /** Deliveries that were given up. */
  failedDeliveries: Scalars['Int']['output'];
  /** What the reconciler last put right; null before its first look. */
  healed?: Maybe<HealedState>;
  /** When the oldest reminder was due that should have gone out by now, or null. */
  oldestOverdueAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the oldest delivery was due that should have gone out by now, or null. */
  oldestUndeliveredAt?: Maybe<Scalars['DateTime']['output']>;
  /** The queues; null while Redis doesn't answer. Nothing is lost by that, only late. */
  queues?: Maybe<Array<QueueState>>;
};

/** How one queue stands. */
export type QueueState = {
  __typename?: 'QueueState';
  /** Jobs in hand. */
  active: Scalars['Int']['output'];
  /** Jobs that ring later. */
  delayed: Scalars['Int']['output'];
  /** Jobs that failed and were kept. */
  failed: Scalars['Int']['output'];
  /** Name of the queue. */
  name: Scalars['String']['output'];
  /** Jobs whose time has come. */
  waiting: Scalars['Int']['output'];
};

/** Whom a reminder is for; the person is found when it is sent. */
export const RecipientRole = {
  /** The coordinators of the school location. */
  Coordinator: 'COORDINATOR',
  /** The company: whoever guides the trainee there. */
  Employer: 'EMPLOYER',
  /** The party that takes the pupil over. */
  ReceivingParty: 'RECEIVING_PARTY',
  /** The school: whoever guides the pupil. */
  School: 'SCHOOL',
  /** The Servicepunt. */
  ServicePoint: 'SERVICE_POINT',
  /** The pupil. */
  Student: 'STUDENT'
} as const;

export type RecipientRole = typeof RecipientRole[keyof typeof RecipientRole];
/** What to remind of now. */
export type RemindNowInput = {
  /**
   * Also those whose first reminder is still to come: 7 days before an evaluation, 28 before a handover. Without it they are left out with
   * TOO_EARLY_TO_REMIND; who has the ball of a handover may be reminded at any time.
   */
  early?: InputMaybe<Scalars['Boolean']['input']>;
  /** Makes a repeat return the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Only those of this role. */
  role?: InputMaybe<RecipientRole>;
  /** Id of the evaluation or handover. */
  subjectId: Scalars['ID']['input'];
};

/** The reminders that go out now. */
export type RemindNowPayload = {
  __typename?: 'RemindNowPayload';
  /** One per role that is reminded. */
  reminders?: Maybe<Array<Reminder>>;
  /** Why nothing was done, or why some roles were left out. */
  userErrors: Array<NotificationsUserError>;
};

/** A message that goes to whoever has a role, at a local time. */
export type Reminder = {
  __typename?: 'Reminder';
  /** How much it may be held back. */
  class: ReminderClass;
  /** Who got it and how, a row per person and channel. */
  deliveries?: Maybe<Array<Delivery>>;
  /** The instant at which it falls due. */
  dueAt: Scalars['DateTime']['output'];
  /** The evaluation it is about, or null. */
  evaluation?: Maybe<Evaluation>;
  /** The handover it is about, or null. */
  handover?: Maybe<WarmHandover>;
  /** What happened to it, oldest first. */
  history?: Maybe<Array<ReminderStep>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Why there is a reminder. */
  kind: ReminderKind;
  /** The day on which it falls due, on the calendar of its zone. */
  localDate: Scalars['Date']['output'];
  /** The time of day at which it falls due, on the wall. */
  localTime: Scalars['LocalTime']['output'];
  /** The internship of the evaluation, or null. */
  placement?: Maybe<Placement>;
  /** Why it was cancelled, skipped, waits or expired, as a code. */
  reason?: Maybe<Scalars['String']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Whom it is for. */
  role: RecipientRole;
  /** The rule it comes from, as `evaluation.warn.employer`. */
  rule: Scalars['String']['output'];
  /** When its deliveries were recorded. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  status: ReminderStatus;
  /** The pupil whom it is about. */
  student?: Maybe<Student>;
  /** What it is about. */
  subjectType: ReminderSubjectType;
  /** The zone of day and time. */
  zone: Scalars['String']['output'];
};

/** How much a reminder may be held back. */
export const ReminderClass = {
  /** The law sets the date: it goes out at its time. */
  LegalDeadline: 'LEGAL_DEADLINE',
  /** Quiet hours, pauses and digests count. */
  Normal: 'NORMAL'
} as const;

export type ReminderClass = typeof ReminderClass[keyof typeof ReminderClass];
/** A page of reminders. */
export type ReminderConnection = {
  __typename?: 'ReminderConnection';
  /** The rows with their cursors. */
  edges: Array<ReminderEdge>;
  /** The rows. */
  nodes: Array<Reminder>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A reminder in a page. */
export type ReminderEdge = {
  __typename?: 'ReminderEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The reminder. */
  node: Reminder;
};

/** Which reminders to list; what isn't given doesn't narrow. */
export type ReminderFilter = {
  /** Due before this instant. */
  dueBefore?: InputMaybe<Scalars['DateTime']['input']>;
  /** Due at this instant or later. */
  dueFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Of this school location. */
  schoolLocationId?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  status?: InputMaybe<Array<ReminderStatus>>;
  /** About this evaluation or handover. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};

/** Why there is a reminder. */
export const ReminderKind = {
  /** After the day, to those who still have something to do. */
  Chase: 'CHASE',
  /** After the last chase, to those who can step in. */
  Escalate: 'ESCALATE',
  /** A person asked for it. */
  Manual: 'MANUAL',
  /** Before the day. */
  Warn: 'WARN'
} as const;

export type ReminderKind = typeof ReminderKind[keyof typeof ReminderKind];
/** A mail as it would go out; its links lead nowhere. */
export type ReminderPreview = {
  __typename?: 'ReminderPreview';
  /** Its HTML. */
  html: Scalars['String']['output'];
  /** Its subject line. */
  subject: Scalars['String']['output'];
  /** Its plain text. */
  text: Scalars['String']['output'];
};

/** Where a reminder stands. */
export const ReminderStatus = {
  /** Its subject moved or is done, or a person cancelled it. */
  Cancelled: 'CANCELLED',
  /** A worker is at it. */
  Claimed: 'CLAIMED',
  /** It was more than a week late after an outage, and was not sent. */
  Expired: 'EXPIRED',
  /** Its time is to come. */
  Scheduled: 'SCHEDULED',
  /** Its deliveries are recorded. */
  Sent: 'SENT',
  /** It was due and not needed, or nobody could be reached; the reason says which. */
  Skipped: 'SKIPPED',
  /** It is due, but the service that knows whether it's needed doesn't answer; it is tried again. */
  Waiting: 'WAITING'
} as const;

export type ReminderStatus = typeof ReminderStatus[keyof typeof ReminderStatus];
/** Something that happened to a reminder. */
export type ReminderStep = {
  __typename?: 'ReminderStep';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Why, for programs; of SENT it says who got it: ROLE, FALLBACK, COORDINATOR or SERVICE_POINT. */
  code?: Maybe<Scalars['String']['output']>;
  /** What: SCHEDULED, MOVED, CANCELLED, WAITING, SENT, REOPENED, SKIPPED, EXPIRED. */
  step: Scalars['String']['output'];
};

/** What a reminder is about. */
export const ReminderSubjectType = {
  /** The consents of guardians that wait for the word of a pupil who turned 16; the subject is the pupil. */
  ConsentReview: 'CONSENT_REVIEW',
  /** An evaluation of an internship. */
  Evaluation: 'EVALUATION',
  /** A warm handover. */
  Handover: 'HANDOVER',
  /** A contact of a company who goes, since nothing was heard of him for two years; the subject is the contact. */
  IdleContact: 'IDLE_CONTACT'
} as const;

export type ReminderSubjectType = typeof ReminderSubjectType[keyof typeof ReminderSubjectType];
/** Which deliveries to try again. */
export type RetryDeliveryInput = {
  /** One, or up to 100. */
  ids: Array<Scalars['ID']['input']>;
};

/** The deliveries that are tried again. */
export type RetryDeliveryPayload = {
  __typename?: 'RetryDeliveryPayload';
  /** As they stand now. */
  deliveries?: Maybe<Array<Delivery>>;
  /** What isn't tried again, and why; the others are. */
  userErrors: Array<NotificationsUserError>;
};

/** Somebody who works for a school or the Servicepunt; students owns the record. */
export type StaffMember = {
  __typename?: 'StaffMember';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** A pupil; students owns the record. */
export type Student = {
  __typename?: 'Student';
  /** Opaque id. */
  id: Scalars['ID']['output'];
};

/** What is told as soon as it happens, as a stream of events; each event is the answer to the query of the same name. */
export type Subscription = {
  __typename?: 'Subscription';
  /** What changed for you, first since the cursor, then since the last event. */
  inboxUpdate?: Maybe<InboxUpdate>;
};


/** What is told as soon as it happens, as a stream of events; each event is the answer to the query of the same name. */
export type SubscriptionInboxUpdateArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
};

/** A warm handover; placements owns the record. */
export type WarmHandover = {
  __typename?: 'WarmHandover';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Its reminders that you may see, by time. */
  reminders?: Maybe<ReminderConnection>;
};


/** A warm handover; placements owns the record. */
export type WarmHandoverRemindersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Somebody who guides trainees at a workplace; employers owns the record. */
export type WorkplaceSupervisor = {
  __typename?: 'WorkplaceSupervisor';
  /** Opaque id. */
  id: Scalars['ID']['output'];
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
  Delivery: Delivery;
  Evaluation: Evaluation;
  Notification: Notification;
  Placement: Placement;
  Reminder: Reminder;
  WarmHandover: WarmHandover;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Delivery:
    ( { __typename: 'Delivery' }
    & GraphQLRecursivePick<FederationTypes['Delivery'], {"id":true}> );
  Evaluation:
    ( { __typename: 'Evaluation' }
    & GraphQLRecursivePick<FederationTypes['Evaluation'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
  Placement:
    ( { __typename: 'Placement' }
    & GraphQLRecursivePick<FederationTypes['Placement'], {"id":true}> );
  Reminder:
    ( { __typename: 'Reminder' }
    & GraphQLRecursivePick<FederationTypes['Reminder'], {"id":true}> );
  WarmHandover:
    ( { __typename: 'WarmHandover' }
    & GraphQLRecursivePick<FederationTypes['WarmHandover'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CancelReminderInput: CancelReminderInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CancelReminderPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeNotificationPreferencesInput: ChangeNotificationPreferencesInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeNotificationPreferencesPayload: ResolverTypeWrapper<PayloadBody>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Delivery: ResolverTypeWrapper<DeliveryRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  DeliveryAttempt: ResolverTypeWrapper<DeliveryAttempt>;
  DeliveryBody: ResolverTypeWrapper<DeliveryBody>;
  DeliveryChannel: DeliveryChannel;
  DeliveryConnection: ResolverTypeWrapper<AnyConnection>;
  DeliveryEdge: ResolverTypeWrapper<Omit<DeliveryEdge, 'node'> & { node: ResolversTypes['Delivery'] }>;
  DeliveryRecipient: ResolverTypeWrapper<Omit<DeliveryRecipient, 'employerContact' | 'guardian' | 'staffMember' | 'student' | 'workplaceSupervisor'> & { employerContact?: Maybe<ResolversTypes['EmployerContact']>, guardian?: Maybe<ResolversTypes['Guardian']>, staffMember?: Maybe<ResolversTypes['StaffMember']>, student?: Maybe<ResolversTypes['Student']>, workplaceSupervisor?: Maybe<ResolversTypes['WorkplaceSupervisor']> }>;
  DeliveryStatus: DeliveryStatus;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  EmployerContact: ResolverTypeWrapper<Reference>;
  Evaluation: ResolverTypeWrapper<Reference>;
  EventLag: ResolverTypeWrapper<EventLag>;
  FailedDeliveryFilter: FailedDeliveryFilter;
  FreeText: ResolverTypeWrapper<Scalars['FreeText']['output']>;
  Guardian: ResolverTypeWrapper<Reference>;
  HealedState: ResolverTypeWrapper<HealedState>;
  InboxUpdate: ResolverTypeWrapper<InboxUpdateView>;
  Language: Language;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: ResolverTypeWrapper<PayloadBody>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Notification: ResolverTypeWrapper<NotificationRow>;
  NotificationConnection: ResolverTypeWrapper<AnyConnection>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationFilter: NotificationFilter;
  NotificationPreferences: ResolverTypeWrapper<PreferencesView>;
  NotificationsErrorCode: NotificationsErrorCode;
  NotificationsUserError: ResolverTypeWrapper<NotificationsUserError>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Placement: ResolverTypeWrapper<Reference>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QueueHealth: ResolverTypeWrapper<QueueHealthView>;
  QueueState: ResolverTypeWrapper<QueueState>;
  RecipientRole: RecipientRole;
  RemindNowInput: RemindNowInput;
  RemindNowPayload: ResolverTypeWrapper<PayloadBody>;
  Reminder: ResolverTypeWrapper<ReminderRow>;
  ReminderClass: ReminderClass;
  ReminderConnection: ResolverTypeWrapper<AnyConnection>;
  ReminderEdge: ResolverTypeWrapper<Omit<ReminderEdge, 'node'> & { node: ResolversTypes['Reminder'] }>;
  ReminderFilter: ReminderFilter;
  ReminderKind: ReminderKind;
  ReminderPreview: ResolverTypeWrapper<ReminderPreview>;
  ReminderStatus: ReminderStatus;
  ReminderStep: ResolverTypeWrapper<ReminderStep>;
  ReminderSubjectType: ReminderSubjectType;
  RetryDeliveryInput: RetryDeliveryInput;
  RetryDeliveryPayload: ResolverTypeWrapper<PayloadBody>;
  StaffMember: ResolverTypeWrapper<Reference>;
  Student: ResolverTypeWrapper<Reference>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  WarmHandover: ResolverTypeWrapper<Reference>;
  WorkplaceSupervisor: ResolverTypeWrapper<Reference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CancelReminderInput: CancelReminderInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  CancelReminderPayload: PayloadBody;
  ChangeNotificationPreferencesInput: ChangeNotificationPreferencesInput;
  Boolean: Scalars['Boolean']['output'];
  ChangeNotificationPreferencesPayload: PayloadBody;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Delivery: DeliveryRow;
  String: Scalars['String']['output'];
  DeliveryAttempt: DeliveryAttempt;
  DeliveryBody: DeliveryBody;
  DeliveryConnection: AnyConnection;
  DeliveryEdge: Omit<DeliveryEdge, 'node'> & { node: ResolversParentTypes['Delivery'] };
  DeliveryRecipient: Omit<DeliveryRecipient, 'employerContact' | 'guardian' | 'staffMember' | 'student' | 'workplaceSupervisor'> & { employerContact?: Maybe<ResolversParentTypes['EmployerContact']>, guardian?: Maybe<ResolversParentTypes['Guardian']>, staffMember?: Maybe<ResolversParentTypes['StaffMember']>, student?: Maybe<ResolversParentTypes['Student']>, workplaceSupervisor?: Maybe<ResolversParentTypes['WorkplaceSupervisor']> };
  EmailAddress: Scalars['EmailAddress']['output'];
  EmployerContact: Reference;
  Evaluation: Reference;
  EventLag: EventLag;
  FailedDeliveryFilter: FailedDeliveryFilter;
  FreeText: Scalars['FreeText']['output'];
  Guardian: Reference;
  HealedState: HealedState;
  InboxUpdate: InboxUpdateView;
  LocalTime: Scalars['LocalTime']['output'];
  MarkNotificationReadInput: MarkNotificationReadInput;
  MarkNotificationReadPayload: PayloadBody;
  Mutation: Record<PropertyKey, never>;
  Notification: NotificationRow;
  NotificationConnection: AnyConnection;
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationFilter: NotificationFilter;
  NotificationPreferences: PreferencesView;
  NotificationsUserError: NotificationsUserError;
  PageInfo: PageInfo;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Placement: Reference;
  Query: Record<PropertyKey, never>;
  QueueHealth: QueueHealthView;
  QueueState: QueueState;
  RemindNowInput: RemindNowInput;
  RemindNowPayload: PayloadBody;
  Reminder: ReminderRow;
  ReminderConnection: AnyConnection;
  ReminderEdge: Omit<ReminderEdge, 'node'> & { node: ResolversParentTypes['Reminder'] };
  ReminderFilter: ReminderFilter;
  ReminderPreview: ReminderPreview;
  ReminderStep: ReminderStep;
  RetryDeliveryInput: RetryDeliveryInput;
  RetryDeliveryPayload: PayloadBody;
  StaffMember: Reference;
  Student: Reference;
  Subscription: Record<PropertyKey, never>;
  URL: Scalars['URL']['output'];
  WarmHandover: Reference;
  WorkplaceSupervisor: Reference;
};

export type CancelReminderPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CancelReminderPayload'] = ResolversParentTypes['CancelReminderPayload']> = {
  reminder?: Resolver<Maybe<ResolversTypes['Reminder']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['NotificationsUserError']>, ParentType, ContextType>;
};

export type ChangeNotificationPreferencesPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeNotificationPreferencesPayload'] = ResolversParentTypes['ChangeNotificationPreferencesPayload']> = {
  preferences?: Resolver<Maybe<ResolversTypes['NotificationPreferences']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['NotificationsUserError']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeliveryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Delivery'] = ResolversParentTypes['Delivery'], FederationReferenceType extends FederationReferenceTypes['Delivery'] = FederationReferenceTypes['Delivery']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Delivery']> | FederationReferenceType, FederationReferenceType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  body?: Resolver<Maybe<ResolversTypes['DeliveryBody']>, ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['DeliveryChannel'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  digestOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  failures?: Resolver<Array<ResolversTypes['DeliveryAttempt']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['DeliveryRecipient']>, ParentType, ContextType>;
  reminders?: Resolver<Maybe<Array<ResolversTypes['Reminder']>>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RecipientRole'], ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  via?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryAttemptResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeliveryAttempt'] = ResolversParentTypes['DeliveryAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryBodyResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeliveryBody'] = ResolversParentTypes['DeliveryBody']> = {
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type DeliveryConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeliveryConnection'] = ResolversParentTypes['DeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Delivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DeliveryEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeliveryEdge'] = ResolversParentTypes['DeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Delivery'], ParentType, ContextType>;
};

export type DeliveryRecipientResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeliveryRecipient'] = ResolversParentTypes['DeliveryRecipient']> = {
  employerContact?: Resolver<Maybe<ResolversTypes['EmployerContact']>, ParentType, ContextType>;
  guardian?: Resolver<Maybe<ResolversTypes['Guardian']>, ParentType, ContextType>;
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmployerContactResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerContact'] = ResolversParentTypes['EmployerContact']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation'], FederationReferenceType extends FederationReferenceTypes['Evaluation'] = FederationReferenceTypes['Evaluation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Evaluation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reminders?: Resolver<Maybe<ResolversTypes['ReminderConnection']>, ParentType, ContextType, Partial<EvaluationRemindersArgs>>;
};

export type EventLagResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EventLag'] = ResolversParentTypes['EventLag']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  producer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface FreeTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FreeText'], any> {
  name: 'FreeText';
}

export type GuardianResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Guardian'] = ResolversParentTypes['Guardian']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type HealedStateResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['HealedState'] = ResolversParentTypes['HealedState']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  deliveriesWithoutJob?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  jobsWithoutRow?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  looked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remindersWithoutJob?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InboxUpdateResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['InboxUpdate'] = ResolversParentTypes['InboxUpdate']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notifications?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  reminders?: Resolver<Array<ResolversTypes['Reminder']>, ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MarkNotificationReadPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['MarkNotificationReadPayload'] = ResolversParentTypes['MarkNotificationReadPayload']> = {
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['NotificationsUserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelReminder?: Resolver<Maybe<ResolversTypes['CancelReminderPayload']>, ParentType, ContextType, RequireFields<MutationCancelReminderArgs, 'input'>>;
  changeNotificationPreferences?: Resolver<Maybe<ResolversTypes['ChangeNotificationPreferencesPayload']>, ParentType, ContextType, RequireFields<MutationChangeNotificationPreferencesArgs, 'input'>>;
  markNotificationRead?: Resolver<Maybe<ResolversTypes['MarkNotificationReadPayload']>, ParentType, ContextType, RequireFields<MutationMarkNotificationReadArgs, 'input'>>;
  remindNow?: Resolver<Maybe<ResolversTypes['RemindNowPayload']>, ParentType, ContextType, RequireFields<MutationRemindNowArgs, 'input'>>;
  retryDelivery?: Resolver<Maybe<ResolversTypes['RetryDeliveryPayload']>, ParentType, ContextType, RequireFields<MutationRetryDeliveryArgs, 'input'>>;
};

export type NotificationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReminderKind'], ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  subjectType?: Resolver<ResolversTypes['ReminderSubjectType'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type NotificationPreferencesResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['NotificationPreferences'] = ResolversParentTypes['NotificationPreferences']> = {
  digestWeekday?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  inApp?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Language']>, ParentType, ContextType>;
  mail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NotificationsUserErrorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['NotificationsUserError'] = ResolversParentTypes['NotificationsUserError']> = {
  code?: Resolver<ResolversTypes['NotificationsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PlacementResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement'], FederationReferenceType extends FederationReferenceTypes['Placement'] = FederationReferenceTypes['Placement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Placement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reminders?: Resolver<Maybe<ResolversTypes['ReminderConnection']>, ParentType, ContextType, Partial<PlacementRemindersArgs>>;
};

export type QueryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  delivery?: Resolver<Maybe<ResolversTypes['Delivery']>, ParentType, ContextType, RequireFields<QueryDeliveryArgs, 'id'>>;
  failedDeliveries?: Resolver<Maybe<ResolversTypes['DeliveryConnection']>, ParentType, ContextType, Partial<QueryFailedDeliveriesArgs>>;
  inboxUpdate?: Resolver<Maybe<ResolversTypes['InboxUpdate']>, ParentType, ContextType, Partial<QueryInboxUpdateArgs>>;
  notification?: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<QueryNotificationArgs, 'id'>>;
  notificationPreferences?: Resolver<Maybe<ResolversTypes['NotificationPreferences']>, ParentType, ContextType>;
  notifications?: Resolver<Maybe<ResolversTypes['NotificationConnection']>, ParentType, ContextType, Partial<QueryNotificationsArgs>>;
  previewReminder?: Resolver<Maybe<ResolversTypes['ReminderPreview']>, ParentType, ContextType, RequireFields<QueryPreviewReminderArgs, 'language' | 'rule'>>;
  queueHealth?: Resolver<Maybe<ResolversTypes['QueueHealth']>, ParentType, ContextType>;
  reminder?: Resolver<Maybe<ResolversTypes['Reminder']>, ParentType, ContextType, RequireFields<QueryReminderArgs, 'id'>>;
  reminders?: Resolver<Maybe<ResolversTypes['ReminderConnection']>, ParentType, ContextType, Partial<QueryRemindersArgs>>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type QueueHealthResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['QueueHealth'] = ResolversParentTypes['QueueHealth']> = {
  eventLag?: Resolver<Array<ResolversTypes['EventLag']>, ParentType, ContextType>;
  failedDeliveries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  healed?: Resolver<Maybe<ResolversTypes['HealedState']>, ParentType, ContextType>;
  oldestOverdueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  oldestUndeliveredAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  queues?: Resolver<Maybe<Array<ResolversTypes['QueueState']>>, ParentType, ContextType>;
};

export type QueueStateResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['QueueState'] = ResolversParentTypes['QueueState']> = {
  active?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  delayed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RemindNowPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RemindNowPayload'] = ResolversParentTypes['RemindNowPayload']> = {
  reminders?: Resolver<Maybe<Array<ResolversTypes['Reminder']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['NotificationsUserError']>, ParentType, ContextType>;
};

export type ReminderResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Reminder'] = ResolversParentTypes['Reminder'], FederationReferenceType extends FederationReferenceTypes['Reminder'] = FederationReferenceTypes['Reminder']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Reminder']> | FederationReferenceType, FederationReferenceType, ContextType>;
  class?: Resolver<ResolversTypes['ReminderClass'], ParentType, ContextType>;
  deliveries?: Resolver<Maybe<Array<ResolversTypes['Delivery']>>, ParentType, ContextType>;
  dueAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  history?: Resolver<Maybe<Array<ResolversTypes['ReminderStep']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReminderKind'], ParentType, ContextType>;
  localDate?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  localTime?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['RecipientRole'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ReminderStatus'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  subjectType?: Resolver<ResolversTypes['ReminderSubjectType'], ParentType, ContextType>;
  zone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReminderConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ReminderConnection'] = ResolversParentTypes['ReminderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReminderEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Reminder']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ReminderEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ReminderEdge'] = ResolversParentTypes['ReminderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Reminder'], ParentType, ContextType>;
};

export type ReminderPreviewResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ReminderPreview'] = ResolversParentTypes['ReminderPreview']> = {
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReminderStepResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ReminderStep'] = ResolversParentTypes['ReminderStep']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RetryDeliveryPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RetryDeliveryPayload'] = ResolversParentTypes['RetryDeliveryPayload']> = {
  deliveries?: Resolver<Maybe<Array<ResolversTypes['Delivery']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['NotificationsUserError']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StudentResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Student'] = ResolversParentTypes['Student']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  inboxUpdate?: SubscriptionResolver<Maybe<ResolversTypes['InboxUpdate']>, "inboxUpdate", ParentType, ContextType, Partial<SubscriptionInboxUpdateArgs>>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type WarmHandoverResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WarmHandover'] = ResolversParentTypes['WarmHandover'], FederationReferenceType extends FederationReferenceTypes['WarmHandover'] = FederationReferenceTypes['WarmHandover']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WarmHandover']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reminders?: Resolver<Maybe<ResolversTypes['ReminderConnection']>, ParentType, ContextType, Partial<WarmHandoverRemindersArgs>>;
};

export type WorkplaceSupervisorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkplaceSupervisor'] = ResolversParentTypes['WorkplaceSupervisor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ServiceContext> = {
  CancelReminderPayload?: CancelReminderPayloadResolvers<ContextType>;
  ChangeNotificationPreferencesPayload?: ChangeNotificationPreferencesPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Delivery?: DeliveryResolvers<ContextType>;
  DeliveryAttempt?: DeliveryAttemptResolvers<ContextType>;
  DeliveryBody?: DeliveryBodyResolvers<ContextType>;
  DeliveryConnection?: DeliveryConnectionResolvers<ContextType>;
  DeliveryEdge?: DeliveryEdgeResolvers<ContextType>;
  DeliveryRecipient?: DeliveryRecipientResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  EmployerContact?: EmployerContactResolvers<ContextType>;
  Evaluation?: EvaluationResolvers<ContextType>;
  EventLag?: EventLagResolvers<ContextType>;
  FreeText?: GraphQLScalarType;
  Guardian?: GuardianResolvers<ContextType>;
  HealedState?: HealedStateResolvers<ContextType>;
  InboxUpdate?: InboxUpdateResolvers<ContextType>;
  LocalTime?: GraphQLScalarType;
  MarkNotificationReadPayload?: MarkNotificationReadPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  NotificationPreferences?: NotificationPreferencesResolvers<ContextType>;
  NotificationsUserError?: NotificationsUserErrorResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Placement?: PlacementResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QueueHealth?: QueueHealthResolvers<ContextType>;
  QueueState?: QueueStateResolvers<ContextType>;
  RemindNowPayload?: RemindNowPayloadResolvers<ContextType>;
  Reminder?: ReminderResolvers<ContextType>;
  ReminderConnection?: ReminderConnectionResolvers<ContextType>;
  ReminderEdge?: ReminderEdgeResolvers<ContextType>;
  ReminderPreview?: ReminderPreviewResolvers<ContextType>;
  ReminderStep?: ReminderStepResolvers<ContextType>;
  RetryDeliveryPayload?: RetryDeliveryPayloadResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  Student?: StudentResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  URL?: GraphQLScalarType;
  WarmHandover?: WarmHandoverResolvers<ContextType>;
  WorkplaceSupervisor?: WorkplaceSupervisorResolvers<ContextType>;
};

