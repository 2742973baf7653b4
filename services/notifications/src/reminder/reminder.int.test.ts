import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiScope, Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import { startTestApi, type TestApi } from '../test-support/api.ts';

const at = (location: string) => ({ kind: 'LOCATION', id: location }) as const;
const coordinator = viewer(grant('COORDINATOR', at('loc_1')));
const stranger = viewer(grant('COORDINATOR', at('loc_other')));
const servicePoint = viewer(grant('SERVICE_POINT'));
const employer = viewer(grant('EMPLOYER_CONTACT', { kind: 'EMPLOYER', id: 'emp_1' }));
const hrSystem = (...scopes: ApiScope[]): Viewer => ({
  ...viewer(grant('EMPLOYER_SYSTEM', { kind: 'EMPLOYER', id: 'emp_1' }, scopes)),
  kind: 'SYSTEM',
  id: 'key_1',
});
const student = viewer(grant('STUDENT', { kind: 'STUDENT', id: 'stu_1' }));
const link = (...scopes: 'task:todo'[]): Viewer => ({
  ...viewer(grant('RECEIVING_PARTY', { kind: 'TASK', id: 'who_1' }, scopes)),
  ...{ kind: 'LINK', onBehalfOf: 'pct_1' },
});
const receiver = link('task:todo');

const CANCEL = `mutation ($input: CancelReminderInput!) {
  cancelReminder(input: $input) { reminder { id status reason revision } userErrors { code field message } }
}`;

describe('reminders', () => {
  let api: TestApi;
  const list = async (as: Viewer, filter = '{}') => {
    const { data } = await api.subgraph.query(as, `{ reminders(filter: ${filter}, first: 100) { nodes { rule role status } totalCount } }`);
    return data.reminders as { nodes: { rule: string; role: string; status: string }[]; totalCount: number };
  };
  const roles = async (as: Viewer, filter?: string) => [...new Set((await list(as, filter)).nodes.map((row) => row.role))].toSorted();

  beforeAll(async () => {
    api = await startTestApi('2026-11-02T09:00:00Z');
    await api.planEvaluation();
    await api.planEvaluation({ evaluationId: 'evl_2', placementId: 'plc_2', studentId: 'stu_2', locationId: 'loc_2', employerId: 'emp_2' });
    await api.planHandover({ conversationAt: '2027-02-09T13:00:00Z' });
  });
  afterAll(() => api.subgraph.stop());

  it('are seen by the staff of the school, all roles of them', async () => {
    expect(await roles(coordinator)).toEqual(['COORDINATOR', 'EMPLOYER', 'RECEIVING_PARTY', 'SCHOOL', 'SERVICE_POINT', 'STUDENT']);
    expect((await list(coordinator, '{subjectId: "evl_2"}')).totalCount).toBe(0);
    expect((await list(stranger)).totalCount).toBe(0);
    expect((await list(servicePoint, '{subjectId: "evl_2"}')).totalCount).toBe(20);
  });

  it('are seen by each other party as far as they are for its own role', async () => {
    expect(await roles(employer)).toEqual(['EMPLOYER']);
    expect(await roles(hrSystem('evaluations:read'))).toEqual(['EMPLOYER']);
    expect(await roles(hrSystem('offers:write'))).toEqual([]);
    expect(await roles(student)).toEqual(['STUDENT']);
    expect(await roles(receiver)).toEqual(['RECEIVING_PARTY']);
    expect(await roles(link())).toEqual([]);
  });

  it('show history, deliveries and pupil to staff alone', async () => {
    const { data, errors } = await api.subgraph.query(
      employer,
      '{ reminders(first: 1) { nodes { id history { step } deliveries { id } student { id } evaluation { id } } } }',
    );
    expect(data.reminders.nodes[0]).toMatchObject({ history: null, deliveries: null, student: null, evaluation: { id: 'evl_1' } });
    expect(errors?.every((error) => error.extensions.code === 'FORBIDDEN')).toBe(true);
  });

  it('give null for an unknown one and for one that is not yours, by the same commands', async () => {
    const [known] = await api.stores.reminders.model.find({ subjectId: 'evl_1' }).limit(1);
    const ask = (as: Viewer, id: string) => api.subgraph.query(as, `query ($id: ID!) { reminder(id: $id) { id } }`, { id });
    expect((await ask(coordinator, known?._id ?? '')).data.reminder).toEqual({ id: known?._id });
    const forbidden = await api.subgraph.countCommands(async () => {
      expect((await ask(stranger, known?._id ?? '')).data.reminder).toBeNull();
    });
    const unknown = await api.subgraph.countCommands(async () => {
      expect((await ask(stranger, 'rem_none')).data.reminder).toBeNull();
    });
    expect(forbidden).toEqual(unknown);
  });

  it('stand behind placement, evaluation and handover, at the cost of one query for all of them', async () => {
    const document = `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Evaluation { reminders(first: 100) { totalCount nodes { role } } }
      ... on WarmHandover { reminders(first: 100) { totalCount } }
      ... on Placement { reminders(first: 2) { nodes { localDate localTime zone } pageInfo { hasNextPage } } }
    } }`;
    const refs = (typename: string, ...ids: string[]) => ids.map((id) => ({ __typename: typename, id }));
    const counts = await api.subgraph.countCommands(async () => {
      const { data } = await api.subgraph.query(servicePoint, document, { of: refs('Evaluation', 'evl_1', 'evl_2', 'evl_none') });
      expect(data._entities.map((entity: { reminders: { totalCount: number } }) => entity.reminders.totalCount)).toEqual([20, 20, 0]);
    });
    expect(counts).toEqual({ find: 1 });
    const { data } = await api.subgraph.query(servicePoint, document, {
      of: [...refs('Placement', 'plc_1'), ...refs('WarmHandover', 'who_1')],
    });
    expect(data._entities[0].reminders.nodes[0]).toEqual({ localDate: '2026-11-19', localTime: '09:00', zone: 'Europe/Amsterdam' });
    expect(data._entities[1].reminders.totalCount).toBe(14);
  });

  describe('that a person cancels', () => {
    const one = async () =>
      (await api.stores.reminders.model.find({ subjectId: 'evl_1', rule: 'evaluation.warn.school' }).sort({ dueAt: 1 }).lean())[0];

    it('do not go out and do not come back', async () => {
      const row = await one();
      const { data } = await api.subgraph.query(coordinator, CANCEL, { input: { id: row?._id, revision: row?.revision } });
      expect(data.cancelReminder).toMatchObject({ reminder: { status: 'CANCELLED', reason: 'BY_PERSON', revision: 2 }, userErrors: [] });
      expect(await one()).toMatchObject({ history: [{ step: 'SCHEDULED' }, { step: 'CANCELLED', code: 'BY_PERSON', by: 'stf_test' }] });
      expect(await one()).not.toHaveProperty('lookAt');
      await api.planEvaluation({}, 2);
      expect((await one())?.status).toBe('CANCELLED');
    });

    it('are refused once they are gone, under an old revision, and to those who only look', async () => {
      const row = await one();
      const cancel = async (as: Viewer, input: object) => (await api.subgraph.query(as, CANCEL, { input })).data.cancelReminder;
      expect((await cancel(coordinator, { id: row?._id, revision: row?.revision })).userErrors).toMatchObject([
        { code: 'NOT_CANCELLABLE' },
      ]);
      const [open] = await api.stores.reminders.model.find({ subjectId: 'evl_1', rule: 'evaluation.warn.student' });
      const conflict = await cancel(coordinator, { id: open?._id, revision: 7 });
      expect(conflict).toMatchObject({ reminder: { revision: 1 }, userErrors: [{ code: 'REVISION_CONFLICT', field: 'revision' }] });
      expect((await cancel(stranger, { id: open?._id, revision: 1 })).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      const { errors } = await api.subgraph.query(viewer(grant('SCHOOL_SUPERVISOR', at('loc_1'))), CANCEL, {
        input: { id: open?._id, revision: 1 },
      });
      expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    });
  });
});
