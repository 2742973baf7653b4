import { z } from 'zod';
import { fieldKeys, serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the placements service. */
export const placementsSettings = z.object({
  ...serviceSettings,
  FIELD_KEYS: fieldKeys,
  /** Facts of pupils, disclosures and staff; the events of pupils. */
  STUDENTS_URL: serviceUrl,
  /** Workplaces, and the places of offers. */
  EMPLOYERS_URL: serviceUrl,
});
