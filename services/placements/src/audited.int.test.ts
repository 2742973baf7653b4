import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { handedOver } from './test-support/handovers.ts';
import { agreed, coordinator, servicePoint, startPlacements, type Placements } from './test-support/placements.ts';

describe('readings of restricted texts', () => {
  let placements: Placements;
  let placementId: string;
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements)).id;
    await handedOver(placements, 'PREPARING');
  });
  afterAll(() => placements.stop());
  const readings = async () => {
    await placements.relay.drain();
    const rows = await placements.connection.collection('events').find({ type: 'PlacementRecordsRead' }).sort({ _id: 1 }).toArray();
    return rows.map((row) => row['data'] as Record<string, unknown>);
  };

  it('of placements, evaluations and handovers are told, one event for a request', async () => {
    const before = (await readings()).length;
    const document = `{ placement(id: "${placementId}") { workAdjustments } evaluations(filter: { placement: "${placementId}" }) { nodes { conclusion { text } } } warmHandovers { nodes { items { text } } } }`;
    expect((await placements.query(coordinator, document)).errors).toBeUndefined();
    const told = (await readings()).slice(before);
    expect(told.flatMap((data) => data['fields'])).toEqual(
      expect.arrayContaining(['Evaluation.conclusion', 'Placement.workAdjustments', 'WarmHandover.items']),
    );
    for (const data of told) expect(data).toMatchObject({ subjectIds: ['stu_17'], requestId: expect.stringMatching(/^[\w-]{8,}$/) });
    expect(JSON.stringify(told)).not.toMatch(/opdracht|Rustige/);
  });

  it('that were refused, or of what is not restricted, are not', async () => {
    const before = await readings();
    const { errors } = await placements.query(servicePoint, `{ placement(id: "${placementId}") { workAdjustments } }`);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    await placements.query(coordinator, `{ placement(id: "${placementId}") { state startsOn } }`);
    expect(await readings()).toEqual(before);
  });
});
