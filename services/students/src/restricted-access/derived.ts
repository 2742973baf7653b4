import type { Clock } from '@servicepunt/shared/clock';
import { standsAt } from './rules.ts';
import type { RestrictedAccessRow } from './store.ts';

/** Whether an access opens anything at the moment of the question. */
export const isStanding = (access: RestrictedAccessRow, clock: Clock): boolean => standsAt(access, clock.now());
