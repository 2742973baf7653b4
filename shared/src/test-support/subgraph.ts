import { appendFileSync } from 'node:fs';
import { generateKeyPair, exportJWK } from 'jose';
import { request } from 'undici';
import { clockAt } from '../clock.ts';
import { CALLS, type CallName, type CallOutput } from '../contracts/calls.ts';
import {
  SERVICES,
  type Grant,
  type GrantScope,
  type Issuer,
  type Role,
  type Scope,
  type ServiceName,
  type Viewer,
} from '../contracts/roles.ts';
import type { FieldKeys } from '../encryption.ts';
import { createIdentitySigner } from '../identity.ts';
import { newId } from '../ids.ts';
import { createLog } from '../log.ts';
import { startService, type Readings, type RoomDeps, type RunningService, type ServiceDefinition } from '../service.ts';
import type { Call, PullEvents } from '../service-client.ts';
import { testMongoUrl, testRedisUrl } from './stores.ts';

// oxlint-disable-next-line typescript/no-explicit-any -- answers are as free as the documents that ask for them.
export type Answer = { data: any; errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[] };

/** A viewer with grants, as the gateway would sign it. */
export function viewer(...grants: readonly Grant[]): Viewer {
  return { kind: 'PERSON', id: 'stf_test', language: 'nl', grants };
}
export function grant(role: Role, scope: Scope = { kind: 'ALL' }, apiScopes?: readonly GrantScope[]): Grant {
  return { role, scope, ...(apiScopes ? { apiScopes } : {}) };
}

export interface TestSubgraph extends RunningService {
  /** Runs a document as a viewer, through HTTP with a signed identity. */
  query(as: Viewer, document: string, variables?: Record<string, unknown>): Promise<Answer>;
  /** Calls an operation of this service as another service (or as the gateway); on behalf of somebody where it is asked so, unless told (null: of nobody). */
  call<N extends CallName>(
    as: Issuer,
    name: N,
    input: object,
    onBehalfOf?: Viewer | null,
  ): Promise<{ status: number; body: CallOutput<N> }>;
  /** A raw request, for what must be refused. */
  raw(
    path: string,
    options: { method?: 'GET' | 'POST'; authorization?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<{ status: number; text: string }>;
  /** Commands that the store got while `work` ran, by name (`find`, `aggregate`, …). */
  countCommands(work: () => Promise<unknown>): Promise<Record<string, number>>;
  /** The signed identity that the gateway would send. */
  sign(as: Viewer): Promise<string>;
  /** Moves the clock that the rooms were given. */
  setNow(instant: string): void;
}

/** The other services of a test that has none: no account is known to them, and anything else can't be asked. */
export const nobodyKnown: Call = async (name, input) => {
  if (name !== 'students.accountsKnown' && name !== 'employers.accountsKnown') throw new Error(`No URL is configured for ${name}`);
  return { known: (input as { subjects: readonly string[] }).subjects.map(() => false) } as never;
};

/** Keys of restricted fields as a test's services and its raw looks into the store share them. */
export function testFieldKeys(): FieldKeys {
  return { current: 'test', keys: new Map([['test', Buffer.alloc(32, 7)]]) };
}

/** Keys of every issuer, made for one test file. */
export async function testKeys(): Promise<{ privateKeys: Record<Issuer, object>; publicKeys: { keys: object[] } }> {
  const issuers: Issuer[] = ['gateway', ...SERVICES];
  const entries = await Promise.all(
    issuers.map(async (issuer) => {
      const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
      const kid = `${issuer}:test`;
      return { issuer, privateKey: { ...(await exportJWK(privateKey)), kid }, publicKey: { ...(await exportJWK(publicKey)), kid } };
    }),
  );
  return {
    privateKeys: Object.fromEntries(entries.map((entry) => [entry.issuer, entry.privateKey])) as Record<Issuer, object>,
    publicKeys: { keys: entries.map((entry) => entry.publicKey) },
  };
}

/**
 * Starts one real subgraph on a fresh database: real HTTP, real identity checks, real policies.
 * `callees` answers the calls that it makes to other services (each answer is checked against the call table).
 */
export async function startTestSubgraph(options: {
  name: ServiceName;
  define: (deps: RoomDeps) => ServiceDefinition;
  callees?: Call;
  /** Answers the pulls of other services' events; there are none by default. */
  pullEvents?: PullEvents;
  aroundRecording?: (record: Readings['record']) => Readings['record'];
  now?: string;
  logLevel?: string;
}): Promise<TestSubgraph> {
  const { name } = options;
  const { privateKeys, publicKeys } = await testKeys();
  let now: (() => Date) | null = options.now === undefined ? null : fixed(options.now);
  const clock = clockAt(() => now?.() ?? new Date());
  const prefix = newId('test');
  const service = await startService({
    name,
    config: {
      HOST: '127.0.0.1',
      PORT: 0,
      OPS_PORT: 0,
      IDENTITY_PRIVATE_KEY: privateKeys[name],
      IDENTITY_PUBLIC_KEYS: publicKeys,
      SHUTDOWN_DEADLINE_MS: 5_000,
      MONGODB_URL: testMongoUrl(name),
      REDIS_URL: testRedisUrl(),
      AUTO_INDEX: true,
      QUEUE_PREFIX: prefix,
      FIELD_KEYS: testFieldKeys(),
    },
    urls: {},
    log: createLog({ service: name, level: options.logLevel ?? 'silent', keepMessages: true }),
    clock,
    define: (deps) => options.define({ ...deps, call: options.callees ?? nobodyKnown }),
    pullEvents: options.pullEvents ?? (() => Promise.resolve([])),
    ...(options.aroundRecording ? { aroundRecording: options.aroundRecording } : {}),
  });
  await untilReady(service);
  const gateway = await createIdentitySigner('gateway', privateKeys.gateway);
  const raw: TestSubgraph['raw'] = async (path, { method = 'POST', authorization, body, headers = {} }) => {
    const response = await request(`${service.url}${path}`, {
      method,
      headers: {
        ...headers,
        ...(authorization ? { authorization } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.statusCode, text: await response.body.text() };
  };
  return {
    ...service,
    raw,
    sign: (as) => gateway.sign(as, name),
    async query(as, document, variables = {}) {
      const { text } = await raw('/graphql', {
        authorization: `Bearer ${await gateway.sign(as, name)}`,
        body: { query: document, variables },
      });
      return JSON.parse(text) as Answer;
    },
    async call(as, callName, input, onBehalfOf = CALLS[callName].forPerson ? viewer() : null) {
      const signer = await createIdentitySigner(as, privateKeys[as]);
      const authorization = `Bearer ${await signer.signSelf(name, onBehalfOf ?? undefined)}`;
      const { status, text } = await raw(`/calls/${callName}`, { authorization, body: input });
      const output = JSON.parse(text) as CallOutput<typeof callName>;
      if (status === 200) record({ name: callName, input, output });
      return { status, body: output };
    },
    async countCommands(work) {
      const counts: Record<string, number> = {};
      const count = (started: { commandName: string; command: object }) => {
        if (!isRelays(started.command)) counts[started.commandName] = (counts[started.commandName] ?? 0) + 1;
      };
      await service.relay.drain();
      const client = service.connection.getClient();
      client.on('commandStarted', count);
      await work();
      client.off('commandStarted', count);
      return counts;
    },
    setNow(instant) {
      now = fixed(instant);
    },
  };
}

interface ObservedCommand {
  readonly find?: string;
  readonly insert?: string;
  readonly update?: string;
  readonly findAndModify?: string;
  readonly delete?: string;
  readonly filter?: object;
  readonly updates?: readonly { readonly u: object }[];
}

/** The relay and the subscriber look by themselves and after each mutation; their commands are nobody's request. */
function isRelays(command: ObservedCommand): boolean {
  if (command.find === 'events' || command.insert === 'events') return true;
  if (command.update === 'cursors' || command.findAndModify === 'cursors') return true;
  if (command.insert === 'audit' || command.delete === 'readings') return true;
  if (command.filter && 'outboxAt' in command.filter) return true;
  const update = command.updates?.[0]?.u as { $pull?: object; $unset?: object } | undefined;
  return update !== undefined && ('outbox' in (update.$pull ?? {}) || 'outboxAt' in (update.$unset ?? {}));
}

/** For `npm run contracts:record`: what was really asked and answered. */
function record(call: object): void {
  const file = process.env['RECORD_CALLS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify(call)}\n`);
}

const fixed = (instant: string) => {
  const date = new Date(instant);
  return () => date;
};

async function untilReady(service: RunningService): Promise<void> {
  await until(async () => (await request(`${service.opsUrl}/readyz`)).statusCode === 200, 'the store to answer');
}

/** Waits until something is true; fails with what it waited for. */
export async function until(condition: () => Promise<boolean> | boolean, what: string, deadlineMs = 15_000): Promise<void> {
  const end = Date.now() + deadlineMs;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`Waited ${deadlineMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
