import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RESTRICTED_COLLECTIONS, RESTRICTED_FIELDS, type EncryptedType } from '@servicepunt/shared/contracts/restricted-fields';
import type { Schema } from 'mongoose';
import { handedOver } from './test-support/handovers.ts';
import { agreed, contactOf, coordinator, startPlacements, type Placements } from './test-support/placements.ts';

describe('in the database of placements', () => {
  let placements: Placements;
  let placementId: string;
  beforeAll(async () => {
    placements = await startPlacements();
    placementId = (await agreed(placements, { goals: ['canary-goal'], workAdjustments: 'canary-adjustment' })).id;
    const { data } = await placements.query(
      coordinator,
      `{ evaluations(filter: { placement: "${placementId}" }) { nodes { id moment revision } } }`,
    );
    const midterm = (data.evaluations.nodes as { id: string; moment: string; revision: number }[]).find(
      ({ moment }) => moment === 'MIDTERM',
    );
    await placements.run(
      contactOf('emp_vdl'),
      'saveEvaluationDraft',
      {
        id: midterm?.id,
        revision: midterm?.revision,
        role: 'EMPLOYER',
        remark: 'canary-remark',
        answers: [{ question: 'works-safely', score: 4, text: 'canary-answer' }],
      },
      'evaluation { id }',
    );
    await handedOver(placements, 'CONFIRMED', { items: [{ kind: 'WHAT_WORKS', text: 'canary-item', legalBasis: 'STATUTORY_REPORT' }] });
  });
  afterAll(() => placements.stop());

  it('no restricted text can be read, and every one of them can by who may', async () => {
    await placements.relay.drain();
    const collections = await placements.connection.listCollections();
    const dump = JSON.stringify(await Promise.all(collections.map(({ name }) => placements.connection.collection(name).find().toArray())));
    expect(dump).toContain(placementId);
    expect(dump).not.toMatch(/canary|Eerste dag om 10 uur|De mentor belt|Akkoord/);
    const { data } = await placements.query(
      coordinator,
      `{ placement(id: "${placementId}") { goals { text } workAdjustments }
         warmHandovers { nodes { items { text } firstDayAgreements aftercareContact confirmation } } }`,
    );
    expect(data.placement).toEqual({ goals: [{ text: 'canary-goal' }], workAdjustments: 'canary-adjustment' });
    expect(data.warmHandovers.nodes).toEqual([
      {
        items: [{ text: 'canary-item' }],
        firstDayAgreements: 'Eerste dag om 10 uur',
        aftercareContact: 'De mentor belt in week 3',
        confirmation: 'Akkoord',
      },
    ]);
  });

  it('every path of the list is one that its model stores, in the collection that the rotation works on', () => {
    for (const [type, paths] of Object.entries(RESTRICTED_FIELDS.placements)) {
      const model = placements.connection.models[type];
      expect(model?.collection.collectionName).toBe(RESTRICTED_COLLECTIONS[type as EncryptedType]);
      const stored = (schema: Schema | undefined, path: string): boolean => {
        if (!schema) return false;
        if (schema.path(path)) return true;
        const [parent] = Object.keys(schema.paths).filter((known) => path.startsWith(`${known}.`));
        const below = parent === undefined ? undefined : (schema.path(parent) as { schema?: Schema }).schema;
        return parent !== undefined && stored(below, path.slice(parent.length + 1));
      };
      for (const path of paths) expect([path, stored(model?.schema, path)]).toEqual([path, true]);
    }
  });
});
