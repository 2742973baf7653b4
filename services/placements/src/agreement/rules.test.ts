import { describe, expect, it } from '@jest/globals';
import { amended, amendmentSigningProblem, missingParties, partiesOf, signatoriesOf, type Agreement, type Amendment } from './rules.ts';

const AT = new Date('2026-11-24T10:00:00Z');
const signature = (party: 'STUDENT' | 'GUARDIAN' | 'SCHOOL' | 'COMPANY', signerId: string, onPaper = false) => ({
  party,
  signerId,
  onPaper,
  signedAt: AT,
});
const agreement: Agreement = {
  version: 1,
  state: 'IN_FORCE',
  parties: ['STUDENT', 'SCHOOL', 'COMPANY'],
  signatures: [signature('STUDENT', 'stu_1'), signature('SCHOOL', 'stf_1'), signature('COMPANY', 'stf_1', true)],
  startsOn: '2027-02-01',
  endsOn: '2027-04-23',
  workingTimes: [{ weekday: 1, startsAt: '09:00', endsAt: '12:00', breakMinutes: 0 }],
  schoolName: 'De Beemden',
  schoolSupervisor: { name: 'A', email: null, phone: null },
  workplaceSupervisor: { name: 'B', email: null, phone: null },
  evaluationDates: [{ moment: 'FINAL', dueOn: '2027-04-23' }],
  groundsForEarlyEnd: [],
  inForceSince: AT,
};
const amendment: Amendment = {
  amendsVersion: 1,
  state: 'TO_BE_SIGNED',
  reason: null,
  startsOn: null,
  endsOn: '2027-05-21',
  workingTimes: null,
  supervisorId: null,
  schoolSupervisor: null,
  workplaceSupervisorId: 'wsp_2',
  workplaceSupervisor: { name: 'C', email: null, phone: null },
  evaluationDates: null,
  signatories: signatoriesOf(agreement),
  signatures: [],
  inForceSince: null,
};

describe('an agreement', () => {
  it('is signed by the pupil, the school and the company, and by a guardian for a minor', () => {
    expect(partiesOf({ minorOnStart: false, employerId: 'emp_1' })).toEqual(['STUDENT', 'SCHOOL', 'COMPANY']);
    expect(partiesOf({ minorOnStart: true, employerId: 'emp_1' })).toEqual(['STUDENT', 'GUARDIAN', 'SCHOOL', 'COMPANY']);
    expect(partiesOf({ minorOnStart: true, employerId: null })).toEqual(['STUDENT', 'GUARDIAN', 'SCHOOL']);
  });
  it('waits for the parties that have not signed', () => {
    expect(missingParties(agreement.parties, [signature('SCHOOL', 'stf_1')])).toEqual(['STUDENT', 'COMPANY']);
  });
});

describe('an amendment', () => {
  it('is signed by the signatories of the version that it amends, also when it replaces one of them', () => {
    expect(amendmentSigningProblem(amendment, { party: 'STUDENT', signerId: 'stu_1', onPaper: false })).toBeNull();
    expect(amendmentSigningProblem(amendment, { party: 'SCHOOL', signerId: 'stf_2', onPaper: false })).toBe('NOT_A_SIGNATORY');
    expect(amendmentSigningProblem(amendment, { party: 'GUARDIAN', signerId: 'grd_1', onPaper: false })).toBe('NOT_A_SIGNATORY');
  });
  it('is signed on paper by who signed on paper before', () => {
    expect(amendmentSigningProblem(amendment, { party: 'COMPANY', signerId: 'con_1', onPaper: false })).toBe('NOT_A_SIGNATORY');
    expect(amendmentSigningProblem(amendment, { party: 'COMPANY', signerId: 'stf_9', onPaper: true })).toBeNull();
  });
  it('is signed once by each', () => {
    const half = { ...amendment, signatures: [signature('STUDENT', 'stu_1')] };
    expect(amendmentSigningProblem(half, { party: 'STUDENT', signerId: 'stu_1', onPaper: false })).toBe('ALREADY_SIGNED');
  });
  it('changes what it names and leaves the rest', () => {
    const later = new Date('2027-01-05T10:00:00Z');
    const signatures = [signature('STUDENT', 'stu_1'), signature('SCHOOL', 'stf_1'), signature('COMPANY', 'stf_9', true)];
    expect(amended(agreement, { ...amendment, signatures }, later)).toEqual({
      ...agreement,
      version: 2,
      endsOn: '2027-05-21',
      workplaceSupervisor: { name: 'C', email: null, phone: null },
      signatures,
      inForceSince: later,
    });
  });
});
