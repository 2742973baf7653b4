import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { grant, viewer } from '@servicepunt/shared/test-support/subgraph';
import type { ReminderRow } from '../reminder/store.ts';
import { startTestApi, type TestApi } from '../test-support/api.ts';

const coordinator = viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_1' }));
const stranger = viewer(grant('COORDINATOR', { kind: 'LOCATION', id: 'loc_other' }));
const operator = viewer(grant('OPERATOR'));
const RETRY = `mutation ($input: RetryDeliveryInput!) {
  retryDelivery(input: $input) { deliveries { id status code } userErrors { code field } }
}`;

describe('deliveries', () => {
  let api: TestApi;
  let failed: string[];

  beforeAll(async () => {
    api = await startTestApi('2026-11-19T08:00:00Z');
    await api.planEvaluation({ dueOn: '2026-11-27' });
    const [reminder] = await api.stores.reminders.model.find({ rule: 'evaluation.warn.school' }).sort({ dueAt: 1 }).lean<ReminderRow[]>();
    await api.sendTo(reminder as ReminderRow, ['stf_1', 'stf_2', 'wsp_1']);
    const { model } = api.stores.deliveries;
    await model.updateMany(
      { channel: 'MAIL' },
      { $set: { status: 'FAILED', code: 'ADDRESS_REFUSED', attempts: 1 }, $unset: { lookAt: 1 } },
    );
    failed = (await model.find({ channel: 'MAIL' }).sort({ _id: 1 }).lean()).map((row) => row._id);
  });
  afterAll(() => api.subgraph.stop());

  const LIST =
    '{ failedDeliveries(first: 10) { totalCount nodes { id code rules attempts recipient { staffMember { id } workplaceSupervisor { id } } } } }';
  const list = async (as: Viewer, document = LIST) => api.subgraph.query(as, document);

  it('that failed are listed with the reason for the school they belong to', async () => {
    const { data } = await list(coordinator);
    expect(data.failedDeliveries.totalCount).toBe(3);
    expect(data.failedDeliveries.nodes[0]).toMatchObject({ code: 'ADDRESS_REFUSED', rules: ['evaluation.warn.school'], attempts: 1 });
    expect((await list(stranger)).data.failedDeliveries.totalCount).toBe(0);
  });

  it('tell an operator what failed, never for whom or what it said', async () => {
    const { data, errors } = await list(operator);
    expect(data.failedDeliveries.nodes).toHaveLength(3);
    expect(data.failedDeliveries.nodes[0].recipient).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const body = await list(operator, '{ failedDeliveries(first: 1) { nodes { body { text } reminders { id } } } }');
    expect(body.data.failedDeliveries.nodes[0]).toEqual({ body: null, reminders: null });
  });

  it('stand behind their reminder, whoever got it, at the cost of one query', async () => {
    const counts = await api.subgraph.countCommands(async () => {
      const { data } = await api.subgraph.query(
        coordinator,
        '{ reminders(filter: {subjectId: "evl_1"}, first: 50) { nodes { rule deliveries { channel recipient { staffMember { id } } } } } }',
      );
      const rows = data.reminders.nodes.flatMap((row: { deliveries: { channel: string }[] }) => row.deliveries);
      expect(rows.map((row: { channel: string }) => row.channel).toSorted()).toEqual(['IN_APP', 'IN_APP', 'MAIL', 'MAIL', 'MAIL']);
    });
    expect(counts).toEqual({ find: 2 });
  });

  it('are tried again, one or many, and ring at once', async () => {
    const { data } = await api.subgraph.query(operator, RETRY, { input: { ids: [failed[0]] } });
    expect(data.retryDelivery).toMatchObject({ deliveries: [{ id: failed[0], status: 'PENDING', code: null }], userErrors: [] });
    expect((await api.queues.counts()).deliveries.waiting).toBe(1);
    const more = await api.subgraph.query(coordinator, RETRY, { input: { ids: failed } });
    expect(more.data.retryDelivery.deliveries).toHaveLength(2);
    expect(more.data.retryDelivery.userErrors).toEqual([{ code: 'NOT_FAILED', field: 'ids.0' }]);
    expect((await api.queues.counts()).deliveries.waiting).toBe(3);
  });

  it('of others are not found, and too many at once are refused', async () => {
    const codes = async (as: Viewer, ids: unknown) =>
      (await api.subgraph.query(as, RETRY, { input: { ids } })).data.retryDelivery.userErrors;
    expect(await codes(stranger, [failed[0]])).toEqual([{ code: 'NOT_FOUND', field: 'ids.0' }]);
    expect(await codes(operator, [])).toEqual([{ code: 'INVALID_INPUT', field: 'ids' }]);
    expect(
      await codes(
        operator,
        Array.from({ length: 101 }, (_unused, index) => `dlv_${index}`),
      ),
    ).toEqual([{ code: 'INVALID_INPUT', field: 'ids' }]);
  });

  it('show the words of a digest to those alone who may see all of its pupils', async () => {
    const { model } = api.stores.deliveries;
    const [row] = await api.stores.deliveries.load(failed.slice(1, 2));
    const items = [...(row?.items ?? []), { ...row?.items[0], locationId: 'loc_2', reminderId: 'rem_other' }];
    await model.collection.updateOne({ _id: failed[1] } as never, { $set: { items, body: { subject: 's', text: 't' } } } as never);
    const ask = (as: Viewer) => api.subgraph.query(as, `{ delivery(id: "${failed[1]}") { id body { text } } }`);
    expect((await ask(coordinator)).data.delivery).toEqual({ id: failed[1], body: null });
    expect((await ask(viewer(grant('SERVICE_POINT')))).data.delivery.body).toEqual({ text: 't' });
  });
});
