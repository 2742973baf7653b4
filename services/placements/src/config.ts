import { z } from 'zod';
import { serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the placements service. */
export const placementsSettings = z.object({
  ...serviceSettings,
  /** Facts of pupils, disclosures and staff; the events of pupils. */
  STUDENTS_URL: serviceUrl,
  /** Workplaces, and the places of offers. */
  EMPLOYERS_URL: serviceUrl,
});
