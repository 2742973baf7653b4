import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { Schema, type Connection, type Model } from 'mongoose';
import { encryptRestricted, useFieldKeys } from './encrypted-fields.ts';
import { ours } from './mongo.ts';
import { testMongoUrl } from './test-support/stores.ts';

interface Row {
  _id: string;
  revision: number;
  goals: string[];
  workAdjustments: string | null;
  endNote: string | null;
  amendments: { reason: string | null; state: string }[];
}
const row = (id: string): Row => ({
  _id: id,
  revision: 1,
  goals: ['secret-goal one', 'secret-goal two'],
  workAdjustments: 'secret-adjustment',
  endNote: null,
  amendments: [{ reason: 'secret-reason', state: 'DRAFT' }],
});

describe('restricted fields of a model', () => {
  let connection: Connection;
  let model: Model<Row>;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('encrypted')).asPromise();
    useFieldKeys(connection, { current: 'k', keys: new Map([['k', randomBytes(32)]]) });
    const schema = new Schema<Row>(
      {
        _id: String,
        revision: Number,
        goals: [String],
        workAdjustments: String,
        endNote: String,
        amendments: [new Schema({ reason: String, state: String }, { _id: false })],
      },
      { versionKey: false },
    );
    encryptRestricted(schema, 'Placement');
    model = connection.model<Row>('Placement', schema, 'placements');
  });
  afterAll(() => connection.close());

  const stored = (id: string) => model.collection.findOne({ _id: id as never });
  const read = (id: string) => model.findOne(ours({ _id: id })).lean<Row>();
  const expectHidden = async (id: string) => {
    const text = JSON.stringify(await stored(id));
    expect(text).toContain('enc1.k.');
    expect(text).not.toContain('secret');
  };

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['create', (id) => model.create([row(id)])],
    ['insertMany', (id) => model.insertMany([row(id)])],
    ['insertMany of complete rows', (id) => model.insertMany([row(id)], { lean: true, ordered: false })],
    ['bulkWrite', (id) => model.bulkWrite([{ insertOne: { document: row(id) as never } }])],
  ])('are encrypted by %s and come back', async (name, write) => {
    const id = `new-${name}`;
    await write(id);
    await expectHidden(id);
    expect(await read(id)).toEqual(row(id));
  });

  it('leave what the caller gave as it was', async () => {
    const given = [row('given')];
    await model.insertMany(given, { lean: true });
    expect(given).toEqual([row('given')]);
  });

  const changes: [string, object, Partial<Row>][] = [
    ['a field', { $set: { workAdjustments: 'secret-new' } }, { workAdjustments: 'secret-new' }],
    ['a field emptied', { $set: { workAdjustments: null } }, { workAdjustments: null }],
    ['a list', { $set: { goals: ['secret-a', 'secret-b', 'secret-c'] } }, { goals: ['secret-a', 'secret-b', 'secret-c'] }],
    ['an element', { $set: { 'amendments.0.reason': 'secret-el' } }, { amendments: [{ reason: 'secret-el', state: 'DRAFT' }] }],
    [
      'an addition',
      { $push: { amendments: { reason: 'secret-add', state: 'NEW' } } },
      { amendments: [...row('').amendments, { reason: 'secret-add', state: 'NEW' }] },
    ],
    ['additions', { $push: { goals: { $each: ['secret-x', 'secret-y'] } } }, { goals: [...row('').goals, 'secret-x', 'secret-y'] }],
  ];
  it.each(changes)('are encrypted in a change of %s, by each kind of update', async (name, update, expected) => {
    const writes: [string, (id: string) => Promise<unknown>][] = [
      [
        'findOneAndUpdate',
        (_id) => model.findOneAndUpdate(ours({ _id, revision: 1 }) as never, update, { returnDocument: 'after' }).lean(),
      ],
      ['updateOne', (_id) => model.updateOne(ours({ _id }) as never, update)],
      ['bulkWrite', (_id) => model.bulkWrite([{ updateOne: { filter: ours({ _id }) as never, update } }])],
    ];
    for (const [kind, write] of writes) {
      const id = `${kind} ${name}`;
      await model.insertMany([row(id)]);
      const answer = await write(id);
      await expectHidden(id);
      expect(await read(id)).toEqual({ ...row(id), ...expected });
      if (kind === 'findOneAndUpdate') expect(answer).toEqual({ ...row(id), ...expected });
    }
  });

  it('are never written in many documents at once, nor by an operator that can not be sealed', async () => {
    await expect(model.updateMany(ours({ revision: 1 }) as never, { $set: { workAdjustments: 'secret' } })).rejects.toThrow(
      'named by its _id',
    );
    await expect(model.updateOne(ours({ _id: 'x' }) as never, { $addToSet: { goals: 'secret' } })).rejects.toThrow("can't be used");
    await model.insertMany([row('many')]);
    await model.updateMany(ours({ _id: 'many' }) as never, { $set: { revision: 2 } });
    expect(await read('many')).toEqual({ ...row('many'), revision: 2 });
  });

  it('are not read without a key', async () => {
    await model.insertMany([row('locked')]);
    const keyless = await mongoose.createConnection(testMongoUrl('keyless')).asPromise();
    const other = keyless.model<Row>('Placement', model.schema, 'placements');
    await expect(other.insertMany([row('locked')])).rejects.toThrow('no keys');
    await keyless.close();
  });
});
