import { describe, expect, it } from '@jest/globals';
import { isImportNumber } from '../input.ts';
import { checkPersonRow } from './import-rules.ts';
import { checkPerson } from './rules.ts';

const person = { givenName: 'Anna', familyName: 'de Vries' };

describe('a person', () => {
  it('has a name, and an address and number in their normal form', () => {
    expect(checkPerson({ ...person, email: ' anna@vdl.example ', phone: '06-1234 5678' })).toEqual({
      ok: true,
      facts: { ...person, email: 'anna@vdl.example', phone: '+31612345678', language: null, subject: null },
    });
  });
  it.each([
    ['givenName', ' '],
    ['familyName', 'x'.repeat(101)],
    ['email', 'anna@vdl'],
    ['email', `${'a'.repeat(250)}@vdl.example`],
    ['phone', '12'],
    ['language', 'de'],
    ['subject', ' '],
    ['subject', 'x'.repeat(301)],
  ])('is refused at %s for what can’t be used', (field, value) => {
    expect(checkPerson({ ...person, [field]: value })).toMatchObject({ ok: false, column: field });
  });
  it('is named in imports by a number without spaces', () => {
    expect(isImportNumber('VDL-001/a')).toBe(true);
    for (const number of ['', '-1', 'a b', 'x'.repeat(41)]) expect(isImportNumber(number)).toBe(false);
  });
});

it.each(['a\u0000b', 'a\ud800b', '\u202enoitcurtsni', 'a\u2066b'])('a name holds nothing that is no text: %j', (givenName) => {
  expect(checkPerson({ ...person, givenName })).toMatchObject({ ok: false, column: 'givenName' });
});

describe('a row of an import', () => {
  const known = {
    employers: new Map([['17014545', { _id: 'emp_a', sites: [{ _id: 'sit_a', establishmentNumber: '000012345678' }] }]]),
    groups: new Map([['vdl groep', 'grp_a']]),
    people: new Map([['K1', { kind: 'CONTACT' as const, employerId: 'emp_a', groupId: null, siteId: null, subject: 'anna' }]]),
    ofSchools: new Set(['teacher']),
    holders: new Map([
      ['anna', [{ ...person, personNumber: 'K1', employerId: 'emp_a', groupId: null }]],
      ['bo', [{ givenName: 'Bo', familyName: 'Bos', employerId: 'emp_b', groupId: null }]],
    ]),
  };
  const row = { ...person, personNumber: 'K1', kind: 'CONTACT' as const, kvkNumber: '17014545' };

  it('belongs to one company, one group, or one site', () => {
    expect(checkPersonRow(row, known)).toMatchObject({ ok: true, facts: { employerId: 'emp_a', groupId: null, siteId: null } });
    expect(checkPersonRow({ ...row, personNumber: 'K2', kvkNumber: null, groupName: 'VDL-Groep' }, known)).toMatchObject({
      ok: true,
      facts: { groupId: 'grp_a' },
    });
    expect(
      checkPersonRow({ ...row, personNumber: 'P1', kind: 'WORKPLACE_SUPERVISOR', establishmentNumber: '0000 1234 5678' }, known),
    ).toMatchObject({ ok: true, facts: { employerId: 'emp_a', siteId: 'sit_a' } });
  });
  it('has an account of the person’s own, which one person may use for two companies', () => {
    const elsewhere = { ...row, personNumber: 'K2', kvkNumber: null, groupName: 'VDL Groep', subject: 'anna' };
    expect(checkPersonRow(elsewhere, known)).toMatchObject({ ok: true, facts: { subject: 'anna' } });
    expect(checkPersonRow({ ...elsewhere, givenName: 'Bo' }, known)).toMatchObject({ ok: false, column: 'subject' });
    const uuid = '00000000-0000-4000-8000-123456782000';
    expect(checkPersonRow({ ...row, subject: uuid }, known)).toMatchObject({ ok: true, facts: { subject: uuid } });
  });
  it('gives a workplace supervisor no sign-in', () => {
    expect(
      checkPersonRow(
        { ...row, personNumber: 'P1', kind: 'WORKPLACE_SUPERVISOR', establishmentNumber: '000012345678', subject: 'piet' },
        known,
      ),
    ).toMatchObject({ ok: true, facts: { subject: null } });
  });
  it.each([
    ['kvkNumber', 'INVALID_INPUT', { groupName: 'VDL Groep' }],
    ['kvkNumber', 'INVALID_INPUT', { kvkNumber: null }],
    ['kvkNumber', 'NOT_FOUND', { kvkNumber: '99999999' }],
    ['groupName', 'NOT_FOUND', { kvkNumber: null, groupName: 'Philips' }],
    ['groupName', 'INVALID_INPUT', { kvkNumber: null, groupName: 'VDL Groep', kind: 'WORKPLACE_SUPERVISOR' as const }],
    ['establishmentNumber', 'NOT_FOUND', { kind: 'WORKPLACE_SUPERVISOR' as const, establishmentNumber: '000000000009' }],
    ['establishmentNumber', 'NOT_FOUND', { kind: 'WORKPLACE_SUPERVISOR' as const, establishmentNumber: null }],
    ['kind', 'INVALID_INPUT', { kind: 'WORKPLACE_SUPERVISOR' as const, establishmentNumber: '000012345678' }],
    ['personNumber', 'INVALID_INPUT', { kvkNumber: null, groupName: 'VDL Groep' }],
    ['personNumber', 'INVALID_INPUT', { personNumber: 'K 1' }],
    ['email', 'INVALID_INPUT', { email: 'anna' }],
    ['subject', 'INVALID_INPUT', { subject: 'teacher' }],
    ['subject', 'INVALID_INPUT', { subject: 'bo' }],
    ['subject', 'INVALID_INPUT', { subject: 'anna', personNumber: 'K2' }],
    ['subject', 'NATIONAL_NUMBER', { subject: '123456782' }],
  ])('is refused at %s with %s: %j', (column, code, change) => {
    const found = checkPersonRow({ ...row, ...change }, known);
    expect(found).toMatchObject({ ok: false, column });
    expect('code' in found ? found.code : 'INVALID_INPUT').toBe(code);
  });
});
