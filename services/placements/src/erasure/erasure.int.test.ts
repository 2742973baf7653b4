import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handedOver } from '../test-support/handovers.ts';
import { agreed, coordinator, planned, startPlacements, type Placements } from '../test-support/placements.ts';

describe('the erasure of a pupil in placements', () => {
  let placements: Placements;
  const told = { erasureId: 'ers_1', studentId: 'stu_17', personIds: ['stu_17', 'grd_1'] };
  beforeAll(async () => {
    placements = await startPlacements();
    const { id } = await agreed(placements, { goals: ['canary-goal'] });
    await planned(placements, { studentId: 'stu_18', offerId: null });
    const { handover } = await handedOver(placements, 'PLANNED');
    await placements.call('notifications', 'placements.issueLink', { taskId: handover.id, personId: 'pct_1', role: 'RECEIVING_PARTY' });
    await placements.hear('StudentLeft', { studentId: 'stu_17', locationId: 'loc_a', leftOn: '2026-11-20', destination: 'MBO' } as never);
    await placements.followUp();
    await placements.relay.drain();
    expect(id).toMatch(/^plc_/);
  });
  afterAll(() => placements.stop());

  const holding = async () => {
    const collections = await placements.connection.listCollections();
    const found: string[] = [];
    for (const { name } of collections)
      if (JSON.stringify(await placements.connection.collection(name).find().toArray()).includes('stu_17')) found.push(name);
    return found.toSorted();
  };

  it('removes all that is about him and nothing about others, and reports it once', async () => {
    expect(await holding()).toEqual(expect.arrayContaining(['aftercareCases', 'evaluations', 'placements', 'warmHandovers']));
    await placements.hear('StudentErased', told);
    await placements.hear('StudentErased', told);
    // The log of events and the proof hold ids and numbers.
    expect(await holding()).toEqual(['erasuresDone', 'events']);
    expect(await placements.connection.collection('links').countDocuments()).toBe(0);
    const { data } = await placements.query(coordinator, '{ placements { nodes { id } totalCount } }');
    expect(data.placements.totalCount).toBe(1);
    const figures = await placements.connection.collection('placementFigures').find().toArray();
    expect(figures).toMatchObject([
      { kind: { schoolLocationId: 'loc_a', rhythm: expect.any(String), state: 'AGREED' }, counted: 1, pending: [] },
    ]);
    expect(await placements.connection.collection('placementPupilFigures').find().toArray()).toMatchObject([{ counted: 1, pending: [] }]);
    const reports = (await placements.events()).filter(({ type }) => type === 'PlacementsErased');
    expect(reports).toHaveLength(1);
    expect(reports[0]?.data).toMatchObject({
      erasureId: 'ers_1',
      studentId: 'stu_17',
      erased: expect.arrayContaining([expect.objectContaining({ collection: 'warmHandovers', documents: 1 })]),
    });
  });
});
