import type { z } from 'zod';
import { gatewaySettings } from '../../../gateway/src/config.ts';
import { employersSettings } from '../../../services/employers/src/config.ts';
import { notificationsSettings, workerSettings } from '../../../services/notifications/src/config.ts';
import { placementsSettings } from '../../../services/placements/src/config.ts';
import { studentsSettings } from '../../../services/students/src/config.ts';

/** The settings that each Deployment's process reads; the jobs of a service read those of its API. */
export const processSettings: Readonly<Record<string, z.ZodObject>> = {
  gateway: gatewaySettings,
  students: studentsSettings,
  employers: employersSettings,
  placements: placementsSettings,
  notifications: notificationsSettings,
  'notifications-worker': workerSettings,
  'students-indexes': studentsSettings,
  'employers-indexes': employersSettings,
  'placements-indexes': placementsSettings,
  'notifications-indexes': notificationsSettings,
};
