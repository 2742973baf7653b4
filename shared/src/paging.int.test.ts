import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import mongoose, { type Model } from 'mongoose';
import { MAX_PAGE, page, pageOfRows, pagesByParent, type Connection, type PageArgs } from './paging.ts';
import { testMongoUrl } from './test-support/stores.ts';

interface Row {
  _id: string;
  name: string | null;
  day: Date;
  parent: string;
}
const ids = (connection: Connection<Row>) => connection.nodes.map((row) => row._id);

describe('a page', () => {
  let connection: mongoose.Connection;
  let model: Model<Row>;
  beforeAll(async () => {
    connection = await mongoose.createConnection(testMongoUrl('paging')).asPromise();
    model = connection.model<Row>(
      'Row',
      new mongoose.Schema<Row>({ _id: String, name: String, day: Date, parent: String }, { versionKey: false }),
    );
    const names = ['b', null, 'a', 'b', null, 'c', 'a'];
    await model.insertMany(
      names.map((name, index) => ({
        _id: `r${index}`,
        name,
        day: new Date(2026, 0, 1 + (index % 3)),
        parent: index % 2 === 0 ? 'even' : 'odd',
      })),
    );
  });
  afterAll(() => connection.close());

  async function walk(sort: Record<string, 1 | -1>, size: number, direction: 'first' | 'last'): Promise<string[]> {
    const found: string[] = [];
    let args: PageArgs = { [direction]: size };
    for (let turn = 0; turn < 20; turn += 1) {
      const result = await page(model, {}, sort, args);
      if (direction === 'first') found.push(...ids(result));
      else found.unshift(...ids(result));
      const { pageInfo } = result;
      if (direction === 'first' ? !pageInfo.hasNextPage : !pageInfo.hasPreviousPage) return found;
      args = direction === 'first' ? { first: size, after: pageInfo.endCursor } : { last: size, before: pageInfo.startCursor };
    }
    throw new Error('the pages never end');
  }

  it.each<[Record<string, 1 | -1>, string[]]>([
    [{ name: 1 }, ['r1', 'r4', 'r2', 'r6', 'r0', 'r3', 'r5']],
    [{ name: -1 }, ['r5', 'r3', 'r0', 'r6', 'r2', 'r4', 'r1']],
    [{ day: 1, name: -1 }, ['r3', 'r0', 'r6', 'r4', 'r1', 'r5', 'r2']],
  ])('after page gives the whole list once, in order, from both ends: %j', async (sort, expected) => {
    for (const size of [1, 2, 3, 100]) {
      expect(await walk(sort, size, 'first')).toEqual(expected);
      expect(await walk(sort, size, 'last')).toEqual(expected);
    }
  });

  it('keeps its place while rows are inserted before and after it', async () => {
    const first = await page(model, { parent: 'even' }, { name: 1 }, { first: 2 });
    await model.insertMany([
      { _id: 'early', name: '', day: new Date(), parent: 'even' },
      { _id: 'late', name: 'bb', day: new Date(), parent: 'even' },
    ]);
    const second = await page(model, { parent: 'even' }, { name: 1 }, { first: 10, after: first.pageInfo.endCursor });
    await model.deleteMany({ _id: 'early' });
    await model.deleteMany({ _id: 'late' });
    expect(ids(first)).toEqual(['r4', 'r2']);
    expect(ids(second)).toEqual(['r6', 'r0', 'late']);
  });

  it('refuses sizes and cursors that make no sense', async () => {
    for (const args of [
      { first: 0 },
      { first: MAX_PAGE + 1 },
      { first: 1, last: 1 },
      { after: 'x' },
      { after: Buffer.from('[{"$gt":""}]').toString('base64url') },
    ]) {
      await expect(page(model, {}, { name: 1 }, args)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
  });

  it('is empty, without a query, for who sees no row', async () => {
    const empty = await page(model, null, { name: 1 }, {});
    expect([empty.nodes, await empty.totalCount()]).toEqual([[], 0]);
  });

  it('of many parents takes one query and counts per parent', async () => {
    const pages = await pagesByParent(model, {}, { name: 1 }, { field: 'parent', ids: ['odd', 'even', 'none'] }, { first: 2 });
    expect(pages.map(ids)).toEqual([['r1', 'r3'], ['r4', 'r2'], []]);
    expect(pages.map((result) => result.pageInfo.hasNextPage)).toEqual([true, true, false]);
    expect(await Promise.all(pages.map((result) => result.totalCount()))).toEqual([3, 4, 0]);
  });

  it('of rows in memory walks the same way', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ _id: id }));
    const first = pageOfRows(rows, { first: 2 });
    expect(first.nodes).toEqual(rows.slice(0, 2));
    expect(pageOfRows(rows, { first: 2, after: first.pageInfo.endCursor }).nodes).toEqual(rows.slice(2));
    expect(pageOfRows(rows, { last: 1, before: first.pageInfo.endCursor }).nodes).toEqual(rows.slice(0, 1));
  });
});
