import { API_SCOPES, type ApiScope } from '@servicepunt/shared/contracts/roles';
import type { RowCheck } from '@servicepunt/shared/import';
import { line, lineRule, wrong } from '../input.ts';

type NameOf<Scope extends string> = Scope extends `${infer Thing}:${infer Verb}` ? `${Uppercase<Thing>}_${Uppercase<Verb>}` : never;
export type ApiScopeName = NameOf<ApiScope>;
/** What an HR system may be given, as GraphQL names it and as grants carry it. */
const BY_NAME = Object.fromEntries(API_SCOPES.map((scope) => [scope.toUpperCase().replace(':', '_'), scope])) as Readonly<
  Record<ApiScopeName, ApiScope>
>;
export const SCOPE_NAMES = Object.keys(BY_NAME) as ApiScopeName[];

export const scopeNames = (scopes: readonly ApiScope[]): ApiScopeName[] => SCOPE_NAMES.filter((name) => scopes.includes(BY_NAME[name]));

/** Two, so that a system can change over to a new key without a gap. */
export const MAX_KEYS_IN_FORCE = 2;

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 365;
const MAX_DAYS = 730;

export interface ApiKeyFacts {
  name: string;
  scopes: ApiScope[];
  expiresAt: Date;
}

export function checkApiKey(
  input: { name: string; scopes: readonly ApiScopeName[]; expiresAt?: Date | null | undefined },
  now: Date,
): RowCheck<ApiKeyFacts> {
  const name = line(input.name, 100);
  if (name === null) return wrong('name', lineRule(100));
  const scopes = SCOPE_NAMES.filter((scope) => input.scopes.includes(scope)).map((scope) => BY_NAME[scope]);
  if (scopes.length === 0) return wrong('scopes', { nl: 'minstens één recht', en: 'at least one scope' });
  const expiresAt = input.expiresAt ?? new Date(now.getTime() + DEFAULT_DAYS * DAY_MS);
  if (expiresAt <= now || expiresAt.getTime() > now.getTime() + MAX_DAYS * DAY_MS)
    return wrong('expiresAt', { nl: 'binnen twee jaar vanaf nu', en: 'within two years from now' });
  return { ok: true, facts: { name, scopes, expiresAt } };
}

/** Why a key that exists doesn't open anything; null when it does. For the log only: the caller gets one answer for all of them. */
export function keyProblem(key: { readonly expiresAt: Date; readonly revokedAt: Date | null }, now: Date): 'revoked' | 'expired' | null {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt <= now ? 'expired' : null;
}

const USE_NOTED_EVERY_MS = 60_000;
/** The last use is written at most once a minute: a busy system would otherwise cost a write per request. */
export const useIsNoted = (lastUsedAt: Date | null, now: Date): boolean =>
  lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < USE_NOTED_EVERY_MS;
