import { z } from 'zod';
import { readFieldKeys } from './encryption.ts';
import { tracingSettings } from './telemetry/settings.ts';

/** A setting is missing or wrong; the message lists all of them, each with its variable and what it should be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads settings from the environment by a zod object whose keys are the variables' names.
 * All problems are told at once, and values are never echoed since they may be secrets.
 */
export function readConfig<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: Record<string, string | undefined>,
): Readonly<z.output<z.ZodObject<Shape>>> {
  // An empty variable means "not set": that is how compose files and manifests blank a default.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map((issue) => {
    const [name = '(settings)'] = issue.path.map(String);
    const words = issue.code === 'invalid_type' && issue.expected === 'number' ? 'must be a number' : issue.message;
    return `  ${issue.path.join('.') || name}: ${given[name] === undefined ? `is not set${detail(issue.message)}` : words}`;
  });
  throw new ConfigError(`These settings need attention:\n${problems.join('\n')}`);
}

/** Zod's own words for an absent value say less than "is not set"; ours say what it must be. */
const detail = (message: string) => (message.startsWith('Invalid input') ? '' : `; it ${message}`);

export const port = (fallback: number) => z.coerce.number('must be a port number').int().min(0).max(65_535).default(fallback);
export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], 'must be true or false')
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true');
const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

/** What every process of ours reads. */
export const processSettings = {
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port(0),
  OPS_PORT: port(0),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
  /** This process's own signing key: a private Ed25519 JWK whose `kid` starts with its name (`placements:2026a`). */
  IDENTITY_PRIVATE_KEY: json(z.looseObject({ kid: z.string(), kty: z.literal('OKP'), d: z.string(), x: z.string() })),
  /** The public keys of everything that signs identities: a JWK set. Two keys of one name are in force while they rotate. */
  IDENTITY_PUBLIC_KEYS: json(z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.literal('OKP'), x: z.string() })).min(1) })),
  /** How long a stop may take before it is cut, in milliseconds. */
  SHUTDOWN_DEADLINE_MS: z.coerce.number().int().min(100).default(8_000),
  ...tracingSettings,
};

/** Keys of the restricted fields (contracts/restricted-fields.ts): the first encrypts, all decrypt. */
export const fieldKeys = z.string().transform((text, context) => {
  const keys = readFieldKeys(text);
  if (keys) return keys;
  context.addIssue({ code: 'custom', message: 'must be id:base64 with 32 bytes, the current key first, others after a comma' });
  return z.NEVER;
});

// Not a `z.url`: a replica set names several hosts with ports, which the URL standard doesn't know.
const MONGODB_URL = z.string().regex(/^mongodb(\+srv)?:\/\/[^/]+\/[^/?]+/, 'must be a mongodb:// URL that names the database');

/** What a job reads that works on a service's database and nothing else. */
export const databaseSettings = z.object({ MONGODB_URL });

/** What every service with a database reads. */
export const serviceSettings = {
  ...processSettings,
  MONGODB_URL,
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'must be a redis:// URL' }),
  /** Builds missing indexes at the start; in production a job does it (docs/operations.md). */
  AUTO_INDEX: flag(true),
  /** Prefix of the queues' keys: two stacks on one Redis need two. */
  QUEUE_PREFIX: z
    .string()
    .regex(/^[\w-]+$/)
    .default('servicepunt'),
};

export const serviceUrl = z.url({ protocol: /^https?$/, error: 'must be the http:// URL of that service, without a path' });
