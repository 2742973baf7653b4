import { readCursor, writeCursor } from '@servicepunt/shared/contracts/live';
import { startFakeSubgraph, type FakeSubgraph } from './subgraphs.ts';

export interface LiveSubgraph extends FakeSubgraph {
  /** Something came; `callOut` is the business of the test. */
  add(id: string): void;
  /** Looks at the numbers of topics so far. */
  looks(): number;
  /** Queries for what is new so far. */
  queries(): number;
}

export const TOPIC = 'loc_1';

/** The inbox of `notifications` in small: one topic for everybody, and what came under it. `padding` makes its rows so many characters long. */
export async function startLiveSubgraph(padding = 0): Promise<LiveSubgraph> {
  const came: string[] = [];
  const number = () => 1_000 + came.length;
  const subgraph = await startFakeSubgraph({
    name: 'notifications',
    sdl: `
      type Query { inboxUpdate(after: String): InboxUpdate }
      type Subscription { inboxUpdate(after: String): InboxUpdate }
      type InboxUpdate { cursor: String! complete: Boolean! unreadCount: Int rows: [Row!]! broken: String }
      type Row { id: ID! text: String! }
    `,
    resolvers: {
      Query: {
        inboxUpdate(_: unknown, { after }: { after?: string | null }) {
          const since = readCursor(after ?? '')?.get(TOPIC) ?? number();
          const rows = came.slice(since - 1_000).map((id) => ({ id, text: 'x'.repeat(padding) }));
          return { cursor: writeCursor(new Map([[TOPIC, number()]])), complete: true, unreadCount: came.length, rows };
        },
      },
      InboxUpdate: {
        broken: () => {
          throw new Error('MongoServerError at db.internal:27017');
        },
      },
    },
    calls: {
      'notifications.livePlaces': ({ topics }) => ({ numbers: (topics as string[]).map((topic) => (topic === TOPIC ? number() : null)) }),
    },
  });
  return {
    ...subgraph,
    add: (id) => void came.push(id),
    looks: () => subgraph.seen.filter(({ path }) => path.startsWith('/calls/')).length,
    queries: () => subgraph.seen.filter(({ body }) => body.query?.includes('inboxUpdate')).length,
  };
}
