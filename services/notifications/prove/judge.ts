import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message whose final dot arrived. */
export interface Accepted {
  readonly at: number;
  readonly worker: string;
  readonly person: string;
  readonly messageId: string;
  /** Whether the worker was told. */
  acknowledged: boolean;
  /** Why it wasn't. */
  cause: string | null;
}
/** A point in an SMTP dialogue: recipient named, content begun, final dot seen. */
export type Moment = 'RCPT' | 'DATA' | 'DOT';
export interface Held {
  release(): void;
}

export interface Judge {
  readonly accepted: Accepted[];
  /** A port for one worker, so that the judge knows who sent what. */
  listen(worker: string): Promise<string>;
  /** The next time that this worker comes to the moment, its dialogue stands still there. */
  hold(worker: string, moment: Moment): Promise<Held>;
  behave(behaviour: { refuseRecipients?: boolean; refuseConnections?: boolean; acknowledgeAfterMs?: number }): void;
  /** The next messages are taken and the connection is dropped without an answer. */
  dropNext(count: number): void;
  /** A worker was killed now: what it was told just before it may not have noted. One that was stopped has no such excuse. */
  lost(worker: string, how: string): void;
  /** Why a worker may not have noted that a message was taken, or null. */
  causeOf(entry: Accepted): string | null;
  refused(): number;
  close(): Promise<void>;
}

/** From being told to having noted it a worker takes some milliseconds; a loaded machine some hundred. */
const NOTING_MS = 3_000;
/** What a process had written when it ended still arrives. */
const BUFFERED_MS = 500;

/** A real SMTP server that is the judge of what went out. */
export function createJudge(): Judge {
  const accepted: Accepted[] = [];
  const servers: SMTPServer[] = [];
  const windows: { worker: string; how: string; from: number; to: number }[] = [];
  const holds: { worker: string; moment: Moment; resolve: (held: Held) => void }[] = [];
  let behaviour: Parameters<Judge['behave']>[0] = {};
  let drops = 0;
  let refusals = 0;
  const refusal = (responseCode: number) => {
    refusals += 1;
    return Object.assign(new Error('not now'), { responseCode });
  };

  /** Stands still if somebody waits for this moment. */
  async function pass(worker: string, moment: Moment): Promise<void> {
    const index = holds.findIndex((hold) => hold.worker === worker && hold.moment === moment);
    const [hold] = index < 0 ? [] : holds.splice(index, 1);
    if (!hold) return;
    const released = Promise.withResolvers<void>();
    hold.resolve({ release: released.resolve });
    await released.promise;
  }

  function serverFor(worker: string): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      logger: false,
      closeTimeout: 50,
      onConnect: (_session, callback) => callback(behaviour.refuseConnections ? refusal(421) : undefined),
      onRcptTo(_address, _session, callback) {
        const answer = async () => {
          if (behaviour.refuseRecipients) return callback(refusal(451));
          await pass(worker, 'RCPT');
          return callback();
        };
        void answer();
      },
      onData(stream, session, callback) {
        const receive = async () => {
          await pass(worker, 'DATA');
          const content = await contentOf(stream);
          // The client went away in the middle: nothing was received.
          if (content === null) return callback(refusal(451));
          const entry: Accepted = {
            at: Date.now(),
            worker,
            person: session.envelope.rcptTo[0]?.address.split('@')[0] ?? '',
            messageId: /^message-id:\s*(\S+)/im.exec(content)?.[1] ?? '',
            acknowledged: false,
            cause: null,
          };
          accepted.push(entry);
          if (drops > 0) {
            drops -= 1;
            entry.cause = 'the connection was dropped after the final dot';
            return socketOf(server, session.id)?.destroy();
          }
          await pass(worker, 'DOT');
          if (behaviour.acknowledgeAfterMs) await new Promise((resolve) => setTimeout(resolve, behaviour.acknowledgeAfterMs));
          entry.acknowledged = socketOf(server, session.id)?.destroyed === false;
          return callback(null);
        };
        void receive();
      },
    });
    server.on('error', () => undefined);
    servers.push(server);
    return server;
  }

  return {
    accepted,
    async listen(worker) {
      const server = serverFor(worker);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    },
    hold: (worker, moment) => new Promise((resolve) => holds.push({ worker, moment, resolve })),
    behave: (next) => (behaviour = next),
    dropNext: (count) => (drops = count),
    lost(worker, how) {
      for (const entry of accepted) if (entry.worker === worker && !entry.acknowledged) entry.cause ??= how;
      windows.push({ worker, how, from: Date.now() - NOTING_MS, to: Date.now() + BUFFERED_MS });
    },
    causeOf: (entry) =>
      entry.cause ?? windows.find(({ worker, from, to }) => worker === entry.worker && entry.at >= from && entry.at <= to)?.how ?? null,
    refused: () => refusals,
    async close() {
      holds.length = 0;
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
}

const socketOf = (server: SMTPServer, id: string): Socket | undefined =>
  [...(server as unknown as { connections: Set<{ id: string; _socket: Socket }> }).connections].find((connection) => connection.id === id)
    ?._socket;

async function contentOf(stream: AsyncIterable<unknown>): Promise<string | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  } catch {
    return null;
  }
}
