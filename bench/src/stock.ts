/** Apollo's gateway as its documentation starts it. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
const { readFileSync } = await import('node:fs');
const { ApolloGateway } = await import('@apollo/gateway');
const { ApolloServer } = await import('@apollo/server');
const { startStandaloneServer } = await import('@apollo/server/standalone');
const { PORT = '0', SUPERGRAPH = '' } = process.env;
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(SUPERGRAPH, 'utf8') });
await startStandaloneServer(new ApolloServer({ gateway }), { listen: { port: Number(PORT), host: '127.0.0.1' } });
