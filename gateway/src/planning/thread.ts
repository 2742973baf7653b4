/**
 * The thread that plans: Apollo's query planner builds a graph of the whole supergraph and searches it, which takes tens to hundreds
 * of milliseconds; on the main thread every request in flight would wait for it.
 */
import { parentPort } from 'node:worker_threads';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import type { Question, Reply } from './protocol.ts';

const loaded = new Map<string, { apiSchema: Schema; planner: QueryPlanner }>();

function load(name: string, sdl: string): string {
  const supergraph = Supergraph.build(sdl);
  const apiSchema = supergraph.apiSchema();
  loaded.set(name, { apiSchema, planner: new QueryPlanner(supergraph) });
  return printSchema(apiSchema.toGraphQLJSSchema());
}

function plan(name: string, source: string, operationName: string | null): QueryPlan {
  const supergraph = loaded.get(name);
  if (!supergraph) throw new Error('this supergraph is not loaded');
  const operation = operationFromDocument(supergraph.apiSchema, parse(source), operationName === null ? {} : { operationName });
  return supergraph.planner.buildQueryPlan(operation);
}

function answer(question: Question): Reply {
  const { id } = question;
  try {
    if (question.kind === 'load') return { id, apiSdl: load(question.supergraph, question.sdl) };
    if (question.kind === 'plan') return { id, plan: plan(question.supergraph, question.source, question.operationName) };
    loaded.delete(question.supergraph);
    return { id, dropped: true };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (question: Question) => parentPort?.postMessage(answer(question)));
