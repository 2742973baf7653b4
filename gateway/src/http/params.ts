import type { IncomingMessage } from 'node:http';
import { BodyTooLarge, readBody } from '@servicepunt/shared/http';
import { isAbsent, isRecord } from '@servicepunt/shared/json';
import { RequestRefused } from '../refusal.ts';
import { isJson } from './media-type.ts';

/** What a client asks for: a document, or the id of a trusted one. */
export interface GraphQLParams {
  readonly query: string | undefined;
  readonly documentId: string | undefined;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/** Reads the one operation that a request holds. Batches, other methods than POST and other types than JSON are refused. */
export async function readParams(request: IncomingMessage, bodyLimit: number): Promise<GraphQLParams> {
  if (request.method !== 'POST') throw new RequestRefused(405, 'BAD_REQUEST', 'Send operations by POST.', { allow: 'POST' });
  if (!isJson(request.headers['content-type']))
    throw new RequestRefused(415, 'BAD_REQUEST', 'The content-type must be application/json in UTF-8.');
  let body: unknown;
  try {
    const json = await readBody(request, bodyLimit);
    if (json.length > SHORT && nestsDeeplyIn(json)) throw new RequestRefused(400, 'BAD_REQUEST', 'The body is nested too deeply.');
    body = JSON.parse(json);
  } catch (error) {
    if (error instanceof BodyTooLarge)
      throw new RequestRefused(413, 'BAD_REQUEST', `The body may hold ${bodyLimit} bytes.`, { connection: 'close' });
    if (error instanceof SyntaxError) throw new RequestRefused(400, 'BAD_REQUEST', 'The body is not JSON.');
    throw error;
  }
  return paramsOf(body);
}

/** A body so short is parsed in no time, however it is nested. */
const SHORT = 8_000;
/** No input of ours comes near it. */
const MAX_NESTING = 100;

/** Whether JSON nests too deeply: 50,000 brackets take the parser longer than a page takes the whole gateway. */
function nestsDeeplyIn(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < json.length; index += 1) {
    const character = json[index];
    if (inString) {
      if (character === '\\') index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '[' || character === '{') {
      depth += 1;
      if (depth > MAX_NESTING) return true;
    } else if (character === ']' || character === '}') depth -= 1;
  }
  return false;
}

function paramsOf(body: unknown): GraphQLParams {
  if (Array.isArray(body)) throw new RequestRefused(400, 'BAD_REQUEST', 'Send one operation per request.');
  if (!isRecord(body)) throw new RequestRefused(400, 'BAD_REQUEST', 'The body must be a JSON object.');
  const { query, documentId, operationName, variables, extensions } = body;
  record(extensions, 'extensions');
  if (isAbsent(query) && isAbsent(documentId)) {
    if (isRecord(extensions) && 'persistedQuery' in extensions)
      throw new RequestRefused(400, 'PERSISTED_QUERY_NOT_SUPPORTED', 'Documents are not stored on request: send `query`.');
    throw new RequestRefused(400, 'BAD_REQUEST', 'The body needs `query`, or `documentId` of a trusted document.');
  }
  return {
    query: text(query, 'query'),
    documentId: text(documentId, 'documentId'),
    operationName: text(operationName, 'operationName'),
    variables: record(variables, 'variables'),
  };
}

function text(value: unknown, name: string): string | undefined {
  if (isAbsent(value)) return undefined;
  if (typeof value !== 'string') throw new RequestRefused(400, 'BAD_REQUEST', `\`${name}\` must be a string.`);
  return value;
}
function record(value: unknown, name: string): Record<string, unknown> | undefined {
  if (isAbsent(value)) return undefined;
  if (!isRecord(value)) throw new RequestRefused(400, 'BAD_REQUEST', `\`${name}\` must be an object.`);
  return value;
}
