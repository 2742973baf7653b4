import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApi, type TestApi } from '../test-support/api.ts';

describe('a fresh link for who holds an old one', () => {
  let api: TestApi;
  const task = { taskId: 'evl_renew', personId: 'wsp_1', role: 'EMPLOYER' } as const;
  const renew = async (input: object = task) => (await api.subgraph.call('gateway', 'notifications.renewLink', input)).body;
  const byHand = () => api.stores.reminders.model.find({ kind: 'MANUAL' }).lean();
  beforeAll(async () => {
    api = await startTestApi('2026-11-02T09:00:00Z');
    await api.planEvaluation({ evaluationId: task.taskId });
  });
  afterAll(() => api.subgraph.stop());

  it('goes out as a reminder of that task to that party alone, in the name of the person', async () => {
    expect(await renew()).toEqual({ mailed: true });
    const rows = await byHand();
    expect(rows).toMatchObject([{ subjectId: task.taskId, role: 'EMPLOYER', status: 'SCHEDULED', history: [{ by: 'wsp_1' }] }]);
  });

  it('goes out once in a day, however often it is asked for', async () => {
    api.clock.advance(3_600_000);
    for (let attempt = 0; attempt < 3; attempt += 1) expect(await renew()).toEqual({ mailed: false });
    expect(await byHand()).toHaveLength(1);
  });

  it('is nobody’s for a task that is unknown or closed', async () => {
    expect(await renew({ ...task, taskId: 'evl_nothing' })).toEqual({ mailed: false });
    await api.planEvaluation({ evaluationId: 'evl_closed' }, 1, 'COMPLETED');
    expect(await renew({ ...task, taskId: 'evl_closed' })).toEqual({ mailed: false });
  });

  it('is asked for by the gateway alone', async () => {
    for (const other of ['students', 'placements', 'employers'] as const)
      expect((await api.subgraph.call(other, 'notifications.renewLink', task)).status).toBe(403);
  });
});
