import { describe, expect, it } from '@jest/globals';
import { site as typed } from '../test-support/employers.ts';
import { checkCompany, checkSite, isStaffMemberId, stateOfNew } from './rules.ts';

describe('a company', () => {
  it('outside the register of the Chamber of Commerce awaits review', () => {
    expect(stateOfNew(null)).toBe('PENDING_REVIEW');
    expect(stateOfNew('17014545')).toBe('ACTIVE');
  });
  it('has a KVK number of 8 digits that keeps its leading zeros', () => {
    expect(checkCompany({ name: ' Bakkerij  Jansen ', kvkNumber: '0712 3456' })).toEqual({
      ok: true,
      facts: { name: 'Bakkerij Jansen', kvkNumber: '07123456' },
    });
    for (const kvkNumber of ['', '1234567', '123456789', '1234567a'])
      expect(checkCompany({ name: 'Bakkerij', kvkNumber })).toMatchObject({ ok: false, column: 'kvkNumber' });
  });
  it('has a name', () => {
    for (const name of [' ', 'x'.repeat(201), 'a\u0000b']) expect(checkCompany({ name })).toMatchObject({ ok: false, column: 'name' });
  });
});

describe('a site', () => {
  it('of a registered company has an establishment number, of any other it needs none', () => {
    expect(checkSite({ ...typed, establishmentNumber: null }, true)).toMatchObject({ ok: false, column: 'establishmentNumber' });
    expect(checkSite({ ...typed, establishmentNumber: null }, false)).toMatchObject({ ok: true });
    expect(checkSite({ ...typed, establishmentNumber: '12345' }, false)).toMatchObject({ ok: false, column: 'establishmentNumber' });
  });
  it('has a Dutch postcode, stored without its space', () => {
    expect(checkSite(typed, true)).toMatchObject({ ok: true, facts: { postcode: '5652AM' } });
    for (const postcode of ['0123AB', '1234 SS', '1234', '1234 A'])
      expect(checkSite({ ...typed, postcode }, true)).toMatchObject({ ok: false, column: 'postcode' });
  });
  it('has a house number with a digit', () => {
    expect(checkSite({ ...typed, houseNumber: 'bis' }, true)).toMatchObject({ ok: false, column: 'houseNumber' });
  });
});

it('a staff member is named by an id of that kind', () => {
  expect(isStaffMemberId('stf_01jdqm4c9x8r5k2h6v3w7y0zab')).toBe(true);
  for (const id of ['stu_01jdqm4c9x8r5k2h6v3w7y0zab', 'stf_', 'stf_../../x']) expect(isStaffMemberId(id)).toBe(false);
});
