import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type Connection, type Model } from 'mongoose';
import { writePlanned } from './import.ts';
import { newId } from './ids.ts';
import { aggregateSchema, ours, type AggregateFields } from './mongo.ts';
import { grant, viewer } from './test-support/subgraph.ts';
import { testMongoUrl } from './test-support/stores.ts';

interface Row extends AggregateFields {
  children: string[];
}
const context = { viewer: viewer(grant('SERVICE_POINT')), clock: { now: () => new Date(), today: () => '2026-11-24' }, newId };

describe('rows that several imports write at the same moment', () => {
  let connection: Connection;
  let model: Model<Row>;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('import')).asPromise();
    model = connection.model<Row>('Row', aggregateSchema<Row>({ children: [String] }), 'rows');
  });
  afterAll(() => connection.close());

  /** Adds a child to the one record, as an import of pupils does with a guardian of several of them. */
  const adding =
    (id: string, child: string, meanwhile: () => Promise<unknown> = () => Promise.resolve()) =>
    async () => {
      const existing = await model.findOne(ours({ _id: id })).lean<Row>();
      await meanwhile();
      return [
        { id, existing: existing ?? undefined, fields: { children: [...new Set([...(existing?.children ?? []), child])] }, events: [] },
      ];
    };
  const childrenOf = async (id: string) => (await model.findOne(ours({ _id: id })).lean<Row>())?.children;

  it('are planned anew for as long as somebody else is faster, and nobody is lost', async () => {
    const others = Array.from({ length: 20 }, (_unused, index) => `other-${index}`);
    const faster = others.values();
    const meanwhile = async () => {
      const { value } = faster.next();
      if (value !== undefined) await writePlanned(model, context, adding('row_1', value));
    };
    const outcomes = await writePlanned(model, context, adding('row_1', 'mine', meanwhile));
    expect(outcomes.get('row_1')).toBe('updated');
    expect(await childrenOf('row_1')).toEqual([...others, 'mine']);
  });

  it('end as if one had come after the other, however many they are', async () => {
    const all = Array.from({ length: 12 }, (_unused, index) => `child-${index}`);
    await Promise.all(all.map((child) => writePlanned(model, context, adding('row_2', child))));
    expect((await childrenOf('row_2'))?.toSorted()).toEqual(all.toSorted());
  });

  it('are an error, not a loop, when what is planned never comes to stand', async () => {
    const stale = async () => [{ id: 'row_3', existing: { _id: 'row_3', revision: 99 } as Row, fields: { children: ['x'] }, events: [] }];
    await expect(writePlanned(model, context, stale)).rejects.toThrow('changed again and again');
  });
});
