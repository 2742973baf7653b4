import { randomFillSync } from 'node:crypto';
import type { NewId } from '@servicepunt/shared/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const TIME_LENGTH = 10;
const RANDOM_LENGTH = 16;

/**
 * Ids of the same form as everywhere (a prefix, 48 bits of time, 80 random bits), for a process that makes thousands a second:
 * randomness is drawn for a few hundred of them at once.
 */
export function createFastIds(now: () => number = Date.now): NewId {
  const pool = Buffer.alloc(RANDOM_LENGTH * 256);
  let used = pool.length;
  let lastTime = -1;
  let timePart = '';
  return (prefix) => {
    if (used === pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    const time = now();
    if (time !== lastTime) {
      timePart = encodeTime(time);
      lastTime = time;
    }
    let random = '';
    for (let index = 0; index < RANDOM_LENGTH; index += 1) random += ALPHABET[(pool[used + index] ?? 0) & 31];
    used += RANDOM_LENGTH;
    return `${prefix}_${timePart}${random}`;
  };
}

function encodeTime(time: number): string {
  let text = '';
  for (let rest = time, place = 0; place < TIME_LENGTH; place += 1) {
    text = `${ALPHABET[rest % 32]}${text}`;
    rest = Math.floor(rest / 32);
  }
  return text;
}
