import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface GatewayProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly opsUrl: string;
  /** Log lines so far. */
  readonly lines: Record<string, unknown>[];
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
}

/** Starts `main.ts` as its own process and waits until it serves, or until it ends. */
export async function startGatewayProcess(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ process: GatewayProcess | null; code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), ...args], {
    env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: Record<string, unknown>[] = [];
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const listening = new Promise<Record<string, unknown>>((resolve) => {
    let rest = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const parts = (rest + text).split('\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        const line = JSON.parse(part) as Record<string, unknown>;
        lines.push(line);
        if (line['event'] === 'listening') resolve(line);
      }
    });
  });
  const first = await Promise.race([listening, ended]);
  if (typeof first !== 'object' || first === null) return { process: null, code: first, stderr };
  return {
    process: { child, url: String(first['url']), opsUrl: String(first['opsUrl']), lines, ended },
    code: null,
    stderr,
  };
}
