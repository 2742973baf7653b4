import { describe, expect, it } from '@jest/globals';
import type { EventHandlers } from '@servicepunt/shared/events/subscriber';
import type { PulledEvent } from '@servicepunt/shared/service-client';
import { createPageHandling } from './pages.ts';

const told = (number: number, data: object, type = 'EvaluationChanged'): PulledEvent => ({
  number,
  id: `evt_${number}`,
  type,
  at: '2026-11-24T09:00:00Z',
  revision: number,
  actor: 'stf_1',
  data,
});

describe('a page of events', () => {
  it('keeps the order of one subject and lets others go on beside it', async () => {
    const handled: number[] = [];
    const slow = Promise.withResolvers<void>();
    const handlers = {
      EvaluationChanged: async ({ number }: { number: number }) => {
        if (number === 1) await slow.promise;
        handled.push(number);
      },
      HandoverChanged: ({ number }: { number: number }) => {
        handled.push(number);
        if (number === 4) slow.resolve();
        return Promise.resolve();
      },
    } as unknown as EventHandlers;
    await createPageHandling(handlers)('placements', [
      told(1, { evaluationId: 'evl_1' }),
      told(2, { evaluationId: 'evl_1' }),
      told(3, { evaluationId: 'evl_2' }),
      told(4, { handoverId: 'who_1' }, 'HandoverChanged'),
      told(5, { studentId: 'stu_1' }, 'StudentErased'),
    ]);
    expect(handled).toEqual([3, 4, 1, 2]);
  });

  it('fails as a whole, so that it comes again', async () => {
    const handlers = { EvaluationChanged: () => Promise.reject(new Error('store gone')) } as unknown as EventHandlers;
    await expect(createPageHandling(handlers)('placements', [told(1, { evaluationId: 'evl_1' })])).rejects.toThrow('store gone');
  });
});
