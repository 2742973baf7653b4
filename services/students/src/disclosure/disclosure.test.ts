import { describe, expect, it } from '@jest/globals';
import { isLogged } from './rules.ts';

describe('a disclosure', () => {
  const logged = { studentId: 'stu_1', legalBasis: 'CONTRACT', items: ['firstName', 'goals'], consentId: null } as const;
  const is = (values: Partial<Parameters<typeof isLogged>[0]>, wanted: Partial<Parameters<typeof isLogged>[1]>, consents: string[] = []) =>
    isLogged(
      { ...logged, items: [...logged.items], ...values },
      { studentId: 'stu_1', legalBasis: 'CONTRACT', items: ['firstName'], ...wanted },
      consents,
    );

  it('is logged once for the same ground and no more items', () => {
    expect(is({}, {})).toBe(true);
    expect(is({}, { items: ['firstName', 'familyName'] })).toBe(false);
    expect(is({}, { legalBasis: 'PUBLIC_TASK' })).toBe(false);
    expect(is({}, { studentId: 'stu_2' })).toBe(false);
  });

  it('rests on its own consent, not on any', () => {
    const byConsent = { legalBasis: 'CONSENT', consentId: 'cns_1' } as const;
    expect(is(byConsent, { legalBasis: 'CONSENT' }, ['cns_1', 'cns_2'])).toBe(true);
    expect(is(byConsent, { legalBasis: 'CONSENT' }, ['cns_2'])).toBe(false);
  });
});
