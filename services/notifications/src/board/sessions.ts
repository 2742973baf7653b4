import { createHash, randomBytes } from 'node:crypto';

/** A browser's way in: the token stays here, the browser gets a name for it that means nothing elsewhere and ends with this process. */
export interface Sessions {
  /** The name of a new session. */
  open(token: string): string;
  tokenOf(name: string): string | undefined;
  close(name: string): void;
}

/** A working day; the token's own end comes first as a rule, and is looked at with every request. */
export const SESSION_SECONDS = 8 * 3_600;
const MOST_SESSIONS = 100;

export function createSessions(now: () => number): Sessions {
  const sessions = new Map<string, { token: string; until: number }>();
  const keyOf = (name: string) => createHash('sha256').update(name).digest('base64url');
  return {
    open(token) {
      const name = randomBytes(32).toString('base64url');
      const [oldest] = sessions.size >= MOST_SESSIONS ? sessions.keys() : [];
      if (oldest !== undefined) sessions.delete(oldest);
      sessions.set(keyOf(name), { token, until: now() + SESSION_SECONDS * 1_000 });
      return name;
    },
    tokenOf(name) {
      const session = sessions.get(keyOf(name));
      return session && session.until > now() ? session.token : undefined;
    },
    close: (name) => void sessions.delete(keyOf(name)),
  };
}
