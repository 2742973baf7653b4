import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import type { RunQuery } from './graphql-client.ts';
import { FIRST_SERVICE_POINT } from './processes.ts';
import { writeStackFile } from './stack-file.ts';
import { readTokenArguments, runTokenTool } from './token-tool.ts';

const ISSUER = 'http://127.0.0.1:9';
let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'token-'));
  mkdirSync(join(dataFolder, 'keys'));
});
afterEach(() => rmSync(dataFolder, { recursive: true }));

function startStack(): void {
  writeStackFile(dataFolder, {
    endpoint: 'http://127.0.0.1:8/graphql',
    mailCatcher: null,
    mailSmtp: '',
    issuer: ISSUER,
    redisUrl: '',
    documents: { kind: 'embedded', url: '' },
    processes: {},
    tokens: {},
  });
}

/** Runs the tool against a gateway that answers by the first root field of the document. */
async function run(argv: string[], answers: Record<string, unknown> = {}) {
  const printed: string[] = [];
  const explained: string[] = [];
  const asked: { token: string; document: string; variables: Record<string, unknown> | undefined }[] = [];
  const code = await runTokenTool(argv, {
    dataFolder,
    print: (line) => void printed.push(line),
    explain: (line) => void explained.push(line),
    connect:
      (_endpoint, token): RunQuery =>
      async <Data>(document: string, variables?: Record<string, unknown>) => {
        asked.push({ token, document, variables });
        const field = Object.keys(answers).find((name) => document.includes(`${name}(`));
        if (field === undefined) throw new Error(`Nobody expected ${document}`);
        const answer = answers[field];
        return { [field]: typeof answer === 'function' ? (answer(variables) as unknown) : answer } as Data;
      },
  });
  return { code, printed, explanation: explained.join('\n'), asked };
}

const LOCATIONS = { nodes: [{ id: 'loc_1', locationCode: '05KO00', name: 'De Brug' }] };

describe('npm run token', () => {
  it('prints a token of a person with that role at that school, and nothing else on stdout', async () => {
    startStack();
    const { code, printed, asked } = await run(['--role', 'coordinator', '--school', '05ko 00', '--ttl', '2h'], {
      schoolLocations: LOCATIONS,
      staffMembers: {
        nodes: [
          { id: 'stf_0', subject: null },
          { id: 'stf_1', subject: 'anna@brug.example', givenName: 'Anna', familyName: 'Bos' },
        ],
      },
    });
    expect(code).toBe(0);
    expect(printed).toHaveLength(1);
    const claims = decodeJwt(printed[0] ?? '');
    expect(claims).toMatchObject({ sub: 'anna@brug.example', iss: ISSUER, aud: 'servicepunt' });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(7_200);
    expect(asked.at(-1)?.variables).toEqual({ filter: { role: 'COORDINATOR', schoolLocation: 'loc_1' } });
    expect(decodeJwt(asked[0]?.token ?? '').sub).toBe(FIRST_SERVICE_POINT);
  });

  it('makes a token for exactly one subject without asking anybody', async () => {
    startStack();
    const { code, printed, asked } = await run(['--subject', 'somebody']);
    expect([code, decodeJwt(printed[0] ?? '').sub, asked.length]).toEqual([0, 'somebody', 0]);
  });

  it('lists the school locations when one is unknown', async () => {
    startStack();
    const { code, printed, explanation } = await run(['--role', 'COORDINATOR', '--school', '99ZZ00'], { schoolLocations: LOCATIONS });
    expect([code, printed]).toEqual([1, []]);
    expect(explanation).toBe('There is no school location 99ZZ00. Locations: 05KO00 (De Brug).');
  });

  it('takes a contact of the whole group for a company without one of its own', async () => {
    startStack();
    const { code, printed, asked } = await run(['--role', 'EMPLOYER_CONTACT', '--employer', '12345678'], {
      employers: { nodes: [{ id: 'emp_1', group: { id: 'grp_1' } }] },
      employerContacts: (variables: { filter: { group?: string } }) => ({
        nodes: variables.filter.group === 'grp_1' ? [{ id: 'con_1', subject: 'group@vdl.example' }] : [],
      }),
    });
    expect([code, decodeJwt(printed[0] ?? '').sub]).toEqual([0, 'group@vdl.example']);
    expect(asked.map(({ variables }) => variables)).toEqual([
      { kvkNumber: '12345678' },
      { filter: { employer: 'emp_1' } },
      { filter: { group: 'grp_1' } },
    ]);
  });

  it('says so when nobody fits', async () => {
    startStack();
    const { code, explanation } = await run(['--role', 'DIRECTOR'], { staffMembers: { nodes: [] } });
    expect([code, explanation]).toEqual([1, 'There is no staff member with the role DIRECTOR that fits.']);
  });

  it('says what to do when no stack runs', async () => {
    const { code, explanation } = await run(['--role', 'COORDINATOR']);
    expect(code).toBe(1);
    expect(explanation).toMatch(/^No stack runs on .*npm start/);
  });
});

describe('its arguments', () => {
  it.each([
    [['--role', 'BOSS'], /There is no role BOSS\. Roles: COORDINATOR, /],
    [['--role', 'EMPLOYER_SYSTEM'], /API key/],
    [['--role', 'receiving-party'], /link in its mail/],
    [[], /--role is missing[^]*Usage:/],
    [['--role', 'DIRECTOR', '--colour', 'red'], /--colour[^]*Usage:/],
    [['--role', 'DIRECTOR', '--subject', 'x'], /not both/],
    [['--role', 'DIRECTOR', '--ttl', '8 hours'], /--ttl must be/],
    [['--role', 'DIRECTOR', '--ttl', '31d'], /--ttl must be/],
    [['--role', 'DIRECTOR', '--ttl', '0h'], /--ttl must be/],
  ])('%j are refused with what is wrong', (argv, message) => {
    expect(() => readTokenArguments(argv)).toThrow(message);
  });

  it('give 8 hours unless told otherwise', () => {
    expect(readTokenArguments(['--role', 'director'])).toEqual({ role: 'DIRECTOR', ttlSeconds: 28_800 });
  });
});
