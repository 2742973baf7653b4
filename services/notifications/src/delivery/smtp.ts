import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { smtpFailureOf, type SmtpFailure } from './codes.ts';

export interface Envelope {
  readonly from: string;
  readonly to: string;
}
export type SmtpResult = { readonly ok: true } | { readonly ok: false; readonly failure: SmtpFailure };

export interface SmtpPool {
  /**
   * Hands one message over. `mayFinish` is asked once, when the server is ready for the content: whoever has lost his claim by then
   * (a process that was stopped for a while) must not finish the message, since another worker has it. Never throws.
   */
  send(envelope: Envelope, content: Buffer, mayFinish: () => Promise<boolean>): Promise<SmtpResult>;
  close(): void;
}

const CONNECT_MS = 5_000;
const GREETING_MS = 10_000;
/** A server may take minutes to acknowledge a message (RFC 5321 asks a client to wait ten); giving up earlier is how mails go out twice. */
const ACKNOWLEDGE_MS = 10 * 60_000;
/** Until the content may be sent, a server gets this long in all. */
const PREPARE_MS = 45_000;
const IDLE_MS = 20_000;

class LostClaim extends Error {
  override name = 'LostClaim';
}

/**
 * A few connections to one server, each used for many messages. Our own pool on nodemailer's connection, because its pool puts a message
 * back into its queue by itself and reads the content before the server has accepted the recipient: both would escape the lease.
 */
export function createSmtpPool(options: { url: string; maxConnections?: number; name?: string; acknowledgeMs?: number }): SmtpPool {
  const server = readUrl(options.url);
  const maxConnections = options.maxConnections ?? 5;
  const idle: SMTPConnection[] = [];
  const queue: (() => void)[] = [];
  let open = 0;
  let closed = false;

  function connect(): Promise<SMTPConnection> {
    const connection = new SMTPConnection({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.requireTLS,
      ...(options.name === undefined ? {} : { name: options.name }),
      connectionTimeout: CONNECT_MS,
      greetingTimeout: GREETING_MS,
      dnsTimeout: CONNECT_MS,
      socketTimeout: options.acknowledgeMs ?? ACKNOWLEDGE_MS,
      logger: false,
    });
    return new Promise((resolve, reject) => {
      let settled = false;
      const fail = (error: unknown) => {
        if (settled) return;
        settled = true;
        connection.close();
        reject(error instanceof Error ? error : new Error('connection failed'));
      };
      // It stays: an idle connection that the server ends must not become an uncaught error.
      connection.on('error', fail);
      connection.once('end', () => {
        const index = idle.indexOf(connection);
        if (index >= 0) idle.splice(index, 1);
        fail(new Error('connection ended'));
      });
      const ready = () => {
        if (settled) return;
        settled = true;
        resolve(connection);
      };
      connection.connect((error) => {
        if (error) return fail(error);
        if (server.auth && connection.allowsAuth) return connection.login(server.auth, (refused) => (refused ? fail(refused) : ready()));
        return ready();
      });
    });
  }

  function transmit(
    connection: SMTPConnection,
    envelope: Envelope,
    content: Buffer,
    mayFinish: () => Promise<boolean>,
  ): Promise<SmtpResult> {
    return new Promise((resolve) => {
      let handedOver = false;
      let asked = false;
      const stream = new Readable({
        // Called once the server is ready for the content.
        read() {
          const finish = async () => {
            if (!(await mayFinish().catch(() => false))) return this.destroy(new LostClaim('another worker may have it'));
            handedOver = true;
            clearTimeout(late);
            this.push(content);
            return this.push(null);
          };
          if (!asked) void finish();
          asked = true;
        },
      });
      const late = setTimeout(() => {
        connection.close();
        finish({ ok: false, failure: { code: 'SMTP_TIMEOUT', retry: true } });
      }, PREPARE_MS);
      const finish = (result: SmtpResult) => {
        clearTimeout(late);
        resolve(result);
      };
      connection.send({ from: envelope.from, to: [envelope.to] }, stream, (error) =>
        finish(error ? { ok: false, failure: smtpFailureOf(error, handedOver ? 'HANDED_OVER' : 'PREPARING') } : { ok: true }),
      );
    });
  }

  /** Whether the connection can take another message after a refusal. */
  function reset(connection: SMTPConnection): Promise<boolean> {
    return new Promise((resolve) => connection.reset((error) => resolve(!error)));
  }

  function keep(connection: SMTPConnection): void {
    if (closed) return connection.quit();
    idle.push(connection);
    setTimeout(() => {
      const index = idle.indexOf(connection);
      if (index < 0) return;
      idle.splice(index, 1);
      connection.quit();
    }, IDLE_MS).unref();
  }

  async function attempt(envelope: Envelope, content: Buffer, mayFinish: () => Promise<boolean>): Promise<SmtpResult> {
    const reused = idle.pop();
    let connection: SMTPConnection;
    try {
      connection = reused ?? (await connect());
    } catch (error) {
      return { ok: false, failure: smtpFailureOf(error, 'CONNECTING') };
    }
    const result = await transmit(connection, envelope, content, mayFinish);
    const refusal = !result.ok && ['ADDRESS_REFUSED', 'MESSAGE_REFUSED', 'SMTP_TEMPORARY'].includes(result.failure.code);
    if (result.ok || (refusal && (await reset(connection)))) keep(connection);
    else connection.close();
    // The server had ended a connection that we kept; nothing of the message went over it.
    if (!result.ok && reused && result.failure.code === 'SMTP_DROPPED' && !closed) return attempt(envelope, content, mayFinish);
    return result;
  }

  return {
    async send(envelope, content, mayFinish) {
      if (open >= maxConnections) await new Promise<void>((resolve) => queue.push(resolve));
      else open += 1;
      try {
        return await attempt(envelope, content, mayFinish);
      } finally {
        // The place goes to the next in the queue, or back.
        const next = queue.shift();
        if (next) next();
        else open -= 1;
      }
    },
    close() {
      closed = true;
      for (const connection of idle.splice(0)) connection.quit();
    },
  };
}

function readUrl(text: string) {
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    // Who logs in must not do so in clear text.
    requireTLS: url.username !== '' && !secure,
    auth: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  };
}
