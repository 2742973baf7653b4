import { ANY_ROW, entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import type { ApiKey } from '../schema.generated.ts';
import type { ApiKeyRow } from './store.ts';

/** Keys are the business of the company's own contacts and of the Servicepunt. A key can't make keys. */
const KEEPERS = ['SERVICE_POINT', 'EMPLOYER_CONTACT'] as const;
const keepers = { SERVICE_POINT: { ALL: ANY_ROW }, EMPLOYER_CONTACT: { EMPLOYER: 'employerId' } } as const;

export const apiKeyPolicy = entityPolicy<ApiKeyRow, Exclude<keyof ApiKey, '__typename'>, 'manage'>({
  type: 'ApiKey',
  rows: keepers,
  fields: {
    id: 'row',
    employer: 'row',
    name: 'row',
    publicPart: 'row',
    scopes: 'row',
    createdAt: 'row',
    expiresAt: 'row',
    lastUsedAt: 'row',
    revokedAt: 'row',
    revision: 'row',
  },
  actions: { manage: keepers },
});

export const apiKeyOperations = operationPolicy({
  Query: { apiKey: KEEPERS, apiKeys: KEEPERS },
  Mutation: { createApiKey: KEEPERS, revokeApiKey: KEEPERS },
});
