import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { containsNationalNumber, FREE_TEXT_MAX_LENGTH } from './contracts/free-text.ts';
import { messageOf, Refusal, type Messages, type Problem } from './errors.ts';
import { ServiceUnavailable } from './service-client.ts';
import type { Context } from './subgraph/context.ts';

/**
 * The one way a mutation runs. Identity and role are checked by the field's verdict; then every `FreeText` of the input is read
 * for national numbers and length, the action runs, and what it refuses becomes `userErrors` in the caller's language.
 * Logged: who (id), what, how it ended, how long; never the input.
 */
export function wrapMutation(field: GraphQLField<unknown, Context>, messages: Messages): void {
  const run = field.resolve ?? defaultFieldResolver;
  const inputType = field.args[0]?.type;
  const freeTextProblems = inputType ? freeTextReader(inputType) : () => [];
  field.resolve = async (source, args: Record<string, unknown>, context, info) => {
    const started = performance.now();
    const done = (outcome: string, codes: readonly string[] = []) =>
      context.log.info({
        event: 'mutation',
        mutation: field.name,
        outcome,
        codes,
        viewer: context.viewer.id,
        viewerKind: context.viewer.kind,
        ms: Math.round(performance.now() - started),
      });
    const answer = (problems: readonly Problem[], payload: Readonly<Record<string, unknown>> = {}) => {
      done(
        'refused',
        problems.map((problem) => problem.code),
      );
      return {
        ...payload,
        userErrors: problems.map((problem) => ({
          code: problem.code,
          field: problem.field ?? null,
          message: messageOf(messages, problem, context.viewer.language),
        })),
      };
    };
    const problems = freeTextProblems(args['input'], '');
    if (problems.length > 0) return answer(problems);
    try {
      const payload: unknown = await run(source, args, context, info);
      done('done');
      return { userErrors: [], ...(payload as object) };
    } catch (error) {
      if (error instanceof Refusal) return answer(error.problems, error.payload);
      if (error instanceof ServiceUnavailable) return answer([{ code: 'SERVICE_UNAVAILABLE' }]);
      done('failed');
      throw error;
    }
  };
}

/** What a mutation's resolver returns: its payload without `userErrors`, which the wrapper adds. */
export type PayloadBody = object;

type Reader = (value: unknown, path: string) => Problem[];

/** What free text may not hold, by the scalar's name in the input type; a field that isn't `FreeText` is not read. */
function freeTextReader(type: GraphQLInputType, known = new Map<string, Reader>()): Reader {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const readItem = freeTextReader(nullable.ofType as GraphQLInputType, known);
    return (value, path) => (Array.isArray(value) ? value.flatMap((item, index) => readItem(item, join(path, String(index)))) : []);
  }
  const named = getNamedType(nullable);
  if (named.name === 'FreeText') {
    return (value, path) => {
      if (typeof value !== 'string') return [];
      if (value.length > FREE_TEXT_MAX_LENGTH) return [{ code: 'TEXT_TOO_LONG', field: path, params: { max: FREE_TEXT_MAX_LENGTH } }];
      return containsNationalNumber(value) ? [{ code: 'NATIONAL_NUMBER', field: path }] : [];
    };
  }
  if (!isInputObjectType(named)) return () => [];
  const existing = known.get(named.name);
  if (existing) return existing;
  let readers: [string, Reader][] = [];
  // Registered before its fields are read: input types may refer to themselves.
  const read: Reader = (value, path) =>
    value !== null && typeof value === 'object'
      ? readers.flatMap(([name, reader]) => reader((value as Record<string, unknown>)[name], join(path, name)))
      : [];
  known.set(named.name, read);
  readers = Object.values(named.getFields()).map((field) => [field.name, freeTextReader(field.type, known)]);
  return read;
}

const join = (path: string, step: string) => (path === '' ? step : `${path}.${step}`);
