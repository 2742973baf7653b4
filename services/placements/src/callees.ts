import type { Context } from '@servicepunt/shared/subgraph/context';
import type { CallInput, CallName, CallOutput } from '@servicepunt/shared/contracts/calls';
import type { Call, CallOptions } from '@servicepunt/shared/service-client';

/** The facts of a pupil that a decision needs. */
export type PupilFacts = NonNullable<CallOutput<'students.studentForPlacement'>['student']>;

/** Calls to the other services for a request: on behalf of its viewer, within its deadline, under its request id. */
export type CallFor = <N extends CallName>(context: Context, name: N, input: CallInput<N>) => Promise<CallOutput<N>>;

export function createCallFor(call: Call): CallFor {
  return (context, name, input) => {
    const options: CallOptions = { onBehalfOf: context.viewer, requestId: context.requestId, deadline: context.deadline };
    return call(name, input, options);
  };
}
