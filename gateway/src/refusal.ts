/** Codes of requests that the gateway refuses itself; a client can tell by them what to do. */
export type RefusalCode =
  | 'BAD_REQUEST'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'PERSISTED_QUERY_NOT_SUPPORTED'
  | 'UNKNOWN_DOCUMENT'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'DOCUMENT_TOO_LARGE'
  | 'OPERATION_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'BUSY'
  | 'SUBGRAPH_UNAVAILABLE';

export interface RefusedError {
  readonly message: string;
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
}

/** The request ends here: this HTTP status, this code, these words. Never holds what the caller sent. */
export class RequestRefused extends Error {
  override name = 'RequestRefused';
  readonly status: number;
  readonly code: RefusalCode;
  readonly headers: Readonly<Record<string, string>>;
  readonly errors: readonly RefusedError[];
  /** What the log says of it, and the caller isn't told. */
  readonly reason: string | undefined;
  constructor(
    status: number,
    code: RefusalCode,
    errors: string | readonly RefusedError[],
    headers: Readonly<Record<string, string>> = {},
    reason?: string,
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = typeof errors === 'string' ? [{ message: errors }] : errors;
    this.headers = headers;
    this.reason = reason;
  }
}
