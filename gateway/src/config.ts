import { z } from 'zod';
import { flag, processSettings, serviceUrl } from '@servicepunt/shared/config';

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
const redisUrl = z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' });

const tuning = {
  /** File of the composed supergraph; the one of this folder without it. */
  SUPERGRAPH: z.string().min(1).optional(),
  /** How often that file is looked at for another supergraph, in milliseconds; 0 is never. */
  SUPERGRAPH_POLL_MS: z.coerce.number().int().min(0).max(600_000).default(2_000),
  /** `own` walks Apollo's query plans itself; `apollo` is the stock executor of @apollo/gateway. */
  EXECUTOR: z.enum(['own', 'apollo']).default('own'),
  /** Web address of the frontend: the one origin that browsers may call from. */
  FRONTEND_URL: z.url({ protocol: /^https?$/, error: 'must be the http(s):// address of the frontend' }).optional(),
  /** Rate limits are shared through it; without it, or while it is down, each process counts for itself. */
  REDIS_URL: redisUrl.optional(),
  /** How many proxies of ours stand in front: the caller's address is that many steps from the end of `x-forwarded-for`. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** How long one subgraph may take, in milliseconds. */
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(4_000),
  /** How long a whole query may take, in milliseconds. */
  QUERY_TIMEOUT_MS: z.coerce.number().int().min(100).max(60_000).default(8_000),
  /** How long a mutation may take, in milliseconds: an import of 500 rows is one. */
  MUTATION_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(20_000),
  /** Multiplies every budget of limits/limits.ts: for load tests, or for a day on which a school needs more. */
  RATE_LIMIT_FACTOR: z.coerce.number().min(0.01).max(10_000).default(1),
  /** Memory of the process that plans, in megabytes: beside the gateway's own heap, in the same pod. */
  PLANNER_HEAP_MB: z.coerce.number().int().min(64).max(4_096).default(256),
  /** Audiences that may send nothing but the documents of gateway/operations: `frontend`, `hr`. */
  TRUSTED_DOCUMENTS_ONLY: list.pipe(z.array(z.enum(['frontend', 'hr'], 'must be frontend, hr or both'))),
  /**
   * Whether a client's `traceparent` is gone on with. Only behind a proxy of ours that writes that header itself: it decides which traces are kept.
   */
  TRACE_CONTEXT_FROM_CLIENTS: flag(false),
  /** Whether the schema may be asked for; the default is no in production and yes elsewhere. */
  INTROSPECTION: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .optional(),
};

/** Settings of the gateway as a part of the house. */
export const gatewaySettings = z.object({
  ...processSettings,
  ...tuning,
  STUDENTS_URL: serviceUrl,
  EMPLOYERS_URL: serviceUrl,
  PLACEMENTS_URL: serviceUrl,
  NOTIFICATIONS_URL: serviceUrl,
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be the issuer of the sign-in tokens: an https:// URL' }),
  OIDC_AUDIENCE: z.string().min(1).default('servicepunt'),
});
export type GatewaySettings = z.output<typeof gatewaySettings>;

const { IDENTITY_PRIVATE_KEY: _key, IDENTITY_PUBLIC_KEYS: _keys, ...openProcess } = processSettings;
/** Settings of a gateway that is started alone, without sign-in, in front of any supergraph (`--no-auth`). */
export const openGatewaySettings = z.object({ ...openProcess, ...tuning });
