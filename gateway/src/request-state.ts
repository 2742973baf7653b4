import type { Viewer } from '@servicepunt/shared/contracts/roles';
import type { Logger } from '@servicepunt/shared/log';
import type { PreparedOperation } from './documents/prepare.ts';
import type { Supergraph } from './supergraph/supergraph.ts';

/** One call to a subgraph, for the operation's log line. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly ms: number;
  readonly outcome: string;
}

/** What one request carries from its arrival to its answer; nothing of it is shared with another request. */
export interface RequestState {
  readonly requestId: string;
  /** Null where the gateway runs without identities. */
  readonly viewer: Viewer | null;
  /** Instant in milliseconds. */
  readonly deadline: number;
  readonly log: Logger;
  readonly supergraph: Supergraph;
  readonly operation: PreparedOperation;
  readonly calls: SubgraphCall[];
}
