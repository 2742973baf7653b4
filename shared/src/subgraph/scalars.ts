import { GraphQLScalarType, Kind, GraphQLError } from 'graphql';
import { GraphQLEmailAddress, GraphQLPhoneNumber, GraphQLURL } from 'graphql-scalars';

/** A scalar held as text; `read` returns the normal form or undefined where the text isn't one. */
function textScalar(name: string, expected: string, read: (text: string) => string | undefined): GraphQLScalarType<string, string> {
  const parse = (value: unknown): string => {
    const result = typeof value === 'string' ? read(value) : undefined;
    if (result === undefined) throw new GraphQLError(`Expected type "${name}": ${expected}`);
    return result;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => String(value),
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function calendarDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
}

const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});
function instant(value: unknown): Date {
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value)) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  throw new GraphQLError('Expected type "DateTime": an instant with its zone, as 2026-11-24T09:00:00Z');
}

/** Scalars of graphql-scalars return URL objects and echo values; ours keep the text and say what is expected. */
const through = (scalar: GraphQLScalarType, expected: string, name = scalar.name) =>
  textScalar(name, expected, (text) => {
    try {
      return String(scalar.parseValue(text.trim()));
    } catch {
      return undefined;
    }
  });

export const scalars = {
  Date: textScalar('Date', 'a calendar day, as 2026-11-24', calendarDay),
  DateTime,
  LocalTime: textScalar('LocalTime', 'a time of day, as 09:00', (text) => (/^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : undefined)),
  EmailAddress: through(GraphQLEmailAddress, 'an e-mail address'),
  PhoneNumber: through(GraphQLPhoneNumber, 'a number in international form, as +31612345678', 'PhoneNumber'),
  URL: textScalar('URL', 'an absolute http(s) address', (text) => {
    try {
      return /^https?:/.test(text) ? String(GraphQLURL.parseValue(text)) : undefined;
    } catch {
      return undefined;
    }
  }),
  // Trimmed and in one Unicode form; length and content are judged by the mutation wrapper, which answers with userErrors.
  FreeText: textScalar('FreeText', 'text', (text) => text.normalize('NFC').trim()),
};
