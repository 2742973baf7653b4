/**
 * One subgraph of `npm run bench:subgraph`, over the same rows: `ours` through the house's subgraph server (signed identity, policies on every
 * field, masked errors, log), `plain` as graphql-js on cached documents over node:http.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { JWK } from 'jose';
import { listen } from '@servicepunt/shared/http';
import { createIdentityVerifier } from '@servicepunt/shared/identity';
import { createLog } from '@servicepunt/shared/log';
import { entityPolicy, operationPolicy } from '@servicepunt/shared/policy';
import { buildSubgraph } from '@servicepunt/shared/subgraph/schema';
import { createSubgraphHandler } from '@servicepunt/shared/subgraph/server';
import { tracingSettings } from '@servicepunt/shared/telemetry/settings';
import { startTracing } from '@servicepunt/shared/telemetry/start';
import { z } from 'zod';
import { plainExecution, servePlain } from './plain.ts';

const TYPE = `type Student @key(fields: "id") { id: ID! givenName: String familyName: String group: String bornOn: String supervisor: String }`;
const [kind = '', publicKeys = '{}'] = process.argv.slice(2);

const rows = new Map(
  Array.from({ length: 200 }, (_unused, index) => {
    const id = `stu_${index}`;
    return [id, { id, givenName: `Anna ${index}`, familyName: 'de Vries', group: '4B', bornOn: '2010-01-01', supervisor: 'Kees' }] as const;
  }),
);
type Row = NonNullable<ReturnType<typeof rows.get>>;
const byReference = ({ id }: { id: string }) => Promise.resolve(rows.get(id) ?? null);

const url = kind === 'ours' ? await startOurs() : await startPlain();
console.log(JSON.stringify({ event: 'listening', url }));
// A profile is written by a process that ends by itself.
process.once('SIGTERM', () => process.exit());

async function startOurs(): Promise<string> {
  const endpoint = process.env['COLLECTOR'];
  if (endpoint) await startTracing(z.object(tracingSettings).parse({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }), 'students');
  const prelude = readFileSync(join(import.meta.dirname, '../../shared/src/subgraph/prelude.graphql'), 'utf8');
  const schema = buildSubgraph(
    {
      typeDefs: [`extend type Query { student(id: ID!): Student } ${TYPE}`],
      resolvers: {
        Query: { student: (_: unknown, reference: { id: string }) => byReference(reference) },
        Student: { __resolveReference: byReference },
      },
      policies: [
        operationPolicy({ Query: { student: ['SERVICE_POINT'] } }),
        entityPolicy<Row, Exclude<keyof Row, symbol>>({
          type: 'Student',
          rows: { SERVICE_POINT: { ALL: '*' } },
          fields: {
            id: 'row',
            givenName: 'row',
            familyName: 'row',
            group: 'row',
            bornOn: ['SERVICE_POINT'],
            supervisor: ['SERVICE_POINT'],
          },
        }),
      ],
      messages: {},
    },
    prelude,
  );
  const handler = await createSubgraphHandler({
    name: 'students',
    schema,
    verify: await createIdentityVerifier('students', JSON.parse(publicKeys) as { keys: JWK[] }),
    log: createLog({ service: 'students', level: 'warn', keepMessages: false }),
    contextFor: (info) => info,
    calls: {},
    readEvents: () => Promise.resolve([]),
    afterMutation: () => undefined,
  });
  return (await listen(handler.handle, { host: '127.0.0.1', port: 0 })).url;
}

function startPlain(): Promise<string> {
  const schema = buildSubgraphSchema([
    {
      typeDefs: parse(`type Query { student(id: ID!): Student } ${TYPE}`),
      resolvers: { Student: { __resolveReference: byReference } } as never,
    },
  ]);
  return servePlain(plainExecution(schema));
}
