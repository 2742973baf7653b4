/** The four subgraphs in one process: graphql-js on cached documents over node:http, so that the gateways are what is measured. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { plainExecution, servePlain } from './plain.ts';
import { RESOLVERS, SDL } from './world.ts';

/** Who a subject is: one of the Servicepunt, whom `students` knows. */
const viewerOf = (subject: string | undefined) => ({
  kind: 'PERSON',
  id: `stf_${subject}`,
  language: 'nl',
  grants: [{ role: 'SERVICE_POINT', scope: { kind: 'ALL' } }],
});

const addresses: Record<string, string> = {};
for (const [name, sdl] of Object.entries(SDL)) {
  const run = plainExecution(buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: RESOLVERS[name] as never }]));
  addresses[name] = await servePlain((body, path) =>
    path.startsWith('/calls/') ? { viewer: path.includes('students') ? viewerOf(body.subject) : null } : run(body),
  );
}
console.log(JSON.stringify({ event: 'listening', addresses }));
