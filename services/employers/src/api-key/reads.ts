import type DataLoader from 'dataloader';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { byId } from '@servicepunt/shared/loaders';
import type { Connection, PageArgs } from '@servicepunt/shared/paging';
import { apiKeyPolicy } from './policy.ts';
import { scopeNames, type ApiScopeName } from './rules.ts';
import type { ApiKeyRow, ApiKeyStore } from './store.ts';

/** API keys as far as one viewer may know of them. */
export interface ApiKeyReads {
  readonly byId: DataLoader<string, ApiKeyRow | null>;
  list(filter: { employer?: string | null | undefined }, args: PageArgs): Promise<Connection<ApiKeyRow>>;
  scopesOf(key: ApiKeyRow): ApiScopeName[];
}

export function createApiKeyReads(store: ApiKeyStore, viewer: Viewer): ApiKeyReads {
  const visible = apiKeyPolicy.rows(viewer);
  return {
    byId: byId((ids) => store.findByIds(ids, visible)),
    list: (filter, args) => store.list(filter, visible, args),
    scopesOf: (key) => scopeNames(key.scopes),
  };
}
