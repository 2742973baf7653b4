import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerAddress, type SMTPServerDataStream } from 'smtp-server';
import type { Mailbox } from './mailbox.ts';

type Done = (error?: Error | null, message?: string) => void;

const LARGEST_MAIL_BYTES = 10 * 1024 * 1024;

/** Takes every mail that is sent to it on this machine, for whomever, and delivers none. */
export async function startSmtp(mailbox: Mailbox, port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_MAIL_BYTES,
    logger: false,
    closeTimeout: 200,
    onData(stream, session, callback) {
      void receive(mailbox, stream, session.envelope.rcptTo, callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.removeAllListeners('error');
  // A client that hangs up in the middle of a mail is its own problem.
  server.on('error', (error) => console.error(JSON.stringify({ event: 'smtp-error', message: error.message })));
  const address = server.server.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${address.port}`, stop: () => new Promise((resolve) => server.close(() => resolve())) };
}

async function receive(
  mailbox: Mailbox,
  stream: SMTPServerDataStream,
  recipients: readonly SMTPServerAddress[],
  done: Done,
): Promise<void> {
  try {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    if (stream.sizeExceeded) throw Object.assign(new Error(`A mail may have ${LARGEST_MAIL_BYTES} bytes`), { responseCode: 552 });
    const { id } = await mailbox.receive(
      Buffer.concat(chunks),
      recipients.map(({ address }) => address),
    );
    done(null, `caught as ${id}`);
  } catch (error) {
    done(error instanceof Error ? error : new Error('The mail could not be kept'));
  }
}
