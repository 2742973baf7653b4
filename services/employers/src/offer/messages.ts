import type { Messages } from '@servicepunt/shared/errors';

export const offerMessages = {
  OFFER_CLOSED: {
    nl: 'Dit aanbod is gesloten. Plaats een nieuw aanbod.',
    en: 'This offer is closed. Publish a new one.',
  },
  PLACES_HELD: {
    nl: 'Er zijn al {held} plaatsen tegelijk bezet; minder plaatsen kan niet.',
    en: 'There are {held} places held at the same time already; fewer places are not possible.',
  },
  PLACES_HELD_OUTSIDE_PERIOD: {
    nl: 'Er is een plaats bezet van {startsOn} tot en met {endsOn}; die dagen moeten binnen de periode vallen.',
    en: 'A place is held from {startsOn} to {endsOn}; these days must lie within the period.',
  },
} as const satisfies Messages;
