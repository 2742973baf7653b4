import type { Messages, Wording } from '@servicepunt/shared/errors';
import type { PlacementState } from './rules.ts';

export const placementMessages = {
  ILLEGAL_STATE: {
    nl: 'Dit kan niet in de huidige stand: {state}.',
    en: "This can't be done in the present state: {state}.",
  },
  ENDS_BEFORE_START: { nl: 'De laatste dag ligt vóór de eerste.', en: 'The last day lies before the first.' },
  PERIOD_TOO_LONG: { nl: 'De periode is langer dan {max} dagen.', en: 'The period is longer than {max} days.' },
  IN_THE_PAST: { nl: 'Deze dag is al voorbij.', en: 'This day has passed.' },
  STUDENT_LEFT: {
    nl: 'De leerling is dan niet meer ingeschreven.',
    en: 'The pupil is no longer enrolled by then.',
  },
  PLACEMENTS_OVERLAP: {
    nl: 'De leerling heeft dan al een andere stage; de eerste dag waarop ze botsen is {day}.',
    en: 'The pupil has another internship at that time; the first day on which they clash is {day}.',
  },
  OFFER_FULL: { nl: 'Deze stageplaats is vol.', en: 'This offer has no place left.' },
  OFFER_CLOSED: { nl: 'Deze stageplaats is niet open.', en: "This offer isn't open." },
  OUTSIDE_OFFER_PERIOD: {
    nl: 'De data vallen buiten de periode van de stageplaats.',
    en: 'The dates lie outside the period of the offer.',
  },
  WORKPLACE_INACTIVE: {
    nl: 'Het bedrijf, de vestiging of de begeleider is niet meer actief.',
    en: "The company, the site or the guide isn't active any more.",
  },
  LEGAL_BASIS_NOT_ALLOWED: {
    nl: 'Deze grondslag geldt hier niet; mogelijk zijn: {allowed}.',
    en: "This ground doesn't hold here; possible are: {allowed}.",
  },
  CONSENT_MISSING: {
    nl: 'Er is geen geldige toestemming voor deze verstrekking. Vraag toestemming of kies een andere grondslag.',
    en: 'No consent stands behind this disclosure. Ask for consent, or take another ground.',
  },
} as const satisfies Messages;

const STATE_WORDS: Readonly<Record<PlacementState, Wording>> = {
  PLANNED: { nl: 'gepland', en: 'planned' },
  PROPOSED: { nl: 'voorgesteld', en: 'proposed' },
  AGREED: { nl: 'overeengekomen', en: 'agreed' },
  RUNNING: { nl: 'loopt', en: 'running' },
  COMPLETED: { nl: 'afgerond', en: 'completed' },
  ENDED_EARLY: { nl: 'voortijdig beëindigd', en: 'ended early' },
  NO_SHOW: { nl: 'niet verschenen', en: 'no-show' },
  CANCELLED: { nl: 'geannuleerd', en: 'cancelled' },
  DECLINED: { nl: 'afgewezen', en: 'declined' },
};
export const wordsOfState = (state: PlacementState): Wording => STATE_WORDS[state];
