import type { Messages } from '@servicepunt/shared/errors';

export const contactMessages = {
  ACCOUNT_TAKEN: {
    nl: 'Iemand anders meldt zich met dit account aan. Vul het eigen account van deze contactpersoon in, van zijn werk bij het bedrijf.',
    en: "Somebody else signs in with this account. Enter this contact's own account, of his work for the company.",
  },
  PERSON_INACTIVE: {
    nl: 'Deze persoon is niet meer actief. Voeg de persoon opnieuw toe als dat niet klopt.',
    en: 'This person was made inactive. Add the person anew if that is wrong.',
  },
} as const satisfies Messages;
