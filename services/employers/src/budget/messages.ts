import type { Messages } from '@servicepunt/shared/errors';

export const budgetMessages = {
  APPROACHES_SPENT: {
    nl: 'Alle scholen samen hebben deze werkgever voor nu vaak genoeg benaderd. Laatste keer: {lastOn}. Weer mogelijk: {nextFreeOn}.',
    en: 'All schools together have approached this employer often enough for now. Last time: {lastOn}. Possible again: {nextFreeOn}.',
  },
} as const satisfies Messages;
