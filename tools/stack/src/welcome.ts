/** What a fresh stack needs before a person can use it: data in it, and somebody to be. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { JWK } from 'jose';
import type { DataFolder } from './data-folder.ts';
import { graphqlClient } from './graphql-client.ts';
import { mintToken } from './oidc-issuer/tokens.ts';
import { createPeople, SIGN_IN_ROLES, type SignInRole } from './people.ts';
import { FIRST_SERVICE_POINT } from './processes.ts';
import { seconds, type ReadyFacts, type Report } from './report.ts';
import { UserError } from './user-error.ts';

const TOKEN_TTL_SECONDS = 12 * 3_600;

export interface WelcomeOptions {
  readonly root: string;
  readonly endpoint: string;
  /** Absent where people sign in elsewhere (OIDC_ISSUER): then nobody's token can be made here. */
  readonly signer: { readonly key: JWK; readonly issuer: string } | undefined;
  readonly audience: string;
  readonly folder: DataFolder;
  readonly sampleData: 'full' | 'none';
  readonly report: Report;
}

/** Loads the sample data once per data folder, and makes one token per role. */
export async function welcome(options: WelcomeOptions): Promise<ReadyFacts['people']> {
  const { signer, endpoint, report } = options;
  if (!signer) {
    report.line('  People sign in at OIDC_ISSUER: no tokens are made here, and no sample data is loaded.');
    return [];
  }
  const tokenFor = (subject: string) => mintToken({ ...signer, subject, audience: options.audience, ttlSeconds: TOKEN_TTL_SECONDS });
  if (options.sampleData === 'full' && options.folder.recall('sample-data') === undefined) await loadOnce(options, tokenFor);

  const people = createPeople(graphqlClient(endpoint, await tokenFor(FIRST_SERVICE_POINT)));
  const found = await Promise.all(SIGN_IN_ROLES.map(async (role) => ({ role, person: await findOrNone(people, role) })));
  return Promise.all(
    found.flatMap(({ role, person }) => (person ? [tokenFor(person.subject).then((token) => ({ role, who: person.who, token }))] : [])),
  );
}

/** A stack without sample data has nobody yet but the first person of the Servicepunt. */
async function findOrNone(people: ReturnType<typeof createPeople>, role: SignInRole) {
  try {
    return await people.find({ role });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

interface SampleData {
  /** Brings the sample data in through the gateway; what is there already stays as it is. */
  loadSampleData(options: {
    endpoint: string;
    tokenFor: (subject: string) => Promise<string>;
    report: (line: string) => void;
  }): Promise<void>;
}

async function loadOnce({ root, endpoint, folder, report }: WelcomeOptions, tokenFor: (subject: string) => Promise<string>): Promise<void> {
  const file = join(root, 'tools/sample-data/src/load.ts');
  if (!existsSync(file)) throw new UserError(`The sample data can't be loaded: ${file} is missing. SAMPLE_DATA=none starts without.`);
  const began = performance.now();
  report.line('  Loading the sample data (once per data folder) …');
  const { loadSampleData } = (await import(pathToFileURL(file).href)) as SampleData;
  await loadSampleData({ endpoint, tokenFor, report: (line) => report.line(`    ${line}`) });
  folder.remember('sample-data', { loadedAt: new Date().toISOString() });
  report.line(`  Sample data loaded in ${seconds(performance.now() - began)}`);
}
