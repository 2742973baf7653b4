import type { PlanNode, QueryPlan, ResponsePath, SubscriptionNode } from '@apollo/query-planner';
import { entityFetch, rootFetch } from './fetch.ts';
import type { Run, Step } from './run.ts';
import type { IsA } from './type-relations.ts';

const NOTHING: Step = () => undefined;

/** The plan holds something that this executor does not do: the stock one takes the operation. */
export class NotSupported extends Error {
  override name = 'NotSupported';
}

/** Turns a query plan into what runs it: closures that know all that doesn't depend on a request. Throws `NotSupported`. */
export function compilePlan(plan: QueryPlan, isA: IsA): Step {
  return plan.node ? compileNode(plan.node, [], isA) : NOTHING;
}

function compileNode(node: PlanNode | SubscriptionNode, path: ResponsePath, isA: IsA): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((child) => compileNode(child, path, isA)));
    case 'Parallel':
      return inParallel(node.nodes.map((child) => compileNode(child, path, isA)));
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], isA);
    case 'Fetch':
      if (node.contextRewrites) throw new NotSupported('context arguments');
      if (node.requires) return entityFetch(node, path, isA);
      if (path.length > 0) throw new NotSupported('a root fetch below the root');
      return rootFetch(node);
    case 'Condition': {
      const whenTrue = node.ifClause ? compileNode(node.ifClause, path, isA) : NOTHING;
      const whenFalse = node.elseClause ? compileNode(node.elseClause, path, isA) : NOTHING;
      return (run) => (run.isTrue(node.condition) ? whenTrue(run) : whenFalse(run));
    }
    case 'Defer':
    case 'Subscription':
    default:
      throw new NotSupported(node.kind);
  }
}

/** Also what keeps mutations serial: the plan puts their root fields into a sequence. */
function inSequence(steps: readonly Step[]): Step {
  return async (run: Run) => {
    for (const step of steps) {
      const work = step(run);
      if (work) await work;
    }
  };
}

function inParallel(steps: readonly Step[]): Step {
  return (run) => {
    const work = steps.flatMap((step) => step(run) ?? []);
    if (work.length < 2) return work[0];
    return Promise.all(work).then(() => undefined);
  };
}
