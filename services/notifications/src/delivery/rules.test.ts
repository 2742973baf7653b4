import { describe, expect, it } from '@jest/globals';
import { assert, date, property } from 'fast-check';
import { ZONE } from '@servicepunt/shared/clock';
import { channelsOf, DEFAULT_PREFERENCES, digestFor, nextAllowed, retryDelay } from './rules.ts';

const at = (local: string) => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds);
const allowed = (local: string, pausedUntil: string | null = null) => {
  const instant = nextAllowed(at(local), { pausedUntil }).getTime();
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).toPlainDateTime().toString();
};

describe('quiet hours', () => {
  it.each([
    ['a working day', '2026-11-24T09:00', '2026-11-24T09:00:00'],
    ['the evening', '2026-11-24T20:00', '2026-11-25T08:00:00'],
    ['the small hours', '2026-11-24T03:15', '2026-11-24T08:00:00'],
    ['Friday evening', '2026-11-27T21:30', '2026-11-30T08:00:00'],
    ['Saturday', '2026-11-28T12:00', '2026-11-30T08:00:00'],
    ['the weekend in which the clock goes back', '2026-10-24T12:00', '2026-10-26T08:00:00'],
    ['the weekend in which the clock goes forward', '2027-03-27T23:00', '2027-03-29T08:00:00'],
  ])('let a mail go out after %s', (_when, given, expected) => {
    expect(allowed(given)).toBe(expected);
  });

  it('last until the day on which a pause ends', () => {
    expect(allowed('2026-11-24T09:00', '2026-12-01')).toBe('2026-12-01T08:00:00');
    expect(allowed('2026-11-24T09:00', '2026-11-24')).toBe('2026-11-24T09:00:00');
  });

  it('never hold a mail back for longer than a weekend, and never send at night', () => {
    assert(
      property(date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }), (instant) => {
        const next = nextAllowed(instant, { pausedUntil: null });
        const local = Temporal.Instant.fromEpochMilliseconds(next.getTime()).toZonedDateTimeISO(ZONE);
        expect(local.hour >= 8 && local.hour < 20 && local.dayOfWeek <= 5).toBe(true);
        expect(next.getTime() - instant.getTime()).toBeGreaterThanOrEqual(0);
        expect(next.getTime() - instant.getTime()).toBeLessThanOrEqual(61 * 3_600_000);
      }),
    );
  });
});

describe('channels', () => {
  const staff = { id: 'stf_1', mailable: true };
  const supervisor = { id: 'wsp_1', mailable: true };

  it('are mail and inbox for people who sign in, mail alone for those who act by links', () => {
    expect(channelsOf(staff, DEFAULT_PREFERENCES, 'NORMAL')).toEqual(['MAIL', 'IN_APP']);
    expect(channelsOf(supervisor, DEFAULT_PREFERENCES, 'NORMAL')).toEqual(['MAIL']);
  });

  it('follow what the person chose, except for a legal deadline', () => {
    expect(channelsOf(staff, { ...DEFAULT_PREFERENCES, mail: false }, 'NORMAL')).toEqual(['IN_APP']);
    expect(channelsOf(staff, { ...DEFAULT_PREFERENCES, mail: false }, 'LEGAL_DEADLINE')).toEqual(['MAIL', 'IN_APP']);
  });

  it('are none for somebody without an inbox whose address is refused', () => {
    expect(channelsOf({ ...supervisor, mailable: false }, DEFAULT_PREFERENCES, 'NORMAL')).toEqual([]);
  });
});

describe('the digest', () => {
  const warn = { kind: 'WARN', class: 'NORMAL', basisDay: '2026-12-03' } as const;
  const tuesdays = { digestWeekday: 2 };

  it('takes what falls due before the next digest day', () => {
    // Thursday 26 November: the next Tuesday is 1 December, two days before the evaluation.
    expect(digestFor(at('2026-11-26T09:00'), warn, tuesdays)).toEqual({ day: '2026-12-01', at: at('2026-12-01T10:00') });
  });

  it('takes what falls due on the digest day itself, until it goes out', () => {
    expect(digestFor(at('2026-12-01T09:00'), warn, tuesdays)?.day).toBe('2026-12-01');
    expect(digestFor(at('2026-12-01T10:01'), warn, tuesdays)).toBeNull();
  });

  it('leaves alone what would be late by then', () => {
    expect(digestFor(at('2026-12-02T09:00'), warn, tuesdays)).toBeNull();
    expect(digestFor(at('2026-11-26T09:00'), { ...warn, basisDay: '2026-12-01' }, tuesdays)).toBeNull();
  });

  it('leaves alone chases, legal deadlines, what a person sent by hand, and those who want each mail by itself', () => {
    const now = at('2026-11-26T09:00');
    expect(digestFor(now, { ...warn, kind: 'CHASE' }, tuesdays)).toBeNull();
    expect(digestFor(now, { ...warn, class: 'LEGAL_DEADLINE' }, tuesdays)).toBeNull();
    expect(digestFor(now, { ...warn, kind: 'MANUAL' }, tuesdays)).toBeNull();
    expect(digestFor(now, warn, { digestWeekday: null })).toBeNull();
  });
});

describe('retries', () => {
  it('wait longer each time, at most an hour', () => {
    expect([1, 2, 3, 20].map(retryDelay)).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  });
});
