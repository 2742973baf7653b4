/** A store that the person named in a setting must answer before anything is started: there is no fall-back. */
import { connect } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { UserError } from './user-error.ts';

const WITHIN_MS = 2_000;

export async function requireMongo(url: string): Promise<void> {
  // Loaded only where needed: the driver takes longer to load than the rest of the start.
  const { default: mongoose } = await import('mongoose');
  const connection = mongoose.createConnection(url, { serverSelectionTimeoutMS: WITHIN_MS });
  try {
    await connection.asPromise();
  } catch (error) {
    throw unreachable('MONGODB_URL', 'MongoDB', 'the embedded document store', error);
  } finally {
    await connection.close();
  }
}

export async function requireRedis(url: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    connectTimeout: WITHIN_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  // The rejected promise only says that the connection is closed; this says why.
  let reason: unknown;
  redis.on('error', (error) => (reason = error));
  try {
    await redis.connect();
    await redis.ping();
  } catch (error) {
    throw unreachable('REDIS_URL', 'Redis', 'a Redis of its own', reason ?? error);
  } finally {
    redis.disconnect();
  }
}

/** A mail server greets who connects. */
export async function requireMail(url: string): Promise<void> {
  const { protocol, hostname, port } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/g, '');
  const secure = protocol === 'smtps:';
  const where = { host, port: Number(port || (secure ? 465 : 587)) };
  const socket = secure ? connectSecurely(where) : connect(where);
  socket.setTimeout(WITHIN_MS, () => socket.destroy(new Error('no greeting came')));
  try {
    for await (const greeting of socket) {
      if (String(greeting).startsWith('220')) return;
      throw new Error('what answers is no mail server');
    }
    throw new Error('the connection was closed');
  } catch (error) {
    throw unreachable('SMTP_URL', 'mail server', 'the mail catcher', error);
  } finally {
    socket.destroy();
  }
}

function unreachable(setting: string, what: string, instead: string, error: unknown): UserError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UserError(
    `${setting} is set, but no ${what} can be used there (${reason}). Start it, correct the setting, or unset it to use ${instead}.`,
  );
}
