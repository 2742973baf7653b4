import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agreed, coordinator, key, planned, startPlacements, type Placements } from '../test-support/placements.ts';
import type { EvaluationMoment } from './schedule.ts';

interface Row {
  id: string;
  moment: EvaluationMoment;
  dueOn: string;
  state: string;
  revision: number;
}
async function evaluationsOf(placements: Placements, placementId: string): Promise<Record<EvaluationMoment, Row>> {
  const { data } = await placements.query(
    coordinator,
    `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment dueOn state revision } } }`,
  );
  return Object.fromEntries(data.evaluations.nodes.map((row: Row) => [row.moment, row])) as Record<EvaluationMoment, Row>;
}

describe('evaluations end with their placement', () => {
  let placements: Placements;
  beforeAll(async () => {
    placements = await startPlacements();
  });
  afterAll(() => placements.stop());

  it.each([
    ['NO_SHOW', 'NO_SHOW'],
    ['EARLY_END', 'ENDED_EARLY'],
  ])('%s closes what is left and keeps what was concluded', async (reason, state) => {
    placements.setNow('2026-11-24T10:00:00Z');
    const { id, revision } = await agreed(placements, { studentId: reason === 'NO_SHOW' ? 'stu_17' : 'stu_18' });
    const { START } = await evaluationsOf(placements, id);
    const concluded = { id: START.id, revision: START.revision, outcome: 'STOP', missingFormsReason: 'niemand kwam' };
    await placements.run(coordinator, 'concludeEvaluation', concluded, 'evaluation { id }');
    placements.setNow('2027-02-10T10:00:00Z');
    const ended = await placements.run(coordinator, 'endPlacement', { id, revision, reason }, 'placement { state endedOn }');
    expect(ended).toMatchObject({ placement: { state, endedOn: '2027-02-10' }, userErrors: [] });
    const after = await evaluationsOf(placements, id);
    expect(after.START.state).toBe('COMPLETED');
    expect([after.MIDTERM.state, after.FINAL.state]).toEqual(['CANCELLED', 'CANCELLED']);
    const events = (await placements.events()).filter((event) => event.data['placementId'] === id).map((event) => event.type);
    expect(events.slice(-3)).toEqual(expect.arrayContaining(['EvaluationCancelled', 'EvaluationCancelled']));
    expect(events).toContain('PlacementEnded');
  });

  it('a completed placement keeps its final evaluation open', async () => {
    placements.setNow('2026-11-24T10:00:00Z');
    const { id, revision } = await agreed(placements, { studentId: 'stu_15' });
    placements.setNow('2027-04-26T10:00:00Z');
    const ended = await placements.run(coordinator, 'endPlacement', { id, revision, reason: 'COMPLETED' }, 'placement { state endedOn }');
    expect(ended.placement).toEqual({ state: 'COMPLETED', endedOn: '2027-04-23' });
    expect((await evaluationsOf(placements, id)).FINAL.state).toBe('SCHEDULED');
  });

  it('a cancelled placement has none', async () => {
    placements.setNow('2026-11-24T10:00:00Z');
    const { id, revision } = await agreed(placements, { studentId: 'stu_17' });
    await placements.run(coordinator, 'cancelPlacement', { id, revision }, 'placement { id }');
    expect(Object.values(await evaluationsOf(placements, id)).map((row) => row.state)).toEqual(['CANCELLED', 'CANCELLED', 'CANCELLED']);
  });

  it('an evaluation is added to an agreed placement only', async () => {
    const { id } = await planned(placements, { studentId: 'stu_17' });
    const input = { idempotencyKey: key(), placementId: id, moment: 'START', dueOn: '2027-02-01' };
    const { userErrors } = await placements.run(coordinator, 'planEvaluation', input, 'evaluation { id }');
    expect(userErrors).toMatchObject([{ code: 'ILLEGAL_STATE', field: 'placementId' }]);
  });
});
