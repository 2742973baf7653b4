import type { Messages } from '@servicepunt/shared/errors';

export const consentMessages = {
  CONSENT_IS_THE_STUDENTS: {
    nl: 'Vanaf 16 jaar beslist de leerling zelf over toestemming.',
    en: 'From 16 the pupil decides on consents.',
  },
  CONSENT_IS_THE_GUARDIANS: {
    nl: 'Tot 16 jaar beslist een ouder of voogd over toestemming.',
    en: 'Until 16 a guardian decides on consents.',
  },
  CONSENT_NEEDS_PAPER: {
    nl: 'Een medewerker geeft geen toestemming, maar legt vast wat op papier is gegeven.',
    en: "Staff doesn't give consent, but records what was given on paper.",
  },
  CONSENT_NOT_IN_REVIEW: {
    nl: 'Alleen een toestemming die op herbeoordeling wacht, wordt bevestigd.',
    en: 'Only a consent that is due for review is confirmed.',
  },
} as const satisfies Messages;
