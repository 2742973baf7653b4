import type { GraphQLFormattedError } from 'graphql';
import { maskError } from '@servicepunt/shared/errors';
import type { RequestState } from './request-state.ts';

/** What a subgraph may say to a client. Everything else that it says is about the house's own doing, and is masked. */
const FROM_SUBGRAPHS = new Set<unknown>(['FORBIDDEN', 'TOO_MANY_ROWS', 'BAD_USER_INPUT', 'SUBGRAPH_UNAVAILABLE']);
/** An answer names so many errors; a broken page of thousands of rows says the same thing again and again. */
const MAX_ERRORS = 500;

/** The errors of an answer as a client may read them; what is masked is logged under the request id. */
export function errorsForClient(errors: readonly GraphQLFormattedError[], state: RequestState): GraphQLFormattedError[] {
  return errors.slice(0, MAX_ERRORS).map((error) => {
    const { serviceName: subgraph, code } = error.extensions ?? {};
    const foreign = subgraph !== undefined && !FROM_SUBGRAPHS.has(code);
    const onMasked = () =>
      state.log.error({ event: 'error-masked', code, subgraph, path: error.path?.join('.'), requestId: state.requestId, err: error });
    return maskError(foreign ? { ...error, extensions: {} } : error, error, state.requestId, onMasked);
  });
}
