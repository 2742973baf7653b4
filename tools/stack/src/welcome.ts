/** What a fresh stack needs before a person can use it: data in it, and somebody to be. */
import type { JWK } from 'jose';
import type { DataFolder } from './data-folder.ts';
import { graphqlClient } from './graphql-client.ts';
import { mintToken } from './oidc-issuer/tokens.ts';
import { createPeople, SIGN_IN_ROLES, type SignInRole } from './people.ts';
import { FIRST_SERVICE_POINT } from './processes.ts';
import { NAME_WIDTH, seconds, type ReadyFacts, type Report } from './report.ts';
import { UserError } from './user-error.ts';

const TOKEN_TTL_SECONDS = 12 * 3_600;

export interface WelcomeOptions {
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
  const sample = await sampleOf(options, tokenFor);
  const people = createPeople(graphqlClient(endpoint, await tokenFor(FIRST_SERVICE_POINT)));
  const found = await Promise.all(
    SIGN_IN_ROLES.map(async (role): Promise<Somebody[]> => {
      const person = role === 'SERVICE_POINT' ? FIRST_PERSON : await findOrNone(people, role);
      return person ? [{ role, who: person.who, token: await tokenFor(person.subject) }] : [];
    }),
  );
  const key = sample?.apiKeys.vdl;
  return [
    ...found.flat(),
    ...(key === undefined ? [] : [{ role: 'EMPLOYER_SYSTEM', who: 'HR system of a VDL company (API key)', token: key }]),
  ];
}

const FIRST_PERSON = { subject: FIRST_SERVICE_POINT, who: 'with whom every stack begins' };

type Somebody = ReadyFacts['people'][number];

/** A stack without sample data has nobody yet but the first person of the Servicepunt. */
async function findOrNone(people: ReturnType<typeof createPeople>, role: SignInRole) {
  try {
    return await people.find({ role });
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** What the data folder remembers of the load: a key of an HR system is shown once, when it is made. */
interface LoadedSample {
  readonly loadedAt: string;
  readonly apiKeys: { readonly vdl?: string };
}

async function sampleOf(options: WelcomeOptions, tokenFor: (subject: string) => Promise<string>): Promise<LoadedSample | undefined> {
  const { endpoint, folder, report } = options;
  const known = folder.recall<LoadedSample>('sample-data');
  if (known !== undefined || options.sampleData === 'none') return known;
  const began = performance.now();
  report.line('  Loading the sample data, once for this data folder:');
  const { loadSampleData } = await import('@servicepunt/sample-data/load');
  const { apiKeys } = await loadSampleData({ endpoint, tokenFor, report: (line) => report.line(`    ${line}`) }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The sample data could not be loaded: ${reason}\nThe next start goes on where this one ended; SAMPLE_DATA=none starts without.`,
    );
  });
  const loaded: LoadedSample = { loadedAt: new Date().toISOString(), apiKeys };
  folder.remember('sample-data', loaded);
  report.line(`  ${'sample data'.padEnd(NAME_WIDTH)}${seconds(performance.now() - began).padStart(7)}`);
  return loaded;
}
