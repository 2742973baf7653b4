import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnyConnection } from '@servicepunt/shared/paging';
import type { PayloadBody } from '@servicepunt/shared/mutation';
import type { PlacementRow } from './placement/store.ts';
import type { Goal } from './placement/view.ts';
import type { Agreement, Amendment } from './agreement/rules.ts';
import type { EvaluationRow } from './evaluation/store.ts';
import type { HandoverRow } from './handover/store.ts';
import type { PartnerRow, PartnerContactRow } from './partner/store.ts';
import type { PlacementTable } from './figures/reads.ts';
import type { AftercareRow } from './aftercare/store.ts';
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

/** A new contact person. */
export type AddPartnerContactInput = {
  /** Whom to speak to. */
  contact: PartnerContactInput;
  /** Id of the organisation. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The partner organisation with its new contact person. */
export type AddPartnerContactPayload = {
  __typename?: 'AddPartnerContactPayload';
  /** The organisation as it stands. */
  partner?: Maybe<PartnerOrganisation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Aftercare (nazorg): from leaving until two years later. */
export type AftercareCase = {
  __typename?: 'AftercareCase';
  /** The checks on each 1 October in it. */
  checks?: Maybe<Array<OutcomeCheck>>;
  /** Where the pupil went. */
  destination?: Maybe<HandoverTarget>;
  /** Early school leaver or not, by the last check. */
  earlyLeaverStatus?: Maybe<EarlyLeaverStatus>;
  /** Last day of the aftercare. */
  endsOn: Scalars['Date']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When the pupil left. */
  leftOn: Scalars['Date']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** The school location that was left. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** The former pupil. */
  student?: Maybe<Student>;
};

/** A page of aftercare cases. */
export type AftercareCaseConnection = {
  __typename?: 'AftercareCaseConnection';
  /** The rows with their cursors. */
  edges: Array<AftercareCaseEdge>;
  /** The rows. */
  nodes: Array<AftercareCase>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An aftercare case in a page. */
export type AftercareCaseEdge = {
  __typename?: 'AftercareCaseEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: AftercareCase;
};

/** Which aftercare cases to list; what isn't given doesn't narrow. */
export type AftercareCaseFilter = {
  /** With a check due on or before this day that wasn't done. */
  checkDueUntil?: InputMaybe<Scalars['Date']['input']>;
  /** Of former pupils of this school location. */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
};

/** Which rules of working time count for a pupil. */
export const AgeClass = {
  /** 18 or older. */
  Adult: 'ADULT',
  /** 14 or 15 years old. */
  FourteenFifteen: 'FOURTEEN_FIFTEEN',
  /** 16 or 17 years old. */
  SixteenSeventeen: 'SIXTEEN_SEVENTEEN'
} as const;

export type AgeClass = typeof AgeClass[keyof typeof AgeClass];
/** An agreement on paper. */
export type AgreePlacementInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The signatures; all parties must be there. */
  signatures: Array<PaperSignatureInput>;
  /** What it says beside dates and working times of the internship. */
  terms: AgreementTermsInput;
};

/** The agreed internship. */
export type AgreePlacementPayload = {
  __typename?: 'AgreePlacementPayload';
  /** The agreed internship. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A change of an agreement in force (wijzigingsblad), signed by the signatories of the version that it amends. */
export type AgreementAmendment = {
  __typename?: 'AgreementAmendment';
  /** The version that it amends. */
  amendsVersion: Scalars['Int']['output'];
  /** New last day. */
  endsOn?: Maybe<Scalars['Date']['output']>;
  /** New days of evaluations. */
  evaluationDates?: Maybe<Array<EvaluationDate>>;
  /** When the last signatory signed. */
  inForceSince?: Maybe<Scalars['DateTime']['output']>;
  /** Who has to sign. */
  parties: Array<AgreementParty>;
  /** Why. */
  reason?: Maybe<Scalars['FreeText']['output']>;
  /** Who signed. */
  signatures: Array<AgreementSignature>;
  /** New first day. */
  startsOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it counts. */
  state: AgreementState;
  /** New guide for the school. */
  supervisor?: Maybe<StaffMember>;
  /** New working times. */
  workingTimes?: Maybe<Array<WorkingTime>>;
  /** New guide at the company. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};

/** Whom to call, exactly as the agreement names it. */
export type AgreementContact = {
  __typename?: 'AgreementContact';
  /** E-mail address. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Name. */
  name: Scalars['FreeText']['output'];
  /** Telephone number. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
};

/** Whom to call, exactly as the agreement is to name it. */
export type AgreementContactInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Name. */
  name: Scalars['FreeText']['input'];
  /** Telephone number. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
};

/** Who signs a placement agreement. */
export const AgreementParty = {
  /** The company. */
  Company: 'COMPANY',
  /** A guardian, where the pupil is a minor on the first day. */
  Guardian: 'GUARDIAN',
  /** The school. */
  School: 'SCHOOL',
  /** The pupil. */
  Student: 'STUDENT'
} as const;

export type AgreementParty = typeof AgreementParty[keyof typeof AgreementParty];
/** One signature. */
export type AgreementSignature = {
  __typename?: 'AgreementSignature';
  /** Signed on paper; a staff member recorded it. */
  onPaper: Scalars['Boolean']['output'];
  /** For whom it was signed. */
  party: AgreementParty;
  /** When it was signed, or recorded. */
  signedAt: Scalars['DateTime']['output'];
};

/** Where an agreement or an amendment stands. */
export const AgreementState = {
  /** Everybody signed; it counts. */
  InForce: 'IN_FORCE',
  /** Signatures are missing. */
  ToBeSigned: 'TO_BE_SIGNED'
} as const;

export type AgreementState = typeof AgreementState[keyof typeof AgreementState];
/** What an agreement says beside dates and working times of the internship. */
export type AgreementTermsInput = {
  /** The company declares that a pupil under 18 does no dangerous work; must be true for a minor. */
  dangerousWorkExcluded: Scalars['Boolean']['input'];
  /** When the evaluations take place; those that aren't named follow the schedule of the kind of internship. */
  evaluationDates?: InputMaybe<Array<EvaluationDateInput>>;
  /** On which grounds a party may end it early; the usual ones without it. */
  groundsForEarlyEnd?: InputMaybe<Array<Scalars['FreeText']['input']>>;
  /** Name of the school, as the company gets to read it. */
  schoolName: Scalars['FreeText']['input'];
  /** Who guides the pupil for the school. */
  schoolSupervisor: AgreementContactInput;
  /** Who guides the pupil at the company; none inside the school. */
  workplaceSupervisor?: InputMaybe<AgreementContactInput>;
};

/** A change of an agreement in force; what isn't given stays. */
export type AmendAgreementInput = {
  /** New last day. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** New days of evaluations. */
  evaluationDates?: InputMaybe<Array<EvaluationDateInput>>;
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** New guide for the school, as the agreement names it. */
  schoolSupervisor?: InputMaybe<AgreementContactInput>;
  /** New first day. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** New guide for the school. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
  /** New working times. */
  workingTimes?: InputMaybe<Array<WorkingTimeInput>>;
  /** New guide at the company, as the agreement names it. */
  workplaceSupervisor?: InputMaybe<AgreementContactInput>;
  /** New guide at the company. */
  workplaceSupervisorId?: InputMaybe<Scalars['ID']['input']>;
};

/** The written amendment. */
export type AmendAgreementPayload = {
  __typename?: 'AmendAgreementPayload';
  /** The internship with its amendment. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** The handover that is called off. */
export type CancelHandoverInput = {
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The cancelled handover. */
export type CancelHandoverPayload = {
  __typename?: 'CancelHandoverPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What is called off. */
export type CancelPlacementInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** Why. */
  reason?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The cancelled internship. */
export type CancelPlacementPayload = {
  __typename?: 'CancelPlacementPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Other goals and adjustments. */
export type ChangeLearningPlanInput = {
  /** What the pupil wants to learn; at most 20. Without them the old ones stay. */
  goals?: InputMaybe<Array<Scalars['FreeText']['input']>>;
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What the workplace has to take into account. Without it the old text stays. */
  workAdjustments?: InputMaybe<Scalars['FreeText']['input']>;
};

/** The changed internship. */
export type ChangeLearningPlanPayload = {
  __typename?: 'ChangeLearningPlanPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What changed about a contact person. */
export type ChangePartnerContactInput = {
  /** False once the person left. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whom to speak to. */
  contact: PartnerContactInput;
  /** Id of the contact person. */
  contactId: Scalars['ID']['input'];
  /** Id of the organisation. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The partner organisation with the changed contact person. */
export type ChangePartnerContactPayload = {
  __typename?: 'ChangePartnerContactPayload';
  /** The organisation as it stands. */
  partner?: Maybe<PartnerOrganisation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Other working times. */
export type ChangeWorkingTimesInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** When the pupil works from now on. */
  workingTimes: Array<WorkingTimeInput>;
};

/** The changed internship. */
export type ChangeWorkingTimesPayload = {
  __typename?: 'ChangeWorkingTimesPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What the parties concluded together. */
export type ConcludeEvaluationInput = {
  /** Id of the evaluation. */
  id: Scalars['ID']['input'];
  /** Why it is concluded without some of the forms; needed where forms are missing. */
  missingFormsReason?: InputMaybe<Scalars['FreeText']['input']>;
  /** In one word. */
  outcome: EvaluationOutcome;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What was agreed. */
  text?: InputMaybe<Scalars['FreeText']['input']>;
};

/** The concluded evaluation. */
export type ConcludeEvaluationPayload = {
  __typename?: 'ConcludeEvaluationPayload';
  /** The evaluation as it stands. */
  evaluation?: Maybe<Evaluation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** The confirmation of the receiving party. */
export type ConfirmHandoverInput = {
  /** For staff of the school: the receiving party confirmed in writing on this day. */
  confirmedInWritingOn?: InputMaybe<Scalars['Date']['input']>;
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What the receiving party wants to say. */
  text?: InputMaybe<Scalars['FreeText']['input']>;
};

/** The confirmed handover. */
export type ConfirmHandoverPayload = {
  __typename?: 'ConfirmHandoverPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A no. */
export type DeclinePlacementInput = {
  /** Id of the internship, or of the trainee as the company knows it. */
  id: Scalars['ID']['input'];
  /** Why, if one wants to say so. */
  reason?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The declined internship. */
export type DeclinePlacementPayload = {
  __typename?: 'DeclinePlacementPayload';
  /** The internship, for those who may see it. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What the agreement says. */
export type DraftAgreementInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What it says beside dates and working times of the internship. */
  terms: AgreementTermsInput;
};

/** The written agreement. */
export type DraftAgreementPayload = {
  __typename?: 'DraftAgreementPayload';
  /** The internship with its agreement. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Whether somebody counts as an early school leaver (vsv), by a dated rule. */
export type EarlyLeaverStatus = {
  __typename?: 'EarlyLeaverStatus';
  /** The 1 October on which it counts. */
  countedOn: Scalars['Date']['output'];
  /** Whether it is so; null where the facts are missing. */
  earlyLeaver?: Maybe<Scalars['Boolean']['output']>;
  /** The rule that was used. */
  ruleVersion: Scalars['String']['output'];
};

/** A company; employers owns the record. */
export type Employer = {
  __typename?: 'Employer';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Internships at the company, for school and Servicepunt; the company itself reads `trainees`. */
  placements?: Maybe<PlacementConnection>;
  /** Trainees of all schools at the company, the latest first. */
  trainees?: Maybe<TraineeConnection>;
};


/** A company; employers owns the record. */
export type EmployerPlacementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A company; employers owns the record. */
export type EmployerTraineesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TraineeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

export type EmployerSite = {
  __typename?: 'EmployerSite';
  id: Scalars['ID']['output'];
};

/** How and when it ends. */
export type EndPlacementInput = {
  /** Last day that counted; today without it, and the agreed last day when it's completed. */
  endedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** What happened, in functional words. */
  note?: InputMaybe<Scalars['FreeText']['input']>;
  /** How it ends. */
  reason: PlacementEndReason;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The ended internship. */
export type EndPlacementPayload = {
  __typename?: 'EndPlacementPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** One evaluation of an internship: a form per party and a joint conclusion. */
export type Evaluation = {
  __typename?: 'Evaluation';
  /** What the parties concluded together. */
  conclusion?: Maybe<EvaluationConclusion>;
  /** The day on which it is due. */
  dueOn: Scalars['Date']['output'];
  /** The company. */
  employer?: Maybe<Employer>;
  /** Form of the company. */
  employerForm?: Maybe<EvaluationForm>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When in the internship. */
  moment: EvaluationMoment;
  /** Those whose form isn't submitted yet. */
  pendingRoles: Array<EvaluatorRole>;
  /** The internship, for the school, the pupil and the guardian. */
  placement?: Maybe<Placement>;
  /** Version of the core questions that it was scheduled with. */
  questionVersion: Scalars['Int']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Form of the school. */
  schoolForm?: Maybe<EvaluationForm>;
  /** Where it stands. */
  state: EvaluationState;
  /** Form of the pupil. */
  studentForm?: Maybe<EvaluationForm>;
  /** The trainee, for the company. */
  trainee?: Maybe<Trainee>;
};

/** The answer to one question. */
export type EvaluationAnswer = {
  __typename?: 'EvaluationAnswer';
  /** Code of the question. */
  question: Scalars['String']['output'];
  /** The score: 1 to 4, or 0 and 1 for no and yes. */
  score?: Maybe<Scalars['Int']['output']>;
  /** The answer in words, or what goes with the score. */
  text?: Maybe<Scalars['FreeText']['output']>;
};

/** The answer to one question. */
export type EvaluationAnswerInput = {
  /** Code of the question. */
  question: Scalars['String']['input'];
  /** The score: 1 to 4, or 0 and 1 for no and yes. */
  score?: InputMaybe<Scalars['Int']['input']>;
  /** The answer in words, or what goes with the score. */
  text?: InputMaybe<Scalars['FreeText']['input']>;
};

/** What the parties concluded together. */
export type EvaluationConclusion = {
  __typename?: 'EvaluationConclusion';
  /** When it was written. */
  concludedAt: Scalars['DateTime']['output'];
  /** Why it was concluded without some of the forms. */
  missingFormsReason?: Maybe<Scalars['FreeText']['output']>;
  /** In one word. */
  outcome: EvaluationOutcome;
  /** What was agreed. */
  text?: Maybe<Scalars['FreeText']['output']>;
};

/** A page of evaluations. */
export type EvaluationConnection = {
  __typename?: 'EvaluationConnection';
  /** The rows with their cursors. */
  edges: Array<EvaluationEdge>;
  /** The rows. */
  nodes: Array<Evaluation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** The day of one evaluation, as the agreement names it. */
export type EvaluationDate = {
  __typename?: 'EvaluationDate';
  /** When it is due. */
  dueOn: Scalars['Date']['output'];
  /** Which evaluation. */
  moment: EvaluationMoment;
};

/** The day of one evaluation, as the agreement names it. */
export type EvaluationDateInput = {
  /** When it is due. */
  dueOn: Scalars['Date']['input'];
  /** Which evaluation. */
  moment: EvaluationMoment;
};

/** An evaluation in a page. */
export type EvaluationEdge = {
  __typename?: 'EvaluationEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Evaluation;
};

/** Which evaluations to list; what isn't given doesn't narrow. */
export type EvaluationFilter = {
  /** Due on or before this day. */
  dueUntil?: InputMaybe<Scalars['Date']['input']>;
  /** At this company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** With a form of this party that isn't submitted yet. */
  pendingRole?: InputMaybe<EvaluatorRole>;
  /** Of this internship. */
  placement?: InputMaybe<Scalars['ID']['input']>;
  /** Of pupils of this school location. */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<EvaluationState>>;
};

/** The form of one party. */
export type EvaluationForm = {
  __typename?: 'EvaluationForm';
  /** The answers; those of a draft only for who fills it in. */
  answers: Array<EvaluationAnswer>;
  /** The core questions, in the caller's language. */
  questions: Array<EvaluationQuestion>;
  /** Anything else. */
  remark?: Maybe<Scalars['FreeText']['output']>;
  /** Who fills it in. */
  role: EvaluatorRole;
  /** When it was last saved. */
  savedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where it stands. */
  state: EvaluationFormState;
  /** When it was submitted. */
  submittedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** Where one form stands. */
export const EvaluationFormState = {
  /** Saved half-way; only who fills it in sees the answers. */
  Draft: 'DRAFT',
  /** Nothing was filled in. */
  NotStarted: 'NOT_STARTED',
  /** Submitted; it can't be changed any more. */
  Submitted: 'SUBMITTED'
} as const;

export type EvaluationFormState = typeof EvaluationFormState[keyof typeof EvaluationFormState];
/** When in an internship an evaluation takes place. */
export const EvaluationMoment = {
  /** At the end. */
  Final: 'FINAL',
  /** Six weeks before the end: will there be a contract? */
  GoNoGo: 'GO_NO_GO',
  /** Half-way. */
  Midterm: 'MIDTERM',
  /** At the start. */
  Start: 'START',
  /** In the third week. */
  WeekThree: 'WEEK_THREE'
} as const;

export type EvaluationMoment = typeof EvaluationMoment[keyof typeof EvaluationMoment];
/** What the parties conclude together. */
export const EvaluationOutcome = {
  /** The company offers a contract, or means to. */
  Go: 'GO',
  /** It goes on with changes. */
  NeedsChanges: 'NEEDS_CHANGES',
  /** There will be no contract. */
  NoGo: 'NO_GO',
  /** It goes as agreed. */
  OnTrack: 'ON_TRACK',
  /** It stops. */
  Stop: 'STOP'
} as const;

export type EvaluationOutcome = typeof EvaluationOutcome[keyof typeof EvaluationOutcome];
/** A core question of the Servicepunt. */
export type EvaluationQuestion = {
  __typename?: 'EvaluationQuestion';
  /** Names the question in answers. */
  code: Scalars['String']['output'];
  /** How it is answered. */
  kind: EvaluationQuestionKind;
  /** Whether the form can't be submitted without it. */
  required: Scalars['Boolean']['output'];
  /** The question. */
  text: Scalars['String']['output'];
};

/** How a question is answered. */
export const EvaluationQuestionKind = {
  /** A score from 1 (not yet) to 4 (very well). */
  Score: 'SCORE',
  /** In words. */
  Text: 'TEXT',
  /** Yes or no: 1 or 0. */
  YesNo: 'YES_NO'
} as const;

export type EvaluationQuestionKind = typeof EvaluationQuestionKind[keyof typeof EvaluationQuestionKind];
/** Where an evaluation stands. */
export const EvaluationState = {
  /** All forms are there; the joint conclusion is missing. */
  AwaitingConclusion: 'AWAITING_CONCLUSION',
  /** The internship was called off or ended before. */
  Cancelled: 'CANCELLED',
  /** The joint conclusion is written. */
  Completed: 'COMPLETED',
  /** Forms are missing. */
  Scheduled: 'SCHEDULED'
} as const;

export type EvaluationState = typeof EvaluationState[keyof typeof EvaluationState];
/** Who fills in a form of an evaluation. */
export const EvaluatorRole = {
  /** The company. */
  Employer: 'EMPLOYER',
  /** The school. */
  School: 'SCHOOL',
  /** The pupil. */
  Student: 'STUDENT'
} as const;

export type EvaluatorRole = typeof EvaluatorRole[keyof typeof EvaluatorRole];
/** Who has to take the next step. */
export const HandoverBall = {
  /** The receiving party. */
  ReceivingParty: 'RECEIVING_PARTY',
  /** The school. */
  School: 'SCHOOL'
} as const;

export type HandoverBall = typeof HandoverBall[keyof typeof HandoverBall];
/** One step of the checklist. */
export type HandoverCheck = {
  __typename?: 'HandoverCheck';
  /** Whether it is done. */
  done: Scalars['Boolean']['output'];
  /** Which step. */
  kind: HandoverCheckKind;
};

/** A step of the checklist. */
export const HandoverCheckKind = {
  /** Aftercare contact and dates. */
  AftercareContact: 'AFTERCARE_CONTACT',
  /** Contact persons on both sides are named. */
  ContactPersons: 'CONTACT_PERSONS',
  /** Agreements on the first day, travel, and who calls whom. */
  FirstDayAgreements: 'FIRST_DAY_AGREEMENTS',
  /** Pupil and guardian are informed and could inspect the report. */
  InformedAndInspected: 'INFORMED_AND_INSPECTED',
  /** Internships and the last evaluation are written down. */
  InternshipHistory: 'INTERNSHIP_HISTORY',
  /** Learning path and certificates are written down. */
  LearningPath: 'LEARNING_PATH',
  /** Each item has a legal basis that fits the target. */
  LegalBasis: 'LEGAL_BASIS',
  /** Support needs are written down. */
  SupportNeeds: 'SUPPORT_NEEDS',
  /** What works and what doesn't is written down. */
  WhatWorks: 'WHAT_WORKS',
  /** The receiving party confirmed in writing. */
  WrittenConfirmation: 'WRITTEN_CONFIRMATION'
} as const;

export type HandoverCheckKind = typeof HandoverCheckKind[keyof typeof HandoverCheckKind];
/** The receiving organisation and whom to speak to there. */
export type HandoverImportPartner = {
  /** E-mail address of the contact person; found by it, or added. */
  contactEmail: Scalars['String']['input'];
  /** Family name of the contact person. */
  contactFamilyName: Scalars['String']['input'];
  /** First name of the contact person. */
  contactGivenName: Scalars['String']['input'];
  /** Its name. */
  name: Scalars['String']['input'];
};

/** One warm handover. */
export type HandoverImportRow = {
  /** When the conversation is or was, as 2027-03-01T10:00:00Z. */
  conversationAt?: InputMaybe<Scalars['String']['input']>;
  /** The day before which it has to be held, as 2027-04-01. */
  deadline: Scalars['String']['input'];
  /** Number in the other administration; the key of the row. */
  handoverNumber: Scalars['String']['input'];
  /** The receiving organisation; found by its name, or added. */
  partner: HandoverImportPartner;
  /** A HandoverState; CONVERSATION_PLANNED is PLANNED. */
  state: Scalars['String']['input'];
  /** The pupil. */
  studentId: Scalars['ID']['input'];
  /** A HandoverTarget. */
  target: Scalars['String']['input'];
};

/** Who inspected what is handed over. */
export const HandoverInspector = {
  /** A guardian, while the pupil is under 18. */
  Guardian: 'GUARDIAN',
  /** The pupil, from 16 on. */
  Student: 'STUDENT'
} as const;

export type HandoverInspector = typeof HandoverInspector[keyof typeof HandoverInspector];
/** One item that is handed over, with its own legal basis. */
export type HandoverItem = {
  __typename?: 'HandoverItem';
  /** Whether pupil or guardian could inspect it as it stands. */
  inspected: Scalars['Boolean']['output'];
  /** What it is about. */
  kind: HandoverItemKind;
  /** On which ground; without one the receiving party doesn't see it. */
  legalBasis?: Maybe<LegalBasis>;
  /** What is handed over. */
  text: Scalars['FreeText']['output'];
};

/** What is handed over. */
export const HandoverItemKind = {
  /** Internships and the last evaluation. */
  InternshipHistory: 'INTERNSHIP_HISTORY',
  /** Learning path and certificates. */
  LearningPath: 'LEARNING_PATH',
  /** What support the pupil needs. */
  SupportNeeds: 'SUPPORT_NEEDS',
  /** What works and what doesn't. */
  WhatWorks: 'WHAT_WORKS'
} as const;

export type HandoverItemKind = typeof HandoverItemKind[keyof typeof HandoverItemKind];
/** Where a warm handover stands. */
export const HandoverState = {
  /** Called off. */
  Cancelled: 'CANCELLED',
  /** The receiving party confirmed in writing. */
  Confirmed: 'CONFIRMED',
  /** The conversation was held. */
  Held: 'HELD',
  /** Pupil and guardian know what is handed over and could inspect it. */
  Informed: 'INFORMED',
  /** The conversation with the receiving party is planned. */
  Planned: 'PLANNED',
  /** The school writes down what is handed over. */
  Preparing: 'PREPARING'
} as const;

export type HandoverState = typeof HandoverState[keyof typeof HandoverState];
/** How long a party had the ball in one step. */
export type HandoverStep = {
  __typename?: 'HandoverStep';
  /** Who had the ball. */
  ball: HandoverBall;
  /** Whole days. */
  days: Scalars['Int']['output'];
  /** Since when. */
  since: Scalars['DateTime']['output'];
  /** The step. */
  state: HandoverState;
  /** Until when; null for the present step. */
  until?: Maybe<Scalars['DateTime']['output']>;
};

/** Where a pupil goes. */
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
/** What was agreed in the conversation. */
export type HoldHandoverInput = {
  /** Aftercare contact and dates. */
  aftercareContact: Scalars['FreeText']['input'];
  /** Agreements on the first day, travel, and who calls whom. */
  firstDayAgreements: Scalars['FreeText']['input'];
  /** When it was held; the planned moment without it. */
  heldAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The held conversation. */
export type HoldHandoverPayload = {
  __typename?: 'HoldHandoverPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Rows of warm handovers. */
export type ImportHandoversInput = {
  /** At most 500. */
  rows: Array<HandoverImportRow>;
};

/** What an import of warm handovers did. */
export type ImportHandoversPayload = {
  __typename?: 'ImportHandoversPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<PlacementsImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<PlacementsUserError>;
};

/** Rows of internships. */
export type ImportPlacementsInput = {
  /** At most 500. */
  rows: Array<PlacementImportRow>;
};

/** What an import of internships did. */
export type ImportPlacementsPayload = {
  __typename?: 'ImportPlacementsPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<PlacementsImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<PlacementsUserError>;
};

/** Who was informed, and who inspected. */
export type InformPartiesInput = {
  /** When the guardian was informed; needed while the pupil is under 18. */
  guardianInformedOn?: InputMaybe<Scalars['Date']['input']>;
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** Who inspected it, or left it at that. */
  inspectedBy: HandoverInspector;
  /** When it was inspected, or the right to inspect was not used. */
  inspectedOn: Scalars['Date']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** When the pupil was informed. */
  studentInformedOn: Scalars['Date']['input'];
};

/** The informed parties. */
export type InformPartiesPayload = {
  __typename?: 'InformPartiesPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Something that the pupil wants to learn. */
export type LearningGoal = {
  __typename?: 'LearningGoal';
  /** Its place in the list, from 1. */
  number: Scalars['Int']['output'];
  /** What the pupil wants to learn, in own words. */
  text: Scalars['FreeText']['output'];
};

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
/** Another day. */
export type MoveEvaluationInput = {
  /** The day on which it is due from now on. */
  dueOn: Scalars['Date']['input'];
  /** Id of the evaluation. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The moved evaluation. */
export type MoveEvaluationPayload = {
  __typename?: 'MoveEvaluationPayload';
  /** The evaluation as it stands. */
  evaluation?: Maybe<Evaluation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** Other dates. */
export type MovePlacementInput = {
  /** New last day. */
  endsOn: Scalars['Date']['input'];
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** New first day. */
  startsOn: Scalars['Date']['input'];
  /** New working times; without them the old ones stay. */
  workingTimes?: InputMaybe<Array<WorkingTimeInput>>;
};

/** The moved internship. */
export type MovePlacementPayload = {
  __typename?: 'MovePlacementPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Adds a contact person to a partner organisation. */
  addPartnerContact?: Maybe<AddPartnerContactPayload>;
  /** Records an agreement that all parties signed on paper: the internship is agreed and the evaluations are scheduled. */
  agreePlacement?: Maybe<AgreePlacementPayload>;
  /** Writes a change of an agreement in force, to be signed by the signatories of the version that it amends. */
  amendAgreement?: Maybe<AmendAgreementPayload>;
  /** Calls off a warm handover. */
  cancelHandover?: Maybe<CancelHandoverPayload>;
  /** Calls off an internship that hasn't started. */
  cancelPlacement?: Maybe<CancelPlacementPayload>;
  /** Changes the goals and the adjustments at work. */
  changeLearningPlan?: Maybe<ChangeLearningPlanPayload>;
  /** Changes a contact person, or marks that the person left. */
  changePartnerContact?: Maybe<ChangePartnerContactPayload>;
  /** Gives an internship other working times before an agreement is in force; after that the agreement is amended. */
  changeWorkingTimes?: Maybe<ChangeWorkingTimesPayload>;
  /** Writes the joint conclusion. */
  concludeEvaluation?: Maybe<ConcludeEvaluationPayload>;
  /** The receiving party confirms in writing. */
  confirmHandover?: Maybe<ConfirmHandoverPayload>;
  /** A party doesn't want the proposed internship. */
  declinePlacement?: Maybe<DeclinePlacementPayload>;
  /** Writes the agreement of a planned or proposed internship, to be signed by each party. */
  draftAgreement?: Maybe<DraftAgreementPayload>;
  /** Ends an agreed internship: as agreed, early, or because the pupil never came. Evaluations that are left are closed. */
  endPlacement?: Maybe<EndPlacementPayload>;
  /** Records that the conversation was held and what was agreed. */
  holdHandover?: Maybe<HoldHandoverPayload>;
  /** Brings in warm handovers from another administration, by their number; a row that is the same changes nothing. */
  importHandovers?: Maybe<ImportHandoversPayload>;
  /** Brings in internships from another administration, by their number; a row that is the same changes nothing. */
  importPlacements?: Maybe<ImportPlacementsPayload>;
  /** Records that pupil and guardian were informed and could inspect what is handed over. */
  informParties?: Maybe<InformPartiesPayload>;
  /** Gives an evaluation another day. */
  moveEvaluation?: Maybe<MoveEvaluationPayload>;
  /** Gives an internship other dates before an agreement is in force; after that the agreement is amended. */
  movePlacement?: Maybe<MovePlacementPayload>;
  /** Adds an evaluation to an agreed internship; each moment once. */
  planEvaluation?: Maybe<PlanEvaluationPayload>;
  /** Starts a warm handover. */
  planHandover?: Maybe<PlanHandoverPayload>;
  /** Plans the conversation. What the receiving party gets to see is logged as a disclosure first. */
  planHandoverConversation?: Maybe<PlanHandoverConversationPayload>;
  /** Plans an internship: checks the pupil, the workplace and the working times, holds a place of the offer, logs what the company gets to see, and proposes it. */
  planPlacement?: Maybe<PlanPlacementPayload>;
  /** Shows a planned internship to the company, or shows it again on another ground after a consent was withdrawn. Logged as a disclosure first. */
  proposePlacement?: Maybe<ProposePlacementPayload>;
  /** Writes down one item with its legal basis. An item that changes after it was inspected has to be inspected again. */
  recordHandoverItem?: Maybe<RecordHandoverItemPayload>;
  /** Records what a former pupil does on a 1 October. */
  recordOutcomeCheck?: Maybe<RecordOutcomeCheckPayload>;
  /** Adds a partner organisation with its first contact person. */
  registerPartner?: Maybe<RegisterPartnerPayload>;
  /** Saves a form half-way. */
  saveEvaluationDraft?: Maybe<SaveEvaluationDraftPayload>;
  /** Signs the agreement, or the amendment that waits, for one party. With the last signature it is in force and the evaluations are scheduled. */
  signAgreement?: Maybe<SignAgreementPayload>;
  /** Submits a form; it can't be changed any more. */
  submitEvaluation?: Maybe<SubmitEvaluationPayload>;
  /** Takes back a change that isn't signed by all. */
  withdrawAmendment?: Maybe<WithdrawAmendmentPayload>;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAddPartnerContactArgs = {
  input: AddPartnerContactInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAgreePlacementArgs = {
  input: AgreePlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAmendAgreementArgs = {
  input: AmendAgreementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationCancelHandoverArgs = {
  input: CancelHandoverInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationCancelPlacementArgs = {
  input: CancelPlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeLearningPlanArgs = {
  input: ChangeLearningPlanInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangePartnerContactArgs = {
  input: ChangePartnerContactInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeWorkingTimesArgs = {
  input: ChangeWorkingTimesInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationConcludeEvaluationArgs = {
  input: ConcludeEvaluationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationConfirmHandoverArgs = {
  input: ConfirmHandoverInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDeclinePlacementArgs = {
  input: DeclinePlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDraftAgreementArgs = {
  input: DraftAgreementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationEndPlacementArgs = {
  input: EndPlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationHoldHandoverArgs = {
  input: HoldHandoverInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportHandoversArgs = {
  input: ImportHandoversInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportPlacementsArgs = {
  input: ImportPlacementsInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationInformPartiesArgs = {
  input: InformPartiesInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationMoveEvaluationArgs = {
  input: MoveEvaluationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationMovePlacementArgs = {
  input: MovePlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationPlanEvaluationArgs = {
  input: PlanEvaluationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationPlanHandoverArgs = {
  input: PlanHandoverInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationPlanHandoverConversationArgs = {
  input: PlanHandoverConversationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationPlanPlacementArgs = {
  input: PlanPlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationProposePlacementArgs = {
  input: ProposePlacementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordHandoverItemArgs = {
  input: RecordHandoverItemInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRecordOutcomeCheckArgs = {
  input: RecordOutcomeCheckInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRegisterPartnerArgs = {
  input: RegisterPartnerInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationSaveEvaluationDraftArgs = {
  input: SaveEvaluationDraftInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationSignAgreementArgs = {
  input: SignAgreementInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationSubmitEvaluationArgs = {
  input: SubmitEvaluationInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationWithdrawAmendmentArgs = {
  input: WithdrawAmendmentInput;
};

/** Whether a place of the offer is kept for the internship. */
export const OfferPlaceState = {
  /** Kept. */
  Confirmed: 'CONFIRMED',
  /** The offer was full before the place could be kept: take another offer or a place outside it. */
  Lost: 'LOST',
  /** Given back. */
  Released: 'RELEASED',
  /** Held for a short time, until the employer's side confirms. */
  Reserved: 'RESERVED'
} as const;

export type OfferPlaceState = typeof OfferPlaceState[keyof typeof OfferPlaceState];
/** The check on one 1 October: is the former pupil still at the place where the school brought him? */
export type OutcomeCheck = {
  __typename?: 'OutcomeCheck';
  /** Whether there is a basic qualification (startkwalificatie). */
  basicQualification?: Maybe<Scalars['Boolean']['output']>;
  /** When it was checked; null while it wasn't. */
  checkedOn?: Maybe<Scalars['Date']['output']>;
  /** The 1 October that it is about. */
  dueOn: Scalars['Date']['output'];
  /** What was found, in functional words. */
  note?: Maybe<Scalars['FreeText']['output']>;
  /** What the former pupil does. */
  situation?: Maybe<OutcomeSituation>;
  /** Whether the former pupil is still at the destination. */
  stillAtDestination?: Maybe<Scalars['Boolean']['output']>;
};

/** What a former pupil does. */
export const OutcomeSituation = {
  /** Day activity. */
  DayActivity: 'DAY_ACTIVITY',
  /** Education. */
  Education: 'EDUCATION',
  /** None of these. */
  None: 'NONE',
  /** Not known: nobody could be reached. */
  Unknown: 'UNKNOWN',
  /** A job. */
  Work: 'WORK'
} as const;

export type OutcomeSituation = typeof OutcomeSituation[keyof typeof OutcomeSituation];
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

/** A signature on paper. */
export type PaperSignatureInput = {
  /** For whom was signed. */
  party: AgreementParty;
  /** On which day. */
  signedOn: Scalars['Date']['input'];
};

/** Somebody to speak to at a partner organisation. */
export type PartnerContact = {
  __typename?: 'PartnerContact';
  /** False once the person left. */
  active: Scalars['Boolean']['output'];
  /** E-mail address. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** Family name. */
  familyName: Scalars['String']['output'];
  /** First name. */
  givenName: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Telephone number. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
};

/** Somebody to speak to. */
export type PartnerContactInput = {
  /** E-mail address; mails with a link go there. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name. */
  familyName: Scalars['String']['input'];
  /** First name. */
  givenName: Scalars['String']['input'];
  /** Telephone number. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
};

/** What an organisation does for pupils who leave. */
export const PartnerKind = {
  /** Day activity. */
  DayActivity: 'DAY_ACTIVITY',
  /** An employer. */
  Employer: 'EMPLOYER',
  /** A school for vocational education. */
  Mbo: 'MBO',
  /** A municipality, UWV or Werkbedrijf. */
  Municipality: 'MUNICIPALITY',
  /** Another school. */
  OtherSchool: 'OTHER_SCHOOL'
} as const;

export type PartnerKind = typeof PartnerKind[keyof typeof PartnerKind];
/** An organisation that receives pupils or helps them on: mbo, employer, day activity, municipality. */
export type PartnerOrganisation = {
  __typename?: 'PartnerOrganisation';
  /** Whom to speak to, for the school. */
  contactPersons?: Maybe<Array<PartnerContact>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it does. */
  kind: PartnerKind;
  /** Its name. */
  name: Scalars['String']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
};

/** A page of partner organisations. */
export type PartnerOrganisationConnection = {
  __typename?: 'PartnerOrganisationConnection';
  /** The rows with their cursors. */
  edges: Array<PartnerOrganisationEdge>;
  /** The rows. */
  nodes: Array<PartnerOrganisation>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A partner organisation in a page. */
export type PartnerOrganisationEdge = {
  __typename?: 'PartnerOrganisationEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: PartnerOrganisation;
};

/** Which partner organisations to list; what isn't given doesn't narrow. */
export type PartnerOrganisationFilter = {
  /** Of this kind. */
  kind?: InputMaybe<PartnerKind>;
  /** With exactly this name. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** An internship (stage) of one pupil. */
export type Placement = {
  __typename?: 'Placement';
  /** The agreement, or its draft. */
  agreement?: Maybe<PlacementAgreement>;
  /** Changes of the agreement, the oldest first. */
  amendments?: Maybe<Array<AgreementAmendment>>;
  /** When it was planned. */
  createdAt: Scalars['DateTime']['output'];
  /** The company; null for an internship inside the school. */
  employer?: Maybe<Employer>;
  /** Why it ended, was called off or declined. */
  endNote?: Maybe<Scalars['FreeText']['output']>;
  /** When it ended, if not on its last day. */
  endedOn?: Maybe<Scalars['Date']['output']>;
  /** Last day. */
  endsOn: Scalars['Date']['output'];
  /** Its evaluations, the earliest first. */
  evaluations?: Maybe<EvaluationConnection>;
  /** What the pupil wants to learn. */
  goals?: Maybe<Array<LearningGoal>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What it is meant for. */
  kind: PlacementKind;
  /** On which ground the company may see the trainee; null while it may not. */
  legalBasis?: Maybe<LegalBasis>;
  /** What the school calls it. */
  localName?: Maybe<Scalars['FreeText']['output']>;
  /** Whether the pupil is a minor on the first day: a guardian signs too. */
  minorOnStart?: Maybe<Scalars['Boolean']['output']>;
  /** The offer that it takes a place of. */
  offer?: Maybe<PlacementOffer>;
  /** Whether the offer's place is kept. */
  offerPlace?: Maybe<OfferPlaceState>;
  /** Number in the administration that it was imported from. */
  placementNumber?: Maybe<Scalars['String']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** School location of the pupil when it was planned. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** Where the pupil works. */
  site?: Maybe<EmployerSite>;
  /** First day. */
  startsOn: Scalars['Date']['output'];
  /** Where it stands today. */
  state: PlacementState;
  /** The pupil. */
  student?: Maybe<Student>;
  /** Who guides the pupil for the school. */
  supervisor?: Maybe<StaffMember>;
  /** Hours of work in a full week, without breaks. */
  weeklyHours: Scalars['Float']['output'];
  /** What the workplace has to take into account, in functional words (instructions one at a time); never a diagnosis. */
  workAdjustments?: Maybe<Scalars['FreeText']['output']>;
  /** When the pupil works. */
  workingTimes: Array<WorkingTime>;
  /** Who guides the pupil at the company. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};


/** An internship (stage) of one pupil. */
export type PlacementEvaluationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** The placement agreement (stageovereenkomst). */
export type PlacementAgreement = {
  __typename?: 'PlacementAgreement';
  /** Last day. */
  endsOn: Scalars['Date']['output'];
  /** When the evaluations take place. */
  evaluationDates: Array<EvaluationDate>;
  /** On which grounds a party may end it early. */
  groundsForEarlyEnd: Array<Scalars['FreeText']['output']>;
  /** When the last party signed. */
  inForceSince?: Maybe<Scalars['DateTime']['output']>;
  /** Who has to sign. */
  parties: Array<AgreementParty>;
  /** Name of the school, as text. */
  schoolName: Scalars['FreeText']['output'];
  /** Who guides the pupil for the school. */
  schoolSupervisor: AgreementContact;
  /** Who signed this version. */
  signatures: Array<AgreementSignature>;
  /** First day. */
  startsOn: Scalars['Date']['output'];
  /** Whether it counts. */
  state: AgreementState;
  /** 1, and one more with each amendment in force. */
  version: Scalars['Int']['output'];
  /** Hours of work in a full week, without breaks. */
  weeklyHours: Scalars['Float']['output'];
  /** When the pupil works. */
  workingTimes: Array<WorkingTime>;
  /** Who guides the pupil at the company; none inside the school. */
  workplaceSupervisor?: Maybe<AgreementContact>;
};

/** A page of internships. */
export type PlacementConnection = {
  __typename?: 'PlacementConnection';
  /** The rows with their cursors. */
  edges: Array<PlacementEdge>;
  /** The rows. */
  nodes: Array<Placement>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An internship in a page. */
export type PlacementEdge = {
  __typename?: 'PlacementEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Placement;
};

/** How an internship ends. */
export const PlacementEndReason = {
  /** As agreed. */
  Completed: 'COMPLETED',
  /** Before its last day. */
  EarlyEnd: 'EARLY_END',
  /** The pupil never came. */
  NoShow: 'NO_SHOW'
} as const;

export type PlacementEndReason = typeof PlacementEndReason[keyof typeof PlacementEndReason];
/** How many placements there were of one kind and rhythm, that ended in one way. */
export type PlacementFigure = {
  __typename?: 'PlacementFigure';
  /** What kind of internship. */
  kind: PlacementKind;
  /** How many; null where fewer than five pupils had them, or where the total would give another cell away. */
  placements?: Maybe<Scalars['Int']['output']>;
  /** How many pupils had them; null where the placements are. */
  pupils?: Maybe<Scalars['Int']['output']>;
  /** Days in a row, or fixed weekdays. */
  rhythm: PlacementRhythm;
  /** How it stood in the end. */
  state: PlacementState;
};

/**
 * How many placements of one location began in one school year, by kind, rhythm and how they ended; counted when the files of their pupils had had their
 * time, so that it holds numbers alone. A number that fewer than five pupils make up is left out, and so are others by which it could be worked out.
 */
export type PlacementFigures = {
  __typename?: 'PlacementFigures';
  /** A number for each kind, rhythm and state that there was. */
  cells: Array<PlacementFigure>;
  /** All of them together; null where too few pupils had them, or where it would give a cell away. */
  placements?: Maybe<Scalars['Int']['output']>;
  /** The school location. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** The school year in which they began, by the year in which it begins (1 August). */
  schoolYear: Scalars['Int']['output'];
};

/** Which internships to list; what isn't given doesn't narrow. */
export type PlacementFilter = {
  /** At this company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** With a last day on or after this day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Of this kind. */
  kind?: InputMaybe<PlacementKind>;
  /** With this number in the administration that it was imported from. */
  placementNumber?: InputMaybe<Scalars['String']['input']>;
  /** Of pupils of this school location. */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<PlacementState>>;
  /** Of this pupil. */
  student?: InputMaybe<Scalars['ID']['input']>;
  /** Guided by this staff member. */
  supervisor?: InputMaybe<Scalars['ID']['input']>;
  /** With a first day on or before this day. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** One internship. */
export type PlacementImportRow = {
  /** The evaluation moments that are over, each an EvaluationMoment. */
  completedMoments?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The company; none for an internship inside the school. */
  employerId?: InputMaybe<Scalars['ID']['input']>;
  /** Last day, as 2026-11-24. */
  endsOn: Scalars['String']['input'];
  /** What the pupil wants to learn. */
  goals?: InputMaybe<Array<Scalars['String']['input']>>;
  /** A PlacementKind. */
  kind: Scalars['String']['input'];
  /** What the school calls it. */
  localName?: InputMaybe<Scalars['String']['input']>;
  /** The offer that it takes a place of. */
  offerId?: InputMaybe<Scalars['ID']['input']>;
  /** Number in the other administration; the key of the row. */
  placementNumber: Scalars['String']['input'];
  /** BLOCK or RIBBON. */
  rhythm: Scalars['String']['input'];
  /** The site of the company. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  /** First day, as 2026-11-24. */
  startsOn: Scalars['String']['input'];
  /** A PlacementState; RUNNING is an agreed one whose first day has come. */
  state: Scalars['String']['input'];
  /** The pupil. */
  studentId: Scalars['ID']['input'];
  /** Who guides the pupil for the school; by default the pupil's own supervisor. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
  /** When the pupil works. */
  workingTimes: Array<PlacementImportWorkingTime>;
  /** Who guides the pupil at the company. */
  workplaceSupervisorId?: InputMaybe<Scalars['ID']['input']>;
};

/** One stretch of work on a weekday. */
export type PlacementImportWorkingTime = {
  /** Minutes of break inside it. */
  breakMinutes: Scalars['Int']['input'];
  /** Local time, as 16:30. */
  endsAt: Scalars['String']['input'];
  /** Local time, as 09:00. */
  startsAt: Scalars['String']['input'];
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['input'];
};

/** What an internship is meant for. Schools use other names for the same thing: see `localName`. */
export const PlacementKind = {
  /** At a company, with school staff present. */
  GuidedOnSite: 'GUIDED_ON_SITE',
  /** Inside the school. */
  Internal: 'INTERNAL',
  /** Finding out what kind of work fits. */
  Orientation: 'ORIENTATION',
  /** Aims at a contract (plaatsingsstage). */
  Outflow: 'OUTFLOW',
  /** A first taste of a kind of work (snuffelstage). */
  Taster: 'TASTER',
  /** A teacher learns in a company (docentenstage). */
  Teacher: 'TEACHER',
  /** Learning a kind of work (beroepsgericht). */
  Vocational: 'VOCATIONAL'
} as const;

export type PlacementKind = typeof PlacementKind[keyof typeof PlacementKind];
/** A place that a company offers; employers owns the record. */
export type PlacementOffer = {
  __typename?: 'PlacementOffer';
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Internships that take a place of the offer. */
  placements?: Maybe<PlacementConnection>;
};


/** A place that a company offers; employers owns the record. */
export type PlacementOfferPlacementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** How the days of an internship lie. */
export const PlacementRhythm = {
  /** Days in a row. */
  Block: 'BLOCK',
  /** Fixed weekdays over a longer time (lintstage). */
  Ribbon: 'RIBBON'
} as const;

export type PlacementRhythm = typeof PlacementRhythm[keyof typeof PlacementRhythm];
/** Where an internship stands. */
export const PlacementState = {
  /** All parties signed; it hasn't started yet. */
  Agreed: 'AGREED',
  /** Called off before it was agreed or before it started. */
  Cancelled: 'CANCELLED',
  /** Ended as agreed. */
  Completed: 'COMPLETED',
  /** A party didn't want it. */
  Declined: 'DECLINED',
  /** Ended before its last day. */
  EndedEarly: 'ENDED_EARLY',
  /** The pupil never came. */
  NoShow: 'NO_SHOW',
  /** Planned by the school; the company doesn't know of it. */
  Planned: 'PLANNED',
  /** Proposed to the company, which sees the trainee. */
  Proposed: 'PROPOSED',
  /** Signed, and the first day has come. */
  Running: 'RUNNING'
} as const;

export type PlacementState = typeof PlacementState[keyof typeof PlacementState];
/** Why a mutation of the placements service was refused. */
export const PlacementsErrorCode = {
  /** The agreement is in force: amend it. */
  AgreementInForce: 'AGREEMENT_IN_FORCE',
  /** This party has signed. */
  AlreadySigned: 'ALREADY_SIGNED',
  /** Too many hours on average over four weeks for the age. */
  AverageTooHigh: 'AVERAGE_TOO_HIGH',
  /** A break is missing. */
  BreakTooShort: 'BREAK_TOO_SHORT',
  /** There is no such check, or its day hasn't come. */
  CheckNotDue: 'CHECK_NOT_DUE',
  /** No consent stands behind the disclosure. */
  ConsentMissing: 'CONSENT_MISSING',
  /** Too little rest between two days. */
  DailyRestTooShort: 'DAILY_REST_TOO_SHORT',
  /** A pupil under 18 does no dangerous work. */
  DangerousWork: 'DANGEROUS_WORK',
  /** Too many hours on a day for the age. */
  DayTooLong: 'DAY_TOO_LONG',
  /** The last day lies before the first. */
  EndsBeforeStart: 'ENDS_BEFORE_START',
  /** There is an evaluation for this moment. */
  EvaluationExists: 'EVALUATION_EXISTS',
  /** You may not do this. */
  Forbidden: 'FORBIDDEN',
  /** Forms are missing and no reason is given. */
  FormsMissing: 'FORMS_MISSING',
  /** A required question isn't answered: one error per question, its code stands in `field` (`answers.works-safely`), its words in the message. */
  FormIncomplete: 'FORM_INCOMPLETE',
  /** The form was submitted. */
  FormSubmitted: 'FORM_SUBMITTED',
  /** The guardian of a minor has to be informed. */
  GuardianNotInformed: 'GUARDIAN_NOT_INFORMED',
  /** Too early or too late for the age. */
  HoursNotAllowed: 'HOURS_NOT_ALLOWED',
  /** The idempotency key was used for another input. */
  IdempotencyKeyReused: 'IDEMPOTENCY_KEY_REUSED',
  /** It can't be done in the present state; the message says which. */
  IllegalState: 'ILLEGAL_STATE',
  /** This person may not inspect at the pupil's age. */
  InspectionNotAllowed: 'INSPECTION_NOT_ALLOWED',
  /** The value breaks a rule; the message says which. */
  InvalidInput: 'INVALID_INPUT',
  /** The day has passed. */
  InThePast: 'IN_THE_PAST',
  /** This ground doesn't hold here. */
  LegalBasisNotAllowed: 'LEGAL_BASIS_NOT_ALLOWED',
  /** The text holds a number that may be a citizen service number. */
  NationalNumber: 'NATIONAL_NUMBER',
  /** No item with a legal basis is written down. */
  NothingToHandOver: 'NOTHING_TO_HAND_OVER',
  /** This party doesn't sign, or somebody else signed the version that is amended. */
  NotASignatory: 'NOT_A_SIGNATORY',
  /** The thing doesn't exist, or you may not know of it. */
  NotFound: 'NOT_FOUND',
  /** The offer isn't open. */
  OfferClosed: 'OFFER_CLOSED',
  /** The offer has no place left. */
  OfferFull: 'OFFER_FULL',
  /** The dates lie outside the offer. */
  OutsideOfferPeriod: 'OUTSIDE_OFFER_PERIOD',
  /** The day lies outside the internship. */
  OutsidePlacement: 'OUTSIDE_PLACEMENT',
  /** There is a partner organisation of this name. */
  PartnerExists: 'PARTNER_EXISTS',
  /** The period is longer than allowed. */
  PeriodTooLong: 'PERIOD_TOO_LONG',
  /** The pupil has another internship at that time. */
  PlacementsOverlap: 'PLACEMENTS_OVERLAP',
  /** Somebody else changed it meanwhile; the payload shows the current state. */
  RevisionConflict: 'REVISION_CONFLICT',
  /** A weekday that the period doesn't hold. */
  ScheduleOutsidePeriod: 'SCHEDULE_OUTSIDE_PERIOD',
  /** Another service doesn't answer now; nothing was stored. */
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
  /** A party hasn't signed. */
  SignatureMissing: 'SIGNATURE_MISSING',
  /** The pupil has left, or will have left by then. */
  StudentLeft: 'STUDENT_LEFT',
  /** No work on Sunday at this age. */
  SundayNotAllowed: 'SUNDAY_NOT_ALLOWED',
  /** The text is longer than allowed. */
  TextTooLong: 'TEXT_TOO_LONG',
  /** Too many days a week for the profile. */
  TooManyDays: 'TOO_MANY_DAYS',
  /** The pupil is under 14. */
  UnderFourteen: 'UNDER_FOURTEEN',
  /** The form has no such question. */
  UnknownQuestion: 'UNKNOWN_QUESTION',
  /** Too little rest in a week. */
  WeeklyRestTooShort: 'WEEKLY_REST_TOO_SHORT',
  /** Too many hours in a week for the age. */
  WeekTooLong: 'WEEK_TOO_LONG',
  /** The company, site or guide isn't active any more. */
  WorkplaceInactive: 'WORKPLACE_INACTIVE'
} as const;

export type PlacementsErrorCode = typeof PlacementsErrorCode[keyof typeof PlacementsErrorCode];
/** A row of an import that was left out. */
export type PlacementsImportRefusal = {
  __typename?: 'PlacementsImportRefusal';
  /** What is wrong, for programs. */
  code: PlacementsErrorCode;
  /** The column that is wrong. */
  column: Scalars['String']['output'];
  /** What is wrong, in the caller's language; never the value. */
  message: Scalars['String']['output'];
  /** Its place in `rows`, from 0. */
  row: Scalars['Int']['output'];
};

/** One reason why a mutation was refused. */
export type PlacementsUserError = {
  __typename?: 'PlacementsUserError';
  /** What is wrong, for programs. */
  code: PlacementsErrorCode;
  /** Path of the input field (`workingTimes.2.endsAt`), or null where it's about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do, in the caller's language. */
  message: Scalars['String']['output'];
};

/** An evaluation beside those of the agreement. */
export type PlanEvaluationInput = {
  /** The day on which it is due. */
  dueOn: Scalars['Date']['input'];
  /** A value of your own that makes a repeat harmless: the same key gives the same answer. */
  idempotencyKey: Scalars['String']['input'];
  /** When in the internship. */
  moment: EvaluationMoment;
  /** Id of the internship. */
  placementId: Scalars['ID']['input'];
};

/** The planned evaluation. */
export type PlanEvaluationPayload = {
  __typename?: 'PlanEvaluationPayload';
  /** The evaluation. */
  evaluation?: Maybe<Evaluation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** When the conversation is. */
export type PlanHandoverConversationInput = {
  /** When the conversation is. */
  conversationAt: Scalars['DateTime']['input'];
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The planned conversation. */
export type PlanHandoverConversationPayload = {
  __typename?: 'PlanHandoverConversationPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A new warm handover. */
export type PlanHandoverInput = {
  /** Whom to speak to there. */
  contactPersonId: Scalars['ID']['input'];
  /** Another deadline than the usual one. */
  deadline?: InputMaybe<Scalars['Date']['input']>;
  /** A value of your own that makes a repeat harmless: the same key gives the same answer. */
  idempotencyKey: Scalars['String']['input'];
  /** The receiving organisation. */
  partnerId: Scalars['ID']['input'];
  /** The pupil. */
  studentId: Scalars['ID']['input'];
  /** Who does it for the school; by default the pupil's own supervisor. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
  /** Where the pupil goes. */
  target: HandoverTarget;
};

/** The new warm handover. */
export type PlanHandoverPayload = {
  __typename?: 'PlanHandoverPayload';
  /** The handover. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What is planned. */
export type PlanPlacementInput = {
  /** The company, where there is no offer; none for an internship inside the school. */
  employerId?: InputMaybe<Scalars['ID']['input']>;
  /** Last day. */
  endsOn: Scalars['Date']['input'];
  /** What the pupil wants to learn; at most 20. */
  goals?: InputMaybe<Array<Scalars['FreeText']['input']>>;
  /** A value of your own that makes a repeat harmless: the same key gives the same answer. */
  idempotencyKey: Scalars['String']['input'];
  /** What it is meant for. */
  kind: PlacementKind;
  /** On which ground the company gets to see the trainee: CONSENT, CONTRACT or PUBLIC_TASK. */
  legalBasis?: InputMaybe<LegalBasis>;
  /** What the school calls it. */
  localName?: InputMaybe<Scalars['FreeText']['input']>;
  /** The offer to take a place of; it names company and site. */
  offerId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether the company gets to see it at once. */
  propose?: InputMaybe<Scalars['Boolean']['input']>;
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** The site of the company. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  /** First day. */
  startsOn: Scalars['Date']['input'];
  /** The pupil. */
  studentId: Scalars['ID']['input'];
  /** Who guides the pupil for the school; by default the pupil's own supervisor. */
  supervisorId?: InputMaybe<Scalars['ID']['input']>;
  /** What the workplace has to take into account, in functional words; never a diagnosis. */
  workAdjustments?: InputMaybe<Scalars['FreeText']['input']>;
  /** When the pupil works. */
  workingTimes: Array<WorkingTimeInput>;
  /** Who guides the pupil at the company. */
  workplaceSupervisorId?: InputMaybe<Scalars['ID']['input']>;
};

/** The planned internship. */
export type PlanPlacementPayload = {
  __typename?: 'PlanPlacementPayload';
  /** The internship. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What the company gets to see, and why. */
export type ProposePlacementInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** On which ground the company gets to see the trainee: CONSENT, CONTRACT or PUBLIC_TASK. */
  legalBasis?: InputMaybe<LegalBasis>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The proposed internship. */
export type ProposePlacementPayload = {
  __typename?: 'ProposePlacementPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type Query = {
  __typename?: 'Query';
  /** An aftercare case by id; null when there is none that you may know of. */
  aftercareCase?: Maybe<AftercareCase>;
  /** Aftercare cases, the latest left first. */
  aftercareCases?: Maybe<AftercareCaseConnection>;
  /** An evaluation by id; null when there is none that you may know of. */
  evaluation?: Maybe<Evaluation>;
  /** Evaluations, the earliest first. */
  evaluations?: Maybe<EvaluationConnection>;
  /** A partner organisation by id; null when there is none that you may know of. */
  partnerOrganisation?: Maybe<PartnerOrganisation>;
  /** Partner organisations by name. */
  partnerOrganisations?: Maybe<PartnerOrganisationConnection>;
  /** An internship by id; null when there is none that you may know of. */
  placement?: Maybe<Placement>;
  /** Figures of the placements that began in a school year, a table for each location that you may see; none before the files of who left in it have ended. */
  placementFigures?: Maybe<Array<PlacementFigures>>;
  /** Internships, the latest first. */
  placements?: Maybe<PlacementConnection>;
  /** A trainee by id; null when there is none that you may know of. */
  trainee?: Maybe<Trainee>;
  /** Trainees of all schools at your companies, the latest first. HR systems need `trainees:read`. */
  trainees?: Maybe<TraineeConnection>;
  /** A warm handover by id; null when there is none that you may know of. */
  warmHandover?: Maybe<WarmHandover>;
  /** Warm handovers, the earliest deadline first. */
  warmHandovers?: Maybe<WarmHandoverConnection>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryAftercareCaseArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryAftercareCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AftercareCaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEvaluationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEvaluationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EvaluationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPartnerOrganisationArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPartnerOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PartnerOrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPlacementArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPlacementFiguresArgs = {
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  schoolYear: Scalars['Int']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPlacementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PlacementFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryTraineeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryTraineesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TraineeFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryWarmHandoverArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryWarmHandoversArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WarmHandoverFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One item. */
export type RecordHandoverItemInput = {
  /** Id of the handover. */
  id: Scalars['ID']['input'];
  /** What it is about. */
  kind: HandoverItemKind;
  /** On which ground. */
  legalBasis?: InputMaybe<LegalBasis>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What is handed over; empty text takes the item away. */
  text: Scalars['FreeText']['input'];
};

/** The written item. */
export type RecordHandoverItemPayload = {
  __typename?: 'RecordHandoverItemPayload';
  /** The handover as it stands. */
  handover?: Maybe<WarmHandover>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** What was found. */
export type RecordOutcomeCheckInput = {
  /** Whether there is a basic qualification (startkwalificatie), if known. */
  basicQualification?: InputMaybe<Scalars['Boolean']['input']>;
  /** When it was checked. */
  checkedOn: Scalars['Date']['input'];
  /** The 1 October that it is about. */
  dueOn: Scalars['Date']['input'];
  /** Id of the aftercare case. */
  id: Scalars['ID']['input'];
  /** What was found, in functional words. */
  note?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** What the former pupil does. */
  situation: OutcomeSituation;
  /** Whether the former pupil is still at the destination. */
  stillAtDestination: Scalars['Boolean']['input'];
};

/** The recorded check. */
export type RecordOutcomeCheckPayload = {
  __typename?: 'RecordOutcomeCheckPayload';
  /** The case as it stands. */
  aftercareCase?: Maybe<AftercareCase>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A new partner organisation. */
export type RegisterPartnerInput = {
  /** Whom to speak to. */
  contact: PartnerContactInput;
  /** A value of your own that makes a repeat harmless: the same key gives the same answer. */
  idempotencyKey: Scalars['String']['input'];
  /** What it does. */
  kind: PartnerKind;
  /** Its name. */
  name: Scalars['String']['input'];
};

/** The new partner organisation. */
export type RegisterPartnerPayload = {
  __typename?: 'RegisterPartnerPayload';
  /** The organisation. */
  partner?: Maybe<PartnerOrganisation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A form, half-way. */
export type SaveEvaluationDraftInput = {
  /** The answers so far; they replace those of the last draft. */
  answers: Array<EvaluationAnswerInput>;
  /** Id of the evaluation. */
  id: Scalars['ID']['input'];
  /** Anything else. */
  remark?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Whose form it is. */
  role: EvaluatorRole;
};

/** The saved form. */
export type SaveEvaluationDraftPayload = {
  __typename?: 'SaveEvaluationDraftPayload';
  /** The evaluation as it stands. */
  evaluation?: Maybe<Evaluation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

export type SchoolLocation = {
  __typename?: 'SchoolLocation';
  id: Scalars['ID']['output'];
};

/** One signature. */
export type SignAgreementInput = {
  /** Id of the internship, or of the trainee as the company knows it. */
  id: Scalars['ID']['input'];
  /** For staff of the school: the party signed on paper on this day. */
  onPaperOn?: InputMaybe<Scalars['Date']['input']>;
  /** For whom is signed. */
  party: AgreementParty;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** The version that is signed; an amendment is signed by the version that it amends. */
  version: Scalars['Int']['input'];
};

/** The signed agreement. */
export type SignAgreementPayload = {
  __typename?: 'SignAgreementPayload';
  /** The internship, for those who may see it. */
  placement?: Maybe<Placement>;
  /** The trainee, for the company. */
  trainee?: Maybe<Trainee>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

export type StaffMember = {
  __typename?: 'StaffMember';
  id: Scalars['ID']['output'];
};

/** A pupil; students owns the record. */
export type Student = {
  __typename?: 'Student';
  /** Aftercare since the pupil left; null before. */
  aftercareCase?: Maybe<AftercareCase>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** The pupil's internships, the latest first. */
  placements?: Maybe<PlacementConnection>;
  /** The pupil's warm handovers, the latest deadline first. */
  warmHandovers?: Maybe<WarmHandoverConnection>;
};


/** A pupil; students owns the record. */
export type StudentPlacementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A pupil; students owns the record. */
export type StudentWarmHandoversArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A form, complete. */
export type SubmitEvaluationInput = {
  /** The answers; without them the draft is submitted as it was saved. */
  answers?: InputMaybe<Array<EvaluationAnswerInput>>;
  /** Id of the evaluation. */
  id: Scalars['ID']['input'];
  /** Anything else. */
  remark?: InputMaybe<Scalars['FreeText']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Whose form it is. */
  role: EvaluatorRole;
};

/** The submitted form. */
export type SubmitEvaluationPayload = {
  __typename?: 'SubmitEvaluationPayload';
  /** The evaluation as it stands. */
  evaluation?: Maybe<Evaluation>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** A pupil as the company sees him, for one internship. Exists only while a logged disclosure stands behind it. */
export type Trainee = {
  __typename?: 'Trainee';
  /** Which rules of working time count; by the first day of the internship until it starts, then by today. */
  ageClass?: Maybe<AgeClass>;
  /** The agreement, for the company's own people. */
  agreement?: Maybe<PlacementAgreement>;
  /** Whether an agreement is in force; the family name depends on it. */
  agreementInForce?: Maybe<Scalars['Boolean']['output']>;
  /** Ground of the disclosure that stands; null where none does. */
  disclosureBasis?: Maybe<LegalBasis>;
  /** The company. */
  employer?: Maybe<Employer>;
  /** Last day. */
  endsOn: Scalars['Date']['output'];
  /** Evaluations with the company's own forms, the earliest first. HR systems need `evaluations:read`. */
  evaluations?: Maybe<EvaluationConnection>;
  /** What the trainee wants to learn. */
  goals?: Maybe<Array<LearningGoal>>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What the internship is meant for. */
  kind: PlacementKind;
  /** The offer that the trainee takes a place of. */
  offer?: Maybe<PlacementOffer>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** Name of the school, as the agreement names it. */
  schoolName?: Maybe<Scalars['FreeText']['output']>;
  /** Whom to call at school, as the agreement names it. */
  schoolSupervisor?: Maybe<AgreementContact>;
  /** Where the trainee works. */
  site?: Maybe<EmployerSite>;
  /** First day. */
  startsOn: Scalars['Date']['output'];
  /** Where it stands today. */
  state: PlacementState;
  /** Key of the pupil for the owner of the names. */
  studentKey?: Maybe<Scalars['ID']['output']>;
  /** Hours of work in a full week, without breaks. HR systems need `schedules:read`. */
  weeklyHours?: Maybe<Scalars['Float']['output']>;
  /** What the workplace has to take into account, in functional words. */
  workAdjustments?: Maybe<Scalars['FreeText']['output']>;
  /** When the trainee works. HR systems need `schedules:read`. */
  workingTimes?: Maybe<Array<WorkingTime>>;
  /** Who guides the trainee at the company. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};


/** A pupil as the company sees him, for one internship. Exists only while a logged disclosure stands behind it. */
export type TraineeEvaluationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of trainees. */
export type TraineeConnection = {
  __typename?: 'TraineeConnection';
  /** The rows with their cursors. */
  edges: Array<TraineeEdge>;
  /** The rows. */
  nodes: Array<Trainee>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A trainee in a page. */
export type TraineeEdge = {
  __typename?: 'TraineeEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: Trainee;
};

/** Which trainees to list; what isn't given doesn't narrow. */
export type TraineeFilter = {
  /** At this company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** With a last day on or after this day. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<PlacementState>>;
  /** With a first day on or before this day. */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** A warm handover (warme overdracht) of a pupil to the next place. */
export type WarmHandover = {
  __typename?: 'WarmHandover';
  /** Aftercare contact and dates. */
  aftercareContact?: Maybe<Scalars['FreeText']['output']>;
  /** Who has to take the next step; null when there is none. */
  ball?: Maybe<HandoverBall>;
  /** The checklist. */
  checklist?: Maybe<Array<HandoverCheck>>;
  /** What the receiving party said. */
  confirmation?: Maybe<Scalars['FreeText']['output']>;
  /** When the receiving party confirmed. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whom to speak to there. */
  contactPerson?: Maybe<PartnerContact>;
  /** When the conversation is planned, or was. */
  conversationAt?: Maybe<Scalars['DateTime']['output']>;
  /** The day before which it has to be held: 1 April for mbo, else the start of the region's summer holiday. */
  deadline: Scalars['Date']['output'];
  /** Agreements on the first day, travel, and who calls whom. */
  firstDayAgreements?: Maybe<Scalars['FreeText']['output']>;
  /** Number in the administration that it was imported from. */
  handoverNumber?: Maybe<Scalars['String']['output']>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What is handed over. The receiving party sees inspected items with a legal basis only. */
  items?: Maybe<Array<HandoverItem>>;
  /** Whether the deadline has passed without the conversation. */
  late: Scalars['Boolean']['output'];
  /** The receiving organisation. */
  partner?: Maybe<PartnerOrganisation>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** School location of the pupil when it was planned. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** Where it stands. */
  state: HandoverState;
  /** Lead time per step and party. */
  steps?: Maybe<Array<HandoverStep>>;
  /** The pupil. */
  student?: Maybe<Student>;
  /** Who does it for the school. */
  supervisor?: Maybe<StaffMember>;
  /** Where the pupil goes. */
  target: HandoverTarget;
};

/** A page of warm handovers. */
export type WarmHandoverConnection = {
  __typename?: 'WarmHandoverConnection';
  /** The rows with their cursors. */
  edges: Array<WarmHandoverEdge>;
  /** The rows. */
  nodes: Array<WarmHandover>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A warm handover in a page. */
export type WarmHandoverEdge = {
  __typename?: 'WarmHandoverEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The row. */
  node: WarmHandover;
};

/** Which warm handovers to list; what isn't given doesn't narrow. */
export type WarmHandoverFilter = {
  /** Waiting for this party. */
  ball?: InputMaybe<HandoverBall>;
  /** With a deadline on or before this day. */
  deadlineUntil?: InputMaybe<Scalars['Date']['input']>;
  /** With this number in the administration that it was imported from. */
  handoverNumber?: InputMaybe<Scalars['String']['input']>;
  /** To this organisation. */
  partner?: InputMaybe<Scalars['ID']['input']>;
  /** Of pupils of this school location. */
  schoolLocation?: InputMaybe<Scalars['ID']['input']>;
  /** In one of these states. */
  state?: InputMaybe<Array<HandoverState>>;
  /** Of this pupil. */
  student?: InputMaybe<Scalars['ID']['input']>;
};

/** The change that is taken back. */
export type WithdrawAmendmentInput = {
  /** Id of the internship. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** The internship without the amendment. */
export type WithdrawAmendmentPayload = {
  __typename?: 'WithdrawAmendmentPayload';
  /** The internship as it stands. */
  placement?: Maybe<Placement>;
  /** Why nothing was done; empty when it was. */
  userErrors: Array<PlacementsUserError>;
};

/** One stretch of work on a weekday, repeated every week of the placement. */
export type WorkingTime = {
  __typename?: 'WorkingTime';
  /** Minutes of break inside it. */
  breakMinutes: Scalars['Int']['output'];
  /** Local time at which the work ends, on the same day. */
  endsAt: Scalars['LocalTime']['output'];
  /** Local time at which the work starts. */
  startsAt: Scalars['LocalTime']['output'];
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['output'];
};

/** One stretch of work on a weekday, repeated every week of the placement. */
export type WorkingTimeInput = {
  /** Minutes of break inside it. */
  breakMinutes: Scalars['Int']['input'];
  /** Local time at which the work ends, on the same day. */
  endsAt: Scalars['LocalTime']['input'];
  /** Local time at which the work starts. */
  startsAt: Scalars['LocalTime']['input'];
  /** 1 is Monday, 7 is Sunday. */
  weekday: Scalars['Int']['input'];
};

export type WorkplaceSupervisor = {
  __typename?: 'WorkplaceSupervisor';
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
  AftercareCase: AftercareCase;
  Employer: Employer;
  Evaluation: Evaluation;
  PartnerOrganisation: PartnerOrganisation;
  Placement: Placement;
  PlacementOffer: PlacementOffer;
  Student: Student;
  Trainee: Trainee;
  WarmHandover: WarmHandover;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  AftercareCase:
    ( { __typename: 'AftercareCase' }
    & GraphQLRecursivePick<FederationTypes['AftercareCase'], {"id":true}> );
  Employer:
    ( { __typename: 'Employer' }
    & GraphQLRecursivePick<FederationTypes['Employer'], {"id":true}> );
  Evaluation:
    ( { __typename: 'Evaluation' }
    & GraphQLRecursivePick<FederationTypes['Evaluation'], {"id":true}> );
  PartnerOrganisation:
    ( { __typename: 'PartnerOrganisation' }
    & GraphQLRecursivePick<FederationTypes['PartnerOrganisation'], {"id":true}> );
  Placement:
    ( { __typename: 'Placement' }
    & GraphQLRecursivePick<FederationTypes['Placement'], {"id":true}> );
  PlacementOffer:
    ( { __typename: 'PlacementOffer' }
    & GraphQLRecursivePick<FederationTypes['PlacementOffer'], {"id":true}> );
  Student:
    ( { __typename: 'Student' }
    & GraphQLRecursivePick<FederationTypes['Student'], {"id":true}> );
  Trainee:
    ( { __typename: 'Trainee' }
    & GraphQLRecursivePick<FederationTypes['Trainee'], {"id":true}> );
  WarmHandover:
    ( { __typename: 'WarmHandover' }
    & GraphQLRecursivePick<FederationTypes['WarmHandover'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AddPartnerContactInput: AddPartnerContactInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AddPartnerContactPayload: ResolverTypeWrapper<PayloadBody>;
  AftercareCase: ResolverTypeWrapper<AftercareRow>;
  AftercareCaseConnection: ResolverTypeWrapper<AnyConnection>;
  AftercareCaseEdge: ResolverTypeWrapper<Omit<AftercareCaseEdge, 'node'> & { node: ResolversTypes['AftercareCase'] }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AftercareCaseFilter: AftercareCaseFilter;
  AgeClass: AgeClass;
  AgreePlacementInput: AgreePlacementInput;
  AgreePlacementPayload: ResolverTypeWrapper<PayloadBody>;
  AgreementAmendment: ResolverTypeWrapper<Amendment>;
  AgreementContact: ResolverTypeWrapper<AgreementContact>;
  AgreementContactInput: AgreementContactInput;
  AgreementParty: AgreementParty;
  AgreementSignature: ResolverTypeWrapper<AgreementSignature>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AgreementState: AgreementState;
  AgreementTermsInput: AgreementTermsInput;
  AmendAgreementInput: AmendAgreementInput;
  AmendAgreementPayload: ResolverTypeWrapper<PayloadBody>;
  CancelHandoverInput: CancelHandoverInput;
  CancelHandoverPayload: ResolverTypeWrapper<PayloadBody>;
  CancelPlacementInput: CancelPlacementInput;
  CancelPlacementPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeLearningPlanInput: ChangeLearningPlanInput;
  ChangeLearningPlanPayload: ResolverTypeWrapper<PayloadBody>;
  ChangePartnerContactInput: ChangePartnerContactInput;
  ChangePartnerContactPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeWorkingTimesInput: ChangeWorkingTimesInput;
  ChangeWorkingTimesPayload: ResolverTypeWrapper<PayloadBody>;
  ConcludeEvaluationInput: ConcludeEvaluationInput;
  ConcludeEvaluationPayload: ResolverTypeWrapper<PayloadBody>;
  ConfirmHandoverInput: ConfirmHandoverInput;
  ConfirmHandoverPayload: ResolverTypeWrapper<PayloadBody>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeclinePlacementInput: DeclinePlacementInput;
  DeclinePlacementPayload: ResolverTypeWrapper<PayloadBody>;
  DraftAgreementInput: DraftAgreementInput;
  DraftAgreementPayload: ResolverTypeWrapper<PayloadBody>;
  EarlyLeaverStatus: ResolverTypeWrapper<EarlyLeaverStatus>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Employer: ResolverTypeWrapper<Reference>;
  EmployerSite: ResolverTypeWrapper<Reference>;
  EndPlacementInput: EndPlacementInput;
  EndPlacementPayload: ResolverTypeWrapper<PayloadBody>;
  Evaluation: ResolverTypeWrapper<EvaluationRow>;
  EvaluationAnswer: ResolverTypeWrapper<EvaluationAnswer>;
  EvaluationAnswerInput: EvaluationAnswerInput;
  EvaluationConclusion: ResolverTypeWrapper<EvaluationConclusion>;
  EvaluationConnection: ResolverTypeWrapper<AnyConnection>;
  EvaluationDate: ResolverTypeWrapper<EvaluationDate>;
  EvaluationDateInput: EvaluationDateInput;
  EvaluationEdge: ResolverTypeWrapper<Omit<EvaluationEdge, 'node'> & { node: ResolversTypes['Evaluation'] }>;
  EvaluationFilter: EvaluationFilter;
  EvaluationForm: ResolverTypeWrapper<EvaluationForm>;
  EvaluationFormState: EvaluationFormState;
  EvaluationMoment: EvaluationMoment;
  EvaluationOutcome: EvaluationOutcome;
  EvaluationQuestion: ResolverTypeWrapper<EvaluationQuestion>;
  EvaluationQuestionKind: EvaluationQuestionKind;
  EvaluationState: EvaluationState;
  EvaluatorRole: EvaluatorRole;
  FreeText: ResolverTypeWrapper<Scalars['FreeText']['output']>;
  HandoverBall: HandoverBall;
  HandoverCheck: ResolverTypeWrapper<HandoverCheck>;
  HandoverCheckKind: HandoverCheckKind;
  HandoverImportPartner: HandoverImportPartner;
  HandoverImportRow: HandoverImportRow;
  HandoverInspector: HandoverInspector;
  HandoverItem: ResolverTypeWrapper<HandoverItem>;
  HandoverItemKind: HandoverItemKind;
  HandoverState: HandoverState;
  HandoverStep: ResolverTypeWrapper<HandoverStep>;
  HandoverTarget: HandoverTarget;
  HoldHandoverInput: HoldHandoverInput;
  HoldHandoverPayload: ResolverTypeWrapper<PayloadBody>;
  ImportHandoversInput: ImportHandoversInput;
  ImportHandoversPayload: ResolverTypeWrapper<PayloadBody>;
  ImportPlacementsInput: ImportPlacementsInput;
  ImportPlacementsPayload: ResolverTypeWrapper<PayloadBody>;
  InformPartiesInput: InformPartiesInput;
  InformPartiesPayload: ResolverTypeWrapper<PayloadBody>;
  LearningGoal: ResolverTypeWrapper<Goal>;
  LegalBasis: LegalBasis;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  MoveEvaluationInput: MoveEvaluationInput;
  MoveEvaluationPayload: ResolverTypeWrapper<PayloadBody>;
  MovePlacementInput: MovePlacementInput;
  MovePlacementPayload: ResolverTypeWrapper<PayloadBody>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfferPlaceState: OfferPlaceState;
  OutcomeCheck: ResolverTypeWrapper<OutcomeCheck>;
  OutcomeSituation: OutcomeSituation;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PaperSignatureInput: PaperSignatureInput;
  PartnerContact: ResolverTypeWrapper<PartnerContactRow>;
  PartnerContactInput: PartnerContactInput;
  PartnerKind: PartnerKind;
  PartnerOrganisation: ResolverTypeWrapper<PartnerRow>;
  PartnerOrganisationConnection: ResolverTypeWrapper<AnyConnection>;
  PartnerOrganisationEdge: ResolverTypeWrapper<Omit<PartnerOrganisationEdge, 'node'> & { node: ResolversTypes['PartnerOrganisation'] }>;
  PartnerOrganisationFilter: PartnerOrganisationFilter;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Placement: ResolverTypeWrapper<PlacementRow>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  PlacementAgreement: ResolverTypeWrapper<Agreement>;
  PlacementConnection: ResolverTypeWrapper<AnyConnection>;
  PlacementEdge: ResolverTypeWrapper<Omit<PlacementEdge, 'node'> & { node: ResolversTypes['Placement'] }>;
  PlacementEndReason: PlacementEndReason;
  PlacementFigure: ResolverTypeWrapper<PlacementFigure>;
  PlacementFigures: ResolverTypeWrapper<PlacementTable>;
  PlacementFilter: PlacementFilter;
  PlacementImportRow: PlacementImportRow;
  PlacementImportWorkingTime: PlacementImportWorkingTime;
  PlacementKind: PlacementKind;
  PlacementOffer: ResolverTypeWrapper<Reference>;
  PlacementRhythm: PlacementRhythm;
  PlacementState: PlacementState;
  PlacementsErrorCode: PlacementsErrorCode;
  PlacementsImportRefusal: ResolverTypeWrapper<PlacementsImportRefusal>;
  PlacementsUserError: ResolverTypeWrapper<PlacementsUserError>;
  PlanEvaluationInput: PlanEvaluationInput;
  PlanEvaluationPayload: ResolverTypeWrapper<PayloadBody>;
  PlanHandoverConversationInput: PlanHandoverConversationInput;
  PlanHandoverConversationPayload: ResolverTypeWrapper<PayloadBody>;
  PlanHandoverInput: PlanHandoverInput;
  PlanHandoverPayload: ResolverTypeWrapper<PayloadBody>;
  PlanPlacementInput: PlanPlacementInput;
  PlanPlacementPayload: ResolverTypeWrapper<PayloadBody>;
  ProposePlacementInput: ProposePlacementInput;
  ProposePlacementPayload: ResolverTypeWrapper<PayloadBody>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordHandoverItemInput: RecordHandoverItemInput;
  RecordHandoverItemPayload: ResolverTypeWrapper<PayloadBody>;
  RecordOutcomeCheckInput: RecordOutcomeCheckInput;
  RecordOutcomeCheckPayload: ResolverTypeWrapper<PayloadBody>;
  RegisterPartnerInput: RegisterPartnerInput;
  RegisterPartnerPayload: ResolverTypeWrapper<PayloadBody>;
  SaveEvaluationDraftInput: SaveEvaluationDraftInput;
  SaveEvaluationDraftPayload: ResolverTypeWrapper<PayloadBody>;
  SchoolLocation: ResolverTypeWrapper<Reference>;
  SignAgreementInput: SignAgreementInput;
  SignAgreementPayload: ResolverTypeWrapper<PayloadBody>;
  StaffMember: ResolverTypeWrapper<Reference>;
  Student: ResolverTypeWrapper<Reference>;
  SubmitEvaluationInput: SubmitEvaluationInput;
  SubmitEvaluationPayload: ResolverTypeWrapper<PayloadBody>;
  Trainee: ResolverTypeWrapper<PlacementRow>;
  TraineeConnection: ResolverTypeWrapper<AnyConnection>;
  TraineeEdge: ResolverTypeWrapper<Omit<TraineeEdge, 'node'> & { node: ResolversTypes['Trainee'] }>;
  TraineeFilter: TraineeFilter;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  WarmHandover: ResolverTypeWrapper<HandoverRow>;
  WarmHandoverConnection: ResolverTypeWrapper<AnyConnection>;
  WarmHandoverEdge: ResolverTypeWrapper<Omit<WarmHandoverEdge, 'node'> & { node: ResolversTypes['WarmHandover'] }>;
  WarmHandoverFilter: WarmHandoverFilter;
  WithdrawAmendmentInput: WithdrawAmendmentInput;
  WithdrawAmendmentPayload: ResolverTypeWrapper<PayloadBody>;
  WorkingTime: ResolverTypeWrapper<WorkingTime>;
  WorkingTimeInput: WorkingTimeInput;
  WorkplaceSupervisor: ResolverTypeWrapper<Reference>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AddPartnerContactInput: AddPartnerContactInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AddPartnerContactPayload: PayloadBody;
  AftercareCase: AftercareRow;
  AftercareCaseConnection: AnyConnection;
  AftercareCaseEdge: Omit<AftercareCaseEdge, 'node'> & { node: ResolversParentTypes['AftercareCase'] };
  String: Scalars['String']['output'];
  AftercareCaseFilter: AftercareCaseFilter;
  AgreePlacementInput: AgreePlacementInput;
  AgreePlacementPayload: PayloadBody;
  AgreementAmendment: Amendment;
  AgreementContact: AgreementContact;
  AgreementContactInput: AgreementContactInput;
  AgreementSignature: AgreementSignature;
  Boolean: Scalars['Boolean']['output'];
  AgreementTermsInput: AgreementTermsInput;
  AmendAgreementInput: AmendAgreementInput;
  AmendAgreementPayload: PayloadBody;
  CancelHandoverInput: CancelHandoverInput;
  CancelHandoverPayload: PayloadBody;
  CancelPlacementInput: CancelPlacementInput;
  CancelPlacementPayload: PayloadBody;
  ChangeLearningPlanInput: ChangeLearningPlanInput;
  ChangeLearningPlanPayload: PayloadBody;
  ChangePartnerContactInput: ChangePartnerContactInput;
  ChangePartnerContactPayload: PayloadBody;
  ChangeWorkingTimesInput: ChangeWorkingTimesInput;
  ChangeWorkingTimesPayload: PayloadBody;
  ConcludeEvaluationInput: ConcludeEvaluationInput;
  ConcludeEvaluationPayload: PayloadBody;
  ConfirmHandoverInput: ConfirmHandoverInput;
  ConfirmHandoverPayload: PayloadBody;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeclinePlacementInput: DeclinePlacementInput;
  DeclinePlacementPayload: PayloadBody;
  DraftAgreementInput: DraftAgreementInput;
  DraftAgreementPayload: PayloadBody;
  EarlyLeaverStatus: EarlyLeaverStatus;
  EmailAddress: Scalars['EmailAddress']['output'];
  Employer: Reference;
  EmployerSite: Reference;
  EndPlacementInput: EndPlacementInput;
  EndPlacementPayload: PayloadBody;
  Evaluation: EvaluationRow;
  EvaluationAnswer: EvaluationAnswer;
  EvaluationAnswerInput: EvaluationAnswerInput;
  EvaluationConclusion: EvaluationConclusion;
  EvaluationConnection: AnyConnection;
  EvaluationDate: EvaluationDate;
  EvaluationDateInput: EvaluationDateInput;
  EvaluationEdge: Omit<EvaluationEdge, 'node'> & { node: ResolversParentTypes['Evaluation'] };
  EvaluationFilter: EvaluationFilter;
  EvaluationForm: EvaluationForm;
  EvaluationQuestion: EvaluationQuestion;
  FreeText: Scalars['FreeText']['output'];
  HandoverCheck: HandoverCheck;
  HandoverImportPartner: HandoverImportPartner;
  HandoverImportRow: HandoverImportRow;
  HandoverItem: HandoverItem;
  HandoverStep: HandoverStep;
  HoldHandoverInput: HoldHandoverInput;
  HoldHandoverPayload: PayloadBody;
  ImportHandoversInput: ImportHandoversInput;
  ImportHandoversPayload: PayloadBody;
  ImportPlacementsInput: ImportPlacementsInput;
  ImportPlacementsPayload: PayloadBody;
  InformPartiesInput: InformPartiesInput;
  InformPartiesPayload: PayloadBody;
  LearningGoal: Goal;
  LocalTime: Scalars['LocalTime']['output'];
  MoveEvaluationInput: MoveEvaluationInput;
  MoveEvaluationPayload: PayloadBody;
  MovePlacementInput: MovePlacementInput;
  MovePlacementPayload: PayloadBody;
  Mutation: Record<PropertyKey, never>;
  OutcomeCheck: OutcomeCheck;
  PageInfo: PageInfo;
  PaperSignatureInput: PaperSignatureInput;
  PartnerContact: PartnerContactRow;
  PartnerContactInput: PartnerContactInput;
  PartnerOrganisation: PartnerRow;
  PartnerOrganisationConnection: AnyConnection;
  PartnerOrganisationEdge: Omit<PartnerOrganisationEdge, 'node'> & { node: ResolversParentTypes['PartnerOrganisation'] };
  PartnerOrganisationFilter: PartnerOrganisationFilter;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Placement: PlacementRow;
  Float: Scalars['Float']['output'];
  PlacementAgreement: Agreement;
  PlacementConnection: AnyConnection;
  PlacementEdge: Omit<PlacementEdge, 'node'> & { node: ResolversParentTypes['Placement'] };
  PlacementFigure: PlacementFigure;
  PlacementFigures: PlacementTable;
  PlacementFilter: PlacementFilter;
  PlacementImportRow: PlacementImportRow;
  PlacementImportWorkingTime: PlacementImportWorkingTime;
  PlacementOffer: Reference;
  PlacementsImportRefusal: PlacementsImportRefusal;
  PlacementsUserError: PlacementsUserError;
  PlanEvaluationInput: PlanEvaluationInput;
  PlanEvaluationPayload: PayloadBody;
  PlanHandoverConversationInput: PlanHandoverConversationInput;
  PlanHandoverConversationPayload: PayloadBody;
  PlanHandoverInput: PlanHandoverInput;
  PlanHandoverPayload: PayloadBody;
  PlanPlacementInput: PlanPlacementInput;
  PlanPlacementPayload: PayloadBody;
  ProposePlacementInput: ProposePlacementInput;
  ProposePlacementPayload: PayloadBody;
  Query: Record<PropertyKey, never>;
  RecordHandoverItemInput: RecordHandoverItemInput;
  RecordHandoverItemPayload: PayloadBody;
  RecordOutcomeCheckInput: RecordOutcomeCheckInput;
  RecordOutcomeCheckPayload: PayloadBody;
  RegisterPartnerInput: RegisterPartnerInput;
  RegisterPartnerPayload: PayloadBody;
  SaveEvaluationDraftInput: SaveEvaluationDraftInput;
  SaveEvaluationDraftPayload: PayloadBody;
  SchoolLocation: Reference;
  SignAgreementInput: SignAgreementInput;
  SignAgreementPayload: PayloadBody;
  StaffMember: Reference;
  Student: Reference;
  SubmitEvaluationInput: SubmitEvaluationInput;
  SubmitEvaluationPayload: PayloadBody;
  Trainee: PlacementRow;
  TraineeConnection: AnyConnection;
  TraineeEdge: Omit<TraineeEdge, 'node'> & { node: ResolversParentTypes['Trainee'] };
  TraineeFilter: TraineeFilter;
  URL: Scalars['URL']['output'];
  WarmHandover: HandoverRow;
  WarmHandoverConnection: AnyConnection;
  WarmHandoverEdge: Omit<WarmHandoverEdge, 'node'> & { node: ResolversParentTypes['WarmHandover'] };
  WarmHandoverFilter: WarmHandoverFilter;
  WithdrawAmendmentInput: WithdrawAmendmentInput;
  WithdrawAmendmentPayload: PayloadBody;
  WorkingTime: WorkingTime;
  WorkingTimeInput: WorkingTimeInput;
  WorkplaceSupervisor: Reference;
};

export type AddPartnerContactPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AddPartnerContactPayload'] = ResolversParentTypes['AddPartnerContactPayload']> = {
  partner?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type AftercareCaseResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AftercareCase'] = ResolversParentTypes['AftercareCase'], FederationReferenceType extends FederationReferenceTypes['AftercareCase'] = FederationReferenceTypes['AftercareCase']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['AftercareCase']> | FederationReferenceType, FederationReferenceType, ContextType>;
  checks?: Resolver<Maybe<Array<ResolversTypes['OutcomeCheck']>>, ParentType, ContextType>;
  destination?: Resolver<Maybe<ResolversTypes['HandoverTarget']>, ParentType, ContextType>;
  earlyLeaverStatus?: Resolver<Maybe<ResolversTypes['EarlyLeaverStatus']>, ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leftOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
};

export type AftercareCaseConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AftercareCaseConnection'] = ResolversParentTypes['AftercareCaseConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AftercareCaseEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AftercareCase']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type AftercareCaseEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AftercareCaseEdge'] = ResolversParentTypes['AftercareCaseEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AftercareCase'], ParentType, ContextType>;
};

export type AgreePlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AgreePlacementPayload'] = ResolversParentTypes['AgreePlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type AgreementAmendmentResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AgreementAmendment'] = ResolversParentTypes['AgreementAmendment']> = {
  amendsVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  evaluationDates?: Resolver<Maybe<Array<ResolversTypes['EvaluationDate']>>, ParentType, ContextType>;
  inForceSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['AgreementParty']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  signatures?: Resolver<Array<ResolversTypes['AgreementSignature']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AgreementState'], ParentType, ContextType>;
  supervisor?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  workingTimes?: Resolver<Maybe<Array<ResolversTypes['WorkingTime']>>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export type AgreementContactResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AgreementContact'] = ResolversParentTypes['AgreementContact']> = {
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['FreeText'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
};

export type AgreementSignatureResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AgreementSignature'] = ResolversParentTypes['AgreementSignature']> = {
  onPaper?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  party?: Resolver<ResolversTypes['AgreementParty'], ParentType, ContextType>;
  signedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AmendAgreementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AmendAgreementPayload'] = ResolversParentTypes['AmendAgreementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type CancelHandoverPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CancelHandoverPayload'] = ResolversParentTypes['CancelHandoverPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type CancelPlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CancelPlacementPayload'] = ResolversParentTypes['CancelPlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ChangeLearningPlanPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeLearningPlanPayload'] = ResolversParentTypes['ChangeLearningPlanPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ChangePartnerContactPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangePartnerContactPayload'] = ResolversParentTypes['ChangePartnerContactPayload']> = {
  partner?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ChangeWorkingTimesPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeWorkingTimesPayload'] = ResolversParentTypes['ChangeWorkingTimesPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ConcludeEvaluationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConcludeEvaluationPayload'] = ResolversParentTypes['ConcludeEvaluationPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ConfirmHandoverPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ConfirmHandoverPayload'] = ResolversParentTypes['ConfirmHandoverPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeclinePlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeclinePlacementPayload'] = ResolversParentTypes['DeclinePlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type DraftAgreementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DraftAgreementPayload'] = ResolversParentTypes['DraftAgreementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type EarlyLeaverStatusResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EarlyLeaverStatus'] = ResolversParentTypes['EarlyLeaverStatus']> = {
  countedOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  earlyLeaver?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  ruleVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmployerResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer'], FederationReferenceType extends FederationReferenceTypes['Employer'] = FederationReferenceTypes['Employer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placements?: Resolver<Maybe<ResolversTypes['PlacementConnection']>, ParentType, ContextType, Partial<EmployerPlacementsArgs>>;
  trainees?: Resolver<Maybe<ResolversTypes['TraineeConnection']>, ParentType, ContextType, Partial<EmployerTraineesArgs>>;
};

export type EmployerSiteResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerSite'] = ResolversParentTypes['EmployerSite']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EndPlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EndPlacementPayload'] = ResolversParentTypes['EndPlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type EvaluationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Evaluation'] = ResolversParentTypes['Evaluation'], FederationReferenceType extends FederationReferenceTypes['Evaluation'] = FederationReferenceTypes['Evaluation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Evaluation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  conclusion?: Resolver<Maybe<ResolversTypes['EvaluationConclusion']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  employerForm?: Resolver<Maybe<ResolversTypes['EvaluationForm']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  moment?: Resolver<ResolversTypes['EvaluationMoment'], ParentType, ContextType>;
  pendingRoles?: Resolver<Array<ResolversTypes['EvaluatorRole']>, ParentType, ContextType>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  questionVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schoolForm?: Resolver<Maybe<ResolversTypes['EvaluationForm']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EvaluationState'], ParentType, ContextType>;
  studentForm?: Resolver<Maybe<ResolversTypes['EvaluationForm']>, ParentType, ContextType>;
  trainee?: Resolver<Maybe<ResolversTypes['Trainee']>, ParentType, ContextType>;
};

export type EvaluationAnswerResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationAnswer'] = ResolversParentTypes['EvaluationAnswer']> = {
  question?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
};

export type EvaluationConclusionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationConclusion'] = ResolversParentTypes['EvaluationConclusion']> = {
  concludedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  missingFormsReason?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['EvaluationOutcome'], ParentType, ContextType>;
  text?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
};

export type EvaluationConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationConnection'] = ResolversParentTypes['EvaluationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EvaluationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EvaluationDateResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationDate'] = ResolversParentTypes['EvaluationDate']> = {
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  moment?: Resolver<ResolversTypes['EvaluationMoment'], ParentType, ContextType>;
};

export type EvaluationEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationEdge'] = ResolversParentTypes['EvaluationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Evaluation'], ParentType, ContextType>;
};

export type EvaluationFormResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationForm'] = ResolversParentTypes['EvaluationForm']> = {
  answers?: Resolver<Array<ResolversTypes['EvaluationAnswer']>, ParentType, ContextType>;
  questions?: Resolver<Array<ResolversTypes['EvaluationQuestion']>, ParentType, ContextType>;
  remark?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['EvaluatorRole'], ParentType, ContextType>;
  savedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EvaluationFormState'], ParentType, ContextType>;
  submittedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type EvaluationQuestionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EvaluationQuestion'] = ResolversParentTypes['EvaluationQuestion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EvaluationQuestionKind'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface FreeTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FreeText'], any> {
  name: 'FreeText';
}

export type HandoverCheckResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['HandoverCheck'] = ResolversParentTypes['HandoverCheck']> = {
  done?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HandoverCheckKind'], ParentType, ContextType>;
};

export type HandoverItemResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['HandoverItem'] = ResolversParentTypes['HandoverItem']> = {
  inspected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['HandoverItemKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['FreeText'], ParentType, ContextType>;
};

export type HandoverStepResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['HandoverStep'] = ResolversParentTypes['HandoverStep']> = {
  ball?: Resolver<ResolversTypes['HandoverBall'], ParentType, ContextType>;
  days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HandoverState'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type HoldHandoverPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['HoldHandoverPayload'] = ResolversParentTypes['HoldHandoverPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ImportHandoversPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportHandoversPayload'] = ResolversParentTypes['ImportHandoversPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['PlacementsImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ImportPlacementsPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportPlacementsPayload'] = ResolversParentTypes['ImportPlacementsPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['PlacementsImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type InformPartiesPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['InformPartiesPayload'] = ResolversParentTypes['InformPartiesPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type LearningGoalResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['LearningGoal'] = ResolversParentTypes['LearningGoal']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['FreeText'], ParentType, ContextType>;
};

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MoveEvaluationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['MoveEvaluationPayload'] = ResolversParentTypes['MoveEvaluationPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type MovePlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['MovePlacementPayload'] = ResolversParentTypes['MovePlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  addPartnerContact?: Resolver<Maybe<ResolversTypes['AddPartnerContactPayload']>, ParentType, ContextType, RequireFields<MutationAddPartnerContactArgs, 'input'>>;
  agreePlacement?: Resolver<Maybe<ResolversTypes['AgreePlacementPayload']>, ParentType, ContextType, RequireFields<MutationAgreePlacementArgs, 'input'>>;
  amendAgreement?: Resolver<Maybe<ResolversTypes['AmendAgreementPayload']>, ParentType, ContextType, RequireFields<MutationAmendAgreementArgs, 'input'>>;
  cancelHandover?: Resolver<Maybe<ResolversTypes['CancelHandoverPayload']>, ParentType, ContextType, RequireFields<MutationCancelHandoverArgs, 'input'>>;
  cancelPlacement?: Resolver<Maybe<ResolversTypes['CancelPlacementPayload']>, ParentType, ContextType, RequireFields<MutationCancelPlacementArgs, 'input'>>;
  changeLearningPlan?: Resolver<Maybe<ResolversTypes['ChangeLearningPlanPayload']>, ParentType, ContextType, RequireFields<MutationChangeLearningPlanArgs, 'input'>>;
  changePartnerContact?: Resolver<Maybe<ResolversTypes['ChangePartnerContactPayload']>, ParentType, ContextType, RequireFields<MutationChangePartnerContactArgs, 'input'>>;
  changeWorkingTimes?: Resolver<Maybe<ResolversTypes['ChangeWorkingTimesPayload']>, ParentType, ContextType, RequireFields<MutationChangeWorkingTimesArgs, 'input'>>;
  concludeEvaluation?: Resolver<Maybe<ResolversTypes['ConcludeEvaluationPayload']>, ParentType, ContextType, RequireFields<MutationConcludeEvaluationArgs, 'input'>>;
  confirmHandover?: Resolver<Maybe<ResolversTypes['ConfirmHandoverPayload']>, ParentType, ContextType, RequireFields<MutationConfirmHandoverArgs, 'input'>>;
  declinePlacement?: Resolver<Maybe<ResolversTypes['DeclinePlacementPayload']>, ParentType, ContextType, RequireFields<MutationDeclinePlacementArgs, 'input'>>;
  draftAgreement?: Resolver<Maybe<ResolversTypes['DraftAgreementPayload']>, ParentType, ContextType, RequireFields<MutationDraftAgreementArgs, 'input'>>;
  endPlacement?: Resolver<Maybe<ResolversTypes['EndPlacementPayload']>, ParentType, ContextType, RequireFields<MutationEndPlacementArgs, 'input'>>;
  holdHandover?: Resolver<Maybe<ResolversTypes['HoldHandoverPayload']>, ParentType, ContextType, RequireFields<MutationHoldHandoverArgs, 'input'>>;
  importHandovers?: Resolver<Maybe<ResolversTypes['ImportHandoversPayload']>, ParentType, ContextType, RequireFields<MutationImportHandoversArgs, 'input'>>;
  importPlacements?: Resolver<Maybe<ResolversTypes['ImportPlacementsPayload']>, ParentType, ContextType, RequireFields<MutationImportPlacementsArgs, 'input'>>;
  informParties?: Resolver<Maybe<ResolversTypes['InformPartiesPayload']>, ParentType, ContextType, RequireFields<MutationInformPartiesArgs, 'input'>>;
  moveEvaluation?: Resolver<Maybe<ResolversTypes['MoveEvaluationPayload']>, ParentType, ContextType, RequireFields<MutationMoveEvaluationArgs, 'input'>>;
  movePlacement?: Resolver<Maybe<ResolversTypes['MovePlacementPayload']>, ParentType, ContextType, RequireFields<MutationMovePlacementArgs, 'input'>>;
  planEvaluation?: Resolver<Maybe<ResolversTypes['PlanEvaluationPayload']>, ParentType, ContextType, RequireFields<MutationPlanEvaluationArgs, 'input'>>;
  planHandover?: Resolver<Maybe<ResolversTypes['PlanHandoverPayload']>, ParentType, ContextType, RequireFields<MutationPlanHandoverArgs, 'input'>>;
  planHandoverConversation?: Resolver<Maybe<ResolversTypes['PlanHandoverConversationPayload']>, ParentType, ContextType, RequireFields<MutationPlanHandoverConversationArgs, 'input'>>;
  planPlacement?: Resolver<Maybe<ResolversTypes['PlanPlacementPayload']>, ParentType, ContextType, RequireFields<MutationPlanPlacementArgs, 'input'>>;
  proposePlacement?: Resolver<Maybe<ResolversTypes['ProposePlacementPayload']>, ParentType, ContextType, RequireFields<MutationProposePlacementArgs, 'input'>>;
  recordHandoverItem?: Resolver<Maybe<ResolversTypes['RecordHandoverItemPayload']>, ParentType, ContextType, RequireFields<MutationRecordHandoverItemArgs, 'input'>>;
  recordOutcomeCheck?: Resolver<Maybe<ResolversTypes['RecordOutcomeCheckPayload']>, ParentType, ContextType, RequireFields<MutationRecordOutcomeCheckArgs, 'input'>>;
  registerPartner?: Resolver<Maybe<ResolversTypes['RegisterPartnerPayload']>, ParentType, ContextType, RequireFields<MutationRegisterPartnerArgs, 'input'>>;
  saveEvaluationDraft?: Resolver<Maybe<ResolversTypes['SaveEvaluationDraftPayload']>, ParentType, ContextType, RequireFields<MutationSaveEvaluationDraftArgs, 'input'>>;
  signAgreement?: Resolver<Maybe<ResolversTypes['SignAgreementPayload']>, ParentType, ContextType, RequireFields<MutationSignAgreementArgs, 'input'>>;
  submitEvaluation?: Resolver<Maybe<ResolversTypes['SubmitEvaluationPayload']>, ParentType, ContextType, RequireFields<MutationSubmitEvaluationArgs, 'input'>>;
  withdrawAmendment?: Resolver<Maybe<ResolversTypes['WithdrawAmendmentPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawAmendmentArgs, 'input'>>;
};

export type OutcomeCheckResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['OutcomeCheck'] = ResolversParentTypes['OutcomeCheck']> = {
  basicQualification?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  checkedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  situation?: Resolver<Maybe<ResolversTypes['OutcomeSituation']>, ParentType, ContextType>;
  stillAtDestination?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PartnerContactResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PartnerContact'] = ResolversParentTypes['PartnerContact']> = {
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
};

export type PartnerOrganisationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PartnerOrganisation'] = ResolversParentTypes['PartnerOrganisation'], FederationReferenceType extends FederationReferenceTypes['PartnerOrganisation'] = FederationReferenceTypes['PartnerOrganisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PartnerOrganisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contactPersons?: Resolver<Maybe<Array<ResolversTypes['PartnerContact']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PartnerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PartnerOrganisationConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PartnerOrganisationConnection'] = ResolversParentTypes['PartnerOrganisationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PartnerOrganisationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PartnerOrganisationEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PartnerOrganisationEdge'] = ResolversParentTypes['PartnerOrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PartnerOrganisation'], ParentType, ContextType>;
};

export interface PhoneNumberScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['PhoneNumber'], any> {
  name: 'PhoneNumber';
}

export type PlacementResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Placement'] = ResolversParentTypes['Placement'], FederationReferenceType extends FederationReferenceTypes['Placement'] = FederationReferenceTypes['Placement']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Placement']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['PlacementAgreement']>, ParentType, ContextType>;
  amendments?: Resolver<Maybe<Array<ResolversTypes['AgreementAmendment']>>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  endNote?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  endedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evaluations?: Resolver<Maybe<ResolversTypes['EvaluationConnection']>, ParentType, ContextType, Partial<PlacementEvaluationsArgs>>;
  goals?: Resolver<Maybe<Array<ResolversTypes['LearningGoal']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlacementKind'], ParentType, ContextType>;
  legalBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  localName?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  minorOnStart?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  offerPlace?: Resolver<Maybe<ResolversTypes['OfferPlaceState']>, ParentType, ContextType>;
  placementNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rhythm?: Resolver<ResolversTypes['PlacementRhythm'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlacementState'], ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  supervisor?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  weeklyHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  workAdjustments?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  workingTimes?: Resolver<Array<ResolversTypes['WorkingTime']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export type PlacementAgreementResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementAgreement'] = ResolversParentTypes['PlacementAgreement']> = {
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evaluationDates?: Resolver<Array<ResolversTypes['EvaluationDate']>, ParentType, ContextType>;
  groundsForEarlyEnd?: Resolver<Array<ResolversTypes['FreeText']>, ParentType, ContextType>;
  inForceSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  parties?: Resolver<Array<ResolversTypes['AgreementParty']>, ParentType, ContextType>;
  schoolName?: Resolver<ResolversTypes['FreeText'], ParentType, ContextType>;
  schoolSupervisor?: Resolver<ResolversTypes['AgreementContact'], ParentType, ContextType>;
  signatures?: Resolver<Array<ResolversTypes['AgreementSignature']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['AgreementState'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  weeklyHours?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  workingTimes?: Resolver<Array<ResolversTypes['WorkingTime']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['AgreementContact']>, ParentType, ContextType>;
};

export type PlacementConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementConnection'] = ResolversParentTypes['PlacementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlacementEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Placement']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PlacementEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementEdge'] = ResolversParentTypes['PlacementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Placement'], ParentType, ContextType>;
};

export type PlacementFigureResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementFigure'] = ResolversParentTypes['PlacementFigure']> = {
  kind?: Resolver<ResolversTypes['PlacementKind'], ParentType, ContextType>;
  placements?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  pupils?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  rhythm?: Resolver<ResolversTypes['PlacementRhythm'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlacementState'], ParentType, ContextType>;
};

export type PlacementFiguresResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementFigures'] = ResolversParentTypes['PlacementFigures']> = {
  cells?: Resolver<Array<ResolversTypes['PlacementFigure']>, ParentType, ContextType>;
  placements?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  schoolYear?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlacementOfferResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementOffer'] = ResolversParentTypes['PlacementOffer'], FederationReferenceType extends FederationReferenceTypes['PlacementOffer'] = FederationReferenceTypes['PlacementOffer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PlacementOffer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placements?: Resolver<Maybe<ResolversTypes['PlacementConnection']>, ParentType, ContextType, Partial<PlacementOfferPlacementsArgs>>;
};

export type PlacementsImportRefusalResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementsImportRefusal'] = ResolversParentTypes['PlacementsImportRefusal']> = {
  code?: Resolver<ResolversTypes['PlacementsErrorCode'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlacementsUserErrorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementsUserError'] = ResolversParentTypes['PlacementsUserError']> = {
  code?: Resolver<ResolversTypes['PlacementsErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlanEvaluationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlanEvaluationPayload'] = ResolversParentTypes['PlanEvaluationPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type PlanHandoverConversationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlanHandoverConversationPayload'] = ResolversParentTypes['PlanHandoverConversationPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type PlanHandoverPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlanHandoverPayload'] = ResolversParentTypes['PlanHandoverPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type PlanPlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlanPlacementPayload'] = ResolversParentTypes['PlanPlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type ProposePlacementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ProposePlacementPayload'] = ResolversParentTypes['ProposePlacementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  aftercareCase?: Resolver<Maybe<ResolversTypes['AftercareCase']>, ParentType, ContextType, RequireFields<QueryAftercareCaseArgs, 'id'>>;
  aftercareCases?: Resolver<Maybe<ResolversTypes['AftercareCaseConnection']>, ParentType, ContextType, Partial<QueryAftercareCasesArgs>>;
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType, RequireFields<QueryEvaluationArgs, 'id'>>;
  evaluations?: Resolver<Maybe<ResolversTypes['EvaluationConnection']>, ParentType, ContextType, Partial<QueryEvaluationsArgs>>;
  partnerOrganisation?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType, RequireFields<QueryPartnerOrganisationArgs, 'id'>>;
  partnerOrganisations?: Resolver<Maybe<ResolversTypes['PartnerOrganisationConnection']>, ParentType, ContextType, Partial<QueryPartnerOrganisationsArgs>>;
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType, RequireFields<QueryPlacementArgs, 'id'>>;
  placementFigures?: Resolver<Maybe<Array<ResolversTypes['PlacementFigures']>>, ParentType, ContextType, RequireFields<QueryPlacementFiguresArgs, 'schoolYear'>>;
  placements?: Resolver<Maybe<ResolversTypes['PlacementConnection']>, ParentType, ContextType, Partial<QueryPlacementsArgs>>;
  trainee?: Resolver<Maybe<ResolversTypes['Trainee']>, ParentType, ContextType, RequireFields<QueryTraineeArgs, 'id'>>;
  trainees?: Resolver<Maybe<ResolversTypes['TraineeConnection']>, ParentType, ContextType, Partial<QueryTraineesArgs>>;
  warmHandover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType, RequireFields<QueryWarmHandoverArgs, 'id'>>;
  warmHandovers?: Resolver<Maybe<ResolversTypes['WarmHandoverConnection']>, ParentType, ContextType, Partial<QueryWarmHandoversArgs>>;
};

export type RecordHandoverItemPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordHandoverItemPayload'] = ResolversParentTypes['RecordHandoverItemPayload']> = {
  handover?: Resolver<Maybe<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type RecordOutcomeCheckPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RecordOutcomeCheckPayload'] = ResolversParentTypes['RecordOutcomeCheckPayload']> = {
  aftercareCase?: Resolver<Maybe<ResolversTypes['AftercareCase']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type RegisterPartnerPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RegisterPartnerPayload'] = ResolversParentTypes['RegisterPartnerPayload']> = {
  partner?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type SaveEvaluationDraftPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SaveEvaluationDraftPayload'] = ResolversParentTypes['SaveEvaluationDraftPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type SchoolLocationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SchoolLocation'] = ResolversParentTypes['SchoolLocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SignAgreementPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SignAgreementPayload'] = ResolversParentTypes['SignAgreementPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  trainee?: Resolver<Maybe<ResolversTypes['Trainee']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StudentResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Student'] = ResolversParentTypes['Student'], FederationReferenceType extends FederationReferenceTypes['Student'] = FederationReferenceTypes['Student']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Student']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aftercareCase?: Resolver<Maybe<ResolversTypes['AftercareCase']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  placements?: Resolver<Maybe<ResolversTypes['PlacementConnection']>, ParentType, ContextType, Partial<StudentPlacementsArgs>>;
  warmHandovers?: Resolver<Maybe<ResolversTypes['WarmHandoverConnection']>, ParentType, ContextType, Partial<StudentWarmHandoversArgs>>;
};

export type SubmitEvaluationPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SubmitEvaluationPayload'] = ResolversParentTypes['SubmitEvaluationPayload']> = {
  evaluation?: Resolver<Maybe<ResolversTypes['Evaluation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type TraineeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Trainee'] = ResolversParentTypes['Trainee'], FederationReferenceType extends FederationReferenceTypes['Trainee'] = FederationReferenceTypes['Trainee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Trainee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  ageClass?: Resolver<Maybe<ResolversTypes['AgeClass']>, ParentType, ContextType>;
  agreement?: Resolver<Maybe<ResolversTypes['PlacementAgreement']>, ParentType, ContextType>;
  agreementInForce?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  disclosureBasis?: Resolver<Maybe<ResolversTypes['LegalBasis']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  evaluations?: Resolver<Maybe<ResolversTypes['EvaluationConnection']>, ParentType, ContextType, Partial<TraineeEvaluationsArgs>>;
  goals?: Resolver<Maybe<Array<ResolversTypes['LearningGoal']>>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlacementKind'], ParentType, ContextType>;
  offer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rhythm?: Resolver<ResolversTypes['PlacementRhythm'], ParentType, ContextType>;
  schoolName?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  schoolSupervisor?: Resolver<Maybe<ResolversTypes['AgreementContact']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlacementState'], ParentType, ContextType>;
  studentKey?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  weeklyHours?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  workAdjustments?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  workingTimes?: Resolver<Maybe<Array<ResolversTypes['WorkingTime']>>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export type TraineeConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['TraineeConnection'] = ResolversParentTypes['TraineeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['TraineeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Trainee']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type TraineeEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['TraineeEdge'] = ResolversParentTypes['TraineeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Trainee'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type WarmHandoverResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WarmHandover'] = ResolversParentTypes['WarmHandover'], FederationReferenceType extends FederationReferenceTypes['WarmHandover'] = FederationReferenceTypes['WarmHandover']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WarmHandover']> | FederationReferenceType, FederationReferenceType, ContextType>;
  aftercareContact?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  ball?: Resolver<Maybe<ResolversTypes['HandoverBall']>, ParentType, ContextType>;
  checklist?: Resolver<Maybe<Array<ResolversTypes['HandoverCheck']>>, ParentType, ContextType>;
  confirmation?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  contactPerson?: Resolver<Maybe<ResolversTypes['PartnerContact']>, ParentType, ContextType>;
  conversationAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  firstDayAgreements?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  handoverNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['HandoverItem']>>, ParentType, ContextType>;
  late?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  partner?: Resolver<Maybe<ResolversTypes['PartnerOrganisation']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['HandoverState'], ParentType, ContextType>;
  steps?: Resolver<Maybe<Array<ResolversTypes['HandoverStep']>>, ParentType, ContextType>;
  student?: Resolver<Maybe<ResolversTypes['Student']>, ParentType, ContextType>;
  supervisor?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['HandoverTarget'], ParentType, ContextType>;
};

export type WarmHandoverConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WarmHandoverConnection'] = ResolversParentTypes['WarmHandoverConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WarmHandoverEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WarmHandover']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WarmHandoverEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WarmHandoverEdge'] = ResolversParentTypes['WarmHandoverEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WarmHandover'], ParentType, ContextType>;
};

export type WithdrawAmendmentPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WithdrawAmendmentPayload'] = ResolversParentTypes['WithdrawAmendmentPayload']> = {
  placement?: Resolver<Maybe<ResolversTypes['Placement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['PlacementsUserError']>, ParentType, ContextType>;
};

export type WorkingTimeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkingTime'] = ResolversParentTypes['WorkingTime']> = {
  breakMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  startsAt?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkplaceSupervisorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkplaceSupervisor'] = ResolversParentTypes['WorkplaceSupervisor']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ServiceContext> = {
  AddPartnerContactPayload?: AddPartnerContactPayloadResolvers<ContextType>;
  AftercareCase?: AftercareCaseResolvers<ContextType>;
  AftercareCaseConnection?: AftercareCaseConnectionResolvers<ContextType>;
  AftercareCaseEdge?: AftercareCaseEdgeResolvers<ContextType>;
  AgreePlacementPayload?: AgreePlacementPayloadResolvers<ContextType>;
  AgreementAmendment?: AgreementAmendmentResolvers<ContextType>;
  AgreementContact?: AgreementContactResolvers<ContextType>;
  AgreementSignature?: AgreementSignatureResolvers<ContextType>;
  AmendAgreementPayload?: AmendAgreementPayloadResolvers<ContextType>;
  CancelHandoverPayload?: CancelHandoverPayloadResolvers<ContextType>;
  CancelPlacementPayload?: CancelPlacementPayloadResolvers<ContextType>;
  ChangeLearningPlanPayload?: ChangeLearningPlanPayloadResolvers<ContextType>;
  ChangePartnerContactPayload?: ChangePartnerContactPayloadResolvers<ContextType>;
  ChangeWorkingTimesPayload?: ChangeWorkingTimesPayloadResolvers<ContextType>;
  ConcludeEvaluationPayload?: ConcludeEvaluationPayloadResolvers<ContextType>;
  ConfirmHandoverPayload?: ConfirmHandoverPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeclinePlacementPayload?: DeclinePlacementPayloadResolvers<ContextType>;
  DraftAgreementPayload?: DraftAgreementPayloadResolvers<ContextType>;
  EarlyLeaverStatus?: EarlyLeaverStatusResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  Employer?: EmployerResolvers<ContextType>;
  EmployerSite?: EmployerSiteResolvers<ContextType>;
  EndPlacementPayload?: EndPlacementPayloadResolvers<ContextType>;
  Evaluation?: EvaluationResolvers<ContextType>;
  EvaluationAnswer?: EvaluationAnswerResolvers<ContextType>;
  EvaluationConclusion?: EvaluationConclusionResolvers<ContextType>;
  EvaluationConnection?: EvaluationConnectionResolvers<ContextType>;
  EvaluationDate?: EvaluationDateResolvers<ContextType>;
  EvaluationEdge?: EvaluationEdgeResolvers<ContextType>;
  EvaluationForm?: EvaluationFormResolvers<ContextType>;
  EvaluationQuestion?: EvaluationQuestionResolvers<ContextType>;
  FreeText?: GraphQLScalarType;
  HandoverCheck?: HandoverCheckResolvers<ContextType>;
  HandoverItem?: HandoverItemResolvers<ContextType>;
  HandoverStep?: HandoverStepResolvers<ContextType>;
  HoldHandoverPayload?: HoldHandoverPayloadResolvers<ContextType>;
  ImportHandoversPayload?: ImportHandoversPayloadResolvers<ContextType>;
  ImportPlacementsPayload?: ImportPlacementsPayloadResolvers<ContextType>;
  InformPartiesPayload?: InformPartiesPayloadResolvers<ContextType>;
  LearningGoal?: LearningGoalResolvers<ContextType>;
  LocalTime?: GraphQLScalarType;
  MoveEvaluationPayload?: MoveEvaluationPayloadResolvers<ContextType>;
  MovePlacementPayload?: MovePlacementPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  OutcomeCheck?: OutcomeCheckResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PartnerContact?: PartnerContactResolvers<ContextType>;
  PartnerOrganisation?: PartnerOrganisationResolvers<ContextType>;
  PartnerOrganisationConnection?: PartnerOrganisationConnectionResolvers<ContextType>;
  PartnerOrganisationEdge?: PartnerOrganisationEdgeResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Placement?: PlacementResolvers<ContextType>;
  PlacementAgreement?: PlacementAgreementResolvers<ContextType>;
  PlacementConnection?: PlacementConnectionResolvers<ContextType>;
  PlacementEdge?: PlacementEdgeResolvers<ContextType>;
  PlacementFigure?: PlacementFigureResolvers<ContextType>;
  PlacementFigures?: PlacementFiguresResolvers<ContextType>;
  PlacementOffer?: PlacementOfferResolvers<ContextType>;
  PlacementsImportRefusal?: PlacementsImportRefusalResolvers<ContextType>;
  PlacementsUserError?: PlacementsUserErrorResolvers<ContextType>;
  PlanEvaluationPayload?: PlanEvaluationPayloadResolvers<ContextType>;
  PlanHandoverConversationPayload?: PlanHandoverConversationPayloadResolvers<ContextType>;
  PlanHandoverPayload?: PlanHandoverPayloadResolvers<ContextType>;
  PlanPlacementPayload?: PlanPlacementPayloadResolvers<ContextType>;
  ProposePlacementPayload?: ProposePlacementPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordHandoverItemPayload?: RecordHandoverItemPayloadResolvers<ContextType>;
  RecordOutcomeCheckPayload?: RecordOutcomeCheckPayloadResolvers<ContextType>;
  RegisterPartnerPayload?: RegisterPartnerPayloadResolvers<ContextType>;
  SaveEvaluationDraftPayload?: SaveEvaluationDraftPayloadResolvers<ContextType>;
  SchoolLocation?: SchoolLocationResolvers<ContextType>;
  SignAgreementPayload?: SignAgreementPayloadResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  Student?: StudentResolvers<ContextType>;
  SubmitEvaluationPayload?: SubmitEvaluationPayloadResolvers<ContextType>;
  Trainee?: TraineeResolvers<ContextType>;
  TraineeConnection?: TraineeConnectionResolvers<ContextType>;
  TraineeEdge?: TraineeEdgeResolvers<ContextType>;
  URL?: GraphQLScalarType;
  WarmHandover?: WarmHandoverResolvers<ContextType>;
  WarmHandoverConnection?: WarmHandoverConnectionResolvers<ContextType>;
  WarmHandoverEdge?: WarmHandoverEdgeResolvers<ContextType>;
  WithdrawAmendmentPayload?: WithdrawAmendmentPayloadResolvers<ContextType>;
  WorkingTime?: WorkingTimeResolvers<ContextType>;
  WorkplaceSupervisor?: WorkplaceSupervisorResolvers<ContextType>;
};

