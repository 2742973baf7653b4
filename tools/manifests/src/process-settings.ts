import type { z } from 'zod';
import { employersSettings } from '../../../services/employers/src/config.ts';
import { studentsSettings } from '../../../services/students/src/config.ts';

/** The settings that each Deployment's process reads. */
export const processSettings: Readonly<Record<string, z.ZodObject>> = {
  students: studentsSettings,
  employers: employersSettings,
};
