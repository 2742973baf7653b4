import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';
import { startRecordingSmtp, type RecordingSmtp } from '../../../services/notifications/src/test-support/smtp.ts';
import { embeddedMongoSpec } from '../../../tools/stack/src/documents.ts';
import { inheritedEnvironment } from '../../../tools/stack/src/environment.ts';
import { identityKeys } from '../../../tools/stack/src/keys.ts';
import { startIssuer } from '../../../tools/stack/src/oidc-issuer/server.ts';
import { issuerKey, mintToken } from '../../../tools/stack/src/oidc-issuer/tokens.ts';
import { freePort } from '../../../tools/stack/src/ports.ts';
import { systemSpecs } from '../../../tools/stack/src/processes.ts';
import { obtainRedis, redisSpec } from '../../../tools/stack/src/redis.ts';
import type { ProcessSpec } from '../../../tools/stack/src/supervisor.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { createLauncher, type Replica } from './replicas.ts';

/** Everything that is deployed on its own, in the order in which it is rolled. */
export const DEPLOYMENTS = [...SERVICES, 'notifications-worker', 'gateway'] as const;
export type Deployment = (typeof DEPLOYMENTS)[number];
export type Store = 'documents' | 'redis';

/** How Kubernetes is told to treat a pod, in milliseconds. */
export interface Timing {
  /** How late balancers learn. */
  readonly lagMs: number;
  /** From the deletion of a pod to its SIGTERM. */
  readonly preStopMs: number;
  /** The process's own deadline (`SHUTDOWN_DEADLINE_MS`). */
  readonly deadlineMs: number;
  /** From the deletion to SIGKILL. */
  readonly graceMs: number;
}

export interface House {
  readonly endpoint: string;
  /** A token for somebody, by what the identity provider calls them. */
  readonly tokenFor: (subject: string) => Promise<string>;
  readonly smtp: RecordingSmtp;
  readonly replicas: ReadonlyMap<Deployment, Replica[]>;
  readonly balancers: ReadonlyMap<Deployment, Balancer>;
  /** Starts one more replica, behind its balancer. */
  start(deployment: Deployment): Promise<Replica>;
  stopStore(store: Store): Promise<void>;
  startStore(store: Store): Promise<void>;
  close(): Promise<void>;
}

/** Real processes, each service behind a balancer of its own, on one document store and one Redis. */
export async function openHouse(options: {
  root: string;
  folder: string;
  timing: Timing;
  random: () => number;
  env: Record<string, string | undefined>;
  settings?: Readonly<Record<string, string>>;
}): Promise<House> {
  const { root, folder, timing, random } = options;
  const launcher = createLauncher({ logs: join(folder, 'logs'), inheritedEnv: inheritedEnvironment(options.env, root) });
  const keysFolder = join(folder, 'keys');
  mkdirSync(keysFolder, { recursive: true });
  const [keys, signingKey, smtp] = await Promise.all([
    identityKeys(keysFolder),
    issuerKey(join(keysFolder, 'issuer.jwk.json')),
    startRecordingSmtp(),
  ]);
  const issuer = await startIssuer({ key: signingKey, port: 0, nodeEnv: 'test' });
  const ports = { documents: await freePort(), redis: await freePort() };
  const embedded = embeddedMongoSpec({ root, folder: join(folder, 'documents'), stage: 0 });
  const storeSpecs: Record<Store, ProcessSpec> = {
    documents: {
      ...embedded,
      args: embedded.args.map((arg, index) => (embedded.args[index - 1] === '--port' ? String(ports.documents) : arg)),
    },
    redis: redisSpec({
      binary: await obtainRedis(options.env['PATH'] ?? '', () => undefined),
      folder: join(folder, 'redis'),
      port: ports.redis,
      stage: 0,
    }),
  };
  const stores = new Map<Store, Replica>();
  const startStore = async (store: Store) => void stores.set(store, await launcher.launch(store, storeSpecs[store]));
  await Promise.all([startStore('documents'), startStore('redis')]);

  const balancers = new Map<Deployment, Balancer>();
  for (const deployment of [...SERVICES, 'gateway'] as const)
    balancers.set(deployment, await startBalancer({ lagMs: timing.lagMs, redispatch: deployment === 'gateway', random }));
  const portOf = (deployment: Deployment) => balancers.get(deployment)?.port ?? 0;
  const specs = systemSpecs({
    ...{ root, keys, queuePrefix: 'servicepunt', smtpUrl: smtp.url, issuer: issuer.url, audience: 'servicepunt' },
    ...{ frontendUrl: 'http://localhost:5173', logLevel: 'info', gatewayPort: 0 },
    mongoUrl: `mongodb://127.0.0.1:${ports.documents}/`,
    redisUrl: `redis://127.0.0.1:${ports.redis}`,
    servicePorts: Object.fromEntries(SERVICES.map((name) => [name, portOf(name)])) as Record<ServiceName, number>,
  });
  const replicas = new Map<Deployment, Replica[]>(DEPLOYMENTS.map((deployment) => [deployment, []]));
  let launched = 0;

  async function start(deployment: Deployment): Promise<Replica> {
    const spec = specs.find(({ name }) => name === deployment);
    if (!spec) throw new Error(`There is no process ${deployment}`);
    launched += 1;
    const env = {
      ...spec.env,
      ...options.settings,
      ...{ PORT: '0', SHUTDOWN_DEADLINE_MS: String(timing.deadlineMs), NODE_ENV: 'production' },
      // One person sends everything here; the limits per person are not what is proven.
      ...(deployment === 'gateway' ? { RATE_LIMIT_FACTOR: '10000' } : {}),
      // Each write has to bring a mail, also the tenth about one handover.
      ...(deployment === 'notifications' ? { REMIND_AGAIN_AFTER_MS: '0' } : {}),
    };
    const replica = await launcher.launch(`${deployment}-${launched}`, { ...spec, env });
    replicas.get(deployment)?.push(replica);
    balancers.get(deployment)?.add({ name: replica.name, url: replica.url ?? '', opsUrl: replica.opsUrl ?? '' });
    return replica;
  }

  return {
    endpoint: `http://127.0.0.1:${portOf('gateway')}/graphql`,
    tokenFor: (subject) => mintToken({ key: signingKey, issuer: issuer.url, subject, ttlSeconds: 7_200 }),
    smtp,
    replicas,
    balancers,
    start,
    startStore,
    async stopStore(store) {
      const running = stores.get(store);
      running?.signal('SIGTERM');
      await running?.ended;
    },
    async close() {
      await launcher.killAll();
      await Promise.all([...balancers.values()].map((balancer) => balancer.close()));
      await Promise.all([issuer.stop(), smtp.close()]);
    },
  };
}
