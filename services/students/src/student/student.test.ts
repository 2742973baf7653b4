import { describe, expect, it } from '@jest/globals';
import { checkStudentRow, developmentPlanOf, fullFamilyName, isAtSchoolOn, problemOfShortStay, ruleOfLeaving } from './rules.ts';

const TODAY = '2026-11-24';
const row = { schoolPupilNumber: '1001', givenName: 'Sem', familyName: 'Bakker', birthDate: '2010-05-01', enrolledOn: '2024-08-26' };
const refusal = (values: object) => {
  const check = checkStudentRow({ ...row, ...values }, TODAY);
  return check.ok ? null : `${check.column} ${check.code ?? 'INVALID_INPUT'}`;
};

describe('a row of the pupil administration', () => {
  it('is taken with what it says, and null for what it doesn’t', () => {
    expect(checkStudentRow({ ...row, familyNamePrefix: 'van der', email: 'SEM@School.example' }, TODAY)).toEqual({
      ok: true,
      facts: {
        ...row,
        familyNamePrefix: 'van der',
        email: 'sem@school.example',
        group: null,
        outflowProfile: null,
        leftOn: null,
        subject: null,
        language: null,
        supervisorStaffNumber: null,
        guardians: null,
      },
    });
  });

  it('may have a number that looks like a citizen service number: the school’s numbers are a type of their own', () => {
    expect(refusal({ schoolPupilNumber: '111222333' })).toBeNull();
    expect(refusal({ group: '111222333' })).toBe('group NATIONAL_NUMBER');
  });

  it.each([
    [{ schoolPupilNumber: 'x y' }, 'schoolPupilNumber INVALID_INPUT'],
    [{ givenName: ' ' }, 'givenName INVALID_INPUT'],
    [{ birthDate: '2010-02-30' }, 'birthDate INVALID_INPUT'],
    [{ birthDate: '2026-11-25' }, 'birthDate INVALID_INPUT'],
    [{ birthDate: '1910-05-01' }, 'birthDate INVALID_INPUT'],
    [{ enrolledOn: '2010-05-01' }, 'enrolledOn INVALID_INPUT'],
    [{ leftOn: '2024-08-25' }, 'leftOn INVALID_INPUT'],
    [{ leftOn: '2027-11-25' }, 'leftOn INVALID_INPUT'],
    [{ outflowProfile: 'WORK' }, 'outflowProfile INVALID_INPUT'],
    [{ language: 'fy' }, 'language INVALID_INPUT'],
    [{ guardians: [row, row, row] }, 'guardians INVALID_INPUT'],
    [{ guardians: [row, { ...row, familyName: '' }] }, 'guardians.1.familyName INVALID_INPUT'],
    [{ guardians: [{ ...row, givenName: 'Jan 111222333' }] }, 'guardians.0.givenName NATIONAL_NUMBER'],
  ])('is refused at the column that is wrong: %j', (values, expected) => {
    expect(refusal(values)).toBe(expected);
  });
});

describe('a pupil', () => {
  it('is at the school until the day of leaving', () => {
    expect(isAtSchoolOn({ leftOn: null }, TODAY)).toBe(true);
    expect(isAtSchoolOn({ leftOn: '2026-11-25' }, TODAY)).toBe(true);
    expect(isAtSchoolOn({ leftOn: TODAY }, TODAY)).toBe(false);
  });

  it('leaves after the enrolment and at most a year ahead', () => {
    expect(ruleOfLeaving({ enrolledOn: '2024-08-26', leftOn: '2027-11-24' }, TODAY)).toBeNull();
    expect(ruleOfLeaving({ enrolledOn: '2024-08-26', leftOn: '2027-11-25' }, TODAY)).not.toBeNull();
    expect(ruleOfLeaving({ enrolledOn: '2024-08-26', leftOn: '2024-08-25' }, TODAY)).not.toBeNull();
  });

  it('is called by prefix and family name', () => {
    expect(fullFamilyName({ familyNamePrefix: 'van der', familyName: 'Berg' })).toBe('van der Berg');
    expect(fullFamilyName({ familyNamePrefix: null, familyName: 'Berg' })).toBe('Berg');
  });

  it('stays for a short time until a day that isn’t before the first', () => {
    const stay = { setting: 'YOUTH_CARE', startsOn: '2026-11-01', expectedEndOn: '2026-10-31' } as const;
    expect(problemOfShortStay(stay)?.column).toBe('expectedEndOn');
    expect(problemOfShortStay({ ...stay, expectedEndOn: null })).toBeNull();
  });
});

describe('a development plan', () => {
  const dates = { establishedOn: '2025-10-01', lastReviewedOn: null, nextReviewDue: null };

  it('is due for review a year after the last one', () => {
    expect(developmentPlanOf(dates, TODAY)).toEqual({ plan: { ...dates, nextReviewDue: '2026-10-01' } });
    expect(developmentPlanOf({ ...dates, lastReviewedOn: '2026-09-15' }, TODAY)).toMatchObject({ plan: { nextReviewDue: '2027-09-15' } });
  });

  it.each([
    [{ establishedOn: '2026-11-25' }, 'establishedOn'],
    [{ lastReviewedOn: '2026-11-25' }, 'lastReviewedOn'],
    [{ lastReviewedOn: '2025-09-30' }, 'lastReviewedOn'],
    [{ nextReviewDue: '2025-10-01' }, 'nextReviewDue'],
  ])('has its dates in order: %j', (values, column) => {
    expect(developmentPlanOf({ ...dates, ...values }, TODAY)).toMatchObject({ problem: { column } });
  });
});
