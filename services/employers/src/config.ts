import { z } from 'zod';
import { serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the employers service: those of every service, where notifications tells what it sent, and where students knows accounts. */
export const employersSettings = z.object({ ...serviceSettings, STUDENTS_URL: serviceUrl, NOTIFICATIONS_URL: serviceUrl });
