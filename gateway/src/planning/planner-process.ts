/**
 * The process that plans. Apollo's query planner builds a graph of the whole supergraph and searches it: that takes tens to hundreds
 * of milliseconds, and for some operations more memory than there is. In a process of its own neither reaches the requests in flight;
 * a thread's end for want of memory would take its process along.
 */
import { join } from 'node:path';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { operationFromDocument, Supergraph, type Schema } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import { PLANNER_BOUNDS, REACHED_PATHS_LIMIT } from './bounds.ts';
import type { Question, Reply } from './protocol.ts';

const loaded = new Map<string, { apiSchema: Schema; planner: QueryPlanner }>();

function load(name: string, sdl: string): string {
  const supergraph = Supergraph.build(sdl);
  const apiSchema = supergraph.apiSchema();
  loaded.set(name, { apiSchema, planner: new QueryPlanner(supergraph, PLANNER_BOUNDS) });
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
    const message = error instanceof Error ? error.message : String(error);
    return { id, error: message, tooMany: REACHED_PATHS_LIMIT.test(message) };
  }
}

// A worker's main file is given by path: from inside a bundle or a test it would not be found otherwise.
new Worker(join(import.meta.dirname, 'parent-watch.ts'), { workerData: process.ppid }).unref();
process.on('disconnect', () => process.exit());
process.on('message', (question: Question) => process.send?.(answer(question)));
