import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import type { ReminderRow } from '../reminder/store.ts';
import { startTestApi, type TestApi } from '../test-support/api.ts';

const person = (id: string, language: 'nl' | 'en' = 'nl'): Viewer => ({
  ...viewer(grant('SCHOOL_SUPERVISOR', { kind: 'LOCATION', id: 'loc_1' })),
  id,
  language,
});
const link = (personId: string, taskId: string): Viewer => ({
  ...viewer(grant('STUDENT', { kind: 'TASK', id: taskId })),
  kind: 'LINK',
  id: 'lnk_1',
  onBehalfOf: personId,
});
const READ = `mutation ($input: MarkNotificationReadInput!) {
  markNotificationRead(input: $input) { notification { id readAt } unreadCount userErrors { code field } }
}`;
const CHANGE = `mutation ($input: ChangeNotificationPreferencesInput!) {
  changeNotificationPreferences(input: $input) { preferences { mail language digestWeekday pausedUntil revision } userErrors { code field } }
}`;

describe('the inbox', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi('2026-11-19T08:00:00Z');
    await api.planEvaluation({ dueOn: '2026-11-27' });
    await api.planHandover();
    for (const rule of ['evaluation.warn.school', 'handover.warn-deadline.school']) {
      const [reminder] = await api.stores.reminders.model.find({ rule }).sort({ dueAt: 1 }).lean<ReminderRow[]>();
      api.clock.advance(60_000);
      await api.sendTo(reminder as ReminderRow, ['stf_1', 'stu_1']);
    }
  });
  afterAll(() => api.subgraph.stop());

  const INBOX =
    '{ unreadCount notifications(first: 10) { totalCount nodes { id title text createdAt readAt evaluation { id } handover { id } student { id } } } }';
  const inbox = async (as: Viewer) => (await api.subgraph.query(as, INBOX)).data;

  it("is a person's own, newest first, in his language and without names", async () => {
    const dutch = await inbox(person('stf_1'));
    expect(dutch).toMatchObject({ unreadCount: 2, notifications: { totalCount: 2 } });
    expect(dutch.notifications.nodes.map((row: { title: string }) => row.title)).toEqual([
      'Warme overdracht: donderdag 1 april 2027',
      'Tussentijdse evaluatie op vrijdag 27 november 2026',
    ]);
    expect(dutch.notifications.nodes[0]).toMatchObject({ handover: { id: 'who_1' }, evaluation: null, student: { id: 'stu_1' } });
    const english = await inbox(person('stf_1', 'en'));
    expect(english.notifications.nodes[1].title).toBe('Midterm evaluation on Friday 27 November 2026');
    expect((await inbox(person('stf_other'))).notifications.totalCount).toBe(0);
  });

  it('belongs to no role: not even the Servicepunt reads it', async () => {
    expect((await inbox(viewer(grant('SERVICE_POINT')))).notifications.totalCount).toBe(0);
    const system: Viewer = { ...viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' })), kind: 'SYSTEM', id: 'stf_1' };
    expect(await inbox(system)).toMatchObject({ unreadCount: 0, notifications: { totalCount: 0 } });
  });

  it('shows to a link what belongs to its task and nothing else', async () => {
    const seen = await inbox(link('stu_1', 'evl_1'));
    expect(seen).toMatchObject({ unreadCount: 1, notifications: { totalCount: 1 } });
    expect(seen.notifications.nodes[0].evaluation).toEqual({ id: 'evl_1' });
  });

  it('notes what was read, once', async () => {
    const before = await inbox(person('stf_1'));
    const id = before.notifications.nodes[0].id as string;
    const { data } = await api.subgraph.query(person('stf_1'), READ, { input: { id } });
    expect(data.markNotificationRead).toMatchObject({ notification: { id }, unreadCount: 1, userErrors: [] });
    const at = data.markNotificationRead.notification.readAt as string;
    api.clock.advance(60_000);
    const again = await api.subgraph.query(person('stf_1'), READ, { input: { id } });
    expect(again.data.markNotificationRead.notification.readAt).toBe(at);
    const unread = await api.subgraph.query(person('stf_1'), '{ notifications(filter: {unread: true}, first: 10) { totalCount } }');
    expect(unread.data.notifications.totalCount).toBe(1);
    const stolen = await api.subgraph.query(person('stf_other'), READ, { input: { id } });
    expect(stolen.data.markNotificationRead.userErrors).toEqual([{ code: 'NOT_FOUND', field: 'id' }]);
  });

  describe('preferences', () => {
    const choice = { mail: true, inApp: true, language: 'en', digestWeekday: 4, pausedUntil: '2026-12-01' };
    const change = async (as: Viewer, input: object) =>
      (await api.subgraph.query(as, CHANGE, { input })).data.changeNotificationPreferences;

    it('are the defaults until the person chooses, and his own after that', async () => {
      const ask = '{ notificationPreferences { mail inApp language digestWeekday pausedUntil revision } }';
      const before = await api.subgraph.query(person('stf_1'), ask);
      expect(before.data.notificationPreferences).toEqual({
        mail: true,
        inApp: true,
        language: null,
        digestWeekday: 2,
        pausedUntil: null,
        revision: 0,
      });
      expect(await change(person('stf_1'), { ...choice, revision: 0 })).toMatchObject({
        preferences: { language: 'en', revision: 1 },
        userErrors: [],
      });
      const after = await api.subgraph.query(person('stf_1'), ask);
      expect(after.data.notificationPreferences).toMatchObject({ digestWeekday: 4, pausedUntil: '2026-12-01', revision: 1 });
    });

    it('are changed under the revision that was seen', async () => {
      expect(await change(person('stf_1'), { ...choice, revision: 0 })).toMatchObject({
        preferences: { revision: 1 },
        userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }],
      });
      expect(await change(person('stf_1'), { ...choice, language: null, revision: 1 })).toMatchObject({
        preferences: { language: null, revision: 2 },
        userErrors: [],
      });
    });

    it('refuse what would leave no way to reach somebody', async () => {
      expect((await change(link('wsp_1', 'evl_1'), { ...choice, mail: false, revision: 0 })).userErrors).toEqual([
        { code: 'INVALID_INPUT', field: 'mail' },
      ]);
    });
  });
});
