import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { ours } from '@servicepunt/shared/mongo';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import { startTestApi, type TestApi } from '../test-support/api.ts';
import type { RecipientRole } from '../rule/rules.ts';
import type { ReminderRow } from './store.ts';

const at = (location: string) => ({ kind: 'LOCATION', id: location }) as const;
const coordinator = viewer(grant('COORDINATOR', at('loc_1')));
const colleague: Viewer = { ...coordinator, id: 'stf_colleague' };
const stranger = viewer(grant('COORDINATOR', at('loc_other')));
const employer = viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' }));
const REMIND = `mutation ($input: RemindNowInput!) {
  remindNow(input: $input) { reminders { id role kind status dueAt } userErrors { code field message } }
}`;
interface Payload {
  reminders: { id: string; role: string; kind: string; status: string; dueAt: string }[] | null;
  userErrors: { code: string; field: string | null; message: string }[];
}
const HOUR_MS = 3_600_000;

describe('reminding people by hand', () => {
  let api: TestApi;
  let count = 0;
  let evaluation: string;
  let handover: string;
  const waiting = async () => {
    const counts = await api.queues.counts();
    return counts['evaluation-reminders'].waiting + counts['handover-reminders'].waiting;
  };
  const remind = async (input: object, as: Viewer = coordinator): Promise<Payload> =>
    (await api.subgraph.query(as, REMIND, { input: { idempotencyKey: `key-${(count += 1)}`, subjectId: evaluation, ...input } })).data
      .remindNow;
  const roles = (payload: Payload) => payload.reminders?.map(({ role }) => role) ?? null;
  const codes = (payload: Payload) => payload.userErrors.map(({ code, field }) => [code, field]);

  beforeAll(async () => {
    api = await startTestApi('2026-11-02T09:00:00Z');
  });
  afterAll(() => api.subgraph.stop());
  beforeEach(async () => {
    // Told on 2 November; the evaluation is due on the 26th, its first reminders on the 19th. It is the 20th, after they went out by themselves.
    api.clock.set('2026-11-02T09:00:00Z');
    count += 1;
    evaluation = `evl_now_${count}`;
    handover = `who_now_${count}`;
    await api.planEvaluation({ evaluationId: evaluation });
    await api.planHandover({ handoverId: handover, conversationAt: '2027-02-09T13:00:00Z' });
    api.clock.set('2026-11-20T09:00:00Z');
  });

  it('goes at once to those whose form is open, once for one key', async () => {
    const before = await waiting();
    const input = { idempotencyKey: 'one', subjectId: evaluation };
    const first = await remind(input);
    expect(first.userErrors).toEqual([]);
    expect(roles(first)).toEqual(['EMPLOYER', 'STUDENT', 'SCHOOL']);
    expect(first.reminders?.[0]).toMatchObject({ kind: 'MANUAL', status: 'SCHEDULED', dueAt: '2026-11-20T09:00:00.000Z' });
    expect(await waiting()).toBe(before + 3);
    expect(await remind(input)).toEqual(first);
    expect(await waiting()).toBe(before + 3);
    expect(codes(await remind({ ...input, role: 'SCHOOL' }))).toEqual([['IDEMPOTENCY_KEY_REUSED', 'idempotencyKey']]);
  });

  it('is refused within 24 hours, whoever asks, and says from when it may be done again', async () => {
    await remind({});
    api.clock.advance(23 * HOUR_MS);
    const refused = await remind({ role: 'EMPLOYER' }, colleague);
    expect(refused.reminders).toBeNull();
    expect(codes(refused)).toEqual([['REMINDED_BEFORE', 'role']]);
    expect(refused.userErrors[0]?.message).toBe(
      'Kort geleden is het bedrijf hieraan herinnerd. Opnieuw kan vanaf zaterdag 21 november 2026, 10:00.',
    );
    const inEnglish = await remind({ role: 'EMPLOYER' }, { ...colleague, language: 'en' });
    expect(inEnglish.userErrors[0]?.message).toContain('the company was reminded of this. Again from Saturday 21 November 2026, 10:00');
    api.clock.advance(HOUR_MS);
    expect(roles(await remind({ role: 'EMPLOYER' }, colleague))).toEqual(['EMPLOYER']);
  });

  it('reminds the others where one role was reminded before', async () => {
    await remind({ role: 'EMPLOYER' });
    const rest = await remind({});
    expect(roles(rest)).toEqual(['STUDENT', 'SCHOOL']);
    expect(codes(rest)).toEqual([['REMINDED_BEFORE', 'subjectId']]);
  });

  it('counts by subject: another evaluation of the same people is another matter', async () => {
    await api.planEvaluation({ evaluationId: `${evaluation}_other` });
    await remind({});
    expect(roles(await remind({ subjectId: `${evaluation}_other` }))).toHaveLength(3);
  });

  it('reminds once when several press at the same moment', async () => {
    const payloads = await Promise.all(
      Array.from({ length: 6 }, (_unused, index) => remind({ role: 'SCHOOL' }, { ...coordinator, id: `stf_${index}` })),
    );
    expect(payloads.filter((payload) => payload.userErrors.length === 0)).toHaveLength(1);
    expect(await api.stores.reminders.model.countDocuments(ours({ subjectId: evaluation, kind: 'MANUAL' }))).toBe(1);
  });

  it.each(['SKIPPED', 'EXPIRED', 'CANCELLED'])('may be done again at once when the first one reached nobody (%s)', async (status) => {
    const { reminders } = await remind({ role: 'SCHOOL' });
    await api.stores.reminders.model.updateOne(ours({ _id: reminders?.[0]?.id }) as never, { $set: { status } });
    expect(roles(await remind({ role: 'SCHOOL' }))).toEqual(['SCHOOL']);
    expect(codes(await remind({ role: 'SCHOOL' }))).toEqual([['REMINDED_BEFORE', 'role']]);
  });

  it('goes on where the process died between the turn and the reminder, after a minute', async () => {
    await api.stores.subjects.takeTurn(evaluation, 'SCHOOL', { at: api.clock.now(), id: 'rem_never_written' }, new Date(0), null);
    expect(codes(await remind({ role: 'SCHOOL' }))).toEqual([['REMINDED_BEFORE', 'role']]);
    api.clock.advance(61_000);
    expect(roles(await remind({ role: 'SCHOOL' }))).toEqual(['SCHOOL']);
  });

  describe('after the schedule', () => {
    const scheduled = async (role: RecipientRole) =>
      (
        await api.stores.reminders.model.find({ subjectId: evaluation, role, kind: 'WARN' }).sort({ dueAt: 1 }).lean<ReminderRow[]>()
      )[0] as ReminderRow;
    const sentByItself = async (role: RecipientRole, sentAt: Date) => {
      const row = await scheduled(role);
      await api.stores.reminders.model.updateOne(ours({ _id: row._id }) as never, { $set: { status: 'SENT', sentAt } });
      return row;
    };

    it('is refused for a day after its own reminder went out', async () => {
      await sentByItself('SCHOOL', new Date('2026-11-19T10:00:00Z'));
      expect(codes(await remind({ role: 'SCHOOL' }))).toEqual([['REMINDED_BEFORE', 'role']]);
      expect(roles(await remind({ role: 'STUDENT' }))).toEqual(['STUDENT']);
      api.clock.set('2026-11-20T10:00:00Z');
      expect(roles(await remind({ role: 'SCHOOL' }))).toEqual(['SCHOOL']);
    });

    it('is done where that one still waits in the company’s digest', async () => {
      const row = await sentByItself('EMPLOYER', new Date('2026-11-20T08:00:00Z'));
      await api.sendTo(row, ['wsp_1']);
      expect(codes(await remind({ role: 'EMPLOYER' }))).toEqual([['REMINDED_BEFORE', 'role']]);
      await api.stores.deliveries.model.updateMany(ours({ 'items.reminderId': row._id }), {
        $set: { digestOn: '2026-11-24', status: 'PENDING' },
      });
      expect(roles(await remind({ role: 'EMPLOYER' }))).toEqual(['EMPLOYER']);
    });
  });

  describe('before the first reminder’s day', () => {
    beforeEach(() => api.clock.set('2026-11-18T09:00:00Z'));

    it('is refused for an evaluation, and says from when it may be done', async () => {
      const refused = await remind({});
      expect(refused.reminders).toBeNull();
      expect(codes(refused)).toEqual(Array.from({ length: 3 }, () => ['TOO_EARLY_TO_REMIND', 'subjectId']));
      expect(refused.userErrors[0]?.message).toContain('te vroeg om het bedrijf te herinneren: dat kan vanaf donderdag 19 november 2026');
      api.clock.set('2026-11-18T23:00:00Z');
      expect(roles(await remind({}))).toHaveLength(3);
    });

    it('is done where somebody says that it has to be', async () => {
      expect(roles(await remind({ early: true }))).toHaveLength(3);
      expect(codes(await remind({ early: true, role: 'SCHOOL' }))).toEqual([['REMINDED_BEFORE', 'role']]);
    });

    it('is done for the side of a handover that has the ball, and refused for the other until 28 days before', async () => {
      const both = await remind({ subjectId: handover });
      expect(roles(both)).toEqual(['SCHOOL']);
      expect(codes(both)).toEqual([['TOO_EARLY_TO_REMIND', 'subjectId']]);
      api.clock.set('2027-01-12T09:00:00Z');
      expect(roles(await remind({ subjectId: handover }))).toEqual(['SCHOOL', 'RECEIVING_PARTY']);
    });
  });

  it('is refused for what is done, for a role that has nothing to do, and for what is not yours', async () => {
    await api.planEvaluation({ evaluationId: `${evaluation}_done`, pendingRoles: [] }, 1, 'COMPLETED');
    await api.planEvaluation({ evaluationId: `${evaluation}_half`, pendingRoles: ['SCHOOL'] });
    expect(codes(await remind({ subjectId: `${evaluation}_done` }))).toEqual([['SUBJECT_CLOSED', 'subjectId']]);
    expect(codes(await remind({ subjectId: `${evaluation}_half`, role: 'EMPLOYER' }))).toEqual([['NOBODY_TO_REMIND', 'role']]);
    await api.planReview();
    expect(codes(await remind({ subjectId: 'stu_1' }))).toEqual([['NOBODY_TO_REMIND', 'subjectId']]);
    expect(codes(await remind({}, stranger))).toEqual([['NOT_FOUND', 'subjectId']]);
    expect(codes(await remind({ subjectId: 'evl_none' }))).toEqual([['NOT_FOUND', 'subjectId']]);
    const { errors } = await api.subgraph.query(employer, REMIND, { input: { idempotencyKey: 'no', subjectId: evaluation } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
