import type { Messages } from '@servicepunt/shared/errors';

export const partnerMessages = {
  PARTNER_EXISTS: {
    nl: 'Er is al een organisatie met deze naam.',
    en: 'There is a partner organisation of this name.',
  },
} as const satisfies Messages;
