import type { Messages } from '@servicepunt/shared/errors';

export const studentMessages = {
  PUPIL_NUMBER_TAKEN: {
    nl: 'Op deze vestiging is al een leerling met dit leerlingnummer.',
    en: 'This location has a pupil with this number already.',
  },
  ACCOUNT_TAKEN: {
    nl: 'Iemand anders meldt zich met dit account aan, met een andere rol. Vul het eigen account van deze persoon in.',
    en: "Somebody else signs in with this account, in another role. Enter this person's own account.",
  },
  SUBJECT_TAKEN: {
    nl: 'Dit account hoort al bij een andere leerling van deze vestiging.',
    en: 'This account belongs to another pupil of this location.',
  },
  NOT_A_SUPERVISOR_HERE: {
    nl: 'Deze medewerker is op deze vestiging geen stagebegeleider of coördinator.',
    en: 'This staff member is no supervisor or coordinator of this location.',
  },
} as const satisfies Messages;
