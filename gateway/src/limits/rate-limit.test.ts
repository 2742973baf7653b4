import { describe, expect, it } from '@jest/globals';
import type { Viewer } from '@servicepunt/shared/contracts/roles';
import { createLog } from '@servicepunt/shared/log';
import { RequestRefused } from '../refusal.ts';
import { createRateLimit, type Payer } from './rate-limit.ts';
import { createWindows } from './windows.ts';

const viewer = (kind: Viewer['kind'], id: string): Viewer => ({ kind, id, language: 'nl', grants: [] });
const from = (id: string, client: string, address = id): Payer => ({
  viewer: viewer(id.startsWith('key_') ? 'SYSTEM' : 'PERSON', id),
  client,
  address,
});

describe('what an operation costs is taken', () => {
  const limit = () => {
    const windows = createWindows({ redis: null, prefix: 'x', log: createLog({ service: 'test', level: 'silent' }), now: () => 60_000 });
    return createRateLimit(windows, { PERSON: 100, SYSTEM: 100, LINK: 10, ADDRESS: 250, CLIENT: 300 });
  };

  it('from the budget of its viewer', () => {
    const { take } = limit();
    take(from('stf_1', 'frontend'), 100);
    expect(() => take(from('stf_1', 'import', 'elsewhere'), 1)).toThrow(RequestRefused);
  });

  it('from the budget of its address', () => {
    const { take } = limit();
    for (const id of ['stf_1', 'stf_2']) take(from(id, 'frontend', 'school'), 100);
    expect(() => take(from('stf_3', 'frontend', 'school'), 100)).toThrow(RequestRefused);
    take(from('stf_3', 'frontend', 'home'), 100);
  });

  it('from the budget of its client, which leaves room for other clients; an API key is a client by itself', () => {
    const { take } = limit();
    for (const id of ['stf_1', 'stf_2', 'stf_3']) take(from(id, 'frontend'), 100);
    expect(() => take(from('stf_4', 'frontend'), 100)).toThrow(RequestRefused);
    take(from('stf_4', 'other'), 100);
    for (const id of ['key_1', 'key_2', 'key_3', 'key_4']) take(from(id, 'frontend'), 100);
  });

  it('not when it is refused, but a charge counts whether it was there or not', () => {
    const { take, charge } = limit();
    expect(() => take(from('stf_1', 'frontend'), 101)).toThrow(RequestRefused);
    take(from('stf_1', 'frontend'), 50);
    charge(from('stf_1', 'frontend'), 500);
    expect(() => take(from('stf_1', 'frontend'), 1)).toThrow(RequestRefused);
  });
});
