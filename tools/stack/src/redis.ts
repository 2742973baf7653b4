/** Redis for the local stack and for the tests: found on PATH, or installed where that can be done without asking. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { findExecutable } from './executables.ts';
import type { ProcessSpec } from './supervisor.ts';
import { UserError } from './user-error.ts';

const POLICY_FILE = '/usr/sbin/policy-rc.d';
/** Where Debian and Homebrew put it, for a shell whose PATH is short. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];

/**
 * The path of a redis-server. As root on Debian a missing one is installed; elsewhere the error names the one command that does it.
 * `report` hears what takes long.
 */
export async function obtainRedis(path: string, report: (line: string) => void): Promise<string> {
  const search = [path, ...USUAL_FOLDERS].join(':');
  const found = findExecutable('redis-server', search);
  if (found) return found;
  const aptGet = findExecutable('apt-get', search);
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version') && aptGet !== undefined;
  if (!isRootOnDebian)
    throw new UserError(
      `There is no redis-server on PATH. Install it with "${installCommand(aptGet !== undefined)}", or name a running Redis in REDIS_URL.`,
    );
  report('There is no redis-server here; installing the package redis-server (once)');
  await installOnDebian(search);
  const installed = findExecutable('redis-server', search);
  if (!installed) throw new Error('The package redis-server was installed, but no redis-server is on PATH.');
  return installed;
}

function installCommand(hasApt: boolean): string {
  if (hasApt) return 'sudo apt-get install -y redis-server';
  return process.platform === 'darwin' ? 'brew install redis' : 'your package manager: install redis';
}

/** Installs the package without its system service: port 6379 belongs to the machine, not to us. */
async function installOnDebian(path: string): Promise<void> {
  const allowServices = forbidServiceStarts();
  try {
    // A list that can't be refreshed may still name the package; if not, the install says why.
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', 'update', '-qq'], path).catch(() => undefined);
    await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', 'install', '-y', '-qq', '--no-install-recommends', 'redis-server'], path);
  } finally {
    allowServices();
  }
  // Where the policy file of the machine allowed it all the same, and so that a reboot doesn't start it.
  await run('service', ['redis-server', 'stop'], path).catch(() => undefined);
  await run('update-rc.d', ['redis-server', 'disable'], path).catch(() => undefined);
}

/** Debian asks this file before a package starts its service. Ours forbids it only while we live, so that even a kill leaves no trap. */
function forbidServiceStarts(): () => void {
  try {
    writeFileSync(POLICY_FILE, `#!/bin/sh\nkill -0 ${process.pid} 2>/dev/null && exit 101\nexit 0\n`, { flag: 'wx', mode: 0o755 });
  } catch {
    return () => undefined;
  }
  const remove = () => rmSync(POLICY_FILE, { force: true });
  process.once('exit', remove);
  return () => {
    process.off('exit', remove);
    remove();
  };
}

function run(command: string, args: readonly string[], path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${path}:/usr/sbin:/sbin:/bin`, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString()).slice(-2_000)));
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`"${command} ${args.join(' ')}" ended with code ${code}:\n${output.trim()}`)),
    );
  });
}

/** How to run Redis: on loopback, appending to a file in `folder`, and refusing writes rather than forgetting jobs when memory is full. */
export function redisSpec(options: { binary: string; folder: string; port: number; stage: number }): ProcessSpec {
  mkdirSync(options.folder, { recursive: true });
  return {
    name: 'redis',
    command: options.binary,
    args: [
      ...['--bind', '127.0.0.1', '--port', String(options.port), '--dir', options.folder, '--daemonize', 'no'],
      ...['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'],
    ],
    // Redis refuses to start under a locale that the machine doesn't have.
    env: { LC_ALL: 'C' },
    stage: options.stage,
    stopWithinMs: 1_000,
    ready: (line) => (line.includes('Ready to accept connections') ? { url: redisUrl(options.port) } : undefined),
  };
}

export function redisUrl(port: number): string {
  return `redis://127.0.0.1:${port}`;
}
