import type { GraphQLDataSource } from '@apollo/gateway';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import { SubgraphUnavailable } from '../subgraph/client.ts';
import { atEveryPosition, withoutRepeats } from '../subgraph/representations.ts';
import { unavailableErrors } from '../subgraph/unavailable-errors.ts';

/** What @apollo/gateway's executor asks subgraphs through. */
export function apolloDataSource(subgraph: string, ask: AskSubgraph): GraphQLDataSource<{ state: RequestState }> {
  return {
    async process({ request, context }) {
      const { query = '', variables, operationName } = request;
      const state = (context as { state: RequestState }).state;
      const asked = variables?.['representations'] as readonly unknown[] | undefined;
      const repeats = asked ? withoutRepeats(asked) : null;
      const body = JSON.stringify({
        query,
        ...(operationName === undefined ? {} : { operationName }),
        variables: repeats ? { ...variables, representations: repeats.unique } : variables,
      });
      try {
        const answer = await ask(subgraph, body, query.startsWith('mutation'), state);
        return repeats ? atEveryPosition(answer, repeats) : answer;
      } catch (error) {
        if (!(error instanceof SubgraphUnavailable)) throw error;
        return { errors: unavailableErrors(query, asked?.length ?? 0) };
      }
    },
  } as GraphQLDataSource<{ state: RequestState }>;
}
