import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readyEvent } from './ready-event.ts';
import { createSupervisor, ProcessDied, type ProcessSpec, type Supervisor } from './supervisor.ts';
import { isRunning, until } from './test-support/processes.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

let folder: string;
let watchdog: Watchdog;
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supervisor-'));
  watchdog = startWatchdog();
  supervisor = createSupervisor({ logsFolder: folder, watchdog, inheritedEnv: { PATH: process.env['PATH'] ?? '' } });
});
afterEach(async () => {
  supervisor.kill();
  await supervisor.stop();
  await watchdog.close();
  rmSync(folder, { recursive: true, force: true });
});

function fake(name: string, options: Partial<ProcessSpec> & { behaviour?: string[] } = {}): ProcessSpec {
  const { behaviour = [], ...rest } = options;
  const args = [join(__dirname, 'test-support/fake-process.ts'), '--name', name, ...behaviour];
  return { name, command: process.execPath, args, stage: 0, stopWithinMs: 5_000, ready: readyEvent('ready'), ...rest };
}

describe('starting', () => {
  it('tells where a process serves once it says so', async () => {
    const running = await supervisor.start(fake('shop', { behaviour: ['--chatter', '3'] }));
    expect(running).toMatchObject({ name: 'shop', url: 'fake://shop', log: join(folder, 'shop.log') });
    expect(isRunning(running.pid)).toBe(true);
    expect(supervisor.running).toEqual([running]);
  });

  it('waits on until a process that listens can also serve', async () => {
    let asked = 0;
    await supervisor.start(fake('slow', { serves: () => Promise.resolve((asked += 1) === 3) }));
    expect(asked).toBe(3);
  });

  it('reports a process that ends before it is ready, by name and with the last 20 lines of its log', async () => {
    const failure = await supervisor
      .start(fake('broken', { behaviour: ['--chatter', '25', '--dies-with', '7'] }))
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ProcessDied);
    const { message } = failure as ProcessDied;
    expect(message).toContain('broken ended with code 7');
    expect(message.match(/\| line \d+/g)).toEqual(Array.from({ length: 20 }, (_, index) => `| line ${index + 6}`));
  });

  it('reports a program that does not exist', async () => {
    await expect(supervisor.start(fake('ghost', { command: join(folder, 'no-such-program') }))).rejects.toThrow(
      /ghost could not be started.*ENOENT/,
    );
  });

  it('gives up on a process that never becomes ready', async () => {
    await expect(supervisor.start(fake('mute', { behaviour: ['--silent'], readyWithinMs: 300 }))).rejects.toThrow(
      /mute was not ready within/,
    );
  });

  it('keeps the log of the start before', async () => {
    writeFileSync(join(folder, 'again.log'), 'what happened yesterday\n');
    await supervisor.start(fake('again'));
    expect(readFileSync(join(folder, 'again.previous.log'), 'utf8')).toBe('what happened yesterday\n');
    expect(readFileSync(join(folder, 'again.log'), 'utf8')).not.toContain('yesterday');
  });

  it('hands a process only the environment that it was given', async () => {
    process.env['A_SECRET_OF_THE_SHELL'] = 'hush';
    const echo = "console.log(JSON.stringify({ event: 'ready', url: 'env:' + Object.keys(process.env) })); setInterval(() => {}, 1000)";
    const running = await supervisor.start(fake('reader', { args: ['-e', echo], env: { GIVEN: 'yes' } }));
    delete process.env['A_SECRET_OF_THE_SHELL'];
    expect(running.url).toContain('GIVEN');
    expect(running.url).not.toContain('A_SECRET_OF_THE_SHELL');
  });
});

describe('a death', () => {
  it('is told with the name of the process and the end of its log', async () => {
    const running = await supervisor.start(fake('fragile', { behaviour: ['--dies-when-told'] }));
    process.kill(running.pid, 'SIGUSR2');
    const death = await supervisor.death;
    expect(death.message).toContain('fragile ended with code 3');
    expect(death.message).toContain('| the last words');
  });

  it('by a signal is told with the signal', async () => {
    const running = await supervisor.start(fake('victim'));
    process.kill(running.pid, 'SIGKILL');
    expect((await supervisor.death).message).toContain('victim was ended by SIGKILL');
  });

  it('takes along what the process had started', async () => {
    const running = await supervisor.start(fake('parent', { behaviour: ['--has-child'] }));
    const child = Number(/"child":(\d+)/.exec(readFileSync(running.log, 'utf8'))?.[1]);
    expect(isRunning(child)).toBe(true);
    process.kill(running.pid, 'SIGKILL');
    await until(() => !isRunning(child), 'the child of a dead process to end');
  });
});

describe('stopping', () => {
  it('goes from the highest stage to the lowest, and waits for each', async () => {
    const diary = join(folder, 'diary');
    await Promise.all([
      supervisor.start(fake('store', { stage: 0, behaviour: ['--diary', diary] })),
      supervisor.start(fake('service', { stage: 1, behaviour: ['--diary', diary] })),
      supervisor.start(fake('gateway', { stage: 2, behaviour: ['--diary', diary] })),
    ]);
    await supervisor.stop();
    expect(readFileSync(diary, 'utf8')).toBe('gateway stops\nservice stops\nstore stops\n');
  });

  it('is no death', async () => {
    await supervisor.start(fake('calm'));
    await supervisor.stop();
    const first = await Promise.race([supervisor.death, Promise.resolve('nobody died')]);
    expect(first).toBe('nobody died');
  });

  it('kills a process that does not listen, with what it started, and goes on with the others', async () => {
    const diary = join(folder, 'diary');
    await supervisor.start(fake('store', { stage: 0, behaviour: ['--diary', diary] }));
    const stubborn = await supervisor.start(fake('stubborn', { stage: 1, stopWithinMs: 100, behaviour: ['--stubborn', '--has-child'] }));
    const child = Number(/"child":(\d+)/.exec(readFileSync(stubborn.log, 'utf8'))?.[1]);
    await supervisor.stop();
    await until(() => !isRunning(stubborn.pid) && !isRunning(child), 'the stubborn process and its child to be gone');
    expect(readFileSync(diary, 'utf8')).toBe('store stops\n');
  });
});

describe('a supervisor that is killed with -9', () => {
  it('leaves no process behind, not even a stubborn one, and no file that only a running stack has', async () => {
    const leftover = join(folder, 'stack.json');
    writeFileSync(leftover, '{}');
    const victim = spawn(process.execPath, [join(__dirname, 'test-support/supervise.ts'), folder, leftover], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let pids: number[] = [];
    for await (const line of createInterface({ input: victim.stdout })) {
      pids = (JSON.parse(line) as { pids: number[] }).pids;
      break;
    }
    expect(pids.map(isRunning)).toEqual([true, true]);
    victim.kill('SIGKILL');
    await until(() => !pids.some(isRunning) && !existsSync(leftover), 'the children to end and the file to go');
  });
});
