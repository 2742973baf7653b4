import { expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { showKeyEnds } from './key-ends.ts';

it('the end of a signing key is shown where the key carries one, and nothing else of it', async () => {
  const registry = new Registry();
  showKeyEnds(registry, [
    { kid: 'placements:2026a', kty: 'OKP', x: 'public', exp: 1_800_000_000 },
    { kid: 'gateway:2026a', kty: 'OKP', x: 'public' },
  ]);
  const lines = (await registry.metrics()).split('\n').filter((line) => line.startsWith('servicepunt_'));
  expect(lines).toEqual(['servicepunt_signing_key_ends_seconds{kid="placements:2026a"} 1800000000']);
});
