/** `npm run compose:env`: keys for docker-compose.yml, and a stack.json by which the other tools find that stack. Running it again keeps the keys. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EncryptedService } from '@servicepunt/shared/contracts/restricted-fields';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { identityKeys } from './keys.ts';
import { issuerKey } from './oidc-issuer/tokens.ts';
import { writeStackFile } from './stack-file.ts';

/** The issuer shares the gateway's network and nobody else's: docker-compose.yml says so. */
const ISSUER = 'http://127.0.0.1:4400';

const folder = resolve(import.meta.dirname, '../../../.data/compose');
mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 });
const { privateKeys, publicKeys, fieldKeys } = await identityKeys(join(folder, 'keys'));
/** A line of JSON; what is text already goes as it is. */
const write = (name: string, lines: Record<string, unknown>) =>
  writeFileSync(
    join(folder, `${name}.env`),
    Object.entries(lines)
      .map(([variable, value]) => `${variable}=${typeof value === 'string' ? value : JSON.stringify(value)}\n`)
      .join(''),
    { mode: 0o600 },
  );
for (const name of [...SERVICES, 'gateway'] as const)
  write(name, {
    IDENTITY_PRIVATE_KEY: privateKeys[name],
    IDENTITY_PUBLIC_KEYS: publicKeys,
    ...(name in fieldKeys ? { FIELD_KEYS: fieldKeys[name as EncryptedService] } : {}),
  });
write('issuer', { KEY: await issuerKey(join(folder, 'keys/oidc-issuer.jwk.json')) });
writeStackFile(folder, {
  endpoint: 'http://127.0.0.1:4000/graphql',
  mailCatcher: 'http://127.0.0.1:8025',
  mailSmtp: 'smtp://mail:1025',
  issuer: ISSUER,
  redisUrl: 'redis://redis:6379',
  documents: { kind: 'external', url: 'mongodb://mongodb:27017' },
  processes: {},
  tokens: {},
});
process.stdout.write(
  `Keys stand in ${folder}. Next: docker compose up --build\nTokens: DATA_DIR=.data/compose npm run token -- --role SERVICE_POINT\n`,
);
