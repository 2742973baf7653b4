import type { QueryPlan } from '@apollo/query-planner';
import {
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  type DirectiveNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import type { PreparedOperation } from '../documents/prepare.ts';
import type { RequestState } from '../request-state.ts';
import type { AskSubgraph } from '../subgraph/ask.ts';
import { prepareIntrospection } from './introspection.ts';
import { BUBBLE, compileProjection, type Fault } from './projection.ts';
import type { FoundError, Run } from './run.ts';
import { compilePlan } from './steps.ts';
import type { Tree } from './tree.ts';
import type { IsA } from './type-relations.ts';

/** An operation with all that can be known before a request: its plan, compiled, and the projection to its selection. */
export type ExecutableOperation = (state: RequestState, variables: Readonly<Record<string, unknown>>) => Promise<ExecutionResult<Tree>>;

/** Combinations of `@skip` and `@include` values that are kept; an operation of ours has at most a few. */
const MAX_PROJECTIONS = 64;
const MAX_VARIABLE_ERRORS = 10;

export function compileOperation(options: {
  schema: GraphQLSchema;
  isA: IsA;
  operation: PreparedOperation;
  plan: QueryPlan;
  ask: AskSubgraph;
}): ExecutableOperation {
  const { schema, ask } = options;
  const { document, node } = options.operation;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const root = schema.getRootType(node.operation);
  if (!root) throw new Error(`The supergraph has no root type for a ${node.operation}`);
  const step = compilePlan(options.plan, options.isA);
  const introspect = prepareIntrospection(schema, document, node, fragments);
  const switches = switchVariables(options.operation);
  const definitions = node.variableDefinitions ?? [];
  const projections = new Map<string, ReturnType<typeof compileProjection>>();

  function projectionFor(values: Readonly<Record<string, unknown>>, introspection: Readonly<Record<string, unknown>>) {
    const included = (directives: readonly DirectiveNode[] | undefined) => isIncluded(directives, values);
    const compile = () =>
      compileProjection({
        schema,
        fragments,
        included,
        root: root as NonNullable<typeof root>,
        selectionSet: node.selectionSet,
        introspection,
      });
    // What introspection answers depends on variables too.
    if (introspect) return compile();
    const key = switches.map((name) => (values[name] === true ? '1' : '0')).join('');
    let projection = projections.get(key);
    if (!projection) {
      if (projections.size >= MAX_PROJECTIONS) projections.clear();
      projections.set(key, (projection = compile()));
    }
    return projection;
  }

  return async (state, variables) => {
    let values: Readonly<Record<string, unknown>> = variables;
    if (definitions.length > 0) {
      const coerced = getVariableValues(schema, definitions, variables, { maxErrors: MAX_VARIABLE_ERRORS });
      if (coerced.errors) return { errors: coerced.errors };
      values = coerced.coerced;
    }
    const run: Run = { ask, state, variables, isTrue: (name) => values[name] === true, tree: {}, errors: [] };
    const work = step(run);
    if (work) await work;
    const faults: Fault[] = [];
    const data = projectionFor(values, introspect ? introspect(variables) : {})(run.tree, faults);
    const result = data === BUBBLE ? null : (data as Tree);
    if (run.errors.length === 0 && faults.length === 0) return { data: result };
    return { data: result, errors: errorsOf(run.errors, faults) };
  };
}

/** Variables that decide whether something is in the answer. */
function switchVariables({ document }: PreparedOperation): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      if (directive.name.value !== 'skip' && directive.name.value !== 'include') return;
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function isIncluded(directives: readonly DirectiveNode[] | undefined, values: Readonly<Record<string, unknown>>): boolean {
  return (directives ?? []).every(({ name, arguments: args }) => {
    if (name.value !== 'skip' && name.value !== 'include') return true;
    const node = args?.find((arg) => arg.name.value === 'if')?.value;
    const value = node?.kind === Kind.VARIABLE ? values[node.name.value] : node?.kind === Kind.BOOLEAN && node.value;
    return (value === true) === (name.value === 'include');
  });
}

/** A null that nobody explained is only told when nothing else is: it mostly follows from what was told. */
function errorsOf(found: readonly FoundError[], faults: readonly Fault[]): GraphQLError[] {
  const errors = found.map(
    ({ error, subgraph, path }) =>
      new GraphQLError(error.message, {
        ...(path ? { path } : {}),
        extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, serviceName: subgraph },
      }),
  );
  const open = faults.filter(({ kind }) => kind === 'open');
  for (const { path } of open)
    errors.push(
      new GraphQLError('This part is not available now. Try again later.', {
        path: path.toReversed(),
        extensions: { code: 'SUBGRAPH_UNAVAILABLE' },
      }),
    );
  if (errors.length > 0) return errors;
  return faults.map(
    ({ path }) => new GraphQLError('A subgraph answered with a value that its schema forbids.', { path: path.toReversed() }),
  );
}
