import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type Connection } from 'mongoose';
import { decryptText, encryptText, keyIdOf, type FieldKeys } from './encryption.ts';
import { rotateKeys, type RotationProgress } from './rotate-keys.ts';
import { testMongoUrl } from './test-support/stores.ts';

const [a, b] = [randomBytes(32), randomBytes(32)];
const old: FieldKeys = { current: 'a', keys: new Map([['a', a]]) };
const both: FieldKeys = {
  current: 'b',
  keys: new Map([
    ['b', b],
    ['a', a],
  ]),
};
const COUNT = 450;
const idOf = (index: number) => `stu_${String(index).padStart(4, '0')}`;
const placeOf = (id: string) => `students:${id}:shortStay.setting`;
const quiet: RotationProgress = { begin: () => undefined, advance: () => undefined, end: () => undefined };

describe('a rotation of keys', () => {
  let connection: Connection;
  interface Row {
    _id: string;
    revision: number;
    givenName: string;
    shortStay: { setting: string; startsOn: string } | null;
  }
  const pupils = () => connection.collection<Row>('students');
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('rotation')).asPromise();
  });
  afterAll(() => connection.close());

  const fill = async () => {
    await pupils().deleteMany({});
    await pupils().insertMany(
      Array.from({ length: COUNT }, (_value, index) => {
        const _id = idOf(index);
        // Every third has no stay, every fifth was written before fields were encrypted.
        const setting = index % 5 === 0 ? 'JUSTICE' : encryptText(old, 'JUSTICE', placeOf(_id));
        return { _id, revision: 3, givenName: 'Sem', shortStay: index % 3 === 0 ? null : { setting, startsOn: '2026-10-01' } };
      }),
    );
  };
  const expectAllUnder = async (key: string) => {
    for (const row of await pupils().find().toArray()) {
      if (!row.shortStay) continue;
      expect(keyIdOf(row.shortStay.setting)).toBe(key);
      expect(decryptText(both, row.shortStay.setting, placeOf(row._id))).toBe('JUSTICE');
      expect([row.revision, row.givenName, row.shortStay.startsOn]).toEqual([3, 'Sem', '2026-10-01']);
    }
  };

  it('writes everything under the current key, and nothing the second time', async () => {
    await fill();
    expect(await rotateKeys(connection, 'students', both, quiet)).toEqual({ changed: 300, left: 0 });
    await expectAllUnder('b');
    expect(await rotateKeys(connection, 'students', both, quiet)).toEqual({ changed: 0, left: 0 });
  });

  it('goes on where it was stopped', async () => {
    await fill();
    let batches = 0;
    const stopping: RotationProgress = {
      ...quiet,
      advance() {
        batches += 1;
        if (batches === 2) throw new Error('stopped');
      },
    };
    await expect(rotateKeys(connection, 'students', both, stopping)).rejects.toThrow('stopped');
    const begun: [string, number, number][] = [];
    const result = await rotateKeys(connection, 'students', both, {
      ...quiet,
      begin: (type, total, done) => begun.push([type, total, done]),
    });
    expect(begun[0]).toEqual(['Student', COUNT, 400]);
    expect(result).toEqual({ changed: 34, left: 0 });
    await expectAllUnder('b');
    expect(await connection.collection('keyRotations').countDocuments()).toBe(0);
  });

  it('does not overwrite what somebody writes meanwhile', async () => {
    await fill();
    let written = false;
    const interfering: RotationProgress = { ...quiet };
    const collection = pupils();
    const id = idOf(1);
    // Between the reading of the batch and the write of this document.
    interfering.begin = (type) => {
      if (type !== 'Student' || written) return;
      written = true;
      void collection.updateOne({ _id: id }, { $set: { givenName: 'Noor', revision: 4 } });
    };
    await rotateKeys(connection, 'students', both, interfering);
    const row = await pupils().findOne({ _id: id });
    expect(row).toMatchObject({ givenName: 'Noor', revision: 4 });
    expect(keyIdOf(row?.shortStay?.setting ?? '')).toBe('b');
  });

  it('stops at a text whose key it does not have', async () => {
    await fill();
    const without: FieldKeys = { current: 'b', keys: new Map([['b', b]]) };
    await expect(rotateKeys(connection, 'students', without, quiet)).rejects.toThrow('the key a');
  });
});
