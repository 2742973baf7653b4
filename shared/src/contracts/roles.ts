/** What a person or system comes for (DOMAIN section 2). */
export const ROLES = [
  'STUDENT',
  'GUARDIAN',
  'SCHOOL_SUPERVISOR',
  'COORDINATOR',
  'SERVICE_POINT',
  'DIRECTOR',
  'EMPLOYER_CONTACT',
  'EMPLOYER_SYSTEM',
  'RECEIVING_PARTY',
  'PRIVACY_OFFICER',
  'OPERATOR',
] as const;
export type Role = (typeof ROLES)[number];

export const SERVICES = ['students', 'employers', 'placements', 'notifications'] as const;
export type ServiceName = (typeof SERVICES)[number];
/** Everything that signs identities with a key of its own. */
export type Issuer = ServiceName | 'gateway';

/**
 * How far a grant reaches: the whole foundation, one school location, one employer, one pupil,
 * or the single task of a capability link (an evaluation, a handover).
 */
export const SCOPE_KINDS = ['ALL', 'LOCATION', 'EMPLOYER', 'STUDENT', 'TASK'] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
export type Scope = { readonly kind: 'ALL' } | { readonly kind: Exclude<ScopeKind, 'ALL'>; readonly id: string };

/** What an API key may be given: each policy that asks for one takes it from here, and so does the enum that people choose from. */
export const API_SCOPES = ['trainees:read', 'schedules:read', 'evaluations:read', 'evaluations:write', 'offers:write'] as const;
export type ApiScope = (typeof API_SCOPES)[number];
/** `task:todo`: a link whose task is still to do; a finished one shows the result alone. */
export type GrantScope = ApiScope | 'task:todo';

export interface Grant {
  readonly role: Role;
  readonly scope: Scope;
  /** What an API key (`trainees:read`) or a link whose task is still to do (`task:todo`) was given; absent for people, whose role says it. */
  readonly apiScopes?: readonly GrantScope[];
}

export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Who is calling, and on which grounds. */
export interface Viewer {
  readonly kind: 'PERSON' | 'SYSTEM' | 'LINK' | 'SERVICE';
  /** `stf_…`, `stu_…`, `grd_…`, `con_…`, `key_…`, `lnk_…`, or the service's name. */
  readonly id: string;
  readonly language: Language;
  readonly grants: readonly Grant[];
  /** A link acts for the person whom it was sent to; a service for the person whose request it serves. */
  readonly onBehalfOf?: string;
}
