import { z } from 'zod';
import { serviceSettings } from '@servicepunt/shared/config';

/** Settings of the students service. */
export const studentsSettings = z.object({
  ...serviceSettings,
  /** OIDC subject of the first Servicepunt staff member: made at the start while there is no staff at all. */
  BOOTSTRAP_SERVICE_POINT: z.string().min(1).max(300).optional(),
});
