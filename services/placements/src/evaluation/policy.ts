import type { Role } from '@servicepunt/shared/contracts/roles';
import { entityPolicy, operationPolicy, type Condition } from '@servicepunt/shared/policy';
import { guidesWhile, INSIDE, pupilRows, restrictedTo } from '../placement/policy.ts';
import type { Evaluation } from '../schema.generated.ts';
import type { EvaluatorRole } from './questions.ts';
import { OPEN_EVALUATIONS } from './rules.ts';
import type { EvaluationRow } from './store.ts';

export type EvaluationAction = 'arrange' | 'conclude' | `${'fillIn' | 'readDraft'}${EvaluatorRole}`;

const guides = guidesWhile<EvaluationRow>((row) => OPEN_EVALUATIONS.includes(row.state));

/** A link reaches its own task only; it isn't the account of a pupil or a contact. */
const ofTask = '_id';
const atCompany = { at: 'employerId', where: { disclosureStands: true } } as const;
const contactAtCompany = { EMPLOYER: atCompany, TASK: { at: ofTask, where: { disclosureStands: true } } } as const;
const ofStudent = { STUDENT: { STUDENT: 'studentId', TASK: ofTask } } as const;
/** The joint conclusion is no part of the form that a pupil's link leads to. */
const notByLink: Condition<EvaluationRow> = (_row, _viewer, grant) => grant.scope.kind !== 'TASK';
const ofSchool = { COORDINATOR: { LOCATION: 'schoolLocationId' }, SCHOOL_SUPERVISOR: guides } as const;
/** The school's side reads all forms; each other party its own, never the pupil's or the school's (DOMAIN section 7). */
const schoolSide = { COORDINATOR: true, SCHOOL_SUPERVISOR: guides } as const;

export const evaluationPolicy = entityPolicy<EvaluationRow, Exclude<keyof Evaluation, '__typename'>, EvaluationAction>({
  type: 'Evaluation',
  rows: {
    ...pupilRows,
    ...ofStudent,
    EMPLOYER_CONTACT: contactAtCompany,
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
    conclusion: { ...restrictedTo(guides), STUDENT: notByLink },
    revision: 'row',
  },
  audited: { fields: ['employerForm', 'studentForm', 'schoolForm', 'conclusion'], subject: (row) => row.studentId },
  actions: {
    arrange: ofSchool,
    conclude: ofSchool,
    fillInEMPLOYER: { EMPLOYER_CONTACT: contactAtCompany, EMPLOYER_SYSTEM: { EMPLOYER: { ...atCompany, apiScope: 'evaluations:write' } } },
    fillInSTUDENT: ofStudent,
    fillInSCHOOL: ofSchool,
    /** The answers of a draft are for those who fill it in; submitted ones for all who may see the form. */
    readDraftEMPLOYER: {
      EMPLOYER_CONTACT: contactAtCompany,
      EMPLOYER_SYSTEM: { EMPLOYER: { ...atCompany, apiScope: 'evaluations:read' } },
    },
    readDraftSTUDENT: ofStudent,
    readDraftSCHOOL: ofSchool,
  },
});

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
