/** `npm run token`: a development token of a running stack, for a person of whom only the role and the place matter. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { GatewayError, graphqlClient, type RunQuery } from './graphql-client.ts';
import { issuerKey, mintToken } from './oidc-issuer/tokens.ts';
import { createPeople, roleOf, SIGN_IN_ROLES, type SignInRole, type Wanted } from './people.ts';
import { FIRST_SERVICE_POINT } from './processes.ts';
import { readStackFile } from './stack-file.ts';
import { UserError } from './user-error.ts';

export const USAGE = `Usage: npm run token -- --role ROLE [options]

  --role ROLE        ${SIGN_IN_ROLES.join(', ')}
  --school CODE      of which school location (05KO00)
  --employer KVK     of which employer: KVK number or id
  --group NAME       of which company group
  --student PUPIL    which pupil, or whose guardian: id or school pupil number
  --subject SUBJECT  instead of --role: exactly this person of the identity provider
  --ttl 8h           how long the token is valid: 90s, 30m, 8h, 7d

Prints the token alone on stdout. The stack must be running (npm start; DATA_DIR names another than .data).`;

const DEFAULT_TTL = '8h';
const LONGEST_TTL_SECONDS = 30 * 86_400;
const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };

export interface TokenToolDeps {
  readonly dataFolder: string;
  readonly print: (line: string) => void;
  readonly explain: (line: string) => void;
  readonly connect?: (endpoint: string, token: string) => RunQuery;
}

type Request = { readonly ttlSeconds: number } & (
  | { readonly subject: string }
  | (Wanted & { readonly role: SignInRole; readonly subject?: undefined })
);

/** Makes and prints one token; resolves to the exit code. */
export async function runTokenTool(argv: readonly string[], deps: TokenToolDeps): Promise<number> {
  try {
    if (argv.includes('--help')) {
      deps.explain(USAGE);
      return 0;
    }
    const request = readTokenArguments(argv);
    const stack = readStackFile(deps.dataFolder);
    if (!stack) throw new UserError(`No stack runs on ${deps.dataFolder}. Start it with "npm start", or name its folder in DATA_DIR.`);
    const key = await issuerKey(join(deps.dataFolder, 'keys/oidc-issuer.jwk.json'));
    const tokenFor = (subject: string, ttlSeconds: number) => mintToken({ key, issuer: stack.issuer, subject, ttlSeconds });
    const { subject, who } =
      request.subject === undefined
        ? await createPeople((deps.connect ?? graphqlClient)(stack.endpoint, await tokenFor(FIRST_SERVICE_POINT, 60))).find(request)
        : { subject: request.subject, who: 'as asked' };
    deps.explain(`Token for ${subject} (${who}), valid ${request.ttlSeconds} s at ${stack.endpoint}`);
    deps.print(await tokenFor(subject, request.ttlSeconds));
    return 0;
  } catch (error) {
    if (!(error instanceof UserError || error instanceof GatewayError)) throw error;
    deps.explain(error.message);
    return 1;
  }
}

/** Reads the command line; throws a UserError that says what is wrong with it. */
export function readTokenArguments(argv: readonly string[]): Request {
  const text = { type: 'string' } as const;
  let values: Partial<Record<'role' | 'school' | 'employer' | 'group' | 'student' | 'subject' | 'ttl', string>>;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: { role: text, school: text, employer: text, group: text, student: text, subject: text, ttl: text },
    }));
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  const { role, subject, ttl = DEFAULT_TTL, ...place } = values;
  const ttlSeconds = secondsOf(ttl);
  if (subject !== undefined) {
    if (role !== undefined) throw new UserError('Give --role or --subject, not both.');
    return { subject, ttlSeconds };
  }
  if (role === undefined) throw new UserError(`--role is missing.\n\n${USAGE}`);
  return { ...place, role: roleOf(role), ttlSeconds };
}

function secondsOf(ttl: string): number {
  const [, number = '', unit = ''] = /^(\d{1,6})([smhd])$/.exec(ttl) ?? [];
  const seconds = Number(number) * (UNIT_SECONDS[unit] ?? 0);
  if (seconds < 1 || seconds > LONGEST_TTL_SECONDS)
    throw new UserError(`--ttl must be a number with s, m, h or d, at most 30d: "${ttl}" is not.`);
  return seconds;
}
