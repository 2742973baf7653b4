import type { Viewer } from '../contracts/roles.ts';
import type { Clock } from '../clock.ts';
import type { NewId } from '../ids.ts';
import type { Logger } from '../log.ts';
import type { RestrictedReads } from './restricted-reads.ts';

/** What every request carries; a service adds its rooms to it. */
export interface Context {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Instant (milliseconds) after which nobody waits for the answer any more. */
  readonly deadline: number;
  readonly log: Logger;
  readonly clock: Clock;
  readonly newId: NewId;
  /** What this request read of restricted records so far; written down before the answer leaves. */
  readonly restrictedReads: RestrictedReads;
}
