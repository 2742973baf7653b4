import type { Clock } from '@servicepunt/shared/clock';
import type { CallHandlers } from '@servicepunt/shared/subgraph/server';
import type { EmployerRow } from '../employer/store.ts';
import { keyProblem, useIsNoted } from './rules.ts';
import { parseApiKey, secretMatches } from './secret.ts';
import type { ApiKeyStore } from './store.ts';

export interface ApiKeyCallDeps {
  readonly store: ApiKeyStore;
  readonly clock: Clock;
  readonly findEmployer: (id: string) => Promise<EmployerRow | null>;
}

export function apiKeyCalls({ store, clock, findEmployer }: ApiKeyCallDeps): CallHandlers {
  return {
    /** The grant of an HR system. Unknown, wrong, expired and revoked keys, and those of a company that no longer takes part, get one answer. */
    async 'employers.viewerByApiKey'({ key }, caller) {
      const refused = (reason: string, apiKeyId?: string) => {
        caller.log.warn({ event: 'api-key-refused', reason, apiKeyId });
        return { viewer: null };
      };
      const parsed = parseApiKey(key);
      if (!parsed) return refused('malformed');
      const row = await store.findByPublicPart(parsed.publicPart);
      if (!secretMatches(parsed.secret, row?.secretHash)) return refused(row ? 'wrong secret' : 'unknown', row?._id);
      if (!row) return refused('unknown');
      const now = clock.now();
      const problem = keyProblem(row, now);
      if (problem !== null) return refused(problem, row._id);
      const employer = await findEmployer(row.employerId);
      if (!employer || employer.state === 'INACTIVE') return refused('employer inactive', row._id);
      if (!useIsNoted(row.lastUsedAt, now)) await store.noteUse(row._id, now);
      return {
        viewer: {
          kind: 'SYSTEM',
          id: row._id,
          language: 'nl',
          grants: [{ role: 'EMPLOYER_SYSTEM', scope: { kind: 'EMPLOYER', id: row.employerId }, apiScopes: [...row.scopes] }],
        },
      };
    },
  };
}
