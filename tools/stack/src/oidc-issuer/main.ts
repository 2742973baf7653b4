import { issuerKey } from './tokens.ts';
import { startIssuer } from './server.ts';

const { KEY_FILE, PORT, NODE_ENV } = process.env;
if (KEY_FILE === undefined) throw new Error('KEY_FILE must name the file of the signing key');
const issuer = await startIssuer({ key: await issuerKey(KEY_FILE), port: Number(PORT ?? 0), nodeEnv: NODE_ENV });
console.log(JSON.stringify({ event: 'listening', url: issuer.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void issuer.stop().finally(() => process.exit(0)));
