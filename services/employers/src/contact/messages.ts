import type { Messages } from '@servicepunt/shared/errors';

export const contactMessages = {
  PERSON_INACTIVE: {
    nl: 'Deze persoon is niet meer actief. Voeg de persoon opnieuw toe als dat niet klopt.',
    en: 'This person was made inactive. Add the person anew if that is wrong.',
  },
} as const satisfies Messages;
