import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execute, parse, validate, type DocumentNode } from 'graphql';
import { Registry } from 'prom-client';
import { systemClock } from '@servicepunt/shared/clock';
import { fieldKeys } from '@servicepunt/shared/config';
import { SERVICES, type ServiceName, type Viewer } from '@servicepunt/shared/contracts/roles';
import { useFieldKeys } from '@servicepunt/shared/encrypted-fields';
import { newId } from '@servicepunt/shared/ids';
import { createLog } from '@servicepunt/shared/log';
import { openStore } from '@servicepunt/shared/mongo';
import { readPrelude, type RoomDeps, type ServiceDefinition } from '@servicepunt/shared/service';
import type { Call } from '@servicepunt/shared/service-client';
import { createRestrictedReads } from '@servicepunt/shared/subgraph/restricted-reads';
import { buildSubgraph } from '@servicepunt/shared/subgraph/schema';
import { until, type Answer } from '@servicepunt/shared/test-support/subgraph';
import { defineEmployers } from '../../../services/employers/src/app.ts';
import { defineNotifications } from '../../../services/notifications/src/app.ts';
import { definePlacements } from '../../../services/placements/src/app.ts';
import { defineStudents } from '../../../services/students/src/app.ts';
import { databaseUrl } from '../../../tools/stack/src/documents.ts';
import type { RunningStack } from '../support/stack.ts';
import type { Client } from './world/client.ts';

export interface Measured {
  readonly answer: Answer;
  /** Commands to the store (`find students`) and calls to other services, in a fixed order. */
  readonly costs: readonly string[];
}
/** The four subgraphs in this process, on the stack's own databases: what a request costs them can be seen from inside alone. */
export interface Mirror {
  ask(service: ServiceName, viewer: Viewer, document: string, variables: Record<string, unknown>): Promise<Measured>;
  close(): Promise<void>;
}

/** The services as their processes define them. */
export const DEFINE: Readonly<Record<ServiceName, (deps: RoomDeps) => ServiceDefinition>> = {
  students: (deps) => defineStudents(deps),
  employers: defineEmployers,
  placements: definePlacements,
  // Nothing that is asked here looks into a queue.
  notifications: (deps) => defineNotifications(deps, { queues: {} as never, frontendUrl: 'https://matrix.example' }),
};

export async function openMirror(stack: RunningStack, client: Client): Promise<Mirror> {
  const log = createLog({ service: 'mirror', level: 'silent' });
  const opened = await Promise.all(SERVICES.map(async (name) => [name, await openOne(name)] as const));
  const parts = new Map(opened);

  async function openOne(name: ServiceName) {
    const store = openStore({ url: databaseUrl(stack.file.documents.url, name), log });
    const keys = readKeys(name);
    if (keys) useFieldKeys(store.connection, keys);
    let costs: string[] = [];
    const call = (async (operation, input, options) => {
      costs.push(`call ${operation}`);
      const owner = operation.split('.')[0] as ServiceName;
      return client.call(name, owner, operation, input, options?.onBehalfOf);
    }) as Call;
    const deps = { connection: store.connection, clock: systemClock, newId, call, log, registry: new Registry(), nudge: () => undefined };
    const definition = DEFINE[name](deps);
    const schema = buildSubgraph(definition, readPrelude());
    await until(store.isReady, `the store of ${name}`);
    const documents = new Map<string, DocumentNode>();
    const documentOf = (text: string): DocumentNode => {
      const known = documents.get(text);
      if (known) return known;
      const document = parse(text);
      const [wrong] = validate(schema, document);
      if (wrong) throw wrong;
      documents.set(text, document);
      return document;
    };
    store.connection.getClient().on('commandStarted', ({ commandName, command }: { commandName: string; command: object }) => {
      costs.push(`${commandName} ${String((command as Record<string, unknown>)[commandName])}`);
    });
    return {
      close: store.close,
      async ask(viewer: Viewer, document: string, variables: Record<string, unknown>): Promise<Measured> {
        costs = [];
        const restrictedReads = createRestrictedReads(() => Promise.resolve());
        const request = { viewer, requestId: 'matrix', deadline: Date.now() + 10_000, log, restrictedReads, clock: systemClock, newId };
        const answer = await execute({
          schema,
          document: documentOf(document),
          variableValues: variables,
          contextValue: definition.contextFor(request),
        });
        // As it leaves the process: without classes and without fields that are undefined.
        return { answer: JSON.parse(JSON.stringify(answer)) as Answer, costs: costs.toSorted() };
      },
    };
  }
  function readKeys(name: ServiceName) {
    try {
      return fieldKeys.parse(readFileSync(join(stack.folder, 'keys', `${name}.fields.key`), 'utf8').trim());
    } catch {
      return null;
    }
  }

  return {
    ask: (service, viewer, document, variables) => {
      const part = parts.get(service);
      if (!part) throw new Error(`No part of the mirror is ${service}`);
      return part.ask(viewer, document, variables);
    },
    async close() {
      await Promise.all([...parts.values()].map((part) => part.close()));
    },
  };
}
