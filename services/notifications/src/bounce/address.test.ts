import { describe, expect, it } from '@jest/globals';
import { derivedId } from '@servicepunt/shared/ids';
import { testClock } from '../test-support/store.ts';
import { createBounceAddresses } from './address.ts';

const delivery = derivedId('dlv', 'rem_1', 'stf_1', 'MAIL');

describe('the return path of a mail', () => {
  const clock = testClock('2026-11-19T08:00:00Z');
  const addresses = createBounceAddresses({ secret: 'ours', domain: 'Bounce.school.example', clock });
  const address = addresses.addressFor(delivery);
  const [local = '', domain = ''] = address.split('@');

  it('names its delivery, in no more characters than a local part may have', () => {
    expect(addresses.read(address)).toEqual({ kind: 'delivery', deliveryId: delivery });
    expect(local.length).toBeLessThanOrEqual(64);
    expect(address).not.toContain('stf_1');
  });

  it('is understood when a server on the way changed its case', () => {
    expect(addresses.read(address.toUpperCase())).toEqual({ kind: 'delivery', deliveryId: delivery });
  });

  it('can not be made up: another delivery, day or key is told', () => {
    const other = derivedId('dlv', 'rem_2', 'stf_1', 'MAIL').slice(4);
    const [, day = '', mac = ''] = local.split('.');
    const later = (Number.parseInt(day, 36) + 1).toString(36);
    const foreignKey = createBounceAddresses({ secret: 'theirs', domain, clock }).addressFor(delivery);
    for (const forged of [local.replace(delivery.slice(4), other), local.replace(`.${day}.`, `.${later}.`), foreignKey.split('@')[0]])
      expect(addresses.read(`${forged}@${domain}`)).toEqual({ kind: 'forged' });
    expect(addresses.read(`${local.replace(mac, '0'.repeat(16))}@${domain}`)).toEqual({ kind: 'forged' });
  });

  it('of another domain or form is not ours', () => {
    for (const foreign of [`${local}@school.example`, `postmaster@${domain}`, `${local}x@${domain}`, 'nobody', ''])
      expect(addresses.read(foreign)).toEqual({ kind: 'foreign' });
  });

  it('counts for two weeks', () => {
    clock.set('2026-12-03T08:00:00Z');
    expect(addresses.read(address).kind).toBe('delivery');
    clock.set('2026-12-04T08:00:00Z');
    expect(addresses.read(address)).toEqual({ kind: 'stale' });
  });
});
