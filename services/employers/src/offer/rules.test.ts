import { describe, expect, it } from '@jest/globals';
import { busiestDay, checkOffer, claimPlace, confirmPlace, heldPlacesProblem, type OfferPlaces, type Reservation } from './rules.ts';

const NOW = new Date('2026-11-24T10:00:00Z');
const soon = new Date('2026-11-24T10:15:00Z');
const past = new Date('2026-11-24T09:00:00Z');
const hold = (placementId: string, startsOn = '2027-01-04', endsOn = '2027-01-29', expiresAt: Date | null = soon): Reservation => ({
  placementId,
  startsOn,
  endsOn,
  expiresAt,
});
const offer = (...reservations: Reservation[]): OfferPlaces => ({
  state: 'OPEN',
  places: 1,
  startsOn: '2026-09-01',
  endsOn: '2027-07-16',
  reservations,
});

describe('an offer', () => {
  const input = { title: 'Montage', kind: 'VOCATIONAL', rhythm: 'BLOCK', places: 2, startsOn: '2027-01-04', endsOn: '2027-01-04' } as const;
  it('may last a single day', () => {
    expect(checkOffer(input)).toMatchObject({ ok: true, facts: { title: 'Montage', description: null, sector: null } });
  });
  it.each([
    ['title', { title: ' ' }],
    ['description', { description: 'x'.repeat(4_001) }],
    ['kind', { kind: 'INTERNAL' as const }],
    ['places', { places: 0 }],
    ['places', { places: 201 }],
    ['places', { places: 1.5 }],
    ['endsOn', { endsOn: '2027-01-03' }],
    ['sector', { sector: 'x'.repeat(101) }],
  ])('is refused at %s: %j', (column, change) => {
    expect(checkOffer({ ...input, ...change })).toMatchObject({ ok: false, column });
  });
});

describe('the busiest day', () => {
  it('counts those who are there at the same time', () => {
    const three = [hold('a', '2027-01-01', '2027-01-10'), hold('b', '2027-01-10', '2027-01-20'), hold('c', '2027-01-21', '2027-01-30')];
    expect(busiestDay(three, NOW, '2027-01-01')).toBe(2);
    expect(busiestDay(three, NOW, '2027-01-11')).toBe(1);
    expect(busiestDay(three, NOW, '2027-01-11', '2027-01-21')).toBe(1);
    expect(busiestDay(three, NOW, '2027-02-01')).toBe(0);
  });
  it('doesn’t count what expired', () => {
    expect(busiestDay([hold('a', '2027-01-01', '2027-01-10', past), hold('b', '2027-01-01', '2027-01-10', null)], NOW, '2027-01-01')).toBe(
      1,
    );
  });
});

describe('a claim of a place', () => {
  it('takes a free place and says how many are left', () => {
    expect(claimPlace({ ...offer(), places: 3 }, hold('a'), NOW)).toEqual({
      kind: 'write',
      reservations: [hold('a')],
      placesLeft: 2,
      isNew: true,
      expired: [],
    });
  });
  it('takes a place before or after somebody else', () => {
    expect(claimPlace(offer(hold('a')), hold('b', '2027-02-01', '2027-02-26'), NOW)).toMatchObject({ kind: 'write', placesLeft: 0 });
  });
  it('is refused when all places are held on one of its days', () => {
    expect(claimPlace(offer(hold('a')), hold('b', '2027-01-29', '2027-02-26'), NOW)).toEqual({ kind: 'refused', reason: 'OFFER_FULL' });
  });
  it('takes the place of a hold that expired, and clears it away', () => {
    expect(claimPlace(offer(hold('a', '2027-01-04', '2027-01-29', past)), hold('b'), NOW)).toMatchObject({
      kind: 'write',
      isNew: true,
      expired: ['a'],
      reservations: [hold('b')],
    });
  });
  it('is refused on a closed offer, and outside of its period', () => {
    expect(claimPlace({ ...offer(), state: 'CLOSED' }, hold('a'), NOW)).toMatchObject({ reason: 'OFFER_CLOSED' });
    for (const [startsOn, endsOn] of [
      ['2026-08-31', '2026-09-30'],
      ['2027-07-01', '2027-07-17'],
      ['2027-02-02', '2027-02-01'],
    ] as const)
      expect(claimPlace(offer(), hold('a', startsOn, endsOn), NOW)).toMatchObject({ reason: 'OUTSIDE_PERIOD' });
  });
  it('repeated does nothing, also on an offer that was closed meanwhile', () => {
    expect(claimPlace({ ...offer(hold('a')), state: 'CLOSED' }, hold('a'), NOW)).toEqual({ kind: 'held', placesLeft: 0 });
  });
  it('repeated with a later end of the hold prolongs it, with an earlier one doesn’t', () => {
    const later = new Date('2026-11-24T11:00:00Z');
    expect(claimPlace(offer(hold('a')), hold('a', '2027-01-04', '2027-01-29', later), NOW)).toMatchObject({
      kind: 'write',
      isNew: false,
      reservations: [{ expiresAt: later }],
    });
    expect(claimPlace(offer(hold('a')), hold('a', '2027-01-04', '2027-01-29', past), NOW)).toMatchObject({ kind: 'held' });
  });
  it('never makes a confirmed place expire', () => {
    const confirmed = offer(hold('a', '2027-01-04', '2027-01-29', null));
    expect(claimPlace(confirmed, hold('a'), NOW)).toMatchObject({ kind: 'held' });
    expect(claimPlace(confirmed, hold('a', '2027-02-01', '2027-02-26'), NOW)).toMatchObject({
      kind: 'write',
      isNew: false,
      reservations: [{ startsOn: '2027-02-01', expiresAt: null }],
    });
  });
  it('with other days counts without its own earlier ones, and must fit', () => {
    const two = offer(hold('a'), hold('b', '2027-02-01', '2027-02-26'));
    expect(claimPlace(two, hold('a', '2027-01-11', '2027-01-31'), NOW)).toMatchObject({ kind: 'write', isNew: false });
    expect(claimPlace(two, hold('a', '2027-01-11', '2027-02-01'), NOW)).toMatchObject({ reason: 'OFFER_FULL' });
  });
});

describe('confirming a place', () => {
  it('makes it stand', () => {
    expect(confirmPlace({ ...offer(hold('a')), state: 'CLOSED' }, 'a', NOW)).toMatchObject({
      kind: 'write',
      isNew: false,
      reservations: [{ placementId: 'a', expiresAt: null }],
    });
  });
  it('repeated does nothing', () => {
    expect(confirmPlace(offer(hold('a', '2027-01-04', '2027-01-29', null)), 'a', NOW)).toMatchObject({ kind: 'held' });
  });
  it('after its hold expired takes the place again while one is free', () => {
    const expired = hold('a', '2027-01-04', '2027-01-29', past);
    expect(confirmPlace(offer(expired), 'a', NOW)).toMatchObject({ kind: 'write', isNew: true, reservations: [{ expiresAt: null }] });
    expect(confirmPlace(offer(expired, hold('b')), 'a', NOW)).toBeNull();
  });
  it('of a placement without a hold is refused', () => {
    expect(confirmPlace(offer(), 'a', NOW)).toBeNull();
  });
});

describe('an offer whose places are held', () => {
  const held = [hold('a', '2026-11-01', '2027-01-15', null), hold('b', '2027-01-11', '2027-01-29', null)];
  const period = { startsOn: '2026-09-01', endsOn: '2027-07-16' };
  it('keeps as many places as are held at the same time', () => {
    expect(heldPlacesProblem({ ...period, places: 1 }, held, NOW, '2026-11-24')).toEqual({ code: 'PLACES_HELD', held: 2 });
    expect(heldPlacesProblem({ ...period, places: 2 }, held, NOW, '2026-11-24')).toBeNull();
    expect(heldPlacesProblem({ ...period, places: 1 }, held, NOW, '2027-01-16')).toBeNull();
  });
  it('keeps the days of those who are still to be there', () => {
    expect(heldPlacesProblem({ startsOn: '2026-11-02', endsOn: '2027-07-16', places: 2 }, held, NOW, '2026-11-24')).toMatchObject({
      startsOn: '2026-11-01',
    });
    expect(heldPlacesProblem({ startsOn: '2026-09-01', endsOn: '2027-01-28', places: 2 }, held, NOW, '2026-11-24')).toMatchObject({
      endsOn: '2027-01-29',
    });
    expect(heldPlacesProblem({ startsOn: '2027-01-10', endsOn: '2027-07-16', places: 2 }, held, NOW, '2027-01-16')).toBeNull();
  });
});
