import { describe, expect, it } from '@jest/globals';
import { basisFitsCompany, endProblem, isPossible, LEGAL_BASES, periodProblem, stateOn, workplaceRule } from './rules.ts';

describe('a placement', () => {
  it('runs from its first day once it is agreed; nobody has to remember to say so', () => {
    expect(stateOn({ state: 'AGREED', startsOn: '2027-02-01' }, '2027-01-31')).toBe('AGREED');
    expect(stateOn({ state: 'AGREED', startsOn: '2027-02-01' }, '2027-02-01')).toBe('RUNNING');
    expect(stateOn({ state: 'PROPOSED', startsOn: '2027-02-01' }, '2027-03-01')).toBe('PROPOSED');
  });
  it('is changed before an agreement, amended after it, cancelled before it runs and ended after that', () => {
    expect(isPossible('change', 'PROPOSED')).toBe(true);
    expect(isPossible('change', 'AGREED')).toBe(false);
    expect(isPossible('amend', 'RUNNING')).toBe(true);
    expect(isPossible('cancel', 'AGREED')).toBe(true);
    expect(isPossible('cancel', 'RUNNING')).toBe(false);
    expect(isPossible('end', 'AGREED')).toBe(false);
    expect(isPossible('end', 'RUNNING')).toBe(true);
    for (const state of ['COMPLETED', 'ENDED_EARLY', 'NO_SHOW', 'CANCELLED', 'DECLINED'] as const)
      for (const step of ['propose', 'change', 'decline', 'cancel', 'end', 'amend', 'draftAgreement'] as const)
        expect(isPossible(step, state)).toBe(false);
  });
  it('lasts a school year at most', () => {
    expect(periodProblem({ startsOn: '2027-01-01', endsOn: '2027-12-31' }, null)).toBeNull();
    expect(periodProblem({ startsOn: '2027-01-01', endsOn: '2028-01-02' }, null)?.code).toBe('PERIOD_TOO_LONG');
  });
  it('has a company unless it is inside the school, and is about a pupil', () => {
    expect(workplaceRule('INTERNAL', null)).toBeNull();
    expect(workplaceRule('INTERNAL', 'emp_1')?.field).toBe('employerId');
    expect(workplaceRule('TASTER', null)?.field).toBe('employerId');
    expect(workplaceRule('TEACHER', 'emp_1')?.field).toBe('kind');
  });
  it('is shown to a company by consent, contract or public task, never as a report by law', () => {
    expect(LEGAL_BASES.filter(basisFitsCompany)).toEqual(['CONSENT', 'CONTRACT', 'PUBLIC_TASK']);
  });
});

describe('the end of a placement', () => {
  const placement = { state: 'AGREED', startsOn: '2027-02-01', endsOn: '2027-04-23' } as const;
  it('is not later than today and not before the first day', () => {
    expect(endProblem(placement, { reason: 'EARLY_END', endedOn: '2027-03-02' }, '2027-03-01')?.field).toBe('endedOn');
    expect(endProblem(placement, { reason: 'NO_SHOW', endedOn: '2027-01-31' }, '2027-03-01')?.field).toBe('endedOn');
    expect(endProblem(placement, { reason: 'NO_SHOW', endedOn: '2027-02-01' }, '2027-03-01')).toBeNull();
  });
  it('is as agreed from the last day on, and early before it', () => {
    expect(endProblem(placement, { reason: 'COMPLETED', endedOn: '2027-04-22' }, '2027-04-22')?.field).toBe('reason');
    expect(endProblem(placement, { reason: 'COMPLETED', endedOn: '2027-04-23' }, '2027-04-23')).toBeNull();
    expect(endProblem(placement, { reason: 'EARLY_END', endedOn: '2027-04-23' }, '2027-04-23')?.field).toBe('reason');
  });
});
