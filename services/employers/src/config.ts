import { z } from 'zod';
import { serviceSettings } from '@servicepunt/shared/config';

/** Settings of the employers service: those of every service. It calls no other one. */
export const employersSettings = z.object({ ...serviceSettings });
