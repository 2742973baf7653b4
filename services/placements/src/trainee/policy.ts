import type { GrantScope } from '@servicepunt/shared/contracts/roles';
import { entityPolicy, operationPolicy, type Condition } from '@servicepunt/shared/policy';
import { TASK_TO_DO } from '../link/rules.ts';
import { SEEN_BY_COMPANY } from '../placement/rules.ts';
import type { PlacementRow } from '../placement/store.ts';
import type { Trainee } from '../schema.generated.ts';

/** From the proposal on, and only while a logged disclosure stands behind it (DOMAIN section 7: no disclosure, no row). */
const disclosed = { disclosureStands: true, state: SEEN_BY_COMPANY } as const;
const hasScope =
  (apiScope: GrantScope): Condition<PlacementRow> =>
  (_row, _viewer, grant) =>
    grant.apiScopes?.includes(apiScope) ?? false;
/** What a form doesn't need is not for its link: the company's own people see it behind their sign-in. */
const notByLink: Condition<PlacementRow> = (_row, _viewer, grant) => grant.scope.kind !== 'TASK';
const beyondTask = { EMPLOYER_CONTACT: notByLink, EMPLOYER_SYSTEM: true } as const;
const schedules = { EMPLOYER_CONTACT: notByLink, EMPLOYER_SYSTEM: hasScope('schedules:read') } as const;

export type TraineeAction = 'signForCompany' | 'decline';

export const traineePolicy = entityPolicy<PlacementRow, Exclude<keyof Trainee, '__typename'>, TraineeAction>({
  type: 'Trainee',
  rows: {
    EMPLOYER_CONTACT: {
      EMPLOYER: { at: 'employerId', where: disclosed },
      // A link to one evaluation shows whom it is about, and nobody else, until its form is submitted.
      TASK: { at: 'evaluationIds', where: disclosed, apiScope: TASK_TO_DO },
    },
    EMPLOYER_SYSTEM: { EMPLOYER: { at: 'employerId', where: disclosed, apiScope: 'trainees:read' } },
  },
  fields: {
    id: 'row',
    studentKey: 'row',
    disclosureBasis: 'row',
    agreementInForce: 'row',
    employer: 'row',
    site: beyondTask,
    workplaceSupervisor: beyondTask,
    offer: beyondTask,
    kind: 'row',
    rhythm: 'row',
    state: 'row',
    startsOn: 'row',
    endsOn: 'row',
    workingTimes: schedules,
    weeklyHours: schedules,
    ageClass: beyondTask,
    goals: 'row',
    workAdjustments: beyondTask,
    schoolName: 'row',
    schoolSupervisor: beyondTask,
    agreement: { EMPLOYER_CONTACT: notByLink },
    evaluations: { EMPLOYER_CONTACT: true, EMPLOYER_SYSTEM: hasScope('evaluations:read') },
    revision: 'row',
  },
  audited: { fields: ['goals', 'workAdjustments'], subject: (row) => row.studentId },
  actions: {
    signForCompany: { EMPLOYER_CONTACT: { EMPLOYER: { at: 'employerId', where: disclosed } } },
    decline: { EMPLOYER_CONTACT: { EMPLOYER: { at: 'employerId', where: disclosed } } },
  },
});

export const traineeOperations = operationPolicy({
  Query: { trainee: ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'], trainees: ['EMPLOYER_CONTACT', 'EMPLOYER_SYSTEM'] },
});
