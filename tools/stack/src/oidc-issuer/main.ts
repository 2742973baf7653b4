import type { JWK } from 'jose';
import { issuerKey } from './tokens.ts';
import { startIssuer } from './server.ts';

// A container gets its key as a setting; the local stack shares a file with the token tool.
const { KEY, KEY_FILE, PORT, NODE_ENV } = process.env;
if (KEY === undefined && KEY_FILE === undefined) throw new Error('KEY_FILE must name the file of the signing key');
const key = KEY === undefined ? await issuerKey(KEY_FILE ?? '') : (JSON.parse(KEY) as JWK);
const issuer = await startIssuer({ key, port: Number(PORT ?? 0), nodeEnv: NODE_ENV });
console.log(JSON.stringify({ event: 'listening', url: issuer.url }));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void issuer.stop().finally(() => process.exit(0)));
