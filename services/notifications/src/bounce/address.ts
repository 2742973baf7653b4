import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { Clock } from '@servicepunt/shared/clock';

/** What the local part of a return path says of the delivery that it stands for. */
export type ReadAddress =
  | { readonly kind: 'delivery'; readonly deliveryId: string }
  /** Not ours, not made by us, or too long ago. */
  | { readonly kind: 'foreign' | 'forged' | 'stale' };

/** The return path of each mail (VERP): who sends there tells which mail he means, and nobody but us can make one up. */
export interface BounceAddresses {
  addressFor(deliveryId: string): string;
  read(address: string): ReadAddress;
}

/** Mail servers give up after five days; a school's relay that was off over a holiday tells it later. */
const VALID_DAYS = 14;
const DAY_MS = 24 * 3_600_000;
/** 80 bits: a try per millisecond for a century meets none. */
const MAC_LENGTH = 16;
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** Lower case and digits alone: some servers fold the case of what they send back. 55 of the 64 characters that a local part may have. */
const LOCAL_PART = /^bounce\+([0-9a-z]{26})\.([0-9a-z]{1,6})\.([0-9a-z]{16})$/;
const PREFIX = 'dlv_';

/** @param secret what the key is derived from; addresses that were made with another one are refused as forged */
export function createBounceAddresses(options: { secret: string; domain: string; clock: Clock }): BounceAddresses {
  const domain = options.domain.toLowerCase();
  const key = Buffer.from(hkdfSync('sha256', options.secret, '', 'servicepunt return path', 32));
  const today = () => Math.floor(options.clock.now().getTime() / DAY_MS);
  const macOf = (id: string, day: string) => {
    const digest = createHmac('sha256', key).update(`${id} ${day}`).digest();
    let mac = '';
    for (let index = 0; index < MAC_LENGTH; index += 1) mac += ALPHABET[(digest[index] ?? 0) & 31];
    return mac;
  };
  return {
    addressFor(deliveryId) {
      const id = deliveryId.slice(PREFIX.length);
      const day = today().toString(36);
      return `bounce+${id}.${day}.${macOf(id, day)}@${domain}`;
    },
    read(address) {
      const at = address.lastIndexOf('@');
      if (address.slice(at + 1).toLowerCase() !== domain) return { kind: 'foreign' };
      const [, id, day, mac] = LOCAL_PART.exec(address.slice(0, at).toLowerCase()) ?? [];
      if (id === undefined || day === undefined || mac === undefined) return { kind: 'foreign' };
      if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(id, day)))) return { kind: 'forged' };
      if (today() - Number.parseInt(day, 36) > VALID_DAYS) return { kind: 'stale' };
      return { kind: 'delivery', deliveryId: `${PREFIX}${id}` };
    },
  };
}
