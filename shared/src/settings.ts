import type { z } from 'zod';
import { ConfigError, readConfig } from './config.ts';

/** The settings of a process, or its end with a list of what is wrong with them. */
export function settingsOrExit<Shape extends z.ZodRawShape>(
  settings: z.ZodObject<Shape>,
  process: NodeJS.Process,
): Readonly<z.output<z.ZodObject<Shape>>> {
  try {
    return readConfig(settings, process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(
      `${error.message}\nNothing was started. Correct them where this process gets its environment from; its README lists them all.\n`,
    );
    return process.exit(78);
  }
}
