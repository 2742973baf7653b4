import type { Viewer } from '@servicepunt/shared/contracts/roles';

/**
 * Limits of one document, from the operations of gateway/operations with room: the largest of them has 3,000 characters, 300 tokens,
 * depth 8, 100 fields, 6 root fields, and no alias or directive. A test keeps them inside three quarters of each limit, and four fifths
 * of the depth.
 */
export interface DocumentLimits {
  readonly sourceLength: number;
  readonly tokens: number;
  readonly comments: number;
  /** Levels of fields below the root; introspection has the limit of graphql-js. */
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Fields after fragments were put in their places. */
  readonly fields: number;
}

export const DOCUMENT_LIMITS: DocumentLimits = {
  sourceLength: 16_000,
  tokens: 2_000,
  comments: 40,
  depth: 10,
  aliases: 30,
  rootFields: 12,
  directives: 30,
  fields: 600,
};

/** For a gateway that is started alone in front of foreign supergraphs: only what protects the process itself. */
export const OPEN_DOCUMENT_LIMITS: DocumentLimits = {
  sourceLength: 100_000,
  tokens: 20_000,
  comments: 1_000,
  depth: 50,
  aliases: 1_000,
  rootFields: 200,
  directives: 500,
  fields: 20_000,
};

export const BODY_LIMIT_BYTES = 100_000;

/** Who pays for an operation: a person at a screen, a machine that fetches whole lists, a link with its one task. */
export type ClientClass = 'PERSON' | 'SYSTEM' | 'LINK';

/** Cost that one operation may have with its variables: a pupil's page costs 2,800, a company's hundred trainees 1,400, a form 70. */
export const OPERATION_COST: Readonly<Record<ClientClass, number>> = { PERSON: 5_000, SYSTEM: 10_000, LINK: 500 };

/**
 * Cost units per minute that a viewer may use, by kind, an address: a school's whole team sits behind one, and a client: a release of the
 * frontend that asks in a circle in everybody's browser must leave room for the others. A client is what it calls itself, which anybody can:
 * its budget is so large that no few viewers or addresses can use it up for the rest.
 * An import of 50,000 rows looks up as many, which is what a person's budget has to hold.
 */
export interface Budgets extends Readonly<Record<ClientClass, number>> {
  readonly ADDRESS: number;
  readonly CLIENT: number;
}
export const BUDGETS: Budgets = { PERSON: 300_000, SYSTEM: 300_000, LINK: 20_000, ADDRESS: 1_500_000, CLIENT: 30_000_000 };

/**
 * Programs of ours that name themselves by `x-client-name` and have a budget each; all others share one, so that made-up names
 * make no budgets.
 */
export const CLIENTS: ReadonlySet<string> = new Set(['frontend', 'import']);
export const OTHER_CLIENT = 'other';

/** What an operation costs that took the planning process down: others waited for the next one. */
export const PLANNER_DEATH_COST = 50_000;

export function scaledBudgets(factor: number): Budgets {
  return {
    PERSON: BUDGETS.PERSON * factor,
    SYSTEM: BUDGETS.SYSTEM * factor,
    LINK: BUDGETS.LINK * factor,
    ADDRESS: BUDGETS.ADDRESS * factor,
    CLIENT: BUDGETS.CLIENT * factor,
  };
}

export function classOf(viewer: Viewer): ClientClass {
  return viewer.kind === 'SYSTEM' ? 'SYSTEM' : viewer.kind === 'LINK' ? 'LINK' : 'PERSON';
}
