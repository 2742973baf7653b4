import type { Messages } from '@servicepunt/shared/errors';

export const guardianMessages = {
  NOT_THEIR_GUARDIAN: {
    nl: 'Deze persoon is geen ouder of voogd van deze leerling.',
    en: "This person isn't a guardian of this pupil.",
  },
  NO_REPRESENTATION: {
    nl: 'Voor deze leerling is bij deze persoon geen wettelijke vertegenwoordiging vastgelegd.',
    en: 'No legal representation of this pupil is recorded for this person.',
  },
} as const satisfies Messages;
