import { describe, expect, it } from '@jest/globals';
import { consentCovers, consentStateOn, readItems, type ConsentFacts } from './rules.ts';

const byGuardian = { givenBy: { giver: 'GUARDIAN', id: 'grd_1' }, withdrawnAt: null } as const;
const byStudent = { givenBy: { giver: 'STUDENT', id: 'stu_1' }, withdrawnAt: null } as const;
const consent = (values: Partial<ConsentFacts> = {}): ConsentFacts => ({
  studentId: 'stu_1',
  purpose: 'PLACEMENT',
  items: ['firstName', 'workAdjustments'],
  ...byGuardian,
  ...values,
});

describe('a consent', () => {
  it('of a guardian is due for review from the 16th birthday', () => {
    expect(consentStateOn(byGuardian, '2010-11-25', '2026-11-24')).toBe('ACTIVE');
    expect(consentStateOn(byGuardian, '2010-11-24', '2026-11-24')).toBe('REVIEW_DUE');
  });

  it('of a guardian stands until the birthday of somebody born on 29 February, and not a day longer', () => {
    // 2028 has a 29 February, 2100 has none: the birthday is then the day after the 28th.
    expect(consentStateOn(byGuardian, '2012-02-29', '2028-02-28')).toBe('ACTIVE');
    expect(consentStateOn(byGuardian, '2012-02-29', '2028-02-29')).toBe('REVIEW_DUE');
    expect(consentStateOn(byGuardian, '2084-02-29', '2100-02-28')).toBe('ACTIVE');
    expect(consentStateOn(byGuardian, '2084-02-29', '2100-03-01')).toBe('REVIEW_DUE');
  });

  it('of the pupil stands until it is withdrawn', () => {
    expect(consentStateOn(byStudent, '2010-11-24', '2026-11-24')).toBe('ACTIVE');
    expect(consentStateOn({ ...byStudent, withdrawnAt: new Date() }, '2010-11-24', '2026-11-24')).toBe('WITHDRAWN');
    expect(consentStateOn({ ...byGuardian, withdrawnAt: new Date() }, '2010-11-24', '2026-11-24')).toBe('WITHDRAWN');
  });

  it('covers its purpose and its items, and nothing while it is due for review', () => {
    const wanted = { purpose: 'PLACEMENT', items: ['firstName'] } as const;
    expect(consentCovers(consent(), wanted, '2012-01-01', '2026-11-24')).toBe(true);
    expect(consentCovers(consent(), { ...wanted, items: ['firstName', 'familyName'] }, '2012-01-01', '2026-11-24')).toBe(false);
    expect(consentCovers(consent(), { ...wanted, purpose: 'WARM_HANDOVER' }, '2012-01-01', '2026-11-24')).toBe(false);
    expect(consentCovers(consent(), wanted, '2010-01-01', '2026-11-24')).toBe(false);
    expect(consentCovers(consent({ withdrawnAt: new Date() }), wanted, '2012-01-01', '2026-11-24')).toBe(false);
  });

  it('names fields, each once, and no words', () => {
    expect(readItems(['workAdjustments', ' firstName', 'firstName'])).toEqual({ items: ['firstName', 'workAdjustments'] });
    for (const items of [[], ['what he finds hard'], ['111222333'], Array.from({ length: 51 }, (_, index) => `item${index}`)])
      expect(readItems(items)).toHaveProperty('rule');
  });
});
