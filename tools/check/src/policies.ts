import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import mongoose from 'mongoose';
import { Registry } from 'prom-client';
import { systemClock } from '@servicepunt/shared/clock';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { readPrelude, type RoomDeps, type ServiceDefinition } from '@servicepunt/shared/service';
import { buildSubgraph } from '@servicepunt/shared/subgraph/schema';

type Define = (deps: RoomDeps, config: object) => ServiceDefinition;

/**
 * Builds each service's schema with its real policies, as its start would: what has no verdict is named.
 * The rooms get a store that is never connected.
 */
export async function policyProblems(root: string, services: readonly string[]): Promise<string[]> {
  const problems: string[] = [];
  for (const service of services) {
    try {
      const define = await defineOf(root, service);
      buildSubgraph(define(unconnectedDeps(), {}), readPrelude());
    } catch (error) {
      problems.push(`${service}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return problems;
}

async function defineOf(root: string, service: string): Promise<Define> {
  const file = join(root, 'services', service, 'src/app.ts');
  if (!existsSync(file)) throw new Error('has SDL but no src/app.ts that defines the service');
  const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  const define = exported[`define${service[0]?.toUpperCase()}${service.slice(1)}`];
  if (typeof define !== 'function') throw new Error(`src/app.ts exports no define${service[0]?.toUpperCase()}${service.slice(1)}`);
  return define as Define;
}

function unconnectedDeps(): RoomDeps {
  const connection = mongoose.createConnection();
  connection.set('autoIndex', false);
  connection.set('autoCreate', false);
  return {
    connection,
    clock: systemClock,
    newId,
    call: () => Promise.reject(new Error('nothing is called while the schema is built')),
    log: createLog({ service: 'check', level: 'silent' }),
    registry: new Registry(),
    nudge: () => undefined,
  };
}
