/** The processes of ours that a stack runs, and what each is told. */
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { EncryptedService } from '@servicepunt/shared/contracts/restricted-fields';
import { SERVICES, type Issuer, type ServiceName } from '@servicepunt/shared/contracts/roles';
import { databaseUrl } from './documents.ts';
import type { IdentityKeys } from './keys.ts';
import { readyEvent } from './ready-event.ts';
import type { Listening, ProcessSpec } from './supervisor.ts';

/** Who stops before whom: the highest first. */
export const STAGES = { documents: 0, redis: 1, aids: 2, services: 3, worker: 4, gateway: 5 } as const;

/** Milliseconds that each stage may take to stop; together less than the 10 s that Ctrl-C may take. */
const STOP_MS = { aids: 500, services: 2_000, worker: 2_000, gateway: 2_000 } as const;
/** A process cuts its own stop a little before the supervisor would. */
const OWN_DEADLINE_MARGIN_MS = 200;

/** The OIDC subject of the Servicepunt person with whom every stack begins. */
export const FIRST_SERVICE_POINT = 'servicepunt@servicepunt.example';
/** The director of the board, who appoints the privacy officer. */
export const FIRST_BOARD_DIRECTOR = 'bestuur@servicepunt.example';

export interface StackParts {
  readonly root: string;
  readonly keys: IdentityKeys;
  readonly mongoUrl: string;
  readonly redisUrl: string;
  readonly queuePrefix: string;
  readonly smtpUrl: string;
  readonly issuer: string;
  readonly audience: string;
  readonly frontendUrl: string;
  readonly logLevel: string;
  readonly gatewayPort: number;
  readonly servicePorts: Readonly<Record<ServiceName, number>>;
}

export function mailCatcherSpec(options: { root: string; folder: string; port: number }): ProcessSpec {
  return aid('mail-catcher', join(options.root, 'tools/stack/src/mail-catcher/main.ts'), {
    FOLDER: options.folder,
    PORT: String(options.port),
  });
}

export function issuerSpec(options: { root: string; keyFile: string; port: number }): ProcessSpec {
  return aid('oidc-issuer', join(options.root, 'tools/stack/src/oidc-issuer/main.ts'), {
    KEY_FILE: options.keyFile,
    PORT: String(options.port),
  });
}

/** The four subgraphs, the worker and the gateway. */
export function systemSpecs(parts: StackParts): ProcessSpec[] {
  const urls = Object.fromEntries(SERVICES.map((name) => [`${name.toUpperCase()}_URL`, `http://127.0.0.1:${parts.servicePorts[name]}`]));
  const program = (
    name: string,
    entry: string,
    stage: 'services' | 'worker' | 'gateway',
    signsAs: Issuer,
    env: Record<string, string>,
  ): ProcessSpec => ({
    name,
    command: process.execPath,
    args: [join(parts.root, entry)],
    env: { ...common(parts, parts.keys.privateKeys[signsAs], STOP_MS[stage]), ...urls, ...env },
    stage: STAGES[stage],
    stopWithinMs: STOP_MS[stage],
    ready: readyEvent('listening'),
    serves: isReady,
  });
  const store = (database: string) => ({
    MONGODB_URL: databaseUrl(parts.mongoUrl, database),
    REDIS_URL: parts.redisUrl,
    QUEUE_PREFIX: parts.queuePrefix,
  });
  const services = SERVICES.map((name) =>
    program(name, `services/${name}/src/main.ts`, 'services', name, {
      ...store(name),
      PORT: String(parts.servicePorts[name]),
      FRONTEND_URL: parts.frontendUrl,
      ...(name === 'notifications' ? { OIDC_ISSUER: parts.issuer, OIDC_AUDIENCE: parts.audience } : {}),
      ...(name === 'students' ? { BOOTSTRAP_SERVICE_POINT: FIRST_SERVICE_POINT, BOOTSTRAP_BOARD_DIRECTOR: FIRST_BOARD_DIRECTOR } : {}),
      ...(name in parts.keys.fieldKeys ? { FIELD_KEYS: parts.keys.fieldKeys[name as EncryptedService] } : {}),
    }),
  );
  const worker = program('notifications-worker', 'services/notifications/src/worker-main.ts', 'worker', 'notifications', {
    ...store('notifications'),
    SMTP_URL: parts.smtpUrl,
    FRONTEND_URL: parts.frontendUrl,
  });
  const gateway = program('gateway', 'gateway/src/main.ts', 'gateway', 'gateway', {
    PORT: String(parts.gatewayPort),
    SUPERGRAPH: join(parts.root, 'gateway/supergraph.graphql'),
    REDIS_URL: parts.redisUrl,
    QUEUE_PREFIX: parts.queuePrefix,
    OIDC_ISSUER: parts.issuer,
    OIDC_AUDIENCE: parts.audience,
    FRONTEND_URL: parts.frontendUrl,
    APOLLO_TELEMETRY_DISABLED: 'true',
  });
  return [...services, worker, gateway];
}

function common(parts: StackParts, privateKey: JWK, stopMs: number): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    LOG_LEVEL: parts.logLevel,
    IDENTITY_PRIVATE_KEY: JSON.stringify(privateKey),
    IDENTITY_PUBLIC_KEYS: JSON.stringify(parts.keys.publicKeys),
    SHUTDOWN_DEADLINE_MS: String(stopMs - OWN_DEADLINE_MARGIN_MS),
  };
}

function aid(name: string, entry: string, env: Record<string, string>): ProcessSpec {
  return {
    name,
    command: process.execPath,
    args: [entry],
    env,
    stage: STAGES.aids,
    stopWithinMs: STOP_MS.aids,
    ready: readyEvent('listening'),
  };
}

/** A process that listens may still be waiting for its store or building indexes; its readiness probe knows. */
async function isReady({ opsUrl }: Listening): Promise<boolean> {
  if (opsUrl === undefined) return true;
  try {
    const response = await fetch(`${opsUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
