/** `npm start`: the whole system on this machine, from the document store to the gateway, until somebody or something ends it. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { SERVICES, type ServiceName } from '@servicepunt/shared/contracts/roles';
import { childrenLock, openDataFolder, type DataFolder } from './data-folder.ts';
import {
  chooseDocuments,
  embeddedMongoSpec,
  inWords,
  refuseSwitch,
  rememberedStore,
  type DocumentChoice,
  type RememberedStore,
} from './documents.ts';
import { inheritedEnvironment } from './environment.ts';
import { identityKeys } from './keys.ts';
import { mongodSpec } from './mongod.ts';
import { issuerKey } from './oidc-issuer/tokens.ts';
import { freePort, holdFreePort, holdPort, type HeldPort } from './ports.ts';
import { issuerSpec, mailCatcherSpec, STAGES, systemSpecs } from './processes.ts';
import { property } from './property.ts';
import { requireMail, requireMongo, requireRedis } from './reachable.ts';
import { obtainRedis, redisSpec } from './redis.ts';
import { readyText, shortPath, type ReadyFacts, type Report } from './report.ts';
import type { StackSettings } from './settings.ts';
import { removeStackFile, stackFilePath, writeStackFile } from './stack-file.ts';
import { createSupervisor, type ProcessSpec, type RunningProcess, type Supervisor } from './supervisor.ts';
import { UserError } from './user-error.ts';
import { startWatchdog } from './watchdog.ts';
import { welcome } from './welcome.ts';

/** After this a stop becomes a kill; each process has its own shorter limit. */
const STOP_DEADLINE_MS = 9_700;

export interface StackOptions {
  readonly settings: StackSettings;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly root: string;
  readonly report: Report;
  /** Resolves when somebody asks the stack to stop, with what asked. */
  readonly interrupted: Promise<string>;
  /** Resolves when somebody insists. */
  readonly insisted: Promise<void>;
}

/** Runs until it is interrupted (resolves) or something ends it (rejects); nothing of it runs any more then. */
export async function runStack(options: StackOptions): Promise<void> {
  const { settings, root, report } = options;
  const gatewayPort = await reserveGatewayPort(settings.PORT);
  try {
    const folder = await openDataFolder(resolve(root, settings.DATA_DIR), report.line);
    try {
      const choice = chooseDocuments({ ...settings, root });
      refuseSwitch(folder.recall<RememberedStore>('store'), rememberedStore(choice), folder.path);
      const redis = await chooseRedis(settings, report);
      if (settings.SMTP_URL !== undefined) await requireMail(settings.SMTP_URL);
      if (choice.kind === 'external') await requireMongo(choice.url);
      folder.remember('store', rememberedStore(choice));
      await supervise({ ...options, folder, choice, redis, gatewayPort });
    } finally {
      folder.release();
    }
  } finally {
    await gatewayPort.release();
  }
}

/** Serves under a supervisor and a watchdog, and stops everything whatever happens. */
async function supervise(parts: Omit<Parts, 'supervisor'>): Promise<void> {
  const { folder, report } = parts;
  const watchdog = startWatchdog({ lock: childrenLock(folder.path) });
  watchdog.removeAtDeath(stackFilePath(folder.path));
  const supervisor = createSupervisor({
    logsFolder: folder.folder('logs'),
    watchdog,
    inheritedEnv: inheritedEnvironment(parts.env, parts.root),
  });
  try {
    await serve({ ...parts, supervisor });
  } catch (error) {
    report.line('\nThis can not go on; stopping …');
    throw error;
  } finally {
    removeStackFile(folder.path);
    await stopAll(supervisor, parts.insisted);
    // A start that was interrupted may have come to its end in the meantime.
    removeStackFile(folder.path);
    await watchdog.close();
  }
}

interface Parts extends StackOptions {
  readonly supervisor: Supervisor;
  readonly folder: DataFolder;
  readonly choice: DocumentChoice;
  readonly redis: RedisChoice;
  readonly gatewayPort: HeldPort;
}

/** Starts everything and waits for its end; an interrupt during the start ends it too. */
async function serve(parts: Parts): Promise<void> {
  const { supervisor, interrupted, report } = parts;
  const dead = failAtDeath(supervisor);
  const ready = startAll(parts);
  // Once the stack stops, whatever was still starting fails; that is no news.
  ready.catch(() => undefined);
  const asked = await Promise.race([interrupted, ready.then(() => undefined), dead]);
  const by = asked ?? (await Promise.race([interrupted, dead]));
  report.line(`\nStopping (${by}) …`);
}

async function failAtDeath(supervisor: Supervisor): Promise<never> {
  throw await supervisor.death;
}

async function startAll(parts: Parts): Promise<void> {
  const { settings, root, folder, supervisor, report, choice } = parts;
  const began = performance.now();
  report.line(`Starting on ${inWords(rememberedStore(choice))}, data in ${shortPath(root, folder.path)}`);
  const start = async (spec: ProcessSpec, note?: string): Promise<RunningProcess> => {
    const running = await supervisor.start(spec);
    report.process(running, note);
    return running;
  };

  const ports = folder.recall<RememberedPorts>('ports') ?? {};
  const keysFolder = folder.folder('keys');
  const keyFile = join(keysFolder, 'oidc-issuer.jwk.json');
  const [keys, signingKey] = await Promise.all([identityKeys(keysFolder), issuerKey(keyFile)]);
  const [mongoUrl, redisUrl, mail, issuer] = await Promise.all([
    startDocuments(parts, start),
    startRedis(parts, start),
    settings.SMTP_URL === undefined
      ? start(mailCatcherSpec({ root, folder: folder.folder('mails'), port: await freePort(ports.mailCatcher) }))
      : undefined,
    settings.OIDC_ISSUER === undefined ? start(issuerSpec({ root, keyFile, port: await freePort(ports.issuer) })) : undefined,
  ]);
  folder.remember('ports', { mailCatcher: portOf(mail?.url), issuer: portOf(issuer?.url) } satisfies RememberedPorts);

  const held = await Promise.all(SERVICES.map(() => holdFreePort()));
  const specs = systemSpecs({
    root,
    keys,
    mongoUrl,
    redisUrl,
    queuePrefix: parts.redis.kind === 'external' ? `servicepunt-${shortHash(folder.path)}` : 'servicepunt',
    smtpUrl: settings.SMTP_URL ?? mail?.smtpUrl ?? '',
    issuer: settings.OIDC_ISSUER ?? issuer?.url ?? '',
    audience: settings.OIDC_AUDIENCE,
    frontendUrl: settings.FRONTEND_URL,
    logLevel: settings.LOG_LEVEL,
    gatewayPort: parts.gatewayPort.port,
    servicePorts: Object.fromEntries(SERVICES.map((name, index) => [name, held[index]?.port])) as Record<ServiceName, number>,
  });
  await Promise.all([...held.map((port) => port.release()), parts.gatewayPort.release()]);
  await startSystem(specs, start);

  const endpoint = `http://127.0.0.1:${parts.gatewayPort.port}/graphql`;
  const signer = issuer?.url === undefined ? undefined : { key: signingKey, issuer: issuer.url };
  const people = await welcome({
    endpoint,
    signer,
    audience: settings.OIDC_AUDIENCE,
    folder,
    sampleData: settings.SAMPLE_DATA,
    report,
  });
  tell(parts, {
    endpoint,
    mail,
    issuerUrl: settings.OIDC_ISSUER ?? issuer?.url ?? '',
    redisUrl,
    mongoUrl,
    people,
    startedInMs: performance.now() - began,
  });
}

/** Tells scripts (stack.json) and the person at the terminal that all is ready. */
function tell(
  { folder, root, settings, choice, supervisor, report }: Parts,
  facts: {
    readonly endpoint: string;
    readonly mail: RunningProcess | undefined;
    readonly issuerUrl: string;
    readonly redisUrl: string;
    readonly mongoUrl: string;
    readonly people: ReadyFacts['people'];
    readonly startedInMs: number;
  },
): void {
  const { endpoint, mail, people, startedInMs } = facts;
  const mailCatcher = mail?.url ?? null;
  writeStackFile(folder.path, {
    endpoint,
    mailCatcher,
    mailSmtp: settings.SMTP_URL ?? mail?.smtpUrl ?? '',
    issuer: facts.issuerUrl,
    redisUrl: facts.redisUrl,
    documents: { kind: choice.kind, url: facts.mongoUrl },
    processes: Object.fromEntries(
      supervisor.running.map(({ name, pid, url, opsUrl, log }) => [
        name,
        { pid, ...(url ? { url } : {}), ...(opsUrl ? { opsUrl } : {}), log },
      ]),
    ),
    tokens: Object.fromEntries(people.map(({ role, token }) => [role, token])),
  });
  report.line(readyText({ startedInMs, endpoint, mailCatcher, logs: shortPath(root, folder.file('logs')), people }));
}

/** All at once, since each start is work for a core; only the worker waits for the services whose events it reads. */
async function startSystem(specs: readonly ProcessSpec[], start: Start): Promise<void> {
  const startStage = (stage: number) => Promise.all(specs.filter((spec) => spec.stage === stage).map((spec) => start(spec)));
  const servicesAndWorker = async () => {
    await startStage(STAGES.services);
    await startStage(STAGES.worker);
  };
  await Promise.all([startStage(STAGES.gateway), servicesAndWorker()]);
}

/** What stays where it was at the next start, if it is still free. */
interface RememberedPorts {
  readonly mailCatcher?: number | undefined;
  readonly issuer?: number | undefined;
}

type Start = (spec: ProcessSpec, note?: string) => Promise<RunningProcess>;

async function startDocuments({ choice, root, folder }: Parts, start: Start): Promise<string> {
  if (choice.kind === 'external') return choice.url;
  const data = { folder: folder.folder('documents'), stage: STAGES.documents };
  const running =
    choice.kind === 'embedded'
      ? await start(embeddedMongoSpec({ root, ...data }), 'embedded document store')
      : await start(mongodSpec({ binary: choice.binary, port: await freePort(), ...data }), choice.binary);
  if (running.url === undefined) throw new Error('The document store told no URL');
  return running.url;
}

type RedisChoice = { readonly kind: 'external'; readonly url: string } | { readonly kind: 'own'; readonly binary: string };

async function chooseRedis(settings: StackSettings, report: Report): Promise<RedisChoice> {
  if (settings.REDIS_URL === undefined) return { kind: 'own', binary: await obtainRedis(settings.PATH, report.line) };
  await requireRedis(settings.REDIS_URL);
  return { kind: 'external', url: settings.REDIS_URL };
}

async function startRedis({ redis, folder }: Parts, start: Start): Promise<string> {
  if (redis.kind === 'external') return redis.url;
  const running = await start(
    redisSpec({ binary: redis.binary, folder: folder.folder('redis'), port: await freePort(), stage: STAGES.redis }),
  );
  return running.url ?? '';
}

/** Takes the gateway's port before anything is started, so that a person learns at once that it isn't free. */
export async function reserveGatewayPort(port: number): Promise<HeldPort> {
  try {
    return await (port === 0 ? holdFreePort() : holdPort(port));
  } catch (error) {
    const code = property(error, 'code');
    if (code === 'EADDRINUSE')
      throw new UserError(
        `Port ${port} is in use, perhaps by another stack. Stop what uses it, or choose another port: PORT=${port + 1} npm start`,
      );
    if (code === 'EACCES') throw new UserError(`Port ${port} may not be used by this user. Choose one above 1023: PORT=4000 npm start`);
    throw error;
  }
}

async function stopAll(supervisor: Supervisor, insisted: Promise<void>): Promise<void> {
  void insisted.then(supervisor.kill);
  const timer = setTimeout(supervisor.kill, STOP_DEADLINE_MS);
  await supervisor.stop();
  clearTimeout(timer);
}

const portOf = (url: string | undefined) => (url === undefined ? undefined : Number(new URL(url).port));
const shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);
