import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { request } from 'undici';
import type { CallInput, CallName, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Issuer, ServiceName, Viewer } from '@servicepunt/shared/contracts/roles';
import { createIdentitySigner, type IdentitySigner } from '@servicepunt/shared/identity';
import type { Answer } from '@servicepunt/shared/test-support/subgraph';
import { issuerKey, mintToken } from '../../../../tools/stack/src/oidc-issuer/tokens.ts';
import type { RunningStack } from '../../support/stack.ts';

type Data = Answer['data'];
/** Everything that the matrix does to a running stack: as a client, and as the gateway itself. */
export interface Client {
  /** An `authorization` header for an account. */
  signIn(subject: string): Promise<string>;
  /** Does something that must succeed; the payload without its userErrors. */
  act(authorization: string, mutation: string, input: object, result: string): Promise<Data>;
  ask(authorization: string, document: string, variables?: object): Promise<Data>;
  /** Calls a service as another part of the house, for a person where that is asked. */
  call<N extends CallName>(as: Issuer, owner: ServiceName, name: N, input: CallInput<N>, onBehalfOf?: Viewer): Promise<CallOutput<N>>;
  /** Sends a document to a subgraph itself, with the identity that the gateway would send, or with another header, or none. */
  direct(service: ServiceName, as: Viewer | string | null, document: string, variables?: object): Promise<{ status: number; text: string }>;
}

export async function createClient(stack: RunningStack): Promise<Client> {
  const keys = join(stack.folder, 'keys');
  const key = await issuerKey(join(keys, 'oidc-issuer.jwk.json'));
  const { issuer } = JSON.parse(readFileSync(join(stack.folder, 'stack.json'), 'utf8')) as { issuer: string };
  const signers = new Map<Issuer, Promise<IdentitySigner>>();
  const signer = (name: Issuer): Promise<IdentitySigner> => {
    const known = signers.get(name) ?? createIdentitySigner(name, JSON.parse(readFileSync(join(keys, `${name}.jwk.json`), 'utf8')) as JWK);
    signers.set(name, known);
    return known;
  };
  const post = async (service: ServiceName, path: string, authorization: string | null, body: object) => {
    const response = await request(`${stack.file.processes[service]?.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(body),
    });
    return { status: response.statusCode, text: await response.body.text() };
  };
  const ask: Client['ask'] = async (authorization, document, variables = {}) => {
    const { body } = await stack.send(authorization, document, variables);
    if (body.errors) throw new Error(`${document}\n${JSON.stringify(body.errors)}`);
    return body.data as unknown;
  };
  return {
    signIn: async (subject) => `Bearer ${await mintToken({ key, issuer, subject, ttlSeconds: 3_600 })}`,
    ask,
    async act(authorization, mutation, input, result) {
      const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${result} userErrors { code field message } } }`;
      const payload = (await ask(authorization, document, { input }))[mutation];
      const refused = [...(payload.userErrors as object[]), ...((payload.refused ?? []) as object[])];
      if (refused.length > 0) throw new Error(`${mutation}: ${JSON.stringify(refused)}`);
      return payload;
    },
    async call(as, owner, name, input, onBehalfOf) {
      const { status, text } = await post(
        owner,
        `/calls/${name}`,
        `Bearer ${await (await signer(as)).signSelf(owner, onBehalfOf)}`,
        input as object,
      );
      if (status !== 200) throw new Error(`${name} answered ${status}: ${text}`);
      return JSON.parse(text) as CallOutput<typeof name>;
    },
    async direct(service, as, document, variables = {}) {
      const header = as === null || typeof as === 'string' ? as : `Bearer ${await (await signer('gateway')).sign(as, service)}`;
      return post(service, '/graphql', header, { query: document, variables });
    },
  };
}
