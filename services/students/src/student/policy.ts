import type { Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, partsOf, type Condition, type FieldVerdict } from '@servicepunt/shared/policy';
import type { Student } from '../schema.generated.ts';
import type { StudentRow } from './store.ts';

const guidesThisPupil: Condition<StudentRow> = (row, viewer) => row.supervisorId === viewer.id;

/**
 * The Servicepunt sees all pupils without what is restricted, unless this viewer wrote down why he has to look (`RestrictedAccess`).
 * What he opened is marked on the rows that were read for him; a row without the mark stays closed.
 */
const restrictedAccessStands: Condition<StudentRow & OpenedMark> = (row) => row.restrictedAccessStands === true;

/** On rows that were read for one viewer: he has opened what is restricted about this pupil. */
export interface OpenedMark {
  readonly restrictedAccessStands?: true;
}

/** Stay and development plan (DOMAIN sections 2 and 7): the pupil's own circle, and of the school only who guides or coordinates. */
const restricted: FieldVerdict<StudentRow> = {
  STUDENT: true,
  GUARDIAN: true,
  SCHOOL_SUPERVISOR: guidesThisPupil,
  COORDINATOR: true,
  SERVICE_POINT: restrictedAccessStands,
};
/** What the school's people and the pupil's own circle may see. A director gets no more than it takes to name the pupil of a placement. */
const record: readonly Role[] = ['STUDENT', 'GUARDIAN', 'SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'];
const nameplate: readonly Role[] = [...record, 'DIRECTOR'];

/** The privacy officer knows that a pupil exists, not who it is: disclosures and trails refer to it. Companies and links see no row at all. */
export const studentPolicy = entityPolicy<
  StudentRow,
  Exclude<keyof Student, '__typename'>,
  'change' | 'recordOutflow' | 'recordRestricted'
>({
  type: 'Student',
  rows: {
    STUDENT: { STUDENT: '_id' },
    GUARDIAN: { STUDENT: '_id' },
    SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' },
    COORDINATOR: { LOCATION: 'schoolLocationId' },
    DIRECTOR: { LOCATION: 'schoolLocationId' },
    SERVICE_POINT: { ALL: ANY_ROW },
    PRIVACY_OFFICER: { ALL: ANY_ROW },
  },
  fields: {
    id: 'row',
    revision: 'row',
    schoolLocation: nameplate,
    schoolPupilNumber: nameplate,
    givenName: nameplate,
    familyNamePrefix: nameplate,
    familyName: nameplate,
    group: nameplate,
    outflowProfile: nameplate,
    supervisor: nameplate,
    active: nameplate,
    birthDate: record,
    age: record,
    minor: record,
    consentGiver: record,
    email: record,
    language: record,
    enrolledOn: record,
    outflow: record,
    guardians: record,
    consents: record,
    disclosures: ['STUDENT', 'GUARDIAN', 'COORDINATOR', 'PRIVACY_OFFICER'],
    subject: ['STUDENT', 'COORDINATOR', 'SERVICE_POINT'],
    shortStay: restricted,
    developmentPlan: restricted,
  },
  audited: { fields: ['shortStay', 'developmentPlan'], subject: (row) => row._id },
  actions: {
    change: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SERVICE_POINT: { ALL: ANY_ROW } },
    recordOutflow: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SERVICE_POINT: { ALL: ANY_ROW }, SCHOOL_SUPERVISOR: guidesThisPupil },
    recordRestricted: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guidesThisPupil },
  },
});

export const studentParts = partsOf('Outflow', 'ShortStay', 'DevelopmentPlanRef');

const ADMINISTRATION: readonly Role[] = ['COORDINATOR', 'SERVICE_POINT'];

export const studentOperations = operationPolicy({
  Query: { student: [...nameplate, 'PRIVACY_OFFICER'], students: nameplate },
  Mutation: {
    importStudents: ADMINISTRATION,
    registerStudent: ADMINISTRATION,
    changeStudent: ADMINISTRATION,
    changeSupervisor: ADMINISTRATION,
    recordOutflow: [...ADMINISTRATION, 'SCHOOL_SUPERVISOR'],
    recordShortStay: ['COORDINATOR', 'SCHOOL_SUPERVISOR'],
    recordDevelopmentPlan: ['COORDINATOR', 'SCHOOL_SUPERVISOR'],
  },
});

/** Whether the viewer may bring pupils into a location. */
export function mayRegisterAt(viewer: Viewer, schoolLocationId: string): boolean {
  return viewer.grants.some(
    ({ role, scope }) => role === 'SERVICE_POINT' || (role === 'COORDINATOR' && scope.kind === 'LOCATION' && scope.id === schoolLocationId),
  );
}
