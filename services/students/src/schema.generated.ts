import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { AnyConnection } from '@servicepunt/shared/paging';
import type { PayloadBody } from '@servicepunt/shared/mutation';
import type { SchoolRow, SchoolLocationRow } from './school/store.ts';
import type { StaffMemberRow } from './staff/store.ts';
import type { GrantEntry } from './staff/rules.ts';
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

/** A language in which we write to people. */
export const Language = {
  /** English. */
  En: 'en',
  /** Dutch. */
  Nl: 'nl'
} as const;

export type Language = typeof Language[keyof typeof Language];
export type Mutation = {
  __typename?: 'Mutation';
  /** Ends somebody's work here: all roles are withdrawn and nobody signs in as this person any more. */
  deactivateStaffMember?: Maybe<DeactivateStaffMemberPayload>;
  /** Gives a role. The Servicepunt gives any; coordinators and directors those of their own location. */
  grantRole?: Maybe<GrantRolePayload>;
  /** Brings in school locations, new or changed; a row that is the same changes nothing. */
  importSchoolLocations?: Maybe<ImportSchoolLocationsPayload>;
  /** Brings in staff with their roles; a row that is the same changes nothing, and a role that was withdrawn isn't given back. */
  importStaff?: Maybe<ImportStaffPayload>;
  /** Takes a role away; it stays in the history. */
  withdrawGrant?: Maybe<WithdrawGrantPayload>;
};


export type MutationDeactivateStaffMemberArgs = {
  input: DeactivateStaffMemberInput;
};


export type MutationGrantRoleArgs = {
  input: GrantRoleInput;
};


export type MutationImportSchoolLocationsArgs = {
  input: ImportSchoolLocationsInput;
};


export type MutationImportStaffArgs = {
  input: ImportStaffInput;
};


export type MutationWithdrawGrantArgs = {
  input: WithdrawGrantInput;
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

export type Query = {
  __typename?: 'Query';
  /** A school location by id; null when there is none that you may know of. */
  schoolLocation?: Maybe<SchoolLocation>;
  /** School locations by name. */
  schoolLocations?: Maybe<SchoolLocationConnection>;
  /** A staff member by id; null when there is none that you may know of. */
  staffMember?: Maybe<StaffMember>;
  /** Staff by name. */
  staffMembers?: Maybe<StaffMemberConnection>;
};


export type QuerySchoolLocationArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySchoolLocationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<SchoolLocationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryStaffMemberArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStaffMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<StaffMemberFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What a person or system comes for. */
export const Role = {
  /** Runs the internships of a school location. */
  Coordinator: 'COORDINATOR',
  /** Directs a school location. */
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
  /** Code of the location; empty for SERVICE_POINT, PRIVACY_OFFICER and OPERATOR. */
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

/** Why a mutation of the students service was refused. */
export const StudentsErrorCode = {
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
  /** The text holds a number that may be a citizen service number. */
  NationalNumber: 'NATIONAL_NUMBER',
  /** The thing doesn't exist, or you may not know of it. */
  NotFound: 'NOT_FOUND',
  /** Somebody else has to do this to you. */
  NotYourself: 'NOT_YOURSELF',
  /** Somebody else changed it meanwhile; the payload shows the current state. */
  RevisionConflict: 'REVISION_CONFLICT',
  /** Another service doesn't answer now; nothing was stored. */
  ServiceUnavailable: 'SERVICE_UNAVAILABLE',
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
  School: School;
  SchoolLocation: SchoolLocation;
  StaffMember: StaffMember;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  School:
    ( { __typename: 'School' }
    & GraphQLRecursivePick<FederationTypes['School'], {"id":true}> );
  SchoolLocation:
    ( { __typename: 'SchoolLocation' }
    & GraphQLRecursivePick<FederationTypes['SchoolLocation'], {"id":true}> );
  StaffMember:
    ( { __typename: 'StaffMember' }
    & GraphQLRecursivePick<FederationTypes['StaffMember'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeactivateStaffMemberInput: DeactivateStaffMemberInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  DeactivateStaffMemberPayload: ResolverTypeWrapper<PayloadBody>;
  EmailAddress: ResolverTypeWrapper<Scalars['EmailAddress']['output']>;
  FreeText: ResolverTypeWrapper<Scalars['FreeText']['output']>;
  GrantRoleInput: GrantRoleInput;
  GrantRolePayload: ResolverTypeWrapper<PayloadBody>;
  HolidayRegion: HolidayRegion;
  ImportSchoolLocationsInput: ImportSchoolLocationsInput;
  ImportSchoolLocationsPayload: ResolverTypeWrapper<PayloadBody>;
  ImportStaffInput: ImportStaffInput;
  ImportStaffPayload: ResolverTypeWrapper<PayloadBody>;
  Language: Language;
  LocalTime: ResolverTypeWrapper<Scalars['LocalTime']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  PhoneNumber: ResolverTypeWrapper<Scalars['PhoneNumber']['output']>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Role: Role;
  School: ResolverTypeWrapper<SchoolRow>;
  SchoolLocation: ResolverTypeWrapper<SchoolLocationRow>;
  SchoolLocationConnection: ResolverTypeWrapper<AnyConnection>;
  SchoolLocationEdge: ResolverTypeWrapper<Omit<SchoolLocationEdge, 'node'> & { node: ResolversTypes['SchoolLocation'] }>;
  SchoolLocationFilter: SchoolLocationFilter;
  SchoolLocationImportRow: SchoolLocationImportRow;
  StaffGrant: ResolverTypeWrapper<GrantEntry>;
  StaffImportRow: StaffImportRow;
  StaffMember: ResolverTypeWrapper<StaffMemberRow>;
  StaffMemberConnection: ResolverTypeWrapper<AnyConnection>;
  StaffMemberEdge: ResolverTypeWrapper<Omit<StaffMemberEdge, 'node'> & { node: ResolversTypes['StaffMember'] }>;
  StaffMemberFilter: StaffMemberFilter;
  StudentsErrorCode: StudentsErrorCode;
  StudentsImportRefusal: ResolverTypeWrapper<StudentsImportRefusal>;
  StudentsUserError: ResolverTypeWrapper<StudentsUserError>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  WithdrawGrantInput: WithdrawGrantInput;
  WithdrawGrantPayload: ResolverTypeWrapper<PayloadBody>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeactivateStaffMemberInput: DeactivateStaffMemberInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  DeactivateStaffMemberPayload: PayloadBody;
  EmailAddress: Scalars['EmailAddress']['output'];
  FreeText: Scalars['FreeText']['output'];
  GrantRoleInput: GrantRoleInput;
  GrantRolePayload: PayloadBody;
  ImportSchoolLocationsInput: ImportSchoolLocationsInput;
  ImportSchoolLocationsPayload: PayloadBody;
  ImportStaffInput: ImportStaffInput;
  ImportStaffPayload: PayloadBody;
  LocalTime: Scalars['LocalTime']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  PhoneNumber: Scalars['PhoneNumber']['output'];
  Query: Record<PropertyKey, never>;
  School: SchoolRow;
  SchoolLocation: SchoolLocationRow;
  SchoolLocationConnection: AnyConnection;
  SchoolLocationEdge: Omit<SchoolLocationEdge, 'node'> & { node: ResolversParentTypes['SchoolLocation'] };
  SchoolLocationFilter: SchoolLocationFilter;
  SchoolLocationImportRow: SchoolLocationImportRow;
  StaffGrant: GrantEntry;
  StaffImportRow: StaffImportRow;
  StaffMember: StaffMemberRow;
  StaffMemberConnection: AnyConnection;
  StaffMemberEdge: Omit<StaffMemberEdge, 'node'> & { node: ResolversParentTypes['StaffMember'] };
  StaffMemberFilter: StaffMemberFilter;
  StudentsImportRefusal: StudentsImportRefusal;
  StudentsUserError: StudentsUserError;
  URL: Scalars['URL']['output'];
  WithdrawGrantInput: WithdrawGrantInput;
  WithdrawGrantPayload: PayloadBody;
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

export interface EmailAddressScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['EmailAddress'], any> {
  name: 'EmailAddress';
}

export interface FreeTextScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['FreeText'], any> {
  name: 'FreeText';
}

export type GrantRolePayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['GrantRolePayload'] = ResolversParentTypes['GrantRolePayload']> = {
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
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

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type MutationResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  deactivateStaffMember?: Resolver<Maybe<ResolversTypes['DeactivateStaffMemberPayload']>, ParentType, ContextType, RequireFields<MutationDeactivateStaffMemberArgs, 'input'>>;
  grantRole?: Resolver<Maybe<ResolversTypes['GrantRolePayload']>, ParentType, ContextType, RequireFields<MutationGrantRoleArgs, 'input'>>;
  importSchoolLocations?: Resolver<Maybe<ResolversTypes['ImportSchoolLocationsPayload']>, ParentType, ContextType, RequireFields<MutationImportSchoolLocationsArgs, 'input'>>;
  importStaff?: Resolver<Maybe<ResolversTypes['ImportStaffPayload']>, ParentType, ContextType, RequireFields<MutationImportStaffArgs, 'input'>>;
  withdrawGrant?: Resolver<Maybe<ResolversTypes['WithdrawGrantPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawGrantArgs, 'input'>>;
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

export type QueryResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  schoolLocation?: Resolver<Maybe<ResolversTypes['SchoolLocation']>, ParentType, ContextType, RequireFields<QuerySchoolLocationArgs, 'id'>>;
  schoolLocations?: Resolver<Maybe<ResolversTypes['SchoolLocationConnection']>, ParentType, ContextType, Partial<QuerySchoolLocationsArgs>>;
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType, RequireFields<QueryStaffMemberArgs, 'id'>>;
  staffMembers?: Resolver<Maybe<ResolversTypes['StaffMemberConnection']>, ParentType, ContextType, Partial<QueryStaffMembersArgs>>;
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

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type WithdrawGrantPayloadResolvers<ContextType = ServiceContext, ParentType extends ResolversParentTypes['WithdrawGrantPayload'] = ResolversParentTypes['WithdrawGrantPayload']> = {
  staffMember?: Resolver<Maybe<ResolversTypes['StaffMember']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['StudentsUserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = ServiceContext> = {
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeactivateStaffMemberPayload?: DeactivateStaffMemberPayloadResolvers<ContextType>;
  EmailAddress?: GraphQLScalarType;
  FreeText?: GraphQLScalarType;
  GrantRolePayload?: GrantRolePayloadResolvers<ContextType>;
  ImportSchoolLocationsPayload?: ImportSchoolLocationsPayloadResolvers<ContextType>;
  ImportStaffPayload?: ImportStaffPayloadResolvers<ContextType>;
  LocalTime?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PhoneNumber?: GraphQLScalarType;
  Query?: QueryResolvers<ContextType>;
  School?: SchoolResolvers<ContextType>;
  SchoolLocation?: SchoolLocationResolvers<ContextType>;
  SchoolLocationConnection?: SchoolLocationConnectionResolvers<ContextType>;
  SchoolLocationEdge?: SchoolLocationEdgeResolvers<ContextType>;
  StaffGrant?: StaffGrantResolvers<ContextType>;
  StaffMember?: StaffMemberResolvers<ContextType>;
  StaffMemberConnection?: StaffMemberConnectionResolvers<ContextType>;
  StaffMemberEdge?: StaffMemberEdgeResolvers<ContextType>;
  StudentsImportRefusal?: StudentsImportRefusalResolvers<ContextType>;
  StudentsUserError?: StudentsUserErrorResolvers<ContextType>;
  URL?: GraphQLScalarType;
  WithdrawGrantPayload?: WithdrawGrantPayloadResolvers<ContextType>;
};

