import { expect, it } from '@jest/globals';
import { keptSince } from './retention.ts';

it('counts in calendar years and months', () => {
  expect(keptSince('PUPIL_FILE', '2026-11-24')).toBe('2024-11-24');
  expect(keptSince('PUPIL_FILE', '2026-02-28')).toBe('2024-02-28');
  expect(keptSince('PUPIL_FILE', '2028-02-29')).toBe('2026-02-28');
  expect(keptSince('MESSAGE_BODIES', '2026-08-31')).toBe('2026-02-28');
  expect(keptSince('APPROACHES', '2026-01-01')).toBe('2025-01-01');
});
