import type { Messages, Wording } from '@servicepunt/shared/errors';
import type { HandoverState } from './rules.ts';

export const handoverMessages = {
  INSPECTION_NOT_ALLOWED: {
    nl: 'Inzage is voor de leerling vanaf 16 jaar en voor de ouder of voogd tot de leerling 18 is.',
    en: 'Inspection is for the pupil from 16 on, and for a guardian until the pupil is 18.',
  },
  GUARDIAN_NOT_INFORMED: {
    nl: 'De ouder of voogd van een minderjarige moet geïnformeerd zijn.',
    en: 'The guardian of a minor has to be informed.',
  },
  NOTHING_TO_HAND_OVER: {
    nl: 'Er is nog niets opgeschreven met een grondslag en inzage.',
    en: 'Nothing is written down yet with a legal basis and inspection.',
  },
} as const satisfies Messages;

const STATE_WORDS: Readonly<Record<HandoverState, Wording>> = {
  PREPARING: { nl: 'in voorbereiding', en: 'being prepared' },
  INFORMED: { nl: 'leerling en ouders geïnformeerd', en: 'pupil and guardians informed' },
  PLANNED: { nl: 'gesprek gepland', en: 'conversation planned' },
  HELD: { nl: 'gesprek gevoerd', en: 'conversation held' },
  CONFIRMED: { nl: 'bevestigd', en: 'confirmed' },
  CANCELLED: { nl: 'geannuleerd', en: 'cancelled' },
};
export const wordsOfHandoverState = (state: HandoverState): Wording => STATE_WORDS[state];
