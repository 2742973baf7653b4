import { z } from 'zod';
import { fieldKeys, serviceSettings, serviceUrl } from '@servicepunt/shared/config';

/** Settings of the students service. */
export const studentsSettings = z.object({
  ...serviceSettings,
  FIELD_KEYS: fieldKeys,
  /** Whose events the audit trail takes. */
  EMPLOYERS_URL: serviceUrl,
  PLACEMENTS_URL: serviceUrl,
  NOTIFICATIONS_URL: serviceUrl,
  /** OIDC subject of the first Servicepunt staff member: made at the start while there is no staff at all. */
  BOOTSTRAP_SERVICE_POINT: z.string().min(1).max(300).optional(),
});
