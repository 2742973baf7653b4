import type { Viewer } from '@servicepunt/shared/contracts/roles';

/**
 * Limits of one document, from the operations of gateway/operations with room: the largest of them has depth 7, no alias beside its
 * fields' names, 6 root fields, 420 tokens and 140 fields. A test keeps them inside.
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

/** Cost that one operation may have, computed with its variables (documents/cost.ts). */
export const OPERATION_COST: Readonly<Record<ClientClass, number>> = { PERSON: 10_000, SYSTEM: 20_000, LINK: 1_000 };

/** Cost units per minute that a viewer may use, by kind, and an address: a school's whole team sits behind one. */
export interface Budgets extends Readonly<Record<ClientClass, number>> {
  readonly ADDRESS: number;
}
export const BUDGETS: Budgets = { PERSON: 120_000, SYSTEM: 240_000, LINK: 20_000, ADDRESS: 1_200_000 };

export function classOf(viewer: Viewer): ClientClass {
  return viewer.kind === 'SYSTEM' ? 'SYSTEM' : viewer.kind === 'LINK' ? 'LINK' : 'PERSON';
}
