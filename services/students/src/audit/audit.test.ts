import { describe, expect, it } from '@jest/globals';
import { EVENTS } from '@servicepunt/shared/contracts/events';
import { AuditAction } from '../schema.generated.ts';
import { actionOf, entryOfEvent, idsIn } from './rules.ts';

describe('the audit trail', () => {
  it('has a constant for every event of the table, and no other', () => {
    expect(Object.values(AuditAction).toSorted()).toEqual(Object.keys(EVENTS).map(actionOf).toSorted());
  });

  it('keeps every id of an event and nothing else of its data', () => {
    const id = (prefix: string) => `${prefix}_01jd000000000000000000000a`;
    const data = {
      evaluationId: id('evl'),
      employerId: null,
      moment: 'MIDTERM',
      dueOn: '2026-12-01',
      pendingRoles: ['EMPLOYER'],
      deliveryIds: [id('dlv'), id('dlv')],
      nested: { studentId: id('stu') },
    };
    expect(idsIn(data)).toEqual([id('evl'), id('dlv'), id('stu')]);
  });

  it('gives the same line for the same event', () => {
    const event = {
      number: 7,
      id: 'evt_01jd000000000000000000000a',
      type: 'PlacementPlanned',
      at: '2026-11-24T10:00:00.000Z',
      revision: 1,
      actor: 'stf_01jd000000000000000000000b',
      data: {},
    };
    expect(entryOfEvent('placements', event)).toEqual({
      _id: 'aud_01jd000000000000000000000a',
      at: new Date('2026-11-24T10:00:00.000Z'),
      actor: 'stf_01jd000000000000000000000b',
      action: 'PLACEMENT_PLANNED',
      service: 'placements',
      subjects: [],
      fields: [],
      requestId: null,
      number: 7,
    });
  });
});
