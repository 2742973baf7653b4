import { z } from 'zod';
import { serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the employers service: those of every service, where placements and notifications tell what happened, and where students knows accounts. */
export const employersSettings = z.object({
  ...serviceSettings,
  STUDENTS_URL: serviceUrl,
  PLACEMENTS_URL: serviceUrl,
  NOTIFICATIONS_URL: serviceUrl,
});
