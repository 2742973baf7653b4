import { refuse } from '@servicepunt/shared/errors';
import { fingerprint } from '@servicepunt/shared/ids';
import { isDuplicateKey } from '@servicepunt/shared/mongo';
import type { Context } from '@servicepunt/shared/subgraph/context';
import { change, create, idOfCreate } from '@servicepunt/shared/writes';
import type { EmployerRow } from '../employer/store.ts';
import { factsOf } from '../input.ts';
import type { CreateApiKeyInput, RevokeApiKeyInput } from '../schema.generated.ts';
import { apiKeyPolicy } from './policy.ts';
import { checkApiKey, MAX_KEYS_IN_FORCE } from './rules.ts';
import { newApiKey } from './secret.ts';
import type { ApiKeyRow, ApiKeyStore } from './store.ts';

/** What a request may know of other rows, under its viewer's policies. */
export interface ApiKeyContext extends Context {
  readonly employers: { readonly byId: { load(id: string): Promise<EmployerRow | null> } };
}

/** What may be done with API keys. */
export function createApiKeyActions({ store }: { store: ApiKeyStore }) {
  const findVisible = async (context: Context, id: string): Promise<ApiKeyRow | undefined> =>
    (await store.findByIds([id], apiKeyPolicy.rows(context.viewer)))[0];

  return {
    /** A new key, whose secret is in this answer and nowhere else. A repeat shows the record, and no key. */
    async createApiKey(context: ApiKeyContext, input: CreateApiKeyInput): Promise<{ apiKey: ApiKeyRow; key: string | null }> {
      const { employerId, idempotencyKey, ...asked } = input;
      const employer = (await context.employers.byId.load(employerId)) ?? refuse('NOT_FOUND', 'employerId');
      if (!apiKeyPolicy.may('manage', context.viewer, { employerId } as ApiKeyRow)) refuse('FORBIDDEN');
      const _id = idOfCreate('key', context, 'createApiKey', idempotencyKey);
      const repeated = { input: { employerId, ...asked } };
      const earlier = await findVisible(context, _id);
      if (earlier)
        return earlier.inputHash === fingerprint(repeated.input)
          ? { apiKey: earlier, key: null }
          : refuse('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
      if (employer.state !== 'ACTIVE') refuse('EMPLOYER_NOT_ACTIVE', 'employerId');
      const now = context.clock.now();
      const facts = factsOf(checkApiKey(asked, now));
      await store.freeExpired(employerId, now);
      const secret = newApiKey();
      for (let place = 1; place <= MAX_KEYS_IN_FORCE; place += 1) {
        const row = {
          _id,
          employerId,
          ...facts,
          publicPart: secret.publicPart,
          secretHash: secret.hash,
          lastUsedAt: null,
          revokedAt: null,
          slot: `${employerId} ${place}`,
        };
        try {
          const made = await create(
            store.model,
            context,
            row,
            () => [{ type: 'ApiKeyCreated', data: { apiKeyId: _id, employerId } }],
            repeated,
          );
          return { apiKey: made.row, key: made.created ? secret.key : null };
        } catch (error) {
          if (!isDuplicateKey(error, 'slot')) throw error;
        }
      }
      return refuse('TOO_MANY_API_KEYS', 'employerId', { max: MAX_KEYS_IN_FORCE });
    },

    /** Ends a key for good; one that ended before stays as it is. */
    async revokeApiKey(context: Context, { id }: RevokeApiKeyInput): Promise<{ apiKey: ApiKeyRow }> {
      for (;;) {
        const row = (await findVisible(context, id)) ?? refuse('NOT_FOUND', 'id');
        if (!apiKeyPolicy.may('manage', context.viewer, row)) refuse('FORBIDDEN');
        if (row.revokedAt !== null) return { apiKey: row };
        const update = { $set: { revokedAt: context.clock.now() }, $unset: { slot: 1 } };
        const apiKey = await change(store.model, context, row, update, [
          { type: 'ApiKeyRevoked', data: { apiKeyId: id, employerId: row.employerId } },
        ]);
        if (apiKey) return { apiKey };
      }
    },
  };
}
export type ApiKeyActions = ReturnType<typeof createApiKeyActions>;
