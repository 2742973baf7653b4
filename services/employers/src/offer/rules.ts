import type { RowCheck } from '@servicepunt/shared/import';
import { line, lineRule, wrong } from '../input.ts';
import { searchKeys } from '../search.ts';

export const PLACEMENT_KINDS = ['INTERNAL', 'GUIDED_ON_SITE', 'TASTER', 'ORIENTATION', 'VOCATIONAL', 'OUTFLOW', 'TEACHER'] as const;
export type PlacementKind = (typeof PLACEMENT_KINDS)[number];
export const PLACEMENT_RHYTHMS = ['BLOCK', 'RIBBON'] as const;
export type PlacementRhythm = (typeof PLACEMENT_RHYTHMS)[number];
export type OfferState = 'OPEN' | 'CLOSED';

const MAX_PLACES = 200;

/** What somebody types of an offer. Days are calendar days, both inclusive. */
export interface OfferInput {
  readonly title: string;
  readonly description?: string | null | undefined;
  readonly kind: PlacementKind;
  readonly rhythm: PlacementRhythm;
  readonly places: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sector?: string | null | undefined;
}
export interface OfferFacts {
  title: string;
  description: string | null;
  kind: PlacementKind;
  rhythm: PlacementRhythm;
  places: number;
  startsOn: string;
  endsOn: string;
  sector: string | null;
}

export function checkOffer(input: OfferInput): RowCheck<OfferFacts> {
  const title = line(input.title, 200);
  if (title === null) return wrong('title', lineRule(200));
  const description = input.description?.trim() || null;
  if (description !== null && description.length > 4_000) return wrong('description', lineRule(4_000));
  if (input.kind === 'INTERNAL')
    return wrong('kind', {
      nl: 'een interne stage is op school, niet bij een bedrijf',
      en: 'an internal placement is at school, not at a company',
    });
  if (!Number.isInteger(input.places) || input.places < 1 || input.places > MAX_PLACES) return wrong('places', `1 – ${MAX_PLACES}`);
  if (input.endsOn < input.startsOn) return wrong('endsOn', { nl: 'niet voor de eerste dag', en: 'not before the first day' });
  const sector = typeof input.sector === 'string' ? line(input.sector, 100) : null;
  if (typeof input.sector === 'string' && sector === null) return wrong('sector', lineRule(100));
  const { kind, rhythm, places, startsOn, endsOn } = input;
  return { ok: true, facts: { title, description, kind, rhythm, places, startsOn, endsOn, sector } };
}

export const offerSearchKeys = (offer: { title: string; sector: string | null }): string[] => searchKeys(offer.title, offer.sector);

/** One place of an offer, held for one placement. */
export interface Reservation {
  placementId: string;
  startsOn: string;
  endsOn: string;
  /** Until when it's held without being confirmed; null once the placement stands. */
  expiresAt: Date | null;
}
export interface OfferPlaces {
  readonly state: OfferState;
  readonly places: number;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly reservations: readonly Reservation[];
}

const holds = (reservation: Reservation, now: Date): boolean => reservation.expiresAt === null || reservation.expiresAt > now;
const LAST_DAY = '9999-12-31';

/** How many places are held on the busiest day of a period, both ends inclusive; what expired doesn't count. */
export function busiestDay(reservations: readonly Reservation[], now: Date, from: string, until = LAST_DAY): number {
  const held = reservations.filter((one) => holds(one, now) && one.startsOn <= until && one.endsOn >= from);
  // The number of places held only rises where one begins, so those days and the first one are enough to look at.
  const days = held.map((one) => (one.startsOn > from ? one.startsOn : from));
  return Math.max(0, ...days.map((day) => held.filter((one) => one.startsOn <= day && day <= one.endsOn).length));
}

export type Claim =
  | { readonly kind: 'refused'; readonly reason: 'OFFER_FULL' | 'OFFER_CLOSED' | 'OUTSIDE_PERIOD' }
  /** The place is held as asked: nothing has to be written. */
  | { readonly kind: 'held'; readonly placesLeft: number }
  | {
      readonly kind: 'write';
      readonly reservations: readonly Reservation[];
      readonly placesLeft: number;
      /** Whether the placement held no place before. */
      readonly isNew: boolean;
      /** Placements whose unconfirmed hold ended, and who are cleared away with this write. */
      readonly expired: readonly string[];
    };

/**
 * What a claim of one place does to an offer. A placement holds at most one; asking again changes its days, prolongs an unconfirmed hold,
 * or does nothing, and never turns a confirmed place into one that expires. A closed offer lets those who hold a place change its days.
 */
export function claimPlace(offer: OfferPlaces, wanted: Reservation, now: Date): Claim {
  const own = offer.reservations.find((one) => one.placementId === wanted.placementId && holds(one, now));
  const others = offer.reservations.filter((one) => one.placementId !== wanted.placementId);
  const sameDays = own !== undefined && own.startsOn === wanted.startsOn && own.endsOn === wanted.endsOn;
  const taken = busiestDay(others, now, wanted.startsOn, wanted.endsOn);
  const placesLeft = Math.max(0, offer.places - taken - 1);
  const expiresAt = own?.expiresAt === null || wanted.expiresAt === null ? null : later(own?.expiresAt, wanted.expiresAt);
  if (sameDays && own.expiresAt?.getTime() === expiresAt?.getTime()) return { kind: 'held', placesLeft };
  if (!sameDays) {
    if (own === undefined && offer.state !== 'OPEN') return { kind: 'refused', reason: 'OFFER_CLOSED' };
    if (wanted.endsOn < wanted.startsOn || wanted.startsOn < offer.startsOn || wanted.endsOn > offer.endsOn)
      return { kind: 'refused', reason: 'OUTSIDE_PERIOD' };
    if (taken >= offer.places) return { kind: 'refused', reason: 'OFFER_FULL' };
  }
  return {
    kind: 'write',
    reservations: [...others.filter((one) => holds(one, now)), { ...wanted, expiresAt }],
    placesLeft,
    isNew: own === undefined,
    expired: others.filter((one) => !holds(one, now)).map((one) => one.placementId),
  };
}

function later(one: Date | undefined, other: Date): Date {
  return one !== undefined && one > other ? one : other;
}

/**
 * What confirming does: the placement stands and keeps its place. A hold that expired is taken again where a place is still free:
 * the placement was agreed on the strength of it. Null: it holds none, and none is free.
 */
export function confirmPlace(offer: OfferPlaces, placementId: string, now: Date): Claim | null {
  const own = offer.reservations.find((one) => one.placementId === placementId);
  if (!own) return null;
  const confirmed = { ...own, expiresAt: null };
  // Its days were inside the period when the hold was made, and the offer was open.
  const claim = claimPlace({ ...offer, state: 'OPEN', startsOn: own.startsOn, endsOn: own.endsOn }, confirmed, now);
  return claim.kind === 'refused' ? null : claim;
}

/** What an offer may not become while places are held: fewer places, or a period that leaves one of them out. */
export function heldPlacesProblem(
  offer: Pick<OfferPlaces, 'places' | 'startsOn' | 'endsOn'>,
  reservations: readonly Reservation[],
  now: Date,
  today: string,
): { code: 'PLACES_HELD'; held: number } | { code: 'PLACES_HELD_OUTSIDE_PERIOD'; startsOn: string; endsOn: string } | null {
  const held = busiestDay(reservations, now, today);
  if (held > offer.places) return { code: 'PLACES_HELD', held };
  const outside = reservations.find(
    (one) => holds(one, now) && one.endsOn >= today && (one.startsOn < offer.startsOn || one.endsOn > offer.endsOn),
  );
  return outside ? { code: 'PLACES_HELD_OUTSIDE_PERIOD', startsOn: outside.startsOn, endsOn: outside.endsOn } : null;
}
