import { describe, expect, it } from '@jest/globals';
import { viewerOf, type OwnRecords } from './rules.ts';

const TODAY = '2026-11-24';
const none: OwnRecords = { staff: null, students: [], guardians: [] };
const entry = { grantedAt: new Date(), grantedBy: 'stf_x', withdrawnAt: null, withdrawnBy: null };
const staff = {
  _id: 'stf_1',
  language: 'en',
  grants: [
    { ...entry, role: 'COORDINATOR', locationId: 'loc_1' },
    { ...entry, role: 'SERVICE_POINT', locationId: null },
    { ...entry, role: 'DIRECTOR', locationId: 'loc_1', withdrawnAt: new Date() },
  ],
} as const;
const guardian = {
  _id: 'grd_1',
  language: 'nl',
  children: [
    { studentId: 'stu_17', relation: null, representation: null },
    { studentId: 'stu_18', relation: null, representation: null },
    { studentId: 'stu_19', relation: null, representation: { kind: 'MENTORSHIP', startsOn: '2025-11-24', endsOn: null } },
    { studentId: 'stu_gone', relation: null, representation: null },
  ],
} as const;
const birthDates = new Map([
  ['stu_17', '2008-11-25'],
  ['stu_18', '2008-11-24'],
  ['stu_19', '2007-11-24'],
]);
const scopes = (viewer: ReturnType<typeof viewerOf>) =>
  viewer?.grants.map(({ role, scope }) => `${role} ${scope.kind === 'ALL' ? '' : scope.id}`.trim());

describe('who is behind an account', () => {
  it('is nobody without a record', () => {
    expect(viewerOf(none, birthDates, TODAY)).toBeNull();
  });

  it('has the roles of staff that are in force', () => {
    expect(scopes(viewerOf({ ...none, staff }, birthDates, TODAY))).toEqual(['COORDINATOR loc_1', 'SERVICE_POINT']);
  });

  it('sees as a guardian the pupils under 18, and adults under a legal representation', () => {
    expect(scopes(viewerOf({ ...none, guardians: [guardian] }, birthDates, TODAY))).toEqual(['GUARDIAN stu_17', 'GUARDIAN stu_19']);
    expect(scopes(viewerOf({ ...none, guardians: [guardian] }, birthDates, '2026-11-25'))).toEqual(['GUARDIAN stu_19']);
  });

  it('acts with all of his records, as staff first', () => {
    const viewer = viewerOf(
      { staff, students: [{ _id: 'stu_a', language: 'nl' }], guardians: [guardian, { ...guardian, _id: 'grd_2' }] },
      birthDates,
      TODAY,
    );
    expect(viewer).toMatchObject({ kind: 'PERSON', id: 'stf_1', language: 'en' });
    expect(scopes(viewer)).toEqual(['COORDINATOR loc_1', 'SERVICE_POINT', 'STUDENT stu_a', 'GUARDIAN stu_17', 'GUARDIAN stu_19']);
  });
});
