import { describe, expect, it } from '@jest/globals';
import { CELLS, type CellKind } from './cells.ts';

const read = (kind: CellKind, text: string): unknown => {
  const reading = CELLS[kind](text);
  return reading.ok ? reading.value : reading.reason;
};

describe('a cell', () => {
  it.each([
    ['day', '07-03-2011', '2011-03-07'],
    ['day', '7-3-2011', '2011-03-07'],
    ['day', '2011-03-07', '2011-03-07'],
    ['day', '29-02-2012', '2012-02-29'],
    // 09:00 in winter and in summer time.
    ['moment', '01-12-2026 09:00', '2026-12-01T08:00:00Z'],
    ['moment', '1-7-2027 09:00', '2027-07-01T07:00:00Z'],
    ['line', '  Van  der\nBerg ', 'Van der Berg'],
    ['line', 'Zoe\u0308', 'Zoë'],
    ['text', 'Eerste regel \r\n\r\n tweede', 'Eerste regel\n\ntweede'],
    ['lines', 'Op tijd komen | Veilig werken |', ['Op tijd komen', 'Veilig werken']],
    ['email', 'Jan.Jansen@School.Example', 'jan.jansen@school.example'],
    ['phone', '06-00 12 34 56', '+31600123456'],
    ['postcode', '5611 ab', '5611AB'],
    ['kvkNumber', '00 000 101', '00000101'],
    ['count', '12', 12],
    ['outflowProfile', 'arbeidsmarkt', 'LABOUR_MARKET'],
    ['outflowProfile', 'DAY_ACTIVITY', 'DAY_ACTIVITY'],
    ['role', 'stagecoordinator', 'COORDINATOR'],
    ['placementKind', 'Orienterende  stage', 'ORIENTATION'],
    ['moments', 'start, Tussenevaluatie', ['START', 'MIDTERM']],
    ['language', 'NL', 'nl'],
    [
      'workingTimes',
      'ma 08:30-15:00 (30) | vrijdag 08:30 - 12:00',
      [
        { weekday: 1, startsAt: '08:30', endsAt: '15:00', breakMinutes: 30 },
        { weekday: 5, startsAt: '08:30', endsAt: '12:00', breakMinutes: 0 },
      ],
    ],
  ] as const)('of kind %s reads %j', (kind, text, expected) => {
    expect(read(kind, text)).toEqual(expected);
  });

  it.each([
    ['day', '31-02-2011', 'is no day of the calendar'],
    ['day', '29-02-2011', 'is no day of the calendar'],
    ['day', '03/07/2011', 'must be a date as DD-MM-YYYY'],
    ['day', '7-3-11', 'must be a date as DD-MM-YYYY'],
    ['moment', '01-12-2026', 'must be a date and time as DD-MM-YYYY HH:MM'],
    ['moment', '01-12-2026 25:00', 'must be a date and time as DD-MM-YYYY HH:MM'],
    ['line', 'M\ufffdller', 'holds characters that can not be read: the file was saved in a wrong encoding'],
    ['line', 'a\u0007b', 'holds control characters'],
    ['email', 'jan@school', 'must be an e-mail address'],
    ['email', 'jan jansen@school.example', 'must be an e-mail address'],
    ['count', '-1', 'must be a whole number'],
    ['workingTimes', 'ma 8:30-15:00', 'must be days and times as: ma 08:30-15:00 (30) | di 08:30-15:00 (30)'],
    ['workingTimes', 'xx 08:30-15:00', 'must be days and times as: ma 08:30-15:00 (30) | di 08:30-15:00 (30)'],
    ['rhythm', 'rooster', 'must be one of: Blokstage, Lintstage'],
    ['moments', 'start, iets', 'must be one of: Start, Week 3, Tussenevaluatie, Go/no-go, Eindevaluatie'],
  ] as const)('of kind %s refuses %j', (kind, text, reason) => {
    expect(read(kind, text)).toBe(reason);
  });

  it.each(['line', 'text', 'lines', 'email', 'subject'] as const)(
    'of free text (%s) that holds a possible citizen service number is refused without it',
    (kind) => {
      const reading = CELLS[kind](kind === 'email' ? 'jan111222333@school.example' : 'kent 111222333 al');
      expect(reading).toMatchObject({ ok: false, reason: expect.stringContaining('citizen service number') });
      expect(JSON.stringify(reading)).not.toContain('111222333');
    },
  );

  it('finds a number that is broken over two lines', () => {
    expect(CELLS.text('nummer 1112\n22333')).toMatchObject({ ok: false });
  });

  it.each([
    ['pupilNumber', '111222333'],
    ['phone', '0111222333'],
    ['subject', '11122233-3aaa-4bbb-8ccc-0123456789ab'],
  ] as const)('of numbers (%s) may look like one by chance', (kind, text) => {
    expect(CELLS[kind](text).ok).toBe(true);
  });
});
