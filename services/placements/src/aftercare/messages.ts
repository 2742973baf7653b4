import type { Messages } from '@servicepunt/shared/errors';

export const aftercareMessages = {
  CHECK_NOT_DUE: {
    nl: 'Op deze dag staat geen controle, of de dag is nog niet geweest.',
    en: "There is no check on this day, or the day hasn't come.",
  },
} as const satisfies Messages;
