import type { Messages } from '@servicepunt/shared/errors';

export const groupMessages = {
  GROUP_NAME_TAKEN: {
    nl: 'Er is al een concern met deze naam. Gebruik dat concern.',
    en: 'There is a company group of this name already. Use that one.',
  },
} as const satisfies Messages;
