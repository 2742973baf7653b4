import type { z } from 'zod';
import { databaseSettings } from '@servicepunt/shared/config';
import { SERVICES } from '@servicepunt/shared/contracts/roles';
import { rotationSettings } from '@servicepunt/shared/run-rotate-keys';
import { gatewaySettings } from '../../../gateway/src/config.ts';
import { employersSettings } from '../../../services/employers/src/config.ts';
import { notificationsSettings, workerSettings } from '../../../services/notifications/src/config.ts';
import { placementsSettings } from '../../../services/placements/src/config.ts';
import { erasureJobSettings, studentsSettings } from '../../../services/students/src/config.ts';

/** The settings that the process of each Deployment and job reads. */
export const processSettings: Readonly<Record<string, z.ZodObject>> = {
  gateway: gatewaySettings,
  students: studentsSettings,
  employers: employersSettings,
  placements: placementsSettings,
  notifications: notificationsSettings,
  'notifications-worker': workerSettings,
  ...Object.fromEntries(
    SERVICES.flatMap((name) => [`${name}-indexes`, `${name}-migrations`, `${name}-retention`]).map((job) => [job, databaseSettings]),
  ),
  'students-retention': erasureJobSettings,
  'students-replay-erasures': erasureJobSettings,
  'students-rotate-keys': rotationSettings,
  'placements-rotate-keys': rotationSettings,
};
