// Prints the settings with which one service starts alone: keys of its own, stores that aren't there. `node settings-of-a-trial.mjs employers`
import { generateKeyPairSync, randomBytes } from 'node:crypto';

const [service = 'employers'] = process.argv.slice(2);
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const kid = `${service}:trial`;
const settings = {
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PORT: '0',
  OPS_PORT: '0',
  // As in the manifests: without its stores a process takes longer to stop.
  SHUTDOWN_DEADLINE_MS: '25000',
  NODE_COMPILE_CACHE: '/tmp/compile-cache',
  IDENTITY_PRIVATE_KEY: JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid }),
  IDENTITY_PUBLIC_KEYS: JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }),
  FIELD_KEYS: `trial:${randomBytes(32).toString('base64')}`,
  MONGODB_URL: `mongodb://127.0.0.1:1/${service}`,
  REDIS_URL: 'redis://127.0.0.1:1',
  ...Object.fromEntries(['STUDENTS', 'EMPLOYERS', 'PLACEMENTS', 'NOTIFICATIONS'].map((name) => [`${name}_URL`, 'http://127.0.0.1:1'])),
  FRONTEND_URL: 'http://127.0.0.1:1',
};
for (const [name, value] of Object.entries(settings)) console.log(`${name}='${value}'`);
