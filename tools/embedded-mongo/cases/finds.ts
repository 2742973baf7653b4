import { Double, Long, ObjectId, type FindGroup } from './types.ts';

const people = [
  { _id: 1, name: 'Cor', age: 30, home: { city: 'Ede', street: { name: 'Kade', number: 1 } }, tags: ['x', 'y'] },
  { _id: 2, name: 'Ada', age: 20, home: { city: 'Oss', street: { name: 'Plein', number: 2 } }, tags: [] },
  { _id: 3, name: 'Bob', age: 30, home: { city: 'Ede' }, grades: [{ of: 'a', mark: 7 }, { of: 'b', mark: 8 }, 9] },
];
const only = (...ids: number[]) => ({ projection: { _id: 1 }, found: ids.map((_id) => ({ _id })) });
const sorted = (title: string, command: Record<string, unknown>, ...ids: number[]) =>
  [title, { projection: only().projection, ...command }, only(...ids).found] as const;

/** From MongoDB's manual, "Project Fields to Return from Query", "cursor.sort", "Comparison/Sort Order". */
export const findGroups: readonly FindGroup[] = [
  {
    subject: 'projections',
    documents: people,
    cases: [
      [
        'keeps named fields and the _id, in their own order',
        { filter: { _id: 1 }, projection: { age: 1, name: 1 } },
        [{ _id: 1, name: 'Cor', age: 30 }],
      ],
      ['keeps named fields without the _id', { filter: { _id: 1 }, projection: { name: 1, _id: 0 } }, [{ name: 'Cor' }]],
      ['keeps the _id alone', { filter: { _id: 1 }, projection: { _id: 1 } }, [{ _id: 1 }]],
      ['leaves fields out', { filter: { _id: 2 }, projection: { home: 0, tags: 0 } }, [{ _id: 2, name: 'Ada', age: 20 }]],
      ['leaves out the _id alone', { filter: { _id: 2 }, projection: { _id: 0, home: 0 } }, [{ name: 'Ada', age: 20, tags: [] }]],
      ['keeps an empty array', { filter: { _id: 2 }, projection: { tags: 1 } }, [{ _id: 2, tags: [] }]],
      ['takes true as 1', { filter: { _id: 2 }, projection: { age: true } }, [{ _id: 2, age: 20 }]],
      ['keeps everything by an empty projection', { filter: { _id: 2 }, projection: {} }, [people[1]!]],
      ['refuses leaving out among keeping', { projection: { name: 1, age: 0 } }, 31254],
      ['refuses keeping among leaving out', { projection: { name: 0, age: 1 } }, 31253],
    ],
  },
  {
    subject: 'sort, skip and limit',
    documents: people,
    cases: [
      sorted('sorts ascending', { sort: { name: 1 } }, 2, 3, 1),
      sorted('sorts descending', { sort: { name: -1 } }, 1, 3, 2),
      sorted('sorts by several fields', { sort: { age: -1, name: 1 } }, 3, 1, 2),
      sorted('sorts by a path', { sort: { 'home.street.number': -1 } }, 2, 1, 3),
      sorted('puts missing values first', { sort: { 'home.street.number': 1 } }, 3, 1, 2),
      sorted('limits', { sort: { _id: 1 }, limit: 2 }, 1, 2),
      sorted('skips', { sort: { _id: 1 }, skip: 2 }, 3),
      sorted('skips, then limits', { sort: { _id: -1 }, skip: 1, limit: 1 }, 2),
      sorted('takes a limit of 0 as none', { sort: { _id: 1 }, limit: 0 }, 1, 2, 3),
      sorted('skips beyond the end', { skip: 9 }),
      sorted('sorts what a filter found', { filter: { age: 30 }, sort: { name: 1 } }, 3, 1),
      sorted('takes a hint by name', { hint: '_id_', sort: { _id: 1 } }, 1, 2, 3),
      sorted('takes a hint by key', { hint: { _id: 1 }, sort: { _id: -1 } }, 3, 2, 1),
      ['refuses a hint that names no index', { hint: 'nowhere' }, 2],
      ['refuses a direction of 0', { sort: { name: 0 } }, 15975],
      ['refuses a direction of 2', { sort: { name: 2 } }, 15975],
      ['refuses a direction that is text', { sort: { name: 'up' } }, 15974],
      ['refuses a negative skip', { skip: -1 }, 51024],
      ['refuses a negative limit', { limit: -1 }, 51024],
      ['refuses a filter that is no document', { filter: 5 }, 14],
      ['refuses a sort that is no document', { sort: 'name' }, 14],
      ['refuses a limit that is text', { limit: 'two' }, 14],
      ['refuses an unknown field', { filters: {} }, 40415],
    ],
  },
  {
    subject: 'the order of types',
    documents: [
      { _id: 2, a: new Date(0) },
      { _id: 3, a: false },
      { _id: 4, a: new ObjectId('a'.repeat(24)) },
      { _id: 5, a: { b: 1 } },
      { _id: 6, a: 'text' },
      { _id: 7, a: new Double(2.5) },
      { _id: 8, a: 2 },
      { _id: 9, a: Long.fromNumber(3) },
      { _id: 10, a: new Double(-1.5) },
      { _id: 11, a: null },
      { _id: 13, a: /x/ },
    ],
    cases: [
      sorted(
        'goes from null over numbers, text, documents, ObjectIds, booleans and dates to regular expressions',
        { sort: { a: 1 } },
        11,
        10,
        8,
        7,
        9,
        6,
        5,
        4,
        3,
        2,
        13,
      ),
      sorted('is the same backwards', { sort: { a: -1 } }, 13, 2, 3, 4, 5, 6, 9, 7, 8, 10, 11),
    ],
  },
  {
    subject: 'sorting by arrays',
    documents: [
      { _id: 1, a: [5, 9] },
      { _id: 2, a: 6 },
      { _id: 3, a: [1, 7] },
      { _id: 4, a: [] },
      { _id: 5, a: null },
      { _id: 6, a: [{ b: 2 }, { b: 8 }] },
    ],
    cases: [
      sorted('takes the least element ascending, and an empty array before null', { sort: { a: 1 } }, 4, 5, 3, 1, 2, 6),
      sorted('takes the greatest element descending', { sort: { a: -1 } }, 6, 1, 3, 2, 5, 4),
    ],
  },
];
