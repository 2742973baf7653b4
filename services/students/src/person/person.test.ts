import { describe, expect, it } from '@jest/globals';
import { foldName, isDay, readColumns, searchRange, sortNameOf } from './rules.ts';

describe('columns of a person', () => {
  it('come out trimmed, lower-cased and in one form', () => {
    const columns = readColumns({ familyName: ' Bakker ', email: 'J.Bakker@School.Example', phone: '06-1234 5678', subject: ' sub-1 ' });
    expect(columns.line('familyName')).toBe('Bakker');
    expect(columns.email('email')).toBe('j.bakker@school.example');
    expect(columns.phone('phone')).toBe('+31612345678');
    expect(columns.subject('subject')).toBe('sub-1');
    expect(columns.problem()).toBeNull();
  });

  it('are null where an optional one is empty, and a problem where a required one is', () => {
    const columns = readColumns({ familyName: '  ', group: '' });
    expect(columns.optionalLine('group')).toBeNull();
    expect(columns.problem()).toBeNull();
    columns.line('familyName');
    expect(columns.problem()).toMatchObject({ column: 'familyName', code: 'INVALID_INPUT' });
  });

  it('keep the first problem, with the path of the part that they stand in', () => {
    const columns = readColumns({ email: 'nobody', phone: 'x' }, 'guardians.1.');
    columns.email('email');
    columns.phone('phone');
    expect(columns.problem()).toMatchObject({ column: 'guardians.1.email' });
  });

  it.each([
    ['a name', 'familyName', 'Jansen 111222333', 'line'],
    ['an address', 'email', '111222333@school.example', 'email'],
    ['a login name', 'subject', '111222333', 'subject'],
  ] as const)('refuse %s that holds a possible citizen service number', (_what, column, value, read) => {
    const columns = readColumns({ [column]: value } as Record<string, string>);
    columns[read](column);
    expect(columns.problem()).toMatchObject({ column, code: 'NATIONAL_NUMBER' });
  });

  it('take a UUID as an account, whatever its digits', () => {
    const columns = readColumns({ subject: 'abcdefab-1234-4abc-8abc-a111222333bc' });
    columns.subject('subject');
    expect(columns.problem()).toBeNull();
  });

  it('refuse days that the calendar does not have', () => {
    expect(isDay('2028-02-29')).toBe(true);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('24-11-2026')).toBe(false);
    expect(isDay('1026-11-24')).toBe(false);
  });
});

describe('the order of people', () => {
  it('does not see case and accents', () => {
    expect(foldName('  ÉLISE   de  Brüin')).toBe('elise de bruin');
    expect(sortNameOf({ familyName: 'Özdemir', givenName: 'Ayşe' }) < sortNameOf({ familyName: 'Pieters', givenName: 'Jan' })).toBe(true);
  });

  it('finds a family name by its beginning only', () => {
    const range = searchRange('Jans');
    const within = (name: string) => range !== null && name >= range.$gte && name < range.$lt;
    expect(within(sortNameOf({ familyName: 'Jansen', givenName: 'Piet' }))).toBe(true);
    expect(within(sortNameOf({ familyName: 'Adjans', givenName: 'Piet' }))).toBe(false);
    expect(within(sortNameOf({ familyName: 'Janus', givenName: 'Piet' }))).toBe(false);
    expect(searchRange('  ')).toBeNull();
  });
});
