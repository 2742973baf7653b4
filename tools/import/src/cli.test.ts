import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readArguments, runImport } from './cli.ts';
import { GatewayRefusal, type Gateway } from './gateway.ts';
import { pupilFile } from './test-support.ts';

const good = pupilFile('1;Sanne;Bakker;07-03-2011;01-08-2024', '2;Sem;Bos;07-03-2011;01-08-2024');
const half = pupilFile('1;Sanne;Bakker;07-03-2011;01-08-2024', '2;Sem;Bos;30-02-2011;01-08-2024');
const bad = pupilFile('2;Sem;Bos;30-02-2011;01-08-2024');

describe('the import tool', () => {
  let folder: string;
  let printed: string[];
  let connections: { endpoint: string; token: string }[];
  let sent: Record<string, unknown>[];
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'import-test-'));
    printed = [];
    connections = [];
    sent = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const gateway: Gateway = {
    async run(document, variables) {
      if (document.includes('query')) return { schoolLocations: { nodes: [] } };
      const input = variables['input'] as { rows: unknown[] };
      sent.push(input);
      const mutation = /\) \{\s+(\w+)/.exec(document)?.[1] ?? '';
      return { [mutation]: { created: input.rows.length, updated: 0, unchanged: 0, refused: [], userErrors: [] } };
    },
    close: async () => {},
  };
  async function run(
    files: Record<string, string>,
    args: string[],
    over: { env?: Record<string, string>; run?: Gateway['run']; interrupted?: AbortSignal } = {},
  ) {
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
    return runImport(
      args.map((argument) => argument.replace('@', `${folder}/`)),
      {
        env: over.env ?? {},
        ...(over.interrupted ? { interrupted: over.interrupted } : {}),
        screen: { print: (line) => void printed.push(line), terminal: null },
        connect: (options) => {
          connections.push(options);
          return over.run ? { ...gateway, run: over.run } : gateway;
        },
      },
    );
  }
  const stack = {
    'stack.json': JSON.stringify({ endpoint: 'http://127.0.0.1:4000/graphql', tokens: { SERVICE_POINT: 'sp', COORDINATOR: 'co' } }),
  };
  const pupils = ['--students', '@p.csv', '--school', '05ko00', '--stack', '@stack.json'];

  it('brings a file in with endpoint and token of the running stack, and exits with 0', async () => {
    expect(await run({ ...stack, 'p.csv': good }, pupils)).toBe(0);
    expect(connections).toEqual([{ endpoint: 'http://127.0.0.1:4000/graphql', token: 'sp' }]);
    expect(sent).toMatchObject([{ locationCode: '05KO00', rows: [{ schoolPupilNumber: '1' }, { schoolPupilNumber: '2' }] }]);
    expect(printed).toEqual(['p.csv: 2 rows of pupils', '  created 2, updated 0, unchanged 0, refused 0']);
  });

  it('exits with 2 when some rows were refused, and prints line, column and reason', async () => {
    expect(await run({ ...stack, 'p.csv': half }, pupils)).toBe(2);
    expect(printed[0]).toBe('Line 3, column Geboortedatum: is no day of the calendar');
    expect(printed.join('\n')).not.toMatch(/30-02-2011|Bos/);
  });

  it('exits with 2 when all rows were refused', async () => {
    expect(await run({ ...stack, 'p.csv': bad }, pupils)).toBe(2);
    expect(sent).toEqual([]);
  });

  it.each([
    ['the file does not exist', {}, pupils, /There is no file/],
    [
      'a heading is missing',
      { 'p.csv': 'Leerlingnummer;Naam\n1;x\n' },
      pupils,
      /missing: Roepnaam, Achternaam, Geboortedatum, Inschrijfdatum. Found: Leerlingnummer, Naam/,
    ],
    ['the file is empty', { 'p.csv': '' }, pupils, /file is empty/],
    [
      'no stack runs',
      { 'p.csv': good },
      ['--students', '@p.csv', '--school', '05KO00', '--stack', '@none.json'],
      /No running stack was found/,
    ],
    [
      'an endpoint comes without a token',
      { 'p.csv': good },
      ['--students', '@p.csv', '--school', '05KO00', '--endpoint', 'http://127.0.0.1:1/graphql'],
      /needs a token/,
    ],
    [
      'the endpoint is no URL',
      { 'p.csv': good },
      ['--students', '@p.csv', '--school', '05KO00', '--endpoint', 'here', '--token', 't'],
      /must be the URL/,
    ],
    ['the school is missing', {}, ['--students', '@p.csv'], /needs --school/],
    ['the school is no location code', {}, ['--students', '@p.csv', '--school', '05KO'], /must be a location code/],
    ['no file is named', {}, [], /No file was given[^]*Usage:/],
    ['an option is unknown', {}, ['--student', 'x'], /Usage:/],
  ])('exits with 1 when %s', async (_name, files, args, message) => {
    expect(await run({ ...stack, ...files }, args)).toBe(1);
    expect(printed.join('\n')).toMatch(message);
    expect(sent).toEqual([]);
  });

  it('exits with 1 when the token may not import', async () => {
    const refuse = () => Promise.reject(new GatewayRefusal('FORBIDDEN', 'This token may not import this.'));
    expect(await run({ ...stack, 'p.csv': good }, pupils, { run: refuse })).toBe(1);
    expect(printed.at(-1)).toBe('  ended early: This token may not import this.');
  });

  it('takes endpoint and token from the command line, or the token from the environment', async () => {
    const args = ['--students', '@p.csv', '--school', '05KO00', '--endpoint', 'https://lob.example/graphql'];
    await run({ 'p.csv': good }, [...args, '--token', 'mine']);
    await run({ 'p.csv': good }, args, { env: { SERVICEPUNT_TOKEN: 'from-env' } });
    expect(connections.map(({ token }) => token)).toEqual(['mine', 'from-env']);
  });

  it('ends after what is under way when it is interrupted, and says how to go on', async () => {
    const interrupted = new AbortController();
    const many = pupilFile(...Array.from({ length: 2_600 }, (_unused, row) => `${row};Sanne;Bakker;07-03-2011;01-08-2024`));
    const interrupting: Gateway['run'] = (document, variables) => {
      interrupted.abort();
      return gateway.run(document, variables);
    };
    const code = await run({ ...stack, 'p.csv': many }, pupils, { run: interrupting, interrupted: interrupted.signal });
    expect(code).toBe(2);
    const rows = sent.flatMap((input) => input['rows'] as unknown[]).length;
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(2_600);
    expect(printed.slice(-3)).toEqual([
      `  created ${rows}, updated 0, unchanged 0, refused 0`,
      '  ended early: It was interrupted.',
      '  Repeat the same command to go on: what is in stays as it is.',
    ]);
  });

  it('connects to nothing in a dry run', async () => {
    expect(await run({ 'p.csv': half }, ['--students', '@p.csv', '--school', '05KO00', '--dry-run'])).toBe(2);
    expect(connections).toEqual([]);
    expect(printed.at(-1)).toBe('  checked, nothing sent: 1 good, 1 refused');
  });

  it('brings several files in in the order in which they build on each other, and stops at the first that fails', async () => {
    const files = {
      ...stack,
      'p.csv': good,
      's.csv': 'Personeelsnummer;Voornaam;Achternaam;E-mail;Rol\n1;A;B;a@b.example;Servicepunt\n',
      'e.csv': 'KVK;Bedrijf\n',
      'o.csv': 'Plaatsnummer\n',
    };
    expect(await run(files, ['--offers', '@o.csv', '--employers', '@e.csv', '--staff', '@s.csv', ...pupils])).toBe(2);
    expect(printed.filter((line) => line.includes('rows of'))).toEqual([
      's.csv: 1 rows of staff',
      'p.csv: 2 rows of pupils',
      'e.csv: 0 rows of employers',
    ]);
  });

  it('explains itself', async () => {
    expect(await run({}, ['--help'])).toBe(0);
    expect(printed[0]).toContain('npm run import');
    expect(readArguments(['--staff', 'x']).stack).toBe('.data/stack.json');
  });
});
