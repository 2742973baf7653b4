import type { Messages } from '@servicepunt/shared/errors';

export const apiKeyMessages = {
  TOO_MANY_API_KEYS: {
    nl: 'Er zijn al {max} API-sleutels van kracht. Trek er eerst een in.',
    en: 'There are {max} API keys in force already. Revoke one first.',
  },
} as const satisfies Messages;
