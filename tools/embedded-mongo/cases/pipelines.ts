import { Double, Long, type PipelineGroup } from './types.ts';

const sales = [
  { _id: 1, item: 'a', price: 10, count: 2, on: new Date(Date.UTC(2026, 2, 1)), tags: ['x', 'y'] },
  { _id: 2, item: 'b', price: 20, count: 1, on: new Date(Date.UTC(2026, 2, 31, 23, 30)), tags: [] },
  { _id: 3, item: 'a', price: 5, count: 10, on: new Date(Date.UTC(2025, 11, 31)), tags: ['y'], by: { name: 'Ada' } },
  { _id: 4, item: 'c', price: null, count: 3 },
];

/** From MongoDB's manual, "Aggregation Stages" and "Aggregation Operators". */
export const pipelineGroups: readonly PipelineGroup[] = [
  {
    subject: 'stages',
    documents: sales,
    cases: [
      ['answers everything by an empty pipeline', [], sales],
      ['filters by $match', [{ $match: { item: 'b' } }, { $project: { _id: 1 } }], [{ _id: 2 }]],
      [
        'sorts, skips and limits',
        [{ $sort: { price: -1 } }, { $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }],
        [{ _id: 1 }, { _id: 3 }],
      ],
      [
        'limits before it sorts when told so',
        [{ $sort: { _id: 1 } }, { $limit: 2 }, { $sort: { _id: -1 } }, { $project: { _id: 1 } }],
        [{ _id: 2 }, { _id: 1 }],
      ],
      ['limits before it skips when told so', [{ $sort: { _id: 1 } }, { $limit: 3 }, { $skip: 2 }, { $project: { _id: 1 } }], [{ _id: 3 }]],
      ['filters after a limit', [{ $sort: { _id: 1 } }, { $limit: 2 }, { $match: { item: 'a' } }, { $project: { _id: 1 } }], [{ _id: 1 }]],
      ['filters twice', [{ $match: { item: 'a' } }, { $match: { price: 5 } }, { $project: { _id: 1 } }], [{ _id: 3 }]],
      ['counts', [{ $match: { item: 'a' } }, { $count: 'n' }], [{ n: 2 }]],
      ['answers nothing when it counts nothing', [{ $match: { item: 'z' } }, { $count: 'n' }], []],
      ['counts as countDocuments does', [{ $match: { item: 'a' } }, { $group: { _id: 1, n: { $sum: 1 } } }], [{ _id: 1, n: 2 }]],
      [
        'groups by a field',
        [{ $group: { _id: '$item', n: { $sum: '$count' } } }, { $sort: { _id: 1 } }],
        [
          { _id: 'a', n: 12 },
          { _id: 'b', n: 1 },
          { _id: 'c', n: 3 },
        ],
      ],
      ['groups all by null', [{ $group: { _id: null, n: { $sum: 1 } } }], [{ _id: null, n: 4 }]],
      [
        'groups missing values under null',
        [{ $group: { _id: '$by.name', n: { $sum: 1 } } }, { $sort: { _id: 1 } }],
        [
          { _id: null, n: 3 },
          { _id: 'Ada', n: 1 },
        ],
      ],
      [
        'takes least and greatest and passes over null',
        [{ $group: { _id: null, a: { $min: '$price' }, b: { $max: '$price' } } }],
        [{ _id: null, a: 5, b: 20 }],
      ],
      ['takes the first', [{ $sort: { _id: 1 } }, { $group: { _id: null, a: { $first: '$item' } } }], [{ _id: null, a: 'a' }]],
      [
        'takes null for a first that is missing',
        [{ $sort: { _id: 1 } }, { $group: { _id: null, a: { $first: '$by' } } }],
        [{ _id: null, a: null }],
      ],
      [
        'collects values in order',
        [{ $sort: { _id: 1 } }, { $group: { _id: null, a: { $push: '$item' } } }],
        [{ _id: null, a: ['a', 'b', 'a', 'c'] }],
      ],
      ['leaves out missing values when it collects', [{ $group: { _id: null, a: { $push: '$by.name' } } }], [{ _id: null, a: ['Ada'] }]],
      ['sums numbers only', [{ $group: { _id: null, n: { $sum: '$item' } } }], [{ _id: null, n: 0 }]],
      ['projects fields', [{ $match: { _id: 1 } }, { $project: { item: 1 } }], [{ _id: 1, item: 'a' }]],
      ['projects without some', [{ $match: { _id: 1 } }, { $project: { on: 0, tags: 0, _id: 0 } }], [{ item: 'a', price: 10, count: 2 }]],
      ['refuses a stage of two fields', [{ $match: {}, $limit: 1 }], 40323],
      ['refuses an empty stage', [{}], 40323],
      ['refuses an unknown stage', [{ $filter: {} }], 40324],
      ['refuses a $match that is no document', [{ $match: 5 }], 15959],
      ['refuses an unknown operator in $match', [{ $match: { a: { $over: 1 } } }], 2],
      ['refuses a limit of 0', [{ $limit: 0 }], 15958],
      ['refuses a $sort that is no document', [{ $sort: 1 }], 15973],
      ['refuses an empty $sort', [{ $sort: {} }], 15976],
      ['refuses an empty $count', [{ $count: '' }], { anyOf: [40156, 40157] }],
      ['refuses a $count with a dollar', [{ $count: '$n' }], 40158],
      ['refuses a $count with a dot', [{ $count: 'a.n' }], 40160],
      ['refuses a $group without _id', [{ $group: { n: { $sum: 1 } } }], 15955],
      ['refuses a $group that is no document', [{ $group: 1 }], 15947],
      ['refuses a field of $group without accumulator', [{ $group: { _id: null, n: 1 } }], 40234],
      ['refuses an unknown accumulator', [{ $group: { _id: null, n: { $median_of: 1 } } }], 15952],
      ['refuses two accumulators for a field', [{ $group: { _id: null, n: { $sum: 1, $avg: 1 } } }], 40238],
      ['refuses a dotted field in $group', [{ $group: { _id: null, 'a.n': { $sum: 1 } } }], 40235],
      ['refuses an empty $project', [{ $project: {} }], { anyOf: [51272, 40177] }],
      ['refuses a $project that is no document', [{ $project: 1 }], 15969],
      ['refuses leaving out among keeping', [{ $project: { a: 1, b: 0 } }], 31254],
    ],
  },
  {
    subject: 'values of a group',
    documents: [
      { _id: 1, s: 'x', n: 2147483647, l: Long.MAX_VALUE, d: { e: 1 } },
      { _id: 2, s: 'x', n: 1, l: 1, h: 0.5 },
    ],
    cases: [
      ['grows out of Int32', [{ $group: { _id: null, n: { $sum: '$n' } } }], [{ _id: null, n: Long.fromNumber(2147483648) }]],
      ['grows out of Int64 into a Double', [{ $group: { _id: null, l: { $sum: '$l' } } }], [{ _id: null, l: new Double(2 ** 63) }]],
      ['sums Int32 and Double', [{ $match: { _id: 2 } }, { $group: { _id: null, n: { $sum: '$h' } } }], [{ _id: null, n: 0.5 }]],
      ['reads a path', [{ $match: { _id: 1 } }, { $group: { _id: '$d.e', n: { $sum: 1 } } }], [{ _id: 1, n: 1 }]],
      ['takes a text without dollar as it is', [{ $group: { _id: 'all', n: { $sum: 1 } } }], [{ _id: 'all', n: 2 }]],
      ['takes a literal as it is', [{ $group: { _id: { $literal: '$s' }, n: { $sum: 1 } } }], [{ _id: '$s', n: 2 }]],
      ['refuses an unknown expression', [{ $group: { _id: { $plus: [1, 2] } } }], 168],
      ['refuses an unknown variable', [{ $group: { _id: '$$nobody' } }], 17276],
    ],
  },
];
