import { readStackFile } from '../../stack/src/stack-file.ts';
import { UserError } from '../../stack/src/user-error.ts';

/** The server whose four databases an operator's command works on: MONGODB_URL where it is set, else what the running stack uses. */
export function mongoUrlOf(env: Record<string, string | undefined>, dataFolder: string): string {
  const url = env['MONGODB_URL'] ?? readStackFile(dataFolder)?.documents.url;
  if (url === undefined)
    throw new UserError(
      `Nothing to work on: set MONGODB_URL, or start the stack (npm start) on ${dataFolder}; DATA_DIR names another folder.`,
    );
  return url;
}
