import { describe, expect, it } from '@jest/globals';
import { ROLES, SCOPE_KINDS, type Grant, type Scope, type Viewer } from '@servicepunt/shared/contracts/roles';
import { personOf } from '../inbox/policy.ts';
import { reminderPolicy } from '../reminder/policy.ts';
import type { ReminderRow } from '../reminder/store.ts';
import type { RecipientRole } from '../rule/rules.ts';
import { changesAfter, topicsOfNotification, topicsOfReminder, topicsOfViewer } from './rules.ts';

const RECIPIENTS: readonly RecipientRole[] = ['EMPLOYER', 'STUDENT', 'SCHOOL', 'RECEIVING_PARTY', 'COORDINATOR', 'SERVICE_POINT'];
const IDS = { LOCATION: ['loc_1', 'loc_2'], EMPLOYER: ['emp_1', 'emp_2'], STUDENT: ['stu_1', 'stu_2'], TASK: ['evl_1', 'evl_2'] } as const;

function viewers(): Viewer[] {
  return ROLES.flatMap((role) =>
    SCOPE_KINDS.flatMap((kind) => {
      const scopes: Scope[] = kind === 'ALL' ? [{ kind }] : IDS[kind].map((id) => ({ kind, id }));
      return scopes.flatMap((scope): Viewer[] => {
        const grants: Grant[] =
          role === 'EMPLOYER_SYSTEM'
            ? [
                { role, scope, apiScopes: ['evaluations:read'] },
                { role, scope, apiScopes: ['trainees:read'] },
              ]
            : [{ role, scope }];
        return grants.map((grant) => ({ kind: 'PERSON', id: 'stf_1', language: 'nl', grants: [grant] }));
      });
    }),
  );
}

describe('topics', () => {
  it('are followed by exactly those who may see the reminders that are told under them', () => {
    const wrong: string[] = [];
    for (const role of RECIPIENTS) {
      const row = { role, subjectId: 'evl_1', studentId: 'stu_1', locationId: 'loc_1', employerId: 'emp_1' } as ReminderRow;
      const told = new Set(topicsOfReminder(row));
      for (const viewer of viewers()) {
        const follows = topicsOfViewer(viewer, null, reminderPolicy.rows).some((topic) => told.has(topic));
        if (follows !== reminderPolicy.sees(viewer, row)) wrong.push(`${role}: ${JSON.stringify(viewer.grants)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("of an inbox are the person's own, and within its task those of a link", () => {
    const told = topicsOfNotification({ personId: 'stu_1', subjectId: 'evl_1' });
    const follows = (viewer: Viewer) => topicsOfViewer(viewer, personOf(viewer), reminderPolicy.rows).some((topic) => told.includes(topic));
    const link = (task: string): Viewer => ({
      kind: 'LINK',
      id: 'lnk_1',
      onBehalfOf: 'stu_1',
      language: 'nl',
      grants: [{ role: 'STUDENT', scope: { kind: 'TASK', id: task } }],
    });
    expect(follows({ kind: 'PERSON', id: 'stu_1', language: 'nl', grants: [] })).toBe(true);
    expect(follows(link('evl_1'))).toBe(true);
    expect(follows(link('evl_2'))).toBe(false);
    // Who guards a pupil sees his reminders, not his inbox.
    expect(
      follows({ kind: 'PERSON', id: 'grd_1', language: 'nl', grants: [{ role: 'GUARDIAN', scope: { kind: 'STUDENT', id: 'stu_1' } }] }),
    ).toBe(false);
    expect(follows({ kind: 'SYSTEM', id: 'stu_1', language: 'nl', grants: [] })).toBe(false);
  });
});

describe('changes after a number', () => {
  const told = { number: 10, changes: ['a', 'b', 'c'] };
  it('are those that came since', () => {
    expect(changesAfter(told, 10)).toEqual({ ids: [], complete: true });
    expect(changesAfter(told, 8)).toEqual({ ids: ['b', 'c'], complete: true });
    expect(changesAfter(told, 7)).toEqual({ ids: ['a', 'b', 'c'], complete: true });
  });
  it('are not all known when the number is older than what is kept, from another time, or missing', () => {
    for (const after of [6, 11, undefined]) expect(changesAfter(told, after)).toEqual({ ids: ['a', 'b', 'c'], complete: false });
  });
});
