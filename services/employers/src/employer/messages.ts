import type { Messages } from '@servicepunt/shared/errors';

export const employerMessages = {
  KVK_NUMBER_TAKEN: {
    nl: 'Er is al een werkgever met dit KVK-nummer. Gebruik die werkgever.',
    en: 'There is an employer with this KVK number already. Use that one.',
  },
  ESTABLISHMENT_NUMBER_TAKEN: {
    nl: 'Deze werkgever heeft al een vestiging met dit vestigingsnummer.',
    en: 'This employer has a site with this establishment number already.',
  },
  EMPLOYER_NOT_ACTIVE: {
    nl: 'Deze werkgever is niet actief: hij wacht op controle of doet niet meer mee. Vraag het Servicepunt.',
    en: "This employer isn't active: it awaits review or no longer takes part. Ask the Servicepunt.",
  },
} as const satisfies Messages;
