import { describe, expect, it } from '@jest/globals';
import { evaluationDates, fitsPlacement, PLACEMENT_KINDS, type PlacementKind } from './schedule.ts';

// 2027-02-01 is a Monday, 2027-06-25 a Friday; the spring holiday of ZUID is 13–21 February.
const placement = (kind: PlacementKind, startsOn = '2027-02-01', endsOn = '2027-06-25') =>
  ({ kind, startsOn, endsOn, holidayRegion: 'ZUID' }) as const;
const moments = (...args: Parameters<typeof evaluationDates>) => evaluationDates(...args).map(({ moment, dueOn }) => `${moment} ${dueOn}`);

describe('the evaluations of a kind of internship', () => {
  it.each([
    ['TASTER', ['FINAL']],
    ['TEACHER', ['FINAL']],
    ['INTERNAL', ['MIDTERM', 'FINAL']],
    ['ORIENTATION', ['START', 'MIDTERM', 'FINAL']],
    ['VOCATIONAL', ['START', 'MIDTERM', 'FINAL']],
    ['GUIDED_ON_SITE', ['START', 'MIDTERM', 'FINAL']],
    ['OUTFLOW', ['START', 'WEEK_THREE', 'MIDTERM', 'GO_NO_GO', 'FINAL']],
  ] as const)('%s has %j', (kind, expected) => {
    expect(evaluationDates(placement(kind)).map((date) => date.moment)).toEqual(expected);
  });
  it('lie at the start, in the third week, half-way, six weeks before the end and at the end, on working days of the school', () => {
    expect(moments(placement('OUTFLOW'))).toEqual([
      'START 2027-02-01',
      // 19 February lies in the spring holiday: the Friday before it.
      'WEEK_THREE 2027-02-12',
      'MIDTERM 2027-04-14',
      'GO_NO_GO 2027-05-14',
      'FINAL 2027-06-25',
    ]);
  });
  it('move from a weekend to the Friday before', () => {
    expect(moments(placement('TASTER', '2027-02-01', '2027-03-07'))).toEqual(['FINAL 2027-03-05']);
  });
  it('stay on a first day that is no working day', () => {
    expect(moments(placement('ORIENTATION', '2027-02-06', '2027-02-07'))).toEqual(['START 2027-02-06', 'FINAL 2027-02-07']);
  });
  it('leave out what a short internship has no room for, never the final one', () => {
    expect(moments(placement('OUTFLOW', '2027-02-01', '2027-02-05'))).toEqual([
      'START 2027-02-01',
      'MIDTERM 2027-02-03',
      'FINAL 2027-02-05',
    ]);
    expect(moments(placement('VOCATIONAL', '2027-02-01', '2027-02-01'))).toEqual(['START 2027-02-01', 'FINAL 2027-02-01']);
  });
  it('are where the agreement names them', () => {
    const named = [
      { moment: 'MIDTERM', dueOn: '2027-03-24' },
      { moment: 'GO_NO_GO', dueOn: '2027-05-03' },
    ] as const;
    expect(moments(placement('VOCATIONAL'), named)).toEqual([
      'START 2027-02-01',
      'MIDTERM 2027-03-24',
      'GO_NO_GO 2027-05-03',
      'FINAL 2027-06-25',
    ]);
  });
  it('come in the order of their days, for every kind and length', () => {
    for (const kind of PLACEMENT_KINDS)
      for (let days = 0; days < 200; days += 13) {
        const endsOn = Temporal.PlainDate.from('2027-02-01').add({ days }).toString();
        const dates = evaluationDates(placement(kind, '2027-02-01', endsOn));
        expect(dates.at(-1)?.moment).toBe('FINAL');
        expect(dates.map((date) => date.dueOn)).toEqual(dates.map((date) => date.dueOn).toSorted());
        expect(dates.every((date) => date.dueOn >= '2027-02-01' && date.dueOn <= endsOn)).toBe(true);
      }
  });
});

it('an evaluation fits from the first day until two weeks after the last', () => {
  const period = { startsOn: '2027-02-01', endsOn: '2027-06-25' };
  expect(['2027-01-31', '2027-02-01', '2027-07-09', '2027-07-10'].map((day) => fitsPlacement(day, period))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
