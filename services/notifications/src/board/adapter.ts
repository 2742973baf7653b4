import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { Queue } from 'bullmq';

/** What Bull Board answers to a path below its own. */
export interface BoardAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
}

type Adapter = Parameters<typeof createBullBoard>[0]['serverAdapter'];
type ApiRoute = Parameters<Adapter['setApiRoutes']>[0][number];
type Queues = Parameters<Adapter['setQueues']>[0];

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const ui = dirname(createRequire(import.meta.url).resolve('@bull-board/ui/package.json'));

/**
 * Bull Board on `node:http`, without a framework: its pages, its files, and those of its routes that read. Nothing else is there, so that nobody
 * can retry, promote, edit or empty from a browser: the truth stands in MongoDB, and a job that is run by hand finds its revision gone.
 */
export function openBoard(options: {
  queues: readonly Queue[];
  basePath: string;
}): (path: string, query: URLSearchParams) => Promise<BoardAnswer> {
  const { basePath } = options;
  let shown: Queues = new Map();
  let uiConfig: object = {};
  let pages: RegExp[] = [];
  let reading: { pattern: RegExp; handler: ApiRoute['handler'] }[] = [];
  const list = (route: string | string[]) => (Array.isArray(route) ? route : [route]);

  const adapter: Adapter = {
    setQueues: (queues) => ((shown = queues), adapter),
    setViewsPath: () => adapter,
    setStaticPath: () => adapter,
    setErrorHandler: () => adapter,
    setUIConfig: (config) => ((uiConfig = config), adapter),
    setEntryRoute: ({ route }) => ((pages = list(route).map(patternOf)), adapter),
    setApiRoutes(routes) {
      reading = routes
        .filter(({ method }) => list(method).every((each) => each === 'get'))
        .flatMap(({ route, handler }) => list(route).map((each) => ({ pattern: patternOf(each), handler })));
      return adapter;
    },
  };
  createBullBoard({
    queues: options.queues.map((queue) => new BullMQAdapter(queue as never, { readOnlyMode: true, allowRetries: false })),
    serverAdapter: adapter,
    options: { uiBasePath: ui, uiConfig: { boardTitle: 'Servicepunt LOB: queues', pollingInterval: { showSetting: true } } },
  });
  const files = new Map<string, string>(
    globSync('static/**/*.*', { cwd: join(ui, 'dist') }).map((file) => [`/${file}`, join(ui, 'dist', file)] as const),
  );
  const page = readFileSync(join(ui, 'dist/index.ejs'), 'utf8')
    // Nothing is loaded from elsewhere.
    .replaceAll(/<link[^>]*https:\/\/[^>]*>/g, '')
    .replace('<%= basePath %>', `${basePath}/`)
    .replace('<%= title %>', 'Servicepunt LOB: queues')
    .replace('<%= favIconAlternative %>', 'static/favicon-32x32.png')
    .replace('<%= favIconDefault %>', 'static/images/logo.svg')
    .replace('<%- uiConfig %>', () => JSON.stringify(uiConfig).replaceAll('<', '\\u003c'));

  return async (path, query) => {
    const file = files.get(path);
    if (file !== undefined) return { status: 200, type: TYPES[extname(file)] ?? 'application/octet-stream', body: readFileSync(file) };
    if (pages.some((pattern) => pattern.test(path))) return { status: 200, type: 'text/html; charset=utf-8', body: page };
    for (const { pattern, handler } of reading) {
      const match = pattern.exec(path);
      if (!match) continue;
      const { status = 200, body } = await handler({
        queues: shown,
        uiConfig,
        query: Object.fromEntries(query),
        params: Object.fromEntries(Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])),
        body: {},
        headers: {},
      });
      return json(status, body);
    }
    return json(404, { error: 'not found' });
  };
}

const json = (status: number, body: unknown): BoardAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body, withoutWords),
});

/** Errors may carry what a mail server or a driver said; what isn't a code stands in the log, under its own rules. */
function withoutWords(key: string, value: unknown): unknown {
  if (key === 'stacktrace' || key === 'stacktraces') return [];
  if (key === 'failedReason' && typeof value === 'string' && !/^[A-Z][A-Z_]{0,39}$/.test(value)) return 'See the log of the worker.';
  return value;
}

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
