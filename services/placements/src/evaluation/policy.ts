import type { Grant, Role, Viewer } from '@servicepunt/shared/contracts/roles';
import { entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { guides, INSIDE, pupilRows, restricted } from '../placement/policy.ts';
import type { Evaluation } from '../schema.generated.ts';
import type { EvaluatorRole } from './questions.ts';
import type { EvaluationRow } from './store.ts';

export type EvaluationAction = 'arrange' | 'conclude' | 'fillInEMPLOYER' | 'fillInSTUDENT' | 'fillInSCHOOL';

/** A link reaches its own task only; it isn't the account of a pupil or a contact. */
const ofTask = '_id';
const atCompany = { at: 'employerId', where: { disclosureStands: true } } as const;
const ownForm: Readonly<Record<EvaluatorRole, readonly Role[]>> = {
  EMPLOYER: ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'],
  STUDENT: ['STUDENT'],
  SCHOOL: ['SCHOOL_SUPERVISOR', 'COORDINATOR'],
};
/** The school's side reads all forms; each other party its own, never the pupil's or the school's (DOMAIN section 7). */
const schoolSide = { COORDINATOR: true, SCHOOL_SUPERVISOR: guides } as const;

export const evaluationPolicy = entityPolicy<EvaluationRow, Exclude<keyof Evaluation, '__typename'>, EvaluationAction>({
  type: 'Evaluation',
  rows: {
    ...pupilRows,
    STUDENT: { STUDENT: 'studentId', TASK: ofTask },
    EMPLOYER_CONTACT: { EMPLOYER: atCompany, TASK: { at: ofTask, where: { disclosureStands: true } } },
    EMPLOYER_SYSTEM: { EMPLOYER: { ...atCompany, apiScope: 'evaluations:read' } },
  },
  fields: {
    id: 'row',
    placement: INSIDE,
    trainee: ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'],
    employer: 'row',
    moment: 'row',
    dueOn: 'row',
    state: 'row',
    pendingRoles: 'row',
    questionVersion: 'row',
    employerForm: { ...schoolSide, EMPLOYER_CONTACT: true, EMPLOYER_SYSTEM: true },
    studentForm: { ...schoolSide, STUDENT: true },
    schoolForm: schoolSide,
    conclusion: restricted,
    revision: 'row',
  },
  actions: {
    arrange: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
    conclude: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
    fillInEMPLOYER: {
      EMPLOYER_CONTACT: { EMPLOYER: atCompany, TASK: { at: ofTask, where: { disclosureStands: true } } },
      EMPLOYER_SYSTEM: { EMPLOYER: { ...atCompany, apiScope: 'evaluations:write' } },
    },
    fillInSTUDENT: { STUDENT: { STUDENT: 'studentId', TASK: ofTask } },
    fillInSCHOOL: { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides },
  },
});

/** The answers of a draft are for those who fill it in; submitted ones for all who may see the form. */
export function mayReadDraft(viewer: Viewer, role: EvaluatorRole): boolean {
  return viewer.grants.some((grant: Grant) => ownForm[role].includes(grant.role));
}

const ALL_EVALUATORS: readonly Role[] = ['STUDENT', 'SCHOOL_SUPERVISOR', 'COORDINATOR', 'EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'];
export const evaluationOperations = operationPolicy({
  Query: {
    evaluation: [...INSIDE, 'EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'],
    evaluations: [...INSIDE, 'EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'],
  },
  Mutation: {
    planEvaluation: ['SCHOOL_SUPERVISOR', 'COORDINATOR'],
    moveEvaluation: ['SCHOOL_SUPERVISOR', 'COORDINATOR'],
    saveEvaluationDraft: ALL_EVALUATORS,
    submitEvaluation: ALL_EVALUATORS,
    concludeEvaluation: ['SCHOOL_SUPERVISOR', 'COORDINATOR'],
  },
});
