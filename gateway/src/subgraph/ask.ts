import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { tracing } from '@servicepunt/shared/telemetry/tracing';
import { tracedAsk } from '../observe/traces.ts';
import type { RequestState } from '../request-state.ts';
import { SubgraphUnavailable, type SubgraphAnswer, type SubgraphClient } from './client.ts';

/** Asks one subgraph on behalf of a request, under the viewer's identity. Rejects with `SubgraphUnavailable`. */
export type AskSubgraph = (subgraph: string, body: string, isMutation: boolean, state: RequestState) => Promise<SubgraphAnswer>;
/** A token that shows the viewer to a subgraph; undefined where there are no identities. */
export type SignFor = (viewer: Viewer, subgraph: string) => Promise<string>;

export function createAskSubgraph(clients: ReadonlyMap<string, SubgraphClient>, signFor: SignFor | null): AskSubgraph {
  const ask: AskSubgraph = async (subgraph, body, isMutation, state) => {
    const client = clients.get(subgraph);
    if (!client) throw new Error(`The supergraph names a subgraph ${subgraph} that has no client`);
    const started = performance.now();
    const note = (outcome: string) => state.calls.push({ subgraph, ms: Math.round(performance.now() - started), outcome });
    try {
      const identity = signFor && state.viewer ? await signFor(state.viewer, subgraph) : undefined;
      const answer = await client.send({
        body,
        isMutation,
        identity,
        requestId: state.requestId,
        deadline: state.deadline,
        traceparent: tracing?.traceparent(),
      });
      note(answer.errors ? 'errors' : 'ok');
      return answer;
    } catch (error) {
      note(error instanceof SubgraphUnavailable ? error.reason : 'failed');
      if (error instanceof SubgraphUnavailable)
        state.log.warn({ event: 'subgraph-unavailable', subgraph, reason: error.reason, requestId: state.requestId });
      throw error;
    }
  };
  return tracing ? tracedAsk(tracing, ask) : ask;
}
