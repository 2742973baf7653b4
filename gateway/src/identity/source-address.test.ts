import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { sourceAddress } from './source-address.ts';

const from = (remoteAddress: string, forwarded: string | undefined, trustedProxies: number) =>
  sourceAddress(
    { socket: { remoteAddress }, headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } } as unknown as IncomingMessage,
    trustedProxies,
  );

describe('the source address', () => {
  it('is the socket where no proxy is trusted, whatever the header says', () => {
    expect(from('192.0.2.1', '10.9.9.9', 0)).toBe('192.0.2.1');
  });
  it('is what the nearest trusted proxies saw', () => {
    expect(from('10.0.0.2', '1.1.1.1, 198.51.100.4', 1)).toBe('198.51.100.4');
    expect(from('10.0.0.2', '1.1.1.1, 198.51.100.4, 10.0.0.9', 2)).toBe('198.51.100.4');
  });
  it('falls back to the socket when the header holds no address', () => {
    expect(from('10.0.0.2', 'unknown', 1)).toBe('10.0.0.2');
    expect(from('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
  });
  it('takes a whole IPv6 network as one caller, and IPv4 written as IPv6 as IPv4', () => {
    expect(from('2001:db8:1:2:aaaa::1', undefined, 0)).toBe('2001:db8:1:2::/64');
    expect(from('2001:db8:1:2:bbbb:0:0:9', undefined, 0)).toBe('2001:db8:1:2::/64');
    expect(from('::ffff:192.0.2.1', undefined, 0)).toBe('192.0.2.1');
    expect(from('::1', undefined, 0)).toBe('0:0:0:0::/64');
  });
});
