import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadSampleData } from './load.ts';
import { LOCATIONS } from './world/places.ts';

interface Variables {
  readonly input?: { readonly rows?: readonly Record<string, unknown>[]; readonly locationCode?: string; readonly idempotencyKey?: string };
  readonly numbers?: readonly string[];
  readonly code?: string;
  readonly kvk?: string;
  readonly number?: string;
}

describe('loading the sample', () => {
  let server: Server;
  let endpoint: string;
  let sent: { who: string; mutation: string; rows: number; locationCode: string | undefined }[];
  let known: Set<string>;
  let refuseIn: string | null;
  beforeEach(async () => {
    sent = [];
    known = new Set();
    refuseIn = null;
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { query, variables } = JSON.parse(Buffer.concat(chunks).toString()) as { query: string; variables: Variables };
        const data = answer(query, variables, request.headers.authorization ?? '');
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  /** Remembers rows by their content and finds whatever it is asked for. */
  function answer(query: string, variables: Variables, who: string): Record<string, unknown> {
    const field = /\{\s*(\w+)/.exec(query)?.[1] ?? '';
    if (field === 'createApiKey') {
      const key = known.has('api key') ? null : 'slk_made-once';
      known.add('api key');
      return { createApiKey: { key, userErrors: [] } };
    }
    if (query.startsWith('mutation')) {
      const rows = variables.input?.rows ?? [];
      sent.push({ who, mutation: field, rows: rows.length, locationCode: variables.input?.locationCode });
      const contents = rows.map((row) => `${field} ${JSON.stringify(row)}`);
      const fresh = contents.filter((content) => !known.has(content)).length;
      for (const content of contents) known.add(content);
      const refused = refuseIn === field ? [{ row: 0, column: 'title', code: 'INVALID_INPUT', message: 'a rule' }] : [];
      return { [field]: { created: fresh, updated: 0, unchanged: rows.length - fresh, refused, userErrors: [] } };
    }
    const nodes =
      field === 'students'
        ? (variables.numbers ?? []).map((number) => ({ id: `stu_${number}`, schoolPupilNumber: number }))
        : [
            {
              id: `id_${variables.code ?? variables.kvk ?? variables.number}`,
              sites: ALL_SITES.map((establishmentNumber) => ({ id: `sit_${establishmentNumber}`, establishmentNumber })),
            },
          ];
    return { [field]: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } };
  }
  const load = (lines: string[] = []) =>
    loadSampleData({ endpoint, tokenFor: async (subject) => `token of ${subject}`, report: (line) => void lines.push(line) });

  it('brings everything in in the order in which it builds on each other, each part as who may do it', async () => {
    const lines: string[] = [];
    expect(await load(lines)).toEqual({ apiKeys: { vdl: 'slk_made-once' } });
    const steps = sent.map(({ mutation }) => mutation);
    // Placements are long: they take more than one request.
    expect(steps.filter((mutation, index) => mutation !== 'importPlacements' || steps[index - 1] !== mutation)).toEqual([
      'importSchoolLocations',
      'importStaff',
      ...LOCATIONS.map(() => 'importStudents'),
      'importEmployers',
      'importEmployerContacts',
      'importOffers',
      'importPlacements',
      'importHandovers',
    ]);
    const pupils = sent.filter(({ mutation }) => mutation === 'importStudents');
    expect(pupils).toEqual(
      LOCATIONS.map(({ locationCode }) => ({
        who: `Bearer token of coordinator.${locationCode.toLowerCase()}@servicepunt.example`,
        mutation: 'importStudents',
        rows: 40,
        locationCode,
      })),
    );
    const others = sent.filter(({ mutation }) => mutation !== 'importStudents');
    expect([...new Set(others.map(({ mutation, who }) => `${mutation === 'importStaff'} ${who}`))]).toEqual([
      'false Bearer token of servicepunt@servicepunt.example',
      'true Bearer token of bestuur@servicepunt.example',
    ]);
    expect(sent.filter(({ mutation }) => mutation === 'importPlacements').reduce((sum, { rows }) => sum + rows, 0)).toBe(150);
    expect(lines).toHaveLength(13);
    expect(lines[0]).toBe('vestigingen.csv: 6 new');
  });

  it('changes nothing when it is repeated, and makes no second key', async () => {
    await load();
    const lines: string[] = [];
    expect(await load(lines)).toEqual({ apiKeys: {} });
    expect(lines.filter((line) => !/^\S+: \d+ known$/.test(line))).toEqual([]);
  });

  it('ends with what was refused, since the sample and the system do not fit each other then', async () => {
    refuseIn = 'importOffers';
    await expect(load()).rejects.toThrow('stageplaatsen.csv was not taken: line 2, Titel: a rule');
    expect(sent.at(-1)?.mutation).toBe('importOffers');
  });
});

const SITES_OF_COMPANY = [0, 1];
const ALL_SITES = Array.from({ length: 160 }, (_, index) => 101 + index).flatMap((company) =>
  SITES_OF_COMPANY.map((site) => `9${String(company * 10 + site).padStart(11, '0')}`),
);
