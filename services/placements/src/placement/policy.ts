import type { Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { ANY_ROW, entityPolicy, operationPolicy, stubPolicy, type Condition } from '@servicepunt/shared/policy';
import type { Placement } from '../schema.generated.ts';
import { OPEN_STATES } from './rules.ts';
import type { PlacementRow } from './store.ts';

export const STAFF: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'DIRECTOR', 'SERVICE_POINT'];
export const INSIDE: readonly Role[] = [...STAFF, 'STUDENT', 'GUARDIAN'];
/** A director has the figures of his location and its placements (DOMAIN section 2): no single handover, no former pupil's case. */
export const STAFF_WITHOUT_DIRECTOR: readonly Role[] = ['SCHOOL_SUPERVISOR', 'COORDINATOR', 'SERVICE_POINT'];
export const INSIDE_WITHOUT_DIRECTOR: readonly Role[] = [...STAFF_WITHOUT_DIRECTOR, 'STUDENT', 'GUARDIAN'];

interface Guided {
  readonly supervisorId: string | null;
  readonly pupilSupervisorId?: string | null;
}
/**
 * A guide sees restricted fields, and acts, only for the pupils whom he guides (DOMAIN section 2): while something is open whoever is named
 * in it, once it is over whoever guides the pupil now. The one before him, or who was named for it alone, keeps nothing of it.
 */
export const guidesWhile =
  <Row extends Guided>(isOpen: (row: Row) => boolean): Condition<Row> =>
  (row, viewer) =>
    (isOpen(row) ? row.supervisorId : row.pupilSupervisorId) === viewer.id;
const guides = guidesWhile<PlacementRow>((row) => OPEN_STATES.includes(row.state));

/** Rows of one pupil: for the pupil, the guardian, the school's own staff, the Servicepunt. */
export const rowsOfPupil = {
  STUDENT: { STUDENT: 'studentId' },
  GUARDIAN: { STUDENT: 'studentId' },
  SCHOOL_SUPERVISOR: { LOCATION: 'schoolLocationId' },
  COORDINATOR: { LOCATION: 'schoolLocationId' },
  SERVICE_POINT: { ALL: ANY_ROW },
} as const;
/** Rows of placements and their evaluations: for the director of the location too. */
export const pupilRows = { ...rowsOfPupil, DIRECTOR: { LOCATION: 'schoolLocationId' } } as const;

/** Restricted free text: the pupil's own side, the coordinator, and the guide; not the Servicepunt (DOMAIN section 2). */
export const restrictedTo = <Row>(SCHOOL_SUPERVISOR: Condition<Row>) =>
  ({ STUDENT: true, GUARDIAN: true, COORDINATOR: true, SCHOOL_SUPERVISOR }) as const;
const restricted = restrictedTo(guides);

const byThoseWhoArrange = {
  COORDINATOR: { LOCATION: 'schoolLocationId' },
  SERVICE_POINT: { ALL: ANY_ROW },
  SCHOOL_SUPERVISOR: guides,
} as const;

export type PlacementAction = 'arrange' | 'changeLearningPlan' | 'decline' | 'signForSchool' | 'signForStudent' | 'signForGuardian';

/** Employers, their systems and links never see a placement: they see its `Trainee`. */
export const placementPolicy = entityPolicy<PlacementRow, Exclude<keyof Placement, '__typename'>, PlacementAction>({
  type: 'Placement',
  rows: pupilRows,
  fields: {
    id: 'row',
    placementNumber: STAFF,
    student: 'row',
    schoolLocation: 'row',
    supervisor: 'row',
    employer: 'row',
    site: 'row',
    workplaceSupervisor: 'row',
    offer: STAFF,
    offerPlace: STAFF,
    kind: 'row',
    rhythm: 'row',
    localName: 'row',
    startsOn: 'row',
    endsOn: 'row',
    workingTimes: 'row',
    weeklyHours: 'row',
    goals: restricted,
    workAdjustments: restricted,
    state: 'row',
    minorOnStart: STAFF,
    legalBasis: INSIDE,
    endedOn: INSIDE,
    endNote: restricted,
    createdAt: 'row',
    revision: 'row',
    agreement: INSIDE,
    amendments: INSIDE,
    evaluations: INSIDE,
  },
  audited: { fields: ['goals', 'workAdjustments', 'endNote'], subject: (row) => row.studentId },
  actions: {
    arrange: byThoseWhoArrange,
    changeLearningPlan: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides, STUDENT: { STUDENT: 'studentId' } },
    decline: { ...byThoseWhoArrange, STUDENT: { STUDENT: 'studentId' }, GUARDIAN: { STUDENT: 'studentId' } },
    signForSchool: { COORDINATOR: { LOCATION: 'schoolLocationId' }, DIRECTOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
    signForStudent: { STUDENT: { STUDENT: 'studentId' } },
    signForGuardian: { GUARDIAN: { STUDENT: 'studentId' } },
  },
});

/** Whether `viewer` may plan for a pupil: the same people who may arrange the placement once it's there. */
export function mayPlanFor(viewer: Viewer, pupil: { locationId: string; supervisorId: string | null }): boolean {
  return viewer.grants.some(({ role, scope }) => {
    if (role === 'SERVICE_POINT') return scope.kind === 'ALL';
    const atLocation = scope.kind === 'LOCATION' && scope.id === pupil.locationId;
    return atLocation && (role === 'COORDINATOR' || (role === 'SCHOOL_SUPERVISOR' && pupil.supervisorId === viewer.id));
  });
}
/** Whether `viewer` may bring in records of a pupil from another administration. */
export function mayImportFor(viewer: Viewer, pupil: { locationId: string }): boolean {
  return viewer.grants.some(
    ({ role, scope }) =>
      (role === 'SERVICE_POINT' && scope.kind === 'ALL') ||
      (role === 'COORDINATOR' && scope.kind === 'LOCATION' && scope.id === pupil.locationId),
  );
}

export const studentStubPolicy = stubPolicy('Student', {
  id: 'row',
  placements: INSIDE,
  warmHandovers: INSIDE_WITHOUT_DIRECTOR,
  aftercareCase: INSIDE_WITHOUT_DIRECTOR,
});
export const employerStubPolicy = stubPolicy('Employer', {
  id: 'row',
  placements: STAFF,
  trainees: ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'],
});
export const offerStubPolicy = stubPolicy('PlacementOffer', { id: 'row', placements: STAFF });
export const referencePolicies = ['SchoolLocation', 'StaffMember', 'EmployerSite', 'WorkplaceSupervisor'].map((type) =>
  stubPolicy(type, { id: 'row' }),
);

const ARRANGERS: readonly Role[] = ['COORDINATOR', 'SERVICE_POINT', 'SCHOOL_SUPERVISOR'];

export const placementOperations = operationPolicy({
  Query: { placement: INSIDE, placements: INSIDE },
  Mutation: {
    planPlacement: ARRANGERS,
    proposePlacement: ARRANGERS,
    movePlacement: ARRANGERS,
    changeWorkingTimes: ARRANGERS,
    changeLearningPlan: ['COORDINATOR', 'SCHOOL_SUPERVISOR', 'STUDENT'],
    declinePlacement: [...ARRANGERS, 'STUDENT', 'GUARDIAN', 'EMPLOYER_CONTACT'],
    cancelPlacement: ARRANGERS,
    endPlacement: ARRANGERS,
    importPlacements: ['COORDINATOR', 'SERVICE_POINT'],
  },
});
