/** Where the samples of the last release stand. */
export const RELEASED = 'shared/src/contracts/released';

/** An event as a producer of that release told it. */
export interface EventSample {
  readonly type: string;
  readonly number: number;
  readonly id: string;
  readonly at: string;
  readonly revision: number;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}
/** A service call as a caller of that release made it, and as a callee of that release answered. */
export interface CallSample {
  readonly input: unknown;
  readonly output: unknown;
}
/** A job as a producer of that release put it into a queue. */
export interface JobSample {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}
