import { z } from 'zod';
import { databaseSettings, fieldKeys, serviceSettings, serviceUrl } from '@servicepunt/shared/config';

const ledgerSettings = {
  /** Database of the ledger of erasures: on another server, since a restore of this one must not bring it back with the pupils. */
  LEDGER_URL: databaseSettings.shape.MONGODB_URL.optional(),
};
/** What the jobs of this service read that erase, or erase again. */
export const erasureJobSettings = databaseSettings.extend(ledgerSettings);

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
  /** OIDC subject of the director of the board: becomes it at a start at which nobody is. */
  BOOTSTRAP_BOARD_DIRECTOR: z.string().min(1).max(300).optional(),
  ...ledgerSettings,
});
