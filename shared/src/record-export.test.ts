import { expect, it } from '@jest/globals';
import { forRecord } from './record-export.ts';

it('shows what is about the pupil, and of others what they are', () => {
  const row = {
    _id: 'plc_1',
    studentId: 'stu_1',
    supervisorId: 'stf_9',
    startsOn: '2026-11-24',
    at: new Date('2026-11-24T10:00:00Z'),
    agreement: { schoolSupervisor: { name: 'canary', email: 'canary@school.example' }, workplaceSupervisor: null },
    signatures: [{ signerId: 'grd_1' }, { signerId: 'grd_2' }, { signerId: 'con_5' }],
    mentioned: ['stu_2'],
    outbox: [],
    revision: 3,
  };
  expect(forRecord(row, new Set(['stu_1', 'grd_1']))).toEqual({
    id: 'plc_1',
    studentId: 'stu_1',
    supervisorId: 'STAFF_MEMBER',
    startsOn: '2026-11-24',
    at: '2026-11-24T10:00:00.000Z',
    agreement: { schoolSupervisor: 'STAFF_MEMBER', workplaceSupervisor: null },
    signatures: [{ signerId: 'grd_1' }, { signerId: 'GUARDIAN' }, { signerId: 'EMPLOYER_CONTACT' }],
    mentioned: ['OTHER_PUPIL'],
  });
});
