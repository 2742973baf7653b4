import { Gauge, type Registry } from 'prom-client';

/**
 * Shows when each signing key should have been replaced: the `exp` (seconds since 1970) that a key of the JWK set may carry. A key works beyond it;
 * the alert on it comes two weeks ahead, so that nobody has to hurry. A key without one isn't shown.
 */
export function showKeyEnds(registry: Registry, keys: readonly object[]): void {
  const gauge = new Gauge({
    name: 'servicepunt_signing_key_ends_seconds',
    help: 'When a signing key should have been replaced, in seconds since 1970, by its name.',
    labelNames: ['kid'],
    registers: [registry],
  });
  for (const key of keys) {
    if ('kid' in key && typeof key.kid === 'string' && 'exp' in key && typeof key.exp === 'number') gauge.set({ kid: key.kid }, key.exp);
  }
}
