import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { normaliseLocationCode } from '@servicepunt/shared/contracts/identifiers';
import { UnusableFile } from './encoding.ts';
import { fileSource } from './file-source.ts';
import { createGateway, GatewayRefusal, type Gateway } from './gateway.ts';
import { KINDS, type Kind } from './headers.ts';
import { importFile, type ImportSummary } from './import-file.ts';
import { createLookup } from './lookup.ts';
import { createProgress, summaryLines, type Screen } from './progress.ts';
import { gatewaySender, persistent, type Send } from './send.ts';

export const USAGE = `Usage: npm run import -- --students FILE.csv --school 05KO00 [options]

Files (any number, one per kind; they go in in this order):
  --locations FILE   --staff FILE   --students FILE --school CODE
  --employers FILE   --contacts FILE   --offers FILE   --placements FILE   --handovers FILE
Where to:
  --stack FILE       stack.json of a running stack (default .data/stack.json)
  --endpoint URL     GraphQL endpoint of the gateway, instead of the stack's
  --token TOKEN      instead of the stack's; SERVICEPUNT_TOKEN in the environment does the same and isn't seen by others
Other:
  --dry-run          read and check the files, send nothing
  --help

Exit code: 0 everything went in, 2 some rows were refused or the import ended early, 1 nothing could be done.`;

export const EXIT = { allIn: 0, nothingDone: 1, someRefused: 2 } as const;

export interface CliDeps {
  readonly screen: Screen;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly connect?: (options: { endpoint: string; token: string }) => Gateway;
  /** Aborted when the person wants it to end: what is under way is finished, nothing else is sent. */
  readonly interrupted?: AbortSignal;
}

interface Request {
  readonly files: readonly { readonly kind: Kind; readonly path: string }[];
  readonly locationCode: string | undefined;
  readonly endpoint: string | undefined;
  readonly token: string | undefined;
  readonly stack: string;
  readonly dryRun: boolean;
  readonly help: boolean;
}

/** Reads the command line; throws an `Error` that says what is wrong with it. */
export function readArguments(argv: readonly string[]): Request {
  const text = { type: 'string' } as const;
  const files = Object.fromEntries(KINDS.map((kind) => [kind, text])) as Record<Kind, typeof text>;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      ...files,
      school: text,
      endpoint: text,
      token: text,
      stack: text,
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const given = KINDS.flatMap((kind) => (values[kind] === undefined ? [] : [{ kind, path: values[kind] }]));
  const locationCode = values.school === undefined ? undefined : normaliseLocationCode(values.school);
  if (locationCode === null) throw new Error('--school must be a location code: BRIN and two digits, as 05KO00.');
  if (values.students !== undefined && locationCode === undefined)
    throw new Error('--students needs --school: the location whose pupils the file holds.');
  if (given.length === 0 && !values.help) throw new Error('No file was given.');
  return {
    files: given,
    locationCode,
    endpoint: values.endpoint,
    token: values.token,
    stack: values.stack ?? '.data/stack.json',
    dryRun: values['dry-run'] ?? false,
    help: values.help ?? false,
  };
}

/** Runs the import tool; resolves to its exit code. */
export async function runImport(argv: readonly string[], deps: CliDeps): Promise<number> {
  const { screen } = deps;
  let request: Request;
  try {
    request = readArguments(argv);
  } catch (error) {
    screen.print(`${messageOf(error)}\n\n${USAGE}`);
    return EXIT.nothingDone;
  }
  if (request.help) {
    screen.print(USAGE);
    return EXIT.allIn;
  }
  let gateway: Gateway | null = null;
  try {
    const target = request.dryRun ? null : await targetOf(request, deps.env);
    gateway = target && (deps.connect ?? connect)(target);
    return await importAll(request, gateway, deps);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    screen.print(error.message);
    return EXIT.nothingDone;
  } finally {
    await gateway?.close();
  }
}

async function importAll(request: Request, gateway: Gateway | null, { screen, interrupted }: CliDeps): Promise<number> {
  const goOn = (): void => {
    if (interrupted?.aborted) throw new GatewayRefusal('INTERRUPTED', 'It was interrupted.');
  };
  let tell: (reason: string) => void = screen.print;
  const waiting = (reason: string): void => {
    goOn();
    tell(reason);
  };
  const persistently = gateway ? persistent(gatewaySender(gateway), { waiting }) : null;
  // Batch by batch: what is under way is finished, so that its rows are counted.
  const send: Send | null = persistently && (async (batch) => (goOn(), persistently(batch)));
  const lookup = gateway ? createLookup(gateway) : undefined;
  const files = await Promise.all(request.files.map(async ({ kind, path }) => ({ kind, file: await fileSource(path) })));
  const summaries: ImportSummary[] = [];
  for (const { kind, file } of files) {
    const progress = createProgress(screen, file.name);
    tell = progress.waiting;
    const summary = await importFile({
      kind,
      file,
      send,
      report: progress.report,
      ...(lookup ? { lookup } : {}),
      ...(kind === 'students' && request.locationCode !== undefined ? { locationCode: request.locationCode } : {}),
    }).finally(progress.end);
    for (const line of summaryLines(summary, file.name, request.dryRun)) screen.print(line);
    summaries.push(summary);
    // What follows builds on this file: pupils on their staff, offers on employers.
    if (summary.problem !== null) break;
  }
  return exitCode(summaries);
}

function exitCode(summaries: readonly ImportSummary[]): number {
  const done = summaries.reduce((sum, { created, updated, unchanged }) => sum + created + updated + unchanged, 0);
  if (summaries.some(({ problem }) => problem !== null)) return done > 0 ? EXIT.someRefused : EXIT.nothingDone;
  return summaries.some(({ refused }) => refused > 0) ? EXIT.someRefused : EXIT.allIn;
}

/** Endpoint and token: what was given, else those of the running stack. */
async function targetOf(request: Request, env: CliDeps['env']): Promise<{ endpoint: string; token: string }> {
  const token = request.token ?? env['SERVICEPUNT_TOKEN'];
  if (request.endpoint !== undefined) {
    if (!URL.canParse(request.endpoint))
      throw new UnusableFile('--endpoint must be the URL of the gateway, as http://127.0.0.1:4000/graphql.');
    if (token === undefined) throw new UnusableFile('--endpoint needs a token: --token or SERVICEPUNT_TOKEN.');
    return { endpoint: request.endpoint, token };
  }
  const stack = await readStack(request.stack);
  const own = token ?? stack.tokens?.['SERVICE_POINT'] ?? stack.tokens?.['COORDINATOR'];
  if (stack.endpoint === undefined || own === undefined)
    throw new UnusableFile(`${request.stack} names no endpoint or no token of the Servicepunt.`);
  return { endpoint: stack.endpoint, token: own };
}

async function readStack(path: string): Promise<{ endpoint?: string; tokens?: Record<string, string> }> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as { endpoint?: string; tokens?: Record<string, string> };
  } catch {
    throw new UnusableFile(`No running stack was found (${path}). Start it with npm start, or give --endpoint and --token.`);
  }
}

const connect = ({ endpoint, token }: { endpoint: string; token: string }) => createGateway({ endpoint, token: () => token });

const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'The command line could not be read.');
