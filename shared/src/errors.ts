import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Language } from './contracts/roles.ts';

/** A message in every language that we speak; `{name}` stands for a parameter. */
export type Messages<Code extends string = string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;

/**
 * The caller's mistake: becomes one `userErrors` entry. Nothing was written.
 * `params` fill the message and must never hold what the caller typed; `payload` is what the answer shows beside the error (the current state after a conflict).
 */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly problems: readonly Problem[];
  readonly payload: Readonly<Record<string, unknown>>;
  constructor(problems: readonly Problem[], payload: Readonly<Record<string, unknown>> = {}) {
    super(problems.map((problem) => problem.code).join(', '));
    this.problems = problems;
    this.payload = payload;
  }
}
export interface Problem<Code extends string = string> {
  readonly code: Code;
  /** Path of the input field (`workingTimes.2.endsAt`), or null where it's about the whole. */
  readonly field?: string | null;
  readonly params?: Readonly<Record<string, Wording | number>>;
}

/** Words for a message: the same in every language (`05KO00`), or one text per language. */
export type Wording = string | Readonly<Record<Language, string>>;

/** Ends the action with one refusal. */
export function refuse<Code extends string>(
  code: Code,
  field: string | null = null,
  params: Problem['params'] = {},
  payload: Record<string, unknown> = {},
): never {
  throw new Refusal([{ code, field, params }], payload);
}

/** Codes that every service's error enum has. */
export const commonMessages = {
  NOT_FOUND: { nl: 'Niet gevonden. Controleer de gegevens of vraag toegang aan.', en: 'Not found. Check the id, or ask for access.' },
  FORBIDDEN: {
    nl: 'U mag dit niet doen. Vraag het aan de coördinator van de school of aan het Servicepunt.',
    en: "You may not do this. Ask the school's coordinator or the Servicepunt.",
  },
  REVISION_CONFLICT: {
    nl: 'Iemand anders heeft dit intussen gewijzigd. Bekijk de huidige stand en probeer het opnieuw.',
    en: 'Somebody else changed this meanwhile. Look at the current state and try again.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    nl: 'Deze sleutel is al gebruikt voor andere invoer. Neem een nieuwe sleutel.',
    en: 'This idempotency key was used for another input. Take a new key.',
  },
  NATIONAL_NUMBER: {
    nl: 'De tekst bevat een getal dat een burgerservicenummer kan zijn; dat mag hier niet staan. Ongeveer 1 op de 11 willekeurige getallen van 9 cijfers voldoet aan de elfproef: schrijf een ander nummer anders op.',
    en: 'The text holds a number that may be a citizen service number, which may not be stored. About 1 in 11 random 9-digit numbers pass the eleven test: write another number differently.',
  },
  TEXT_TOO_LONG: { nl: 'De tekst is te lang: hoogstens {max} tekens.', en: 'The text is too long: at most {max} characters.' },
  INVALID_INPUT: { nl: 'Deze waarde is niet geldig: {rule}', en: 'This value is not valid: {rule}' },
  SERVICE_UNAVAILABLE: {
    nl: 'Een ander onderdeel antwoordt nu niet. Er is niets opgeslagen; probeer het straks opnieuw.',
    en: 'Another part does not answer now. Nothing was stored; try again later.',
  },
} as const satisfies Messages;
export type CommonCode = keyof typeof commonMessages;

/** The text of a problem in the caller's language. */
export function messageOf(messages: Messages, problem: Problem, language: Language): string {
  const template = messages[problem.code]?.[language];
  if (template === undefined) throw new Error(`No message for the code ${problem.code}`);
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = problem.params?.[name] ?? whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}

export const unauthenticated = () => new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
export const forbidden = () => new GraphQLError('You may not see or do this.', { extensions: { code: 'FORBIDDEN' } });
/** Too many rows behind one edge of many parents: the caller has to ask for fewer. */
export const tooManyRows = () =>
  new GraphQLError('Too many rows for one answer: ask for fewer parents or a smaller page.', { extensions: { code: 'TOO_MANY_ROWS' } });
/** An argument of a query that can't be used; `rule` says what would be right and never echoes the value. */
export const badArgument = (argument: string, rule: string) =>
  new GraphQLError(`${argument}: ${rule}`, { extensions: { code: 'BAD_USER_INPUT', argument } });

const OWN_CODES = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'TOO_MANY_ROWS',
  'BAD_USER_INPUT',
  'SUBGRAPH_UNAVAILABLE',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
]);

/**
 * What a caller may read of an error. Ours pass as they are; a value that a scalar refused is never echoed;
 * everything else becomes one message, and the detail goes to the log by `onMasked`.
 */
export function maskError(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
  onMasked: (error: unknown) => void,
): GraphQLFormattedError {
  const code = typeof formatted.extensions?.['code'] === 'string' ? formatted.extensions['code'] : 'INTERNAL_SERVER_ERROR';
  const place = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
  if (!OWN_CODES.has(code)) {
    onMasked(error);
    return {
      message: 'Something went wrong on our side. Give this request id to the Servicepunt.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
    };
  }
  return { message: code === 'BAD_USER_INPUT' ? withoutValue(formatted.message) : formatted.message, ...place, extensions: { code } };
}

/** graphql-js quotes the refused value: `Variable "$x" got invalid value "123" at "x.birthDate"; …` keeps the place and the reason's class only. */
function withoutValue(message: string): string {
  const variable =
    /^Variable "(\$[\w]+)" got invalid value .* at "([\w.[\]]+)"; ([\s\S]*)$/.exec(message) ??
    /^Variable "(\$[\w]+)" got invalid value ()[\s\S]*?; ([\s\S]*)$/.exec(message);
  if (!variable) return message;
  const reason = /Expected type "([\w![\]]+)"/.exec(variable[3] ?? '')?.[1];
  const missing = /Field "(\w+)" of required type "([\w![\]]+)" was not provided/.exec(variable[3] ?? '');
  const unknown = /Field "(\w+)" is not defined by type "(\w+)"/.exec(variable[3] ?? '');
  const where = variable[2] ? `${variable[1]} at ${variable[2]}` : variable[1];
  if (missing) return `Variable ${where}: the field ${missing[1]} (${missing[2]}) is missing.`;
  if (unknown) return `Variable ${where}: ${unknown[2]} has no field ${unknown[1]}.`;
  return `Variable ${where}: the value is not a valid ${reason ?? 'value of its type'}.`;
}
