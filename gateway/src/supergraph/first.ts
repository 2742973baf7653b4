import { readFileSync } from 'node:fs';

/** The supergraph that a gateway was to start with can't be served; the message names the file and says what to do. */
export class UnusableSupergraph extends Error {
  override name = 'UnusableSupergraph';
}

/** Takes the supergraph of a file at the start, when there is none before it that could stay in force. */
export async function takeFirst<Held>(file: string, hold: (sdl: string) => Promise<Held>): Promise<Held> {
  try {
    return await hold(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    throw new UnusableSupergraph(
      `The supergraph ${file} can't be served: ${reason}\nNothing was started. Compose it anew (npm run compose:supergraph), or give the one of the release before.`,
    );
  }
}
