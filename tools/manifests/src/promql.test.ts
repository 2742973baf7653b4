import { describe, expect, it } from '@jest/globals';
import { readExpression } from './promql.ts';

describe('an expression', () => {
  it('names its metrics with the labels that they are filtered by, whatever is done with them', () => {
    expect(readExpression('sum by (pod, le) (rate(a_seconds_bucket{outcome!="ok", pod=~"x{1}.*"}[5m])) > 0.5 and absent(up == 1)')).toEqual(
      {
        metrics: [
          {
            name: 'a_seconds_bucket',
            filters: [
              { label: 'outcome', op: '!=', value: 'ok' },
              { label: 'pod', op: '=~', value: 'x{1}.*' },
            ],
          },
          { name: 'up', filters: [] },
        ],
        grouping: ['pod', 'le'],
      },
    );
  });
  it('joins on labels, and makes new ones', () => {
    const joined = 'max by (p) (a) - on (p) group_right () b > 1 or label_replace(max by (p) (c), "s", "x", "", "")';
    expect(readExpression(joined)).toEqual({
      metrics: ['a', 'b', 'c'].map((name) => ({ name, filters: [] })),
      grouping: ['p', 'p', 's', 'p'],
    });
  });
});
