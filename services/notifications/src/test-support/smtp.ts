import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly at: number;
}
/** What the server does with the next mails. */
export interface Behaviour {
  /** Answer to RCPT TO: a status code, or null to accept. */
  rcpt?: (address: string) => number | null;
  /** Answer to the whole message; `DROP` takes it and hangs up without an answer. */
  data?: (mail: ReceivedMail) => number | 'DROP' | null;
  /** Waits before it answers RCPT TO. */
  beforeRcpt?: () => Promise<void>;
  /** Waits before it acknowledges. */
  beforeAcknowledge?: () => Promise<void>;
  /** Hangs up instead of greeting. */
  refuseConnections?: boolean;
}

export interface RecordingSmtp {
  readonly url: string;
  /** Everything that was accepted, with whatever was taken and not acknowledged. */
  readonly mails: ReceivedMail[];
  behave(behaviour: Behaviour): void;
  /** Ends every connection that is open, as a server does after idling. */
  hangUp(): void;
  readonly connections: number;
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent, and misbehaves when it is told to. */
export async function startRecordingSmtp(port = 0): Promise<RecordingSmtp> {
  const mails: ReceivedMail[] = [];
  let behaviour: Behaviour = {};
  let connections = 0;
  const reply = (responseCode: number) => Object.assign(new Error(`refused for somebody@secret.example`), { responseCode });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 50,
    onConnect(_session, callback) {
      connections += 1;
      callback(behaviour.refuseConnections ? reply(421) : undefined);
    },
    onRcptTo({ address }, _session, callback) {
      const code = behaviour.rcpt?.(address) ?? null;
      const answer = () => callback(code === null ? undefined : reply(code));
      if (behaviour.beforeRcpt) void behaviour.beforeRcpt().then(answer);
      else answer();
    },
    onData(stream, session, callback) {
      void (async () => {
        try {
          const chunks: Buffer[] = [];
          for await (const chunk of stream) chunks.push(chunk as Buffer);
          const mail = await parse(Buffer.concat(chunks), session.envelope);
          const answer = behaviour.data?.(mail) ?? null;
          if (typeof answer === 'number') return callback(reply(answer));
          mails.push(mail);
          await behaviour.beforeAcknowledge?.();
          if (answer === 'DROP') return socketOf(server, session.id)?.destroy();
          return callback(null);
        } catch {
          // The client went away in the middle of its message: nothing was received.
          return callback(reply(451));
        }
      })();
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    mails,
    behave: (next) => (behaviour = next),
    hangUp: () => connectionsOf(server).forEach((connection) => connection._socket.destroy()),
    get connections() {
      return connections;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** smtp-server offers no way to hang up; its connections carry their sockets. */
interface Connection {
  readonly id: string;
  readonly _socket: Socket;
}
const connectionsOf = (server: SMTPServer) => [...(server as unknown as { connections: Set<Connection> }).connections];
const socketOf = (server: SMTPServer, id: string) => connectionsOf(server).find((connection) => connection.id === id)?._socket;

async function parse(
  content: Buffer,
  envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] },
): Promise<ReceivedMail> {
  const mail = await simpleParser(content);
  return {
    messageId: mail.messageId ?? '',
    from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
    to: envelope.rcptTo[0]?.address ?? '',
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || '',
    headers: new Map(mail.headerLines.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()])),
    at: Date.now(),
  };
}
