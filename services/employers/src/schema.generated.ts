import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnyConnection } from '@servicepunt/shared/paging';
import type { PayloadBody } from '@servicepunt/shared/mutation';
import type { CompanyGroupRow } from './group/store.ts';
import type { EmployerRow, EmployerSiteRow } from './employer/store.ts';
import type { EmployerPersonRow } from './contact/store.ts';
import type { PlacementOfferRow } from './offer/store.ts';
import type { BudgetView, ApproachRow } from './budget/store.ts';
import type { EmployerLoadView } from './budget/reads.ts';
import type { ApiKeyRow } from './api-key/store.ts';
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

/** Which company becomes active. */
export type ActivateEmployerInput = {
  /** Id of the company. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What activating a company gave. */
export type ActivateEmployerPayload = {
  __typename?: 'ActivateEmployerPayload';
  /** The company as it stands now. */
  employer?: Maybe<Employer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A new contact: of a company or of a group, not both. */
export type AddContactInput = {
  /** E-mail address at work. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Id of the company. */
  employerId?: InputMaybe<Scalars['ID']['input']>;
  /** Family name, prefixes included, at most 100 characters. */
  familyName: Scalars['FreeText']['input'];
  /** Given name, at most 100 characters. */
  givenName: Scalars['FreeText']['input'];
  /** Id of the company group. Only the Servicepunt does this: the contact sees the trainees of all its companies. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Language of mails and messages; Dutch unless given. */
  language?: InputMaybe<Language>;
  /** Telephone number at work. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** Who this is for the identity provider. Only the Servicepunt gives it: with it the person signs in. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** What adding a contact gave. */
export type AddContactPayload = {
  __typename?: 'AddContactPayload';
  /** The contact. */
  contact?: Maybe<EmployerContact>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A new site of a company. */
export type AddEmployerSiteInput = {
  /** Id of the company. */
  employerId: Scalars['ID']['input'];
  /** The revision of the company that you saw. */
  revision: Scalars['Int']['input'];
  /** The site. */
  site: EmployerSiteInput;
};

/** What adding a site gave. */
export type AddEmployerSitePayload = {
  __typename?: 'AddEmployerSitePayload';
  /** The company as it stands now. */
  employer?: Maybe<Employer>;
  /** The new site. */
  site?: Maybe<EmployerSite>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A new workplace supervisor. */
export type AddWorkplaceSupervisorInput = {
  /** E-mail address at work. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name, prefixes included, at most 100 characters. */
  familyName: Scalars['FreeText']['input'];
  /** Given name, at most 100 characters. */
  givenName: Scalars['FreeText']['input'];
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Language of mails and messages; Dutch unless given. */
  language?: InputMaybe<Language>;
  /** Telephone number at work. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** Id of the site where he works. */
  siteId: Scalars['ID']['input'];
};

/** What adding a workplace supervisor gave. */
export type AddWorkplaceSupervisorPayload = {
  __typename?: 'AddWorkplaceSupervisorPayload';
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
  /** The workplace supervisor. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};

/** A key with which an employer's HR system calls this API. The key itself is shown once, when it's made. */
export type ApiKey = {
  __typename?: 'ApiKey';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The company whose system it is. */
  employer?: Maybe<Employer>;
  /** When it stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** When it was used last, to the minute; null while it never was. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What people call it. */
  name: Scalars['String']['output'];
  /** The beginning of the key, by which people recognise it: `slk_` and its public part. */
  publicPart: Scalars['String']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** When it was revoked; null while it wasn't. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it may do. */
  scopes: Array<ApiScope>;
};

/** A page of API keys. */
export type ApiKeyConnection = {
  __typename?: 'ApiKeyConnection';
  /** The rows with their cursors. */
  edges: Array<ApiKeyEdge>;
  /** The rows. */
  nodes: Array<ApiKey>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An API key in a page. */
export type ApiKeyEdge = {
  __typename?: 'ApiKeyEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The key. */
  node: ApiKey;
};

/** Which API keys to list; what isn't given doesn't narrow. */
export type ApiKeyFilter = {
  /** Id of a company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
};

/** What an HR system may do with an API key. */
export const ApiScope = {
  /** Read its evaluations with its own forms, and their reminders: `evaluations:read`. */
  EvaluationsRead: 'EVALUATIONS_READ',
  /** Fill in and submit the employer's evaluation forms: `evaluations:write`. */
  EvaluationsWrite: 'EVALUATIONS_WRITE',
  /** Publish and change offers: `offers:write`. */
  OffersWrite: 'OFFERS_WRITE',
  /** Read their working times: `schedules:read`. */
  SchedulesRead: 'SCHEDULES_READ',
  /** Read its trainees: `trainees:read`. */
  TraineesRead: 'TRAINEES_READ'
} as const;

export type ApiScope = typeof ApiScope[keyof typeof ApiScope];
/** Why somebody approaches an employer. */
export const ApproachPurpose = {
  /** To get to know the company. */
  Acquaintance: 'ACQUAINTANCE',
  /** To ask for a visit, a guest lesson or a teacher's internship. */
  Activity: 'ACTIVITY',
  /** To ask for information. */
  Information: 'INFORMATION',
  /** To ask for a place for a trainee. */
  PlacementRequest: 'PLACEMENT_REQUEST'
} as const;

export type ApproachPurpose = typeof ApproachPurpose[keyof typeof ApproachPurpose];
/** What changes of a contact. */
export type ChangeContactInput = {
  /** E-mail address at work. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name, prefixes included, at most 100 characters. */
  familyName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Given name, at most 100 characters. */
  givenName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the contact. */
  id: Scalars['ID']['input'];
  /** Language of mails and messages. */
  language?: InputMaybe<Language>;
  /** Telephone number at work. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** True: the person still acts for the company, as of today. Who was told that he goes for being idle stays. */
  stillActs?: InputMaybe<Scalars['Boolean']['input']>;
  /** Who this is for the identity provider; null takes the sign-in away. Only the Servicepunt does this. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** What changing a contact gave. */
export type ChangeContactPayload = {
  __typename?: 'ChangeContactPayload';
  /** The contact as it stands now. */
  contact?: Maybe<EmployerContact>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** What changes of a company. */
export type ChangeEmployerInput = {
  /** Id of the company group; null takes the company out of its group. Only the Servicepunt does this: a group's contacts see all of its companies. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Id of the company. */
  id: Scalars['ID']['input'];
  /** KVK number: a company that awaited review becomes active with it. */
  kvkNumber?: InputMaybe<Scalars['String']['input']>;
  /** Name, at most 200 characters. */
  name?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the staff member who is this company's one person; null for nobody. Only the Servicepunt does this. */
  relationOwnerId?: InputMaybe<Scalars['ID']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What changing a company gave. */
export type ChangeEmployerPayload = {
  __typename?: 'ChangeEmployerPayload';
  /** The company as it stands now. */
  employer?: Maybe<Employer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** What changes of a site. */
export type ChangeEmployerSiteInput = {
  /** Town, at most 100 characters. */
  city?: InputMaybe<Scalars['FreeText']['input']>;
  /** House number with its addition, at most 20 characters. */
  houseNumber?: InputMaybe<Scalars['String']['input']>;
  /** Id of the site. */
  id: Scalars['ID']['input'];
  /** Labour market region; null where it isn't known. */
  labourMarketRegion?: InputMaybe<Scalars['FreeText']['input']>;
  /** What people call the site; null for no name. */
  name?: InputMaybe<Scalars['FreeText']['input']>;
  /** Postcode, as `1234 AB`. */
  postcode?: InputMaybe<Scalars['String']['input']>;
  /** The revision of the company that you saw. */
  revision: Scalars['Int']['input'];
  /** Street, at most 200 characters. */
  street?: InputMaybe<Scalars['FreeText']['input']>;
};

/** What changing a site gave. */
export type ChangeEmployerSitePayload = {
  __typename?: 'ChangeEmployerSitePayload';
  /** The company as it stands now. */
  employer?: Maybe<Employer>;
  /** The site as it stands now. */
  site?: Maybe<EmployerSite>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** What changes of an offer. */
export type ChangeOfferInput = {
  /** What trainees do there and what they learn; null for nothing. */
  description?: InputMaybe<Scalars['FreeText']['input']>;
  /** Last day on which a trainee may be there. */
  endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Id of the offer. */
  id: Scalars['ID']['input'];
  /** What the internship is for. */
  kind?: InputMaybe<PlacementKind>;
  /** How many trainees there may be at the same time, 1 to 200. */
  places?: InputMaybe<Scalars['Int']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** How its days lie. */
  rhythm?: InputMaybe<PlacementRhythm>;
  /** Sector or line of business; null for none. */
  sector?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the site where the work is: another one of the same company. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
  /** First day on which a trainee may be there. */
  startsOn?: InputMaybe<Scalars['Date']['input']>;
  /** What it is, in at most 200 characters. */
  title?: InputMaybe<Scalars['FreeText']['input']>;
};

/** What changing an offer gave. */
export type ChangeOfferPayload = {
  __typename?: 'ChangeOfferPayload';
  /** The offer as it stands now. */
  offer?: Maybe<PlacementOffer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** What changes of a workplace supervisor. */
export type ChangeWorkplaceSupervisorInput = {
  /** E-mail address at work. */
  email?: InputMaybe<Scalars['EmailAddress']['input']>;
  /** Family name, prefixes included, at most 100 characters. */
  familyName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Given name, at most 100 characters. */
  givenName?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the workplace supervisor. */
  id: Scalars['ID']['input'];
  /** Language of mails and messages. */
  language?: InputMaybe<Language>;
  /** Telephone number at work. */
  phone?: InputMaybe<Scalars['PhoneNumber']['input']>;
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
  /** Id of the site where he works: another one of the same company. */
  siteId?: InputMaybe<Scalars['ID']['input']>;
};

/** What changing a workplace supervisor gave. */
export type ChangeWorkplaceSupervisorPayload = {
  __typename?: 'ChangeWorkplaceSupervisorPayload';
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
  /** The workplace supervisor as he stands now. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};

/** One approach that somebody is about to make. */
export type ClaimEmployerApproachInput = {
  /** Id of the company. */
  employerId: Scalars['ID']['input'];
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Why. */
  purpose: ApproachPurpose;
  /** Id of the school location that it's for; needed only by those who work at more than one. */
  schoolLocationId?: InputMaybe<Scalars['ID']['input']>;
};

/** What claiming an approach gave. */
export type ClaimEmployerApproachPayload = {
  __typename?: 'ClaimEmployerApproachPayload';
  /** The approach; null when it was refused. */
  approach?: Maybe<EmployerApproach>;
  /** The company, with its budget as it stands now. */
  employer?: Maybe<Employer>;
  /** When refused: who approached last, and when. */
  lastApproach?: Maybe<EmployerApproach>;
  /** When refused: the first day on which the employer may be approached again; null where it doesn't want to be. */
  nextFreeOn?: Maybe<Scalars['Date']['output']>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Which offer closes. */
export type CloseOfferInput = {
  /** Id of the offer. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What closing an offer gave. */
export type CloseOfferPayload = {
  __typename?: 'CloseOfferPayload';
  /** The offer as it stands now. */
  offer?: Maybe<PlacementOffer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A group of companies under one roof (concern). */
export type CompanyGroup = {
  __typename?: 'CompanyGroup';
  /** Contacts of the group as a whole, by family name. */
  contacts?: Maybe<EmployerContactConnection>;
  /** Its companies, by name; an employer's people see only those that are theirs. */
  employers?: Maybe<EmployerConnection>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Name of the group, unique. */
  name: Scalars['String']['output'];
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
};


/** A group of companies under one roof (concern). */
export type CompanyGroupContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A group of companies under one roof (concern). */
export type CompanyGroupEmployersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of company groups. */
export type CompanyGroupConnection = {
  __typename?: 'CompanyGroupConnection';
  /** The rows with their cursors. */
  edges: Array<CompanyGroupEdge>;
  /** The rows. */
  nodes: Array<CompanyGroup>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A company group in a page. */
export type CompanyGroupEdge = {
  __typename?: 'CompanyGroupEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The group. */
  node: CompanyGroup;
};

/** Which company groups to list; what isn't given doesn't narrow. */
export type CompanyGroupFilter = {
  /** The group with this name, in capitals or not. */
  name?: InputMaybe<Scalars['String']['input']>;
};

/** How often one employer may be approached, by all schools together, and what was used of it. */
export type ContactBudget = {
  __typename?: 'ContactBudget';
  /** Approaches of the last twelve months, the latest first. */
  approaches?: Maybe<EmployerApproachConnection>;
  /** How often the employer wants to be approached. */
  level: ContactBudgetLevel;
  /** First day on which the employer may be approached again; null where it doesn't want to be. */
  nextFreeOn?: Maybe<Scalars['Date']['output']>;
  /** Approaches in any 7 days in a row, at most. */
  per7Days: Scalars['Int']['output'];
  /** Approaches in any 28 days in a row, at most. */
  per28Days: Scalars['Int']['output'];
  /** Counts every change, approaches included; 0 while nobody changed anything. An update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** What counts as an approach and what doesn't, in words. */
  whatCounts: Scalars['String']['output'];
};


/** How often one employer may be approached, by all schools together, and what was used of it. */
export type ContactBudgetApproachesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** How often an employer wants to be approached, by all schools together. */
export const ContactBudgetLevel = {
  /** 12 times in 28 days, at most 4 of them in 7 days. */
  High: 'HIGH',
  /** 4 times in 28 days, at most 2 of them in 7 days. */
  Low: 'LOW',
  /** 8 times in 28 days, at most 3 of them in 7 days. */
  Medium: 'MEDIUM',
  /** Not at all. */
  None: 'NONE'
} as const;

export type ContactBudgetLevel = typeof ContactBudgetLevel[keyof typeof ContactBudgetLevel];
/** A new API key. */
export type CreateApiKeyInput = {
  /** Id of the company. */
  employerId: Scalars['ID']['input'];
  /** When it stops working: within two years; a year from now unless told otherwise. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Made by the caller: a repeat with the same key returns the first result, without the key itself. */
  idempotencyKey: Scalars['String']['input'];
  /** What people call it, at most 100 characters. */
  name: Scalars['FreeText']['input'];
  /** What it may do; at least one. */
  scopes: Array<ApiScope>;
};

/** What making an API key gave. */
export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  /** What is on record of the key. */
  apiKey?: Maybe<ApiKey>;
  /** The key itself, shown this once: only its hash is kept. Null when the mutation is repeated. */
  key?: Maybe<Scalars['String']['output']>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Which contact becomes inactive. */
export type DeactivateContactInput = {
  /** Id of the contact. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What deactivating a contact gave. */
export type DeactivateContactPayload = {
  __typename?: 'DeactivateContactPayload';
  /** The contact as it stands now. */
  contact?: Maybe<EmployerContact>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Which company becomes inactive. */
export type DeactivateEmployerInput = {
  /** Id of the company. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What deactivating a company gave. */
export type DeactivateEmployerPayload = {
  __typename?: 'DeactivateEmployerPayload';
  /** The company as it stands now. */
  employer?: Maybe<Employer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Which workplace supervisor becomes inactive. */
export type DeactivateWorkplaceSupervisorInput = {
  /** Id of the workplace supervisor. */
  id: Scalars['ID']['input'];
  /** The revision that you saw. */
  revision: Scalars['Int']['input'];
};

/** What deactivating a workplace supervisor gave. */
export type DeactivateWorkplaceSupervisorPayload = {
  __typename?: 'DeactivateWorkplaceSupervisorPayload';
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
  /** The workplace supervisor as he stands now. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
};

/** A company that takes trainees: what one KVK number names. */
export type Employer = {
  __typename?: 'Employer';
  /** How often it may be approached, by all schools together. */
  contactBudget?: Maybe<ContactBudget>;
  /** Its own contacts, by family name. */
  contacts?: Maybe<EmployerContactConnection>;
  /** The group of companies that it belongs to. */
  group?: Maybe<CompanyGroup>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Number in the register of the Chamber of Commerce, 8 digits; null while the company isn't in it. */
  kvkNumber?: Maybe<Scalars['String']['output']>;
  /** What the schools together ask of it now. */
  load?: Maybe<EmployerLoad>;
  /** Name of the company. */
  name: Scalars['String']['output'];
  /** Places that it offers, by first day. */
  offers?: Maybe<PlacementOfferConnection>;
  /** The Servicepunt's or school's one person for this company (vast aanspreekpunt). */
  relationOwner?: Maybe<StaffMember>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Its sites, in the order in which they were added; at most 500. */
  sites: Array<EmployerSite>;
  /** Where it stands in our register. */
  state: EmployerState;
  /** The people who guide trainees there, by family name. */
  workplaceSupervisors?: Maybe<WorkplaceSupervisorConnection>;
};


/** A company that takes trainees: what one KVK number names. */
export type EmployerContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that takes trainees: what one KVK number names. */
export type EmployerOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** A company that takes trainees: what one KVK number names. */
export type EmployerWorkplaceSupervisorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One approach of an employer by somebody of the schools or the Servicepunt. */
export type EmployerApproach = {
  __typename?: 'EmployerApproach';
  /** When it was claimed. */
  at: Scalars['DateTime']['output'];
  /** Who approached. */
  by?: Maybe<StaffMember>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Why. */
  purpose: ApproachPurpose;
  /** For which school location; null for the Servicepunt. */
  schoolLocation?: Maybe<SchoolLocation>;
};

/** A page of approaches. */
export type EmployerApproachConnection = {
  __typename?: 'EmployerApproachConnection';
  /** The rows with their cursors. */
  edges: Array<EmployerApproachEdge>;
  /** The rows. */
  nodes: Array<EmployerApproach>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An approach in a page. */
export type EmployerApproachEdge = {
  __typename?: 'EmployerApproachEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The approach. */
  node: EmployerApproach;
};

/** A page of employers. */
export type EmployerConnection = {
  __typename?: 'EmployerConnection';
  /** The rows with their cursors. */
  edges: Array<EmployerEdge>;
  /** The rows. */
  nodes: Array<Employer>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A person whom the schools and the Servicepunt talk to: of one company, or of a whole company group. */
export type EmployerContact = {
  __typename?: 'EmployerContact';
  /** False once the person no longer acts for the company. */
  active: Scalars['Boolean']['output'];
  /** E-mail address at work. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The company; null for a contact of a whole group. */
  employer?: Maybe<Employer>;
  /** Family name, prefixes included. */
  familyName: Scalars['String']['output'];
  /** Given name. */
  givenName: Scalars['String']['output'];
  /** The company group; null for a contact of one company. */
  group?: Maybe<CompanyGroup>;
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Language of mails and messages. */
  language: Language;
  /** The number by which an import knows this person; null where he was added by hand. */
  personNumber?: Maybe<Scalars['String']['output']>;
  /** Telephone number at work. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** Who this is for the identity provider: with it the person signs in. Only the Servicepunt sees it. */
  subject?: Maybe<Scalars['String']['output']>;
};

/** A page of contacts of employers. */
export type EmployerContactConnection = {
  __typename?: 'EmployerContactConnection';
  /** The rows with their cursors. */
  edges: Array<EmployerContactEdge>;
  /** The rows. */
  nodes: Array<EmployerContact>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A contact in a page. */
export type EmployerContactEdge = {
  __typename?: 'EmployerContactEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The contact. */
  node: EmployerContact;
};

/** Which contacts to list; what isn't given doesn't narrow. */
export type EmployerContactFilter = {
  /** Those who still act for the company, or those who no longer do. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of a company: its own contacts, not those of its group. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** Id of a company group: the contacts of the group as a whole. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** The person whom an import knows by this number. */
  personNumber?: InputMaybe<Scalars['String']['input']>;
};

/** One person. An empty optional column leaves what is known as it is. */
export type EmployerContactImportRow = {
  /** E-mail address at work. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** The site of a workplace supervisor, by establishment number. */
  establishmentNumber?: InputMaybe<Scalars['String']['input']>;
  /** Family name, prefixes included. */
  familyName: Scalars['String']['input'];
  /** Given name. */
  givenName: Scalars['String']['input'];
  /** The company group, by name; null for a person of one company. */
  groupName?: InputMaybe<Scalars['String']['input']>;
  /** What the person is to the company: it can't change later. */
  kind: EmployerContactKind;
  /** The company, by KVK number; null for a contact of a whole group. */
  kvkNumber?: InputMaybe<Scalars['String']['input']>;
  /** nl or en. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Names this person in every import; at most 40 letters, digits, dots, slashes and hyphens. */
  personNumber: Scalars['String']['input'];
  /** Telephone number at work. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** Who this is for the identity provider; read for contacts only, since a workplace supervisor doesn't sign in. */
  subject?: InputMaybe<Scalars['String']['input']>;
};

/** What a person is to the company. */
export const EmployerContactKind = {
  /** Somebody whom the schools and the Servicepunt talk to. */
  Contact: 'CONTACT',
  /** Somebody who guides trainees at a site. */
  WorkplaceSupervisor: 'WORKPLACE_SUPERVISOR'
} as const;

export type EmployerContactKind = typeof EmployerContactKind[keyof typeof EmployerContactKind];
/** An employer in a page. */
export type EmployerEdge = {
  __typename?: 'EmployerEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The employer. */
  node: Employer;
};

/** Which employers to list; what isn't given doesn't narrow. */
export type EmployerFilter = {
  /** Town of a site, in capitals or not. */
  city?: InputMaybe<Scalars['String']['input']>;
  /** Id of a company group: its companies. */
  group?: InputMaybe<Scalars['ID']['input']>;
  /** The employer with this KVK number. */
  kvkNumber?: InputMaybe<Scalars['String']['input']>;
  /** Labour market region of a site, in capitals or not. */
  labourMarketRegion?: InputMaybe<Scalars['String']['input']>;
  /** Words of the name of the company or of a site, each from its beginning. */
  search?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands in our register. */
  state?: InputMaybe<EmployerState>;
};

/** One site of one company; rows with the same KVK number are one company. An empty optional column leaves what is known as it is. */
export type EmployerImportRow = {
  /** Town of the site. */
  city: Scalars['String']['input'];
  /** Establishment number of the site, 12 digits. */
  establishmentNumber: Scalars['String']['input'];
  /** Name of its company group, which is put on record where it's new; the same in all of its rows. */
  groupName?: InputMaybe<Scalars['String']['input']>;
  /** House number with its addition. */
  houseNumber: Scalars['String']['input'];
  /** KVK number of the company, 8 digits. */
  kvkNumber: Scalars['String']['input'];
  /** Labour market region of the site. */
  labourMarketRegion?: InputMaybe<Scalars['String']['input']>;
  /** Name of the company, the same in all of its rows. */
  name: Scalars['String']['input'];
  /** Postcode of the site. */
  postcode: Scalars['String']['input'];
  /** What people call the site. */
  siteName?: InputMaybe<Scalars['String']['input']>;
  /** Street of the site. */
  street: Scalars['String']['input'];
};

/** What the schools together ask of an employer now: counts only. */
export type EmployerLoad = {
  __typename?: 'EmployerLoad';
  /** Approaches in the last 7 days, today included. */
  approachesIn7Days: Scalars['Int']['output'];
  /** Approaches in the last 28 days, today included. */
  approachesIn28Days: Scalars['Int']['output'];
  /** Mails with reminders to its people in the last 7 days, today included; a digest is one. */
  mailsIn7Days: Scalars['Int']['output'];
  /** Mails with reminders to its people in the last 28 days, today included; a digest is one. */
  mailsIn28Days: Scalars['Int']['output'];
  /** Offers that take new placements. */
  openOffers: Scalars['Int']['output'];
  /** Places of those offers together. */
  places: Scalars['Int']['output'];
  /** Places of those offers that are held, each on its busiest day from today on. */
  placesTaken: Scalars['Int']['output'];
};

/** A place where a company works (vestiging). */
export type EmployerSite = {
  __typename?: 'EmployerSite';
  /** Town. */
  city: Scalars['String']['output'];
  /** The company it belongs to. */
  employer?: Maybe<Employer>;
  /** The Chamber of Commerce's number of the site, 12 digits; null while the company isn't in its register. */
  establishmentNumber?: Maybe<Scalars['String']['output']>;
  /** House number with its addition. */
  houseNumber: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Labour market region (arbeidsmarktregio), where known. */
  labourMarketRegion?: Maybe<Scalars['String']['output']>;
  /** What people call the site, where it has a name of its own. */
  name?: Maybe<Scalars['String']['output']>;
  /** Postcode, as `1234 AB`. */
  postcode: Scalars['String']['output'];
  /** Street. */
  street: Scalars['String']['output'];
};

/** Where a site stands. */
export type EmployerSiteInput = {
  /** Town, at most 100 characters. */
  city: Scalars['FreeText']['input'];
  /** The Chamber of Commerce's number of the site, 12 digits; required where the company has a KVK number. */
  establishmentNumber?: InputMaybe<Scalars['String']['input']>;
  /** House number with its addition, at most 20 characters. */
  houseNumber: Scalars['String']['input'];
  /** Labour market region, at most 100 characters. */
  labourMarketRegion?: InputMaybe<Scalars['FreeText']['input']>;
  /** What people call the site, at most 200 characters. */
  name?: InputMaybe<Scalars['FreeText']['input']>;
  /** Postcode, as `1234 AB`. */
  postcode: Scalars['String']['input'];
  /** Street, at most 200 characters. */
  street: Scalars['FreeText']['input'];
};

/** Where an employer stands in our register. */
export const EmployerState = {
  /** Works with the schools. */
  Active: 'ACTIVE',
  /** No longer works with the schools; kept while placements refer to it. */
  Inactive: 'INACTIVE',
  /** Not in the register of the Chamber of Commerce: the Servicepunt looks at it first. */
  PendingReview: 'PENDING_REVIEW'
} as const;

export type EmployerState = typeof EmployerState[keyof typeof EmployerState];
/** Why a mutation of the employers service was refused. */
export const EmployersErrorCode = {
  /** Somebody else signs in with this account: of the schools, or of a company. */
  AccountTaken: 'ACCOUNT_TAKEN',
  /** All schools together have approached this employer as often as it wants for now; the payload says who did last and when it's free again. */
  ApproachesSpent: 'APPROACHES_SPENT',
  /** The employer isn't active: it awaits review, or was made inactive. */
  EmployerNotActive: 'EMPLOYER_NOT_ACTIVE',
  /** The employer has a site with this establishment number already. */
  EstablishmentNumberTaken: 'ESTABLISHMENT_NUMBER_TAKEN',
  /** You may not do this. */
  Forbidden: 'FORBIDDEN',
  /** There is a company group of this name already; the payload shows it. */
  GroupNameTaken: 'GROUP_NAME_TAKEN',
  /** The idempotency key was used for another input. */
  IdempotencyKeyReused: 'IDEMPOTENCY_KEY_REUSED',
  /** The value breaks a rule; the message says which. */
  InvalidInput: 'INVALID_INPUT',
  /** There is an employer with this KVK number already; the payload shows it. */
  KvkNumberTaken: 'KVK_NUMBER_TAKEN',
  /** The text holds a number that may be a citizen service number. */
  NationalNumber: 'NATIONAL_NUMBER',
  /** The thing doesn't exist, or you may not know of it. */
  NotFound: 'NOT_FOUND',
  /** The offer is closed. */
  OfferClosed: 'OFFER_CLOSED',
  /** The person was made inactive. */
  PersonInactive: 'PERSON_INACTIVE',
  /** More places are held than the offer would have left. */
  PlacesHeld: 'PLACES_HELD',
  /** A placement holds a place outside the period that the offer would have left. */
  PlacesHeldOutsidePeriod: 'PLACES_HELD_OUTSIDE_PERIOD',
  /** Somebody else changed it meanwhile; the payload shows the current state. */
  RevisionConflict: 'REVISION_CONFLICT',
  /** Another service doesn't answer now; nothing was stored. */
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
  /** The text is longer than allowed. */
  TextTooLong: 'TEXT_TOO_LONG',
  /** The employer has two API keys in force: revoke one first. */
  TooManyApiKeys: 'TOO_MANY_API_KEYS'
} as const;

export type EmployersErrorCode = typeof EmployersErrorCode[keyof typeof EmployersErrorCode];
/** A row of an import that was left out. */
export type EmployersImportRefusal = {
  __typename?: 'EmployersImportRefusal';
  /** What is wrong, for programs. */
  code: EmployersErrorCode;
  /** The column that is wrong. */
  column: Scalars['String']['output'];
  /** What is wrong, in the caller's language; never the value. */
  message: Scalars['String']['output'];
  /** Its place in `rows`, from 0. */
  row: Scalars['Int']['output'];
};

/** One reason why a mutation was refused. */
export type EmployersUserError = {
  __typename?: 'EmployersUserError';
  /** What is wrong, for programs. */
  code: EmployersErrorCode;
  /** Path of the input field (`site.postcode`), or null where it's about the whole. */
  field?: Maybe<Scalars['String']['output']>;
  /** What is wrong and what to do, in the caller's language. */
  message: Scalars['String']['output'];
};

/** Rows of contacts and workplace supervisors. */
export type ImportEmployerContactsInput = {
  /** At most 500. */
  rows: Array<EmployerContactImportRow>;
};

/** What an import of contacts did. */
export type ImportEmployerContactsPayload = {
  __typename?: 'ImportEmployerContactsPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<EmployersImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Rows of companies and their sites. */
export type ImportEmployersInput = {
  /** At most 500. */
  rows: Array<EmployerImportRow>;
};

/** What an import of employers did. */
export type ImportEmployersPayload = {
  __typename?: 'ImportEmployersPayload';
  /** Rows whose site was new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<EmployersImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed a site or its company. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Rows of offers. */
export type ImportOffersInput = {
  /** At most 500. */
  rows: Array<OfferImportRow>;
};

/** What an import of offers did. */
export type ImportOffersPayload = {
  __typename?: 'ImportOffersPayload';
  /** Rows that were new. */
  created?: Maybe<Scalars['Int']['output']>;
  /** Rows that were left out. */
  refused?: Maybe<Array<EmployersImportRefusal>>;
  /** Rows that were known as they are. */
  unchanged?: Maybe<Scalars['Int']['output']>;
  /** Rows that changed something. */
  updated?: Maybe<Scalars['Int']['output']>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A language in which we write to people. */
export const Language = {
  /** English. */
  En: 'en',
  /** Dutch. */
  Nl: 'nl'
} as const;

export type Language = typeof Language[keyof typeof Language];
/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type Mutation = {
  __typename?: 'Mutation';
  /** The Servicepunt found that the company exists, or works with it again. */
  activateEmployer?: Maybe<ActivateEmployerPayload>;
  /** Adds a contact to a company, or to a company group (by the Servicepunt). */
  addContact?: Maybe<AddContactPayload>;
  /** Adds a site to a company. */
  addEmployerSite?: Maybe<AddEmployerSitePayload>;
  /** Adds a workplace supervisor to a site. */
  addWorkplaceSupervisor?: Maybe<AddWorkplaceSupervisorPayload>;
  /** Changes what is on record of a contact; what isn't given stays as it is. */
  changeContact?: Maybe<ChangeContactPayload>;
  /** Changes what is on record of a company; what isn't given stays as it is. */
  changeEmployer?: Maybe<ChangeEmployerPayload>;
  /** Changes the name or address of a site; what isn't given stays as it is. */
  changeEmployerSite?: Maybe<ChangeEmployerSitePayload>;
  /** Changes an open offer; what isn't given stays as it is. Places that are held stay within it. */
  changeOffer?: Maybe<ChangeOfferPayload>;
  /** Changes what is on record of a workplace supervisor; what isn't given stays as it is. */
  changeWorkplaceSupervisor?: Maybe<ChangeWorkplaceSupervisorPayload>;
  /** Claims one approach of an employer before calling, visiting or mailing it; refused when all schools together have used what it wants. */
  claimEmployerApproach?: Maybe<ClaimEmployerApproachPayload>;
  /** Takes no new placements on an offer; placements that hold a place keep it. */
  closeOffer?: Maybe<CloseOfferPayload>;
  /** Makes an API key for an employer's HR system; two may be in force at once, so that a new one takes over from an old one. */
  createApiKey?: Maybe<CreateApiKeyPayload>;
  /** The person no longer acts for the company: he can't sign in for it and gets no mail. */
  deactivateContact?: Maybe<DeactivateContactPayload>;
  /** The company no longer works with the schools: no new placements, offers or approaches, and its people and systems can't sign in for it. */
  deactivateEmployer?: Maybe<DeactivateEmployerPayload>;
  /** The person no longer guides trainees there and gets no mail. */
  deactivateWorkplaceSupervisor?: Maybe<DeactivateWorkplaceSupervisorPayload>;
  /** Brings in contacts and workplace supervisors, new or changed; a row that is the same changes nothing. */
  importEmployerContacts?: Maybe<ImportEmployerContactsPayload>;
  /** Brings in companies and their sites, new or changed; a row that is the same changes nothing. */
  importEmployers?: Maybe<ImportEmployersPayload>;
  /** Brings in offers, new or changed; a row that is the same changes nothing. */
  importOffers?: Maybe<ImportOffersPayload>;
  /** Offers places at an active company: by its contact, its HR system (scope `offers:write`), a coordinator or the Servicepunt. */
  publishOffer?: Maybe<PublishOfferPayload>;
  /** Puts a company group on record; companies join it by `changeEmployer` or by an import. */
  registerCompanyGroup?: Maybe<RegisterCompanyGroupPayload>;
  /** Puts a company on record with its first site; without a KVK number the Servicepunt looks at it first. */
  registerEmployer?: Maybe<RegisterEmployerPayload>;
  /** Ends an API key: it's refused within 30 seconds. Repeating it changes nothing. */
  revokeApiKey?: Maybe<RevokeApiKeyPayload>;
  /** Sets how often an employer wants to be approached: by its relation owner or the Servicepunt. */
  setContactBudget?: Maybe<SetContactBudgetPayload>;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationActivateEmployerArgs = {
  input: ActivateEmployerInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAddContactArgs = {
  input: AddContactInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAddEmployerSiteArgs = {
  input: AddEmployerSiteInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationAddWorkplaceSupervisorArgs = {
  input: AddWorkplaceSupervisorInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeContactArgs = {
  input: ChangeContactInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeEmployerArgs = {
  input: ChangeEmployerInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeEmployerSiteArgs = {
  input: ChangeEmployerSiteInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeOfferArgs = {
  input: ChangeOfferInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationChangeWorkplaceSupervisorArgs = {
  input: ChangeWorkplaceSupervisorInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationClaimEmployerApproachArgs = {
  input: ClaimEmployerApproachInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationCloseOfferArgs = {
  input: CloseOfferInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDeactivateContactArgs = {
  input: DeactivateContactInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDeactivateEmployerArgs = {
  input: DeactivateEmployerInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationDeactivateWorkplaceSupervisorArgs = {
  input: DeactivateWorkplaceSupervisorInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportEmployerContactsArgs = {
  input: ImportEmployerContactsInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportEmployersArgs = {
  input: ImportEmployersInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationImportOffersArgs = {
  input: ImportOffersInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationPublishOfferArgs = {
  input: PublishOfferInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRegisterCompanyGroupArgs = {
  input: RegisterCompanyGroupInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRegisterEmployerArgs = {
  input: RegisterEmployerInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


/** What can be done: a verb of the business each, with one input and a payload that shows the changed object or says in `userErrors` why nothing was done. */
export type MutationSetContactBudgetArgs = {
  input: SetContactBudgetInput;
};

/** One offer. An empty optional column leaves what is known as it is. */
export type OfferImportRow = {
  /** What trainees do there and what they learn. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** Last day on which a trainee may be there. */
  endsOn: Scalars['Date']['input'];
  /** The site, by establishment number. */
  establishmentNumber: Scalars['String']['input'];
  /** What the internship is for; INTERNAL can't be offered by a company. */
  kind: PlacementKind;
  /** The company, by KVK number: it can't change later. */
  kvkNumber: Scalars['String']['input'];
  /** Names this offer in every import; at most 40 letters, digits, dots, slashes and hyphens. */
  offerNumber: Scalars['String']['input'];
  /** How many trainees there may be at the same time, 1 to 200. */
  places: Scalars['Int']['input'];
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** Sector or line of business. */
  sector?: InputMaybe<Scalars['String']['input']>;
  /** First day on which a trainee may be there. */
  startsOn: Scalars['Date']['input'];
  /** What it is, in at most 200 characters. */
  title: Scalars['String']['input'];
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

/** What an internship is for. Schools use other names for the same thing. */
export const PlacementKind = {
  /** Outside, with school staff present. */
  GuidedOnSite: 'GUIDED_ON_SITE',
  /** In the school itself. */
  Internal: 'INTERNAL',
  /** Finding out what suits (oriëntatiestage). */
  Orientation: 'ORIENTATION',
  /** Aims at a contract (plaatsingsstage). */
  Outflow: 'OUTFLOW',
  /** A taster (snuffelstage). */
  Taster: 'TASTER',
  /** An internship of a teacher (docentenstage). */
  Teacher: 'TEACHER',
  /** Learning an occupation (beroepsgerichte stage). */
  Vocational: 'VOCATIONAL'
} as const;

export type PlacementKind = typeof PlacementKind[keyof typeof PlacementKind];
/** Places for trainees that an employer offers (stageplek). */
export type PlacementOffer = {
  __typename?: 'PlacementOffer';
  /** What trainees do there and what they learn. */
  description?: Maybe<Scalars['FreeText']['output']>;
  /** The company. */
  employer?: Maybe<Employer>;
  /** Last day on which a trainee may be there. */
  endsOn: Scalars['Date']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** What the internship is for. */
  kind: PlacementKind;
  /** The number by which people and imports know the offer. */
  offerNumber: Scalars['String']['output'];
  /** How many trainees there may be at the same time. */
  places: Scalars['Int']['output'];
  /** How many of the places are held on the busiest day from today on; reservations that expired don't count. */
  placesTaken: Scalars['Int']['output'];
  /** Counts every change, a place taken or given back included; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** Sector or line of business. */
  sector?: Maybe<Scalars['String']['output']>;
  /** The site where the work is. */
  site?: Maybe<EmployerSite>;
  /** First day on which a trainee may be there. */
  startsOn: Scalars['Date']['output'];
  /** Whether it takes new placements. */
  state: PlacementOfferState;
  /** What it is, in a few words. */
  title: Scalars['String']['output'];
};

/** A page of placement offers. */
export type PlacementOfferConnection = {
  __typename?: 'PlacementOfferConnection';
  /** The rows with their cursors. */
  edges: Array<PlacementOfferEdge>;
  /** The rows. */
  nodes: Array<PlacementOffer>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** An offer in a page. */
export type PlacementOfferEdge = {
  __typename?: 'PlacementOfferEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The offer. */
  node: PlacementOffer;
};

/** Which offers to list; what isn't given doesn't narrow. */
export type PlacementOfferFilter = {
  /** Id of a company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** What the internship is for. */
  kind?: InputMaybe<PlacementKind>;
  /** The offer with this number. */
  offerNumber?: InputMaybe<Scalars['String']['input']>;
  /** Offers that take new placements and whose period holds this day. */
  openOn?: InputMaybe<Scalars['Date']['input']>;
  /** Labour market region of the site, in capitals or not. */
  region?: InputMaybe<Scalars['String']['input']>;
  /** Words of the title or sector, each from its beginning. */
  search?: InputMaybe<Scalars['String']['input']>;
};

/** Whether an offer takes new placements. */
export const PlacementOfferState = {
  /** It doesn't; placements that hold a place keep it. */
  Closed: 'CLOSED',
  /** It does. */
  Open: 'OPEN'
} as const;

export type PlacementOfferState = typeof PlacementOfferState[keyof typeof PlacementOfferState];
/** How the days of an internship lie. */
export const PlacementRhythm = {
  /** Days in a row. */
  Block: 'BLOCK',
  /** Fixed days of the week. */
  Ribbon: 'RIBBON'
} as const;

export type PlacementRhythm = typeof PlacementRhythm[keyof typeof PlacementRhythm];
/** A new offer. */
export type PublishOfferInput = {
  /** What trainees do there and what they learn. */
  description?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the company. */
  employerId: Scalars['ID']['input'];
  /** Last day on which a trainee may be there. */
  endsOn: Scalars['Date']['input'];
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** What the internship is for; INTERNAL can't be offered by a company. */
  kind: PlacementKind;
  /** How many trainees there may be at the same time, 1 to 200. */
  places: Scalars['Int']['input'];
  /** How its days lie. */
  rhythm: PlacementRhythm;
  /** Sector or line of business, at most 100 characters. */
  sector?: InputMaybe<Scalars['FreeText']['input']>;
  /** Id of the site where the work is. */
  siteId: Scalars['ID']['input'];
  /** First day on which a trainee may be there. */
  startsOn: Scalars['Date']['input'];
  /** What it is, in at most 200 characters. */
  title: Scalars['FreeText']['input'];
};

/** What publishing an offer gave. */
export type PublishOfferPayload = {
  __typename?: 'PublishOfferPayload';
  /** The offer. */
  offer?: Maybe<PlacementOffer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type Query = {
  __typename?: 'Query';
  /** An API key by id; null when there is none that you may know of. */
  apiKey?: Maybe<ApiKey>;
  /** API keys, the latest first. */
  apiKeys?: Maybe<ApiKeyConnection>;
  /** A company group by id; null when there is none that you may know of. */
  companyGroup?: Maybe<CompanyGroup>;
  /** Company groups by name. */
  companyGroups?: Maybe<CompanyGroupConnection>;
  /** An employer by id; null when there is none that you may know of. */
  employer?: Maybe<Employer>;
  /** A contact by id; null when there is none that you may know of. */
  employerContact?: Maybe<EmployerContact>;
  /** Contacts of employers and company groups, by family name. */
  employerContacts?: Maybe<EmployerContactConnection>;
  /** A site of an employer by id; null when there is none that you may know of. */
  employerSite?: Maybe<EmployerSite>;
  /** Employers by name. */
  employers?: Maybe<EmployerConnection>;
  /** An offer by id; null when there is none that you may know of. */
  placementOffer?: Maybe<PlacementOffer>;
  /** Offers by first day. */
  placementOffers?: Maybe<PlacementOfferConnection>;
  /** A workplace supervisor by id; null when there is none that you may know of. */
  workplaceSupervisor?: Maybe<WorkplaceSupervisor>;
  /** Workplace supervisors, by family name. */
  workplaceSupervisors?: Maybe<WorkplaceSupervisorConnection>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryApiKeyArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryApiKeysArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApiKeyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryCompanyGroupArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryCompanyGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CompanyGroupFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEmployerArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEmployerContactArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEmployerContactsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployerContactFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEmployerSiteArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryEmployersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployerFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPlacementOfferArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryPlacementOffersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PlacementOfferFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryWorkplaceSupervisorArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. A thing that you may not know of is null; a list shows what you may see, in pages of at most 100. */
export type QueryWorkplaceSupervisorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkplaceSupervisorFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A new company group. */
export type RegisterCompanyGroupInput = {
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Name of the group, at most 200 characters. */
  name: Scalars['FreeText']['input'];
};

/** What registering a company group gave. */
export type RegisterCompanyGroupPayload = {
  __typename?: 'RegisterCompanyGroupPayload';
  /** The group; the known one where its name was taken. */
  companyGroup?: Maybe<CompanyGroup>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** A new company. */
export type RegisterEmployerInput = {
  /** Id of the company group. */
  groupId?: InputMaybe<Scalars['ID']['input']>;
  /** Made by the caller: a repeat with the same key returns the first result. */
  idempotencyKey: Scalars['String']['input'];
  /** Number in the register of the Chamber of Commerce, 8 digits; leave it out where the company isn't in it. */
  kvkNumber?: InputMaybe<Scalars['String']['input']>;
  /** Name of the company, at most 200 characters. */
  name: Scalars['FreeText']['input'];
  /** Its first site. */
  site: EmployerSiteInput;
};

/** What registering a company gave. */
export type RegisterEmployerPayload = {
  __typename?: 'RegisterEmployerPayload';
  /** The company; the known one where its KVK number was taken. */
  employer?: Maybe<Employer>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

/** Which API key ends. */
export type RevokeApiKeyInput = {
  /** Id of the key. */
  id: Scalars['ID']['input'];
};

/** What revoking an API key gave. */
export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  /** The key as it stands now. */
  apiKey?: Maybe<ApiKey>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

export type SchoolLocation = {
  __typename?: 'SchoolLocation';
  id: Scalars['ID']['output'];
};

/** How often an employer wants to be approached. */
export type SetContactBudgetInput = {
  /** Id of the company. */
  employerId: Scalars['ID']['input'];
  /** The level. */
  level: ContactBudgetLevel;
  /** The revision of the budget that you saw; 0 while nobody changed anything. */
  revision: Scalars['Int']['input'];
};

/** What setting a contact budget gave. */
export type SetContactBudgetPayload = {
  __typename?: 'SetContactBudgetPayload';
  /** The budget as it stands now. */
  contactBudget?: Maybe<ContactBudget>;
  /** Why nothing was done. */
  userErrors: Array<EmployersUserError>;
};

export type StaffMember = {
  __typename?: 'StaffMember';
  id: Scalars['ID']['output'];
};

/** A person who guides trainees at a site of a company (praktijkopleider). He acts through the links in his mails, without signing in. */
export type WorkplaceSupervisor = {
  __typename?: 'WorkplaceSupervisor';
  /** False once the person no longer guides trainees there. */
  active: Scalars['Boolean']['output'];
  /** E-mail address at work. */
  email?: Maybe<Scalars['EmailAddress']['output']>;
  /** The company. */
  employer?: Maybe<Employer>;
  /** Family name, prefixes included. */
  familyName: Scalars['String']['output'];
  /** Given name. */
  givenName: Scalars['String']['output'];
  /** Opaque id. */
  id: Scalars['ID']['output'];
  /** Language of mails and messages. */
  language: Language;
  /** The number by which an import knows this person; null where he was added by hand. */
  personNumber?: Maybe<Scalars['String']['output']>;
  /** Telephone number at work. */
  phone?: Maybe<Scalars['PhoneNumber']['output']>;
  /** Counts every change; an update names the one it saw. */
  revision: Scalars['Int']['output'];
  /** The site where he works. */
  site?: Maybe<EmployerSite>;
};

/** A page of workplace supervisors. */
export type WorkplaceSupervisorConnection = {
  __typename?: 'WorkplaceSupervisorConnection';
  /** The rows with their cursors. */
  edges: Array<WorkplaceSupervisorEdge>;
  /** The rows. */
  nodes: Array<WorkplaceSupervisor>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** How many rows there are that you may see. */
  totalCount?: Maybe<Scalars['Int']['output']>;
};

/** A workplace supervisor in a page. */
export type WorkplaceSupervisorEdge = {
  __typename?: 'WorkplaceSupervisorEdge';
  /** Its place in the list. */
  cursor: Scalars['String']['output'];
  /** The workplace supervisor. */
  node: WorkplaceSupervisor;
};

/** Which workplace supervisors to list; what isn't given doesn't narrow. */
export type WorkplaceSupervisorFilter = {
  /** Those who still guide trainees, or those who no longer do. */
  active?: InputMaybe<Scalars['Boolean']['input']>;
  /** Id of a company. */
  employer?: InputMaybe<Scalars['ID']['input']>;
  /** The person whom an import knows by this number. */
  personNumber?: InputMaybe<Scalars['String']['input']>;
  /** Id of a site. */
  site?: InputMaybe<Scalars['ID']['input']>;
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
  ApiKey: ApiKey;
  CompanyGroup: CompanyGroup;
  Employer: Employer;
  EmployerContact: EmployerContact;
  EmployerSite: EmployerSite;
  PlacementOffer: PlacementOffer;
  WorkplaceSupervisor: WorkplaceSupervisor;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ApiKey:
    ( { __typename: 'ApiKey' }
    & GraphQLRecursivePick<FederationTypes['ApiKey'], {"id":true}> );
  CompanyGroup:
    ( { __typename: 'CompanyGroup' }
    & GraphQLRecursivePick<FederationTypes['CompanyGroup'], {"id":true}> );
  Employer:
    ( { __typename: 'Employer' }
    & GraphQLRecursivePick<FederationTypes['Employer'], {"id":true}> );
  EmployerContact:
    ( { __typename: 'EmployerContact' }
    & GraphQLRecursivePick<FederationTypes['EmployerContact'], {"id":true}> );
  EmployerSite:
    ( { __typename: 'EmployerSite' }
    & GraphQLRecursivePick<FederationTypes['EmployerSite'], {"id":true}> );
  PlacementOffer:
    ( { __typename: 'PlacementOffer' }
    & GraphQLRecursivePick<FederationTypes['PlacementOffer'], {"id":true}> );
  WorkplaceSupervisor:
    ( { __typename: 'WorkplaceSupervisor' }
    & GraphQLRecursivePick<FederationTypes['WorkplaceSupervisor'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ActivateEmployerInput: ActivateEmployerInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ActivateEmployerPayload: ResolverTypeWrapper<PayloadBody>;
  AddContactInput: AddContactInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  AddContactPayload: ResolverTypeWrapper<PayloadBody>;
  AddEmployerSiteInput: AddEmployerSiteInput;
  AddEmployerSitePayload: ResolverTypeWrapper<PayloadBody>;
  AddWorkplaceSupervisorInput: AddWorkplaceSupervisorInput;
  AddWorkplaceSupervisorPayload: ResolverTypeWrapper<PayloadBody>;
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  ApiKeyConnection: ResolverTypeWrapper<AnyConnection>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyFilter: ApiKeyFilter;
  ApiScope: ApiScope;
  ApproachPurpose: ApproachPurpose;
  ChangeContactInput: ChangeContactInput;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ChangeContactPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeEmployerInput: ChangeEmployerInput;
  ChangeEmployerPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeEmployerSiteInput: ChangeEmployerSiteInput;
  ChangeEmployerSitePayload: ResolverTypeWrapper<PayloadBody>;
  ChangeOfferInput: ChangeOfferInput;
  ChangeOfferPayload: ResolverTypeWrapper<PayloadBody>;
  ChangeWorkplaceSupervisorInput: ChangeWorkplaceSupervisorInput;
  ChangeWorkplaceSupervisorPayload: ResolverTypeWrapper<PayloadBody>;
  ClaimEmployerApproachInput: ClaimEmployerApproachInput;
  ClaimEmployerApproachPayload: ResolverTypeWrapper<PayloadBody>;
  CloseOfferInput: CloseOfferInput;
  CloseOfferPayload: ResolverTypeWrapper<PayloadBody>;
  CompanyGroup: ResolverTypeWrapper<CompanyGroupRow>;
  CompanyGroupConnection: ResolverTypeWrapper<AnyConnection>;
  CompanyGroupEdge: ResolverTypeWrapper<Omit<CompanyGroupEdge, 'node'> & { node: ResolversTypes['CompanyGroup'] }>;
  CompanyGroupFilter: CompanyGroupFilter;
  ContactBudget: ResolverTypeWrapper<BudgetView>;
  ContactBudgetLevel: ContactBudgetLevel;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<PayloadBody>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeactivateContactInput: DeactivateContactInput;
  DeactivateContactPayload: ResolverTypeWrapper<PayloadBody>;
  DeactivateEmployerInput: DeactivateEmployerInput;
  DeactivateEmployerPayload: ResolverTypeWrapper<PayloadBody>;
  DeactivateWorkplaceSupervisorInput: DeactivateWorkplaceSupervisorInput;
  DeactivateWorkplaceSupervisorPayload: ResolverTypeWrapper<PayloadBody>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  Employer: ResolverTypeWrapper<EmployerRow>;
  EmployerApproach: ResolverTypeWrapper<ApproachRow>;
  EmployerApproachConnection: ResolverTypeWrapper<AnyConnection>;
  EmployerApproachEdge: ResolverTypeWrapper<Omit<EmployerApproachEdge, 'node'> & { node: ResolversTypes['EmployerApproach'] }>;
  EmployerConnection: ResolverTypeWrapper<AnyConnection>;
  EmployerContact: ResolverTypeWrapper<EmployerPersonRow>;
  EmployerContactConnection: ResolverTypeWrapper<AnyConnection>;
  EmployerContactEdge: ResolverTypeWrapper<Omit<EmployerContactEdge, 'node'> & { node: ResolversTypes['EmployerContact'] }>;
  EmployerContactFilter: EmployerContactFilter;
  EmployerContactImportRow: EmployerContactImportRow;
  EmployerContactKind: EmployerContactKind;
  EmployerEdge: ResolverTypeWrapper<Omit<EmployerEdge, 'node'> & { node: ResolversTypes['Employer'] }>;
  EmployerFilter: EmployerFilter;
  EmployerImportRow: EmployerImportRow;
  EmployerLoad: ResolverTypeWrapper<EmployerLoadView>;
  EmployerSite: ResolverTypeWrapper<EmployerSiteRow>;
  EmployerSiteInput: EmployerSiteInput;
  EmployerState: EmployerState;
  EmployersErrorCode: EmployersErrorCode;
  EmployersImportRefusal: ResolverTypeWrapper<EmployersImportRefusal>;
  EmployersUserError: ResolverTypeWrapper<EmployersUserError>;
  FreeText: ResolverTypeWrapper<Scalars['FreeText']['output']>;
  ImportEmployerContactsInput: ImportEmployerContactsInput;
  ImportEmployerContactsPayload: ResolverTypeWrapper<PayloadBody>;
  ImportEmployersInput: ImportEmployersInput;
  ImportEmployersPayload: ResolverTypeWrapper<PayloadBody>;
  ImportOffersInput: ImportOffersInput;
  ImportOffersPayload: ResolverTypeWrapper<PayloadBody>;
  Language: Language;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  OfferImportRow: OfferImportRow;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  PlacementKind: PlacementKind;
  PlacementOffer: ResolverTypeWrapper<PlacementOfferRow>;
  PlacementOfferConnection: ResolverTypeWrapper<AnyConnection>;
  PlacementOfferEdge: ResolverTypeWrapper<Omit<PlacementOfferEdge, 'node'> & { node: ResolversTypes['PlacementOffer'] }>;
  PlacementOfferFilter: PlacementOfferFilter;
  PlacementOfferState: PlacementOfferState;
  PlacementRhythm: PlacementRhythm;
  PublishOfferInput: PublishOfferInput;
  PublishOfferPayload: ResolverTypeWrapper<PayloadBody>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RegisterCompanyGroupInput: RegisterCompanyGroupInput;
  RegisterCompanyGroupPayload: ResolverTypeWrapper<PayloadBody>;
  RegisterEmployerInput: RegisterEmployerInput;
  RegisterEmployerPayload: ResolverTypeWrapper<PayloadBody>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<PayloadBody>;
  SchoolLocation: ResolverTypeWrapper<SchoolLocation>;
  SetContactBudgetInput: SetContactBudgetInput;
  SetContactBudgetPayload: ResolverTypeWrapper<PayloadBody>;
  StaffMember: ResolverTypeWrapper<StaffMember>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  WorkplaceSupervisor: ResolverTypeWrapper<EmployerPersonRow>;
  WorkplaceSupervisorConnection: ResolverTypeWrapper<AnyConnection>;
  WorkplaceSupervisorEdge: ResolverTypeWrapper<Omit<WorkplaceSupervisorEdge, 'node'> & { node: ResolversTypes['WorkplaceSupervisor'] }>;
  WorkplaceSupervisorFilter: WorkplaceSupervisorFilter;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ActivateEmployerInput: ActivateEmployerInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  ActivateEmployerPayload: PayloadBody;
  AddContactInput: AddContactInput;
  String: Scalars['String']['output'];
  AddContactPayload: PayloadBody;
  AddEmployerSiteInput: AddEmployerSiteInput;
  AddEmployerSitePayload: PayloadBody;
  AddWorkplaceSupervisorInput: AddWorkplaceSupervisorInput;
  AddWorkplaceSupervisorPayload: PayloadBody;
  ApiKey: ApiKeyRow;
  ApiKeyConnection: AnyConnection;
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyFilter: ApiKeyFilter;
  ChangeContactInput: ChangeContactInput;
  Boolean: Scalars['Boolean']['output'];
  ChangeContactPayload: PayloadBody;
  ChangeEmployerInput: ChangeEmployerInput;
  ChangeEmployerPayload: PayloadBody;
  ChangeEmployerSiteInput: ChangeEmployerSiteInput;
  ChangeEmployerSitePayload: PayloadBody;
  ChangeOfferInput: ChangeOfferInput;
  ChangeOfferPayload: PayloadBody;
  ChangeWorkplaceSupervisorInput: ChangeWorkplaceSupervisorInput;
  ChangeWorkplaceSupervisorPayload: PayloadBody;
  ClaimEmployerApproachInput: ClaimEmployerApproachInput;
  ClaimEmployerApproachPayload: PayloadBody;
  CloseOfferInput: CloseOfferInput;
  CloseOfferPayload: PayloadBody;
  CompanyGroup: CompanyGroupRow;
  CompanyGroupConnection: AnyConnection;
  CompanyGroupEdge: Omit<CompanyGroupEdge, 'node'> & { node: ResolversParentTypes['CompanyGroup'] };
  CompanyGroupFilter: CompanyGroupFilter;
  ContactBudget: BudgetView;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: PayloadBody;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeactivateContactInput: DeactivateContactInput;
  DeactivateContactPayload: PayloadBody;
  DeactivateEmployerInput: DeactivateEmployerInput;
  DeactivateEmployerPayload: PayloadBody;
  DeactivateWorkplaceSupervisorInput: DeactivateWorkplaceSupervisorInput;
  DeactivateWorkplaceSupervisorPayload: PayloadBody;
  EmailAddress: Scalars['EmailAddress']['output'];
  Employer: EmployerRow;
  EmployerApproach: ApproachRow;
  EmployerApproachConnection: AnyConnection;
  EmployerApproachEdge: Omit<EmployerApproachEdge, 'node'> & { node: ResolversParentTypes['EmployerApproach'] };
  EmployerConnection: AnyConnection;
  EmployerContact: EmployerPersonRow;
  EmployerContactConnection: AnyConnection;
  EmployerContactEdge: Omit<EmployerContactEdge, 'node'> & { node: ResolversParentTypes['EmployerContact'] };
  EmployerContactFilter: EmployerContactFilter;
  EmployerContactImportRow: EmployerContactImportRow;
  EmployerEdge: Omit<EmployerEdge, 'node'> & { node: ResolversParentTypes['Employer'] };
  EmployerFilter: EmployerFilter;
  EmployerImportRow: EmployerImportRow;
  EmployerLoad: EmployerLoadView;
  EmployerSite: EmployerSiteRow;
  EmployerSiteInput: EmployerSiteInput;
  EmployersImportRefusal: EmployersImportRefusal;
  EmployersUserError: EmployersUserError;
  FreeText: Scalars['FreeText']['output'];
  ImportEmployerContactsInput: ImportEmployerContactsInput;
  ImportEmployerContactsPayload: PayloadBody;
  ImportEmployersInput: ImportEmployersInput;
  ImportEmployersPayload: PayloadBody;
  ImportOffersInput: ImportOffersInput;
  ImportOffersPayload: PayloadBody;
  LocalTime: Scalars['LocalTime']['output'];
  Mutation: Record<PropertyKey, never>;
  OfferImportRow: OfferImportRow;
  PageInfo: PageInfo;
  PhoneNumber: Scalars['PhoneNumber']['output'];
  PlacementOffer: PlacementOfferRow;
  PlacementOfferConnection: AnyConnection;
  PlacementOfferEdge: Omit<PlacementOfferEdge, 'node'> & { node: ResolversParentTypes['PlacementOffer'] };
  PlacementOfferFilter: PlacementOfferFilter;
  PublishOfferInput: PublishOfferInput;
  PublishOfferPayload: PayloadBody;
  Query: Record<PropertyKey, never>;
  RegisterCompanyGroupInput: RegisterCompanyGroupInput;
  RegisterCompanyGroupPayload: PayloadBody;
  RegisterEmployerInput: RegisterEmployerInput;
  RegisterEmployerPayload: PayloadBody;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: PayloadBody;
  SchoolLocation: SchoolLocation;
  SetContactBudgetInput: SetContactBudgetInput;
  SetContactBudgetPayload: PayloadBody;
  StaffMember: StaffMember;
  URL: Scalars['URL']['output'];
  WorkplaceSupervisor: EmployerPersonRow;
  WorkplaceSupervisorConnection: AnyConnection;
  WorkplaceSupervisorEdge: Omit<WorkplaceSupervisorEdge, 'node'> & { node: ResolversParentTypes['WorkplaceSupervisor'] };
  WorkplaceSupervisorFilter: WorkplaceSupervisorFilter;
};

export type ActivateEmployerPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ActivateEmployerPayload'] = ResolversParentTypes['ActivateEmployerPayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type AddContactPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AddContactPayload'] = ResolversParentTypes['AddContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['EmployerContact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type AddEmployerSitePayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AddEmployerSitePayload'] = ResolversParentTypes['AddEmployerSitePayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type AddWorkplaceSupervisorPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['AddWorkplaceSupervisorPayload'] = ResolversParentTypes['AddWorkplaceSupervisorPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey'], FederationReferenceType extends FederationReferenceTypes['ApiKey'] = FederationReferenceTypes['ApiKey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ApiKey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  publicPart?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['ApiScope']>, ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ChangeContactPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeContactPayload'] = ResolversParentTypes['ChangeContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['EmployerContact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ChangeEmployerPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeEmployerPayload'] = ResolversParentTypes['ChangeEmployerPayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ChangeEmployerSitePayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeEmployerSitePayload'] = ResolversParentTypes['ChangeEmployerSitePayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ChangeOfferPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeOfferPayload'] = ResolversParentTypes['ChangeOfferPayload']> = {
  offer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ChangeWorkplaceSupervisorPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ChangeWorkplaceSupervisorPayload'] = ResolversParentTypes['ChangeWorkplaceSupervisorPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export type ClaimEmployerApproachPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ClaimEmployerApproachPayload'] = ResolversParentTypes['ClaimEmployerApproachPayload']> = {
  approach?: Resolver<Maybe<ResolversTypes['EmployerApproach']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  lastApproach?: Resolver<Maybe<ResolversTypes['EmployerApproach']>, ParentType, ContextType>;
  nextFreeOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type CloseOfferPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CloseOfferPayload'] = ResolversParentTypes['CloseOfferPayload']> = {
  offer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type CompanyGroupResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CompanyGroup'] = ResolversParentTypes['CompanyGroup'], FederationReferenceType extends FederationReferenceTypes['CompanyGroup'] = FederationReferenceTypes['CompanyGroup']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['CompanyGroup']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['EmployerContactConnection']>, ParentType, ContextType, Partial<CompanyGroupContactsArgs>>;
  employers?: Resolver<Maybe<ResolversTypes['EmployerConnection']>, ParentType, ContextType, Partial<CompanyGroupEmployersArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CompanyGroupConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CompanyGroupConnection'] = ResolversParentTypes['CompanyGroupConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CompanyGroupEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['CompanyGroup']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CompanyGroupEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CompanyGroupEdge'] = ResolversParentTypes['CompanyGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['CompanyGroup'], ParentType, ContextType>;
};

export type ContactBudgetResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ContactBudget'] = ResolversParentTypes['ContactBudget']> = {
  approaches?: Resolver<Maybe<ResolversTypes['EmployerApproachConnection']>, ParentType, ContextType, Partial<ContactBudgetApproachesArgs>>;
  level?: Resolver<ResolversTypes['ContactBudgetLevel'], ParentType, ContextType>;
  nextFreeOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  per7Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  per28Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  whatCounts?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateApiKeyPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeactivateContactPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeactivateContactPayload'] = ResolversParentTypes['DeactivateContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['EmployerContact']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type DeactivateEmployerPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeactivateEmployerPayload'] = ResolversParentTypes['DeactivateEmployerPayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type DeactivateWorkplaceSupervisorPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['DeactivateWorkplaceSupervisorPayload'] = ResolversParentTypes['DeactivateWorkplaceSupervisorPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
};

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export type EmployerResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Employer'] = ResolversParentTypes['Employer'], FederationReferenceType extends FederationReferenceTypes['Employer'] = FederationReferenceTypes['Employer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contactBudget?: Resolver<Maybe<ResolversTypes['ContactBudget']>, ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['EmployerContactConnection']>, ParentType, ContextType, Partial<EmployerContactsArgs>>;
  group?: Resolver<Maybe<ResolversTypes['CompanyGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kvkNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  load?: Resolver<Maybe<ResolversTypes['EmployerLoad']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  offers?: Resolver<Maybe<ResolversTypes['PlacementOfferConnection']>, ParentType, ContextType, Partial<EmployerOffersArgs>>;
  relationOwner?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sites?: Resolver<Array<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['EmployerState'], ParentType, ContextType>;
  workplaceSupervisors?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisorConnection']>, ParentType, ContextType, Partial<EmployerWorkplaceSupervisorsArgs>>;
};

export type EmployerApproachResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerApproach'] = ResolversParentTypes['EmployerApproach']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<ResolversTypes['ApproachPurpose'], ParentType, ContextType>;
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType>;
};

export type EmployerApproachConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerApproachConnection'] = ResolversParentTypes['EmployerApproachConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployerApproachEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EmployerApproach']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EmployerApproachEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerApproachEdge'] = ResolversParentTypes['EmployerApproachEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmployerApproach'], ParentType, ContextType>;
};

export type EmployerConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerConnection'] = ResolversParentTypes['EmployerConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Employer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EmployerContactResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerContact'] = ResolversParentTypes['EmployerContact'], FederationReferenceType extends FederationReferenceTypes['EmployerContact'] = FederationReferenceTypes['EmployerContact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EmployerContact']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  group?: Resolver<Maybe<ResolversTypes['CompanyGroup']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
  personNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EmployerContactConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerContactConnection'] = ResolversParentTypes['EmployerContactConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EmployerContactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['EmployerContact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type EmployerContactEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerContactEdge'] = ResolversParentTypes['EmployerContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['EmployerContact'], ParentType, ContextType>;
};

export type EmployerEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerEdge'] = ResolversParentTypes['EmployerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employer'], ParentType, ContextType>;
};

export type EmployerLoadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerLoad'] = ResolversParentTypes['EmployerLoad']> = {
  approachesIn7Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  approachesIn28Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mailsIn7Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  mailsIn28Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openOffers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  places?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placesTaken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployerSiteResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployerSite'] = ResolversParentTypes['EmployerSite'], FederationReferenceType extends FederationReferenceTypes['EmployerSite'] = FederationReferenceTypes['EmployerSite']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EmployerSite']> | FederationReferenceType, FederationReferenceType, ContextType>;
  city?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  establishmentNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  labourMarketRegion?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  postcode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EmployersImportRefusalResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployersImportRefusal'] = ResolversParentTypes['EmployersImportRefusal']> = {
  code?: Resolver<ResolversTypes['EmployersErrorCode'], ParentType, ContextType>;
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EmployersUserErrorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['EmployersUserError'] = ResolversParentTypes['EmployersUserError']> = {
  code?: Resolver<ResolversTypes['EmployersErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface FreeTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FreeText'], any> {
  name: 'FreeText';
}

export type ImportEmployerContactsPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportEmployerContactsPayload'] = ResolversParentTypes['ImportEmployerContactsPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['EmployersImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ImportEmployersPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportEmployersPayload'] = ResolversParentTypes['ImportEmployersPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['EmployersImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type ImportOffersPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['ImportOffersPayload'] = ResolversParentTypes['ImportOffersPayload']> = {
  created?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  refused?: Resolver<Maybe<Array<ResolversTypes['EmployersImportRefusal']>>, ParentType, ContextType>;
  unchanged?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  updated?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MutationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  activateEmployer?: Resolver<Maybe<ResolversTypes['ActivateEmployerPayload']>, ParentType, ContextType, RequireFields<MutationActivateEmployerArgs, 'input'>>;
  addContact?: Resolver<Maybe<ResolversTypes['AddContactPayload']>, ParentType, ContextType, RequireFields<MutationAddContactArgs, 'input'>>;
  addEmployerSite?: Resolver<Maybe<ResolversTypes['AddEmployerSitePayload']>, ParentType, ContextType, RequireFields<MutationAddEmployerSiteArgs, 'input'>>;
  addWorkplaceSupervisor?: Resolver<Maybe<ResolversTypes['AddWorkplaceSupervisorPayload']>, ParentType, ContextType, RequireFields<MutationAddWorkplaceSupervisorArgs, 'input'>>;
  changeContact?: Resolver<Maybe<ResolversTypes['ChangeContactPayload']>, ParentType, ContextType, RequireFields<MutationChangeContactArgs, 'input'>>;
  changeEmployer?: Resolver<Maybe<ResolversTypes['ChangeEmployerPayload']>, ParentType, ContextType, RequireFields<MutationChangeEmployerArgs, 'input'>>;
  changeEmployerSite?: Resolver<Maybe<ResolversTypes['ChangeEmployerSitePayload']>, ParentType, ContextType, RequireFields<MutationChangeEmployerSiteArgs, 'input'>>;
  changeOffer?: Resolver<Maybe<ResolversTypes['ChangeOfferPayload']>, ParentType, ContextType, RequireFields<MutationChangeOfferArgs, 'input'>>;
  changeWorkplaceSupervisor?: Resolver<Maybe<ResolversTypes['ChangeWorkplaceSupervisorPayload']>, ParentType, ContextType, RequireFields<MutationChangeWorkplaceSupervisorArgs, 'input'>>;
  claimEmployerApproach?: Resolver<Maybe<ResolversTypes['ClaimEmployerApproachPayload']>, ParentType, ContextType, RequireFields<MutationClaimEmployerApproachArgs, 'input'>>;
  closeOffer?: Resolver<Maybe<ResolversTypes['CloseOfferPayload']>, ParentType, ContextType, RequireFields<MutationCloseOfferArgs, 'input'>>;
  createApiKey?: Resolver<Maybe<ResolversTypes['CreateApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  deactivateContact?: Resolver<Maybe<ResolversTypes['DeactivateContactPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateContactArgs, 'input'>>;
  deactivateEmployer?: Resolver<Maybe<ResolversTypes['DeactivateEmployerPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateEmployerArgs, 'input'>>;
  deactivateWorkplaceSupervisor?: Resolver<Maybe<ResolversTypes['DeactivateWorkplaceSupervisorPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateWorkplaceSupervisorArgs, 'input'>>;
  importEmployerContacts?: Resolver<Maybe<ResolversTypes['ImportEmployerContactsPayload']>, ParentType, ContextType, RequireFields<MutationImportEmployerContactsArgs, 'input'>>;
  importEmployers?: Resolver<Maybe<ResolversTypes['ImportEmployersPayload']>, ParentType, ContextType, RequireFields<MutationImportEmployersArgs, 'input'>>;
  importOffers?: Resolver<Maybe<ResolversTypes['ImportOffersPayload']>, ParentType, ContextType, RequireFields<MutationImportOffersArgs, 'input'>>;
  publishOffer?: Resolver<Maybe<ResolversTypes['PublishOfferPayload']>, ParentType, ContextType, RequireFields<MutationPublishOfferArgs, 'input'>>;
  registerCompanyGroup?: Resolver<Maybe<ResolversTypes['RegisterCompanyGroupPayload']>, ParentType, ContextType, RequireFields<MutationRegisterCompanyGroupArgs, 'input'>>;
  registerEmployer?: Resolver<Maybe<ResolversTypes['RegisterEmployerPayload']>, ParentType, ContextType, RequireFields<MutationRegisterEmployerArgs, 'input'>>;
  revokeApiKey?: Resolver<Maybe<ResolversTypes['RevokeApiKeyPayload']>, ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  setContactBudget?: Resolver<Maybe<ResolversTypes['SetContactBudgetPayload']>, ParentType, ContextType, RequireFields<MutationSetContactBudgetArgs, 'input'>>;
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

export type PlacementOfferResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementOffer'] = ResolversParentTypes['PlacementOffer'], FederationReferenceType extends FederationReferenceTypes['PlacementOffer'] = FederationReferenceTypes['PlacementOffer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PlacementOffer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['FreeText']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  endsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PlacementKind'], ParentType, ContextType>;
  offerNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  places?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  placesTaken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rhythm?: Resolver<ResolversTypes['PlacementRhythm'], ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
  startsOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PlacementOfferState'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PlacementOfferConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementOfferConnection'] = ResolversParentTypes['PlacementOfferConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PlacementOfferEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PlacementOfferEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PlacementOfferEdge'] = ResolversParentTypes['PlacementOfferEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PlacementOffer'], ParentType, ContextType>;
};

export type PublishOfferPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['PublishOfferPayload'] = ResolversParentTypes['PublishOfferPayload']> = {
  offer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType, RequireFields<QueryApiKeyArgs, 'id'>>;
  apiKeys?: Resolver<Maybe<ResolversTypes['ApiKeyConnection']>, ParentType, ContextType, Partial<QueryApiKeysArgs>>;
  companyGroup?: Resolver<Maybe<ResolversTypes['CompanyGroup']>, ParentType, ContextType, RequireFields<QueryCompanyGroupArgs, 'id'>>;
  companyGroups?: Resolver<Maybe<ResolversTypes['CompanyGroupConnection']>, ParentType, ContextType, Partial<QueryCompanyGroupsArgs>>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType, RequireFields<QueryEmployerArgs, 'id'>>;
  employerContact?: Resolver<Maybe<ResolversTypes['EmployerContact']>, ParentType, ContextType, RequireFields<QueryEmployerContactArgs, 'id'>>;
  employerContacts?: Resolver<Maybe<ResolversTypes['EmployerContactConnection']>, ParentType, ContextType, Partial<QueryEmployerContactsArgs>>;
  employerSite?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType, RequireFields<QueryEmployerSiteArgs, 'id'>>;
  employers?: Resolver<Maybe<ResolversTypes['EmployerConnection']>, ParentType, ContextType, Partial<QueryEmployersArgs>>;
  placementOffer?: Resolver<Maybe<ResolversTypes['PlacementOffer']>, ParentType, ContextType, RequireFields<QueryPlacementOfferArgs, 'id'>>;
  placementOffers?: Resolver<Maybe<ResolversTypes['PlacementOfferConnection']>, ParentType, ContextType, Partial<QueryPlacementOffersArgs>>;
  workplaceSupervisor?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType, RequireFields<QueryWorkplaceSupervisorArgs, 'id'>>;
  workplaceSupervisors?: Resolver<Maybe<ResolversTypes['WorkplaceSupervisorConnection']>, ParentType, ContextType, Partial<QueryWorkplaceSupervisorsArgs>>;
};

export type RegisterCompanyGroupPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RegisterCompanyGroupPayload'] = ResolversParentTypes['RegisterCompanyGroupPayload']> = {
  companyGroup?: Resolver<Maybe<ResolversTypes['CompanyGroup']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type RegisterEmployerPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RegisterEmployerPayload'] = ResolversParentTypes['RegisterEmployerPayload']> = {
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type SchoolLocationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SchoolLocation'] = ResolversParentTypes['SchoolLocation']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetContactBudgetPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['SetContactBudgetPayload'] = ResolversParentTypes['SetContactBudgetPayload']> = {
  contactBudget?: Resolver<Maybe<ResolversTypes['ContactBudget']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['EmployersUserError']>, ParentType, ContextType>;
};

export type StaffMemberResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['StaffMember'] = ResolversParentTypes['StaffMember']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type WorkplaceSupervisorResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkplaceSupervisor'] = ResolversParentTypes['WorkplaceSupervisor'], FederationReferenceType extends FederationReferenceTypes['WorkplaceSupervisor'] = FederationReferenceTypes['WorkplaceSupervisor']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['WorkplaceSupervisor']> | FederationReferenceType, FederationReferenceType, ContextType>;
  active?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['EmailAddress']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['Employer']>, ParentType, ContextType>;
  familyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  givenName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  language?: Resolver<ResolversTypes['Language'], ParentType, ContextType>;
  personNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['PhoneNumber']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  site?: Resolver<Maybe<ResolversTypes['EmployerSite']>, ParentType, ContextType>;
};

export type WorkplaceSupervisorConnectionResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkplaceSupervisorConnection'] = ResolversParentTypes['WorkplaceSupervisorConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkplaceSupervisorEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WorkplaceSupervisor']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WorkplaceSupervisorEdgeResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WorkplaceSupervisorEdge'] = ResolversParentTypes['WorkplaceSupervisorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkplaceSupervisor'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ServiceContext> = {
  ActivateEmployerPayload?: ActivateEmployerPayloadResolvers<ContextType>;
  AddContactPayload?: AddContactPayloadResolvers<ContextType>;
  AddEmployerSitePayload?: AddEmployerSitePayloadResolvers<ContextType>;
  AddWorkplaceSupervisorPayload?: AddWorkplaceSupervisorPayloadResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ChangeContactPayload?: ChangeContactPayloadResolvers<ContextType>;
  ChangeEmployerPayload?: ChangeEmployerPayloadResolvers<ContextType>;
  ChangeEmployerSitePayload?: ChangeEmployerSitePayloadResolvers<ContextType>;
  ChangeOfferPayload?: ChangeOfferPayloadResolvers<ContextType>;
  ChangeWorkplaceSupervisorPayload?: ChangeWorkplaceSupervisorPayloadResolvers<ContextType>;
  ClaimEmployerApproachPayload?: ClaimEmployerApproachPayloadResolvers<ContextType>;
  CloseOfferPayload?: CloseOfferPayloadResolvers<ContextType>;
  CompanyGroup?: CompanyGroupResolvers<ContextType>;
  CompanyGroupConnection?: CompanyGroupConnectionResolvers<ContextType>;
  CompanyGroupEdge?: CompanyGroupEdgeResolvers<ContextType>;
  ContactBudget?: ContactBudgetResolvers<ContextType>;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeactivateContactPayload?: DeactivateContactPayloadResolvers<ContextType>;
  DeactivateEmployerPayload?: DeactivateEmployerPayloadResolvers<ContextType>;
  DeactivateWorkplaceSupervisorPayload?: DeactivateWorkplaceSupervisorPayloadResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  Employer?: EmployerResolvers<ContextType>;
  EmployerApproach?: EmployerApproachResolvers<ContextType>;
  EmployerApproachConnection?: EmployerApproachConnectionResolvers<ContextType>;
  EmployerApproachEdge?: EmployerApproachEdgeResolvers<ContextType>;
  EmployerConnection?: EmployerConnectionResolvers<ContextType>;
  EmployerContact?: EmployerContactResolvers<ContextType>;
  EmployerContactConnection?: EmployerContactConnectionResolvers<ContextType>;
  EmployerContactEdge?: EmployerContactEdgeResolvers<ContextType>;
  EmployerEdge?: EmployerEdgeResolvers<ContextType>;
  EmployerLoad?: EmployerLoadResolvers<ContextType>;
  EmployerSite?: EmployerSiteResolvers<ContextType>;
  EmployersImportRefusal?: EmployersImportRefusalResolvers<ContextType>;
  EmployersUserError?: EmployersUserErrorResolvers<ContextType>;
  FreeText?: GraphQLScalarType;
  ImportEmployerContactsPayload?: ImportEmployerContactsPayloadResolvers<ContextType>;
  ImportEmployersPayload?: ImportEmployersPayloadResolvers<ContextType>;
  ImportOffersPayload?: ImportOffersPayloadResolvers<ContextType>;
  LocalTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  PlacementOffer?: PlacementOfferResolvers<ContextType>;
  PlacementOfferConnection?: PlacementOfferConnectionResolvers<ContextType>;
  PlacementOfferEdge?: PlacementOfferEdgeResolvers<ContextType>;
  PublishOfferPayload?: PublishOfferPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RegisterCompanyGroupPayload?: RegisterCompanyGroupPayloadResolvers<ContextType>;
  RegisterEmployerPayload?: RegisterEmployerPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  SchoolLocation?: SchoolLocationResolvers<ContextType>;
  SetContactBudgetPayload?: SetContactBudgetPayloadResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  URL?: GraphQLScalarType;
  WorkplaceSupervisor?: WorkplaceSupervisorResolvers<ContextType>;
  WorkplaceSupervisorConnection?: WorkplaceSupervisorConnectionResolvers<ContextType>;
  WorkplaceSupervisorEdge?: WorkplaceSupervisorEdgeResolvers<ContextType>;
};

