import { z } from 'zod';
import { serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the employers service: those of every service, and where notifications tells what it sent. */
export const employersSettings = z.object({ ...serviceSettings, NOTIFICATIONS_URL: serviceUrl });
