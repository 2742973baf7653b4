import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import type { Role } from '@servicepunt/shared/contracts/roles';
import { until, type Answer } from '@servicepunt/shared/test-support/subgraph';

export const root = join(__dirname, '../../..');

interface StackFile {
  endpoint: string;
  mailCatcher: string;
  redisUrl: string;
  documents: { url: string };
  processes: Record<string, { pid: number; url?: string; opsUrl?: string; log: string }>;
  tokens: Partial<Record<Role, string>>;
}
export interface Mail {
  id: string;
  to: string[];
  subject: string;
  text: string;
}

export interface RunningStack {
  readonly file: StackFile;
  readonly folder: string;
  /** Everything that the stack printed so far. */
  output(): string;
  /** Sends a document with credentials (`Bearer …`, `Link …`), or without any. */
  send(
    authorization: string | null,
    document: string,
    variables?: object,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: Answer }>;
  /** Sends a document as somebody with a role and fails on GraphQL errors. */
  as(role: Role, document: string, variables?: object): Promise<Answer['data']>;
  mails(): Promise<Mail[]>;
  /** Runs one of the repository's tools on this stack. */
  tool(entry: string, args: readonly string[], env?: Record<string, string>): Promise<{ code: number | null; output: string }>;
  /** Stops the stack as Ctrl-C does; its exit code. */
  stop(): Promise<number | null>;
  readonly exited: Promise<number | null>;
}

/** Starts the real stack, as `npm start` does, on a data folder of its own. */
export async function startStack(env: Record<string, string> = {}, deadlineMs = 120_000): Promise<RunningStack> {
  const folder = mkdtempSync(join(tmpdir(), 'servicepunt-e2e-'));
  const child = spawn(process.execPath, [join(root, 'tools/stack/src/main.ts')], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development', PORT: '0', DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const path = join(folder, 'stack.json');
  await until(
    () => {
      if (child.exitCode !== null) throw new Error(`The stack ended: ${output}`);
      return existsSync(path);
    },
    'the stack to be ready',
    deadlineMs,
  );
  const file = JSON.parse(readFileSync(path, 'utf8')) as StackFile;
  return {
    file,
    folder,
    exited,
    output: () => output,
    ...clientOf(file),
    tool: (entry, args, toolEnv) => runTool(entry, args, { DATA_DIR: folder, ...toolEnv }),
    stop: () => stop(child, exited, folder),
  };
}

function clientOf(file: StackFile): Pick<RunningStack, 'send' | 'as' | 'mails'> {
  const send: RunningStack['send'] = async (authorization, document, variables = {}, headers = {}) => {
    const response = await request(file.endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}), ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
    return { status: response.statusCode, body: (await response.body.json()) as Answer };
  };
  return {
    send,
    async as(role, document, variables) {
      const { body } = await send(`Bearer ${file.tokens[role]}`, document, variables);
      if (body.errors) throw new Error(`${role}: ${JSON.stringify(body.errors)}`);
      return body.data as unknown;
    },
    async mails() {
      const response = await request(`${file.mailCatcher}/messages`);
      const listed = (await response.body.json()) as { id: string }[] | { messages: { id: string }[] };
      const all = Array.isArray(listed) ? listed : listed.messages;
      return Promise.all(all.map(async ({ id }) => (await request(`${file.mailCatcher}/messages/${id}`)).body.json() as Promise<Mail>));
    },
  };
}

async function runTool(
  entry: string,
  args: readonly string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [join(root, entry), ...args], { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, output };
}

async function stop(child: ChildProcess, exited: Promise<number | null>, folder: string): Promise<number | null> {
  child.kill('SIGINT');
  const code = await exited;
  rmSync(folder, { recursive: true, force: true });
  return code;
}
