import { describe, expect, it } from '@jest/globals';
import { createLog } from '@servicepunt/shared/log';
import { holdSupergraph } from './holder.ts';
import type { Supergraph } from './supergraph.ts';
import { createHash } from 'node:crypto';

const idOf = (sdl: string) => createHash('sha256').update(sdl).digest('hex').slice(0, 12);

describe('the supergraph in force', () => {
  const events: string[] = [];
  const load = (sdl: string): Promise<Supergraph> => {
    if (sdl.startsWith('bad')) return Promise.reject(new Error('that is no supergraph'));
    return Promise.resolve({
      id: idOf(sdl),
      sdl,
      documents: { operationsOf: (source: string) => [{ source }], recent: () => ['recent'] },
      prepare: ({ source }: { source: string }) => {
        events.push(`prepare ${source} for ${sdl}`);
        return Promise.resolve();
      },
      stop: () => {
        events.push(`stop ${sdl}`);
        return Promise.resolve();
      },
    } as unknown as Supergraph);
  };
  const hold = () =>
    holdSupergraph({
      sdl: 'first',
      load,
      known: ['known'],
      announce: ({ sdl }) => events.push(`announce ${sdl}`),
      graceMs: 60_000,
      log: createLog({ service: 'test', level: 'silent' }),
    });

  it('stays when what is offered can not be loaded, and says so until it can', async () => {
    const holder = await hold();
    expect(await holder.replace('bad one')).toBe('refused');
    expect([holder.current().sdl, holder.isRefusing()]).toEqual(['first', true]);
    expect(await holder.replace('bad one')).toBe('same');
    expect(await holder.replace('first')).toBe('same');
    expect(holder.isRefusing()).toBe(false);
    await holder.stop();
  });

  it('gives way only after the known and the recent operations were prepared, and is stopped later', async () => {
    const holder = await hold();
    events.length = 0;
    expect(await holder.replace('second')).toBe('loaded');
    expect(events).toEqual(['prepare known for second', 'prepare recent for second', 'announce second']);
    expect(holder.current().sdl).toBe('second');
    await holder.stop();
    expect(events.slice(3).toSorted()).toEqual(['stop first', 'stop second']);
  });

  it('takes one after the other when several are offered at once', async () => {
    const holder = await hold();
    expect(await Promise.all([holder.replace('second'), holder.replace('bad'), holder.replace('third')])).toEqual([
      'loaded',
      'refused',
      'loaded',
    ]);
    expect(holder.current().sdl).toBe('third');
    await holder.stop();
  });
});
