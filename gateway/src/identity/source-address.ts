import { isIP } from 'node:net';
import type { IncomingMessage } from 'node:http';

/**
 * The address that a request comes from, behind `trustedProxies` proxies of ours: each of them appends the address that called it
 * to `x-forwarded-for`, so what stands further left was written by the caller and proves nothing.
 * One household or attacker owns a whole /64 of IPv6, so the address is cut to it.
 */
export function sourceAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return normal(socket);
  const header = request.headers['x-forwarded-for'];
  const forwarded = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((part) => part.trim());
  const chain = [...forwarded.filter((part) => part !== ''), socket];
  const candidate = chain[Math.max(chain.length - 1 - trustedProxies, 0)] ?? socket;
  return normal(isIP(candidate) === 0 ? socket : candidate);
}

function normal(address: string): string {
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  if (isIP(plain) !== 6) return plain;
  const [head = '', tail = ''] = plain.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const groups = plain.includes('::') ? [...left, ...Array<string>(Math.max(8 - left.length - right.length, 0)).fill('0'), ...right] : left;
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
