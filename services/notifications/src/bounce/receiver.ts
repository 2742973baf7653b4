import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Logger } from '@servicepunt/shared/log';
import type { BounceAddresses } from './address.ts';
import { readReport, type Verdict } from './report.ts';

/** What became of one attempt to leave a mail here. */
export const BOUNCE_OUTCOMES = [
  'address', // the address takes no mail any more
  'message', // this mail won't arrive
  'nothing', // a report of a delay, an automatic answer, something that can't be read
  'known', // told before, or of a delivery that is gone
  'later', // can't be noted now; the sender comes again
  'foreign',
  'forged',
  'stale',
  'sender', // not a report: those have no sender
  'oversized',
  'flood',
] as const;
export type BounceOutcome = (typeof BOUNCE_OUTCOMES)[number];

export interface BounceReceiver {
  readonly port: number;
  close(): Promise<void>;
}

/** A report carries at most the mail that it is about, and ours are a tenth of this. */
const MOST_BYTES = 256 * 1_024;
/** Connections at once: a relay has a few, and each of them may hold `MOST_BYTES`. */
const MOST_CONNECTIONS = 20;
/** Connections that one process takes in a minute; a relay that is told to wait comes again. */
const CONNECTIONS_PER_MINUTE = 600;
const SILENT_MS = 30_000;
/** Recipients that a connection may guess before it is ended. */
const MOST_GUESSES = 10;

/**
 * A small SMTP server that takes reports about our own mails and nothing else. Whoever isn't meant is refused before any content comes
 * and before the store is asked. A report is acknowledged once it is noted: until then its sender keeps it.
 */
export async function startBounceReceiver(options: {
  host: string;
  port: number;
  /** Folder with `tls.crt` and `tls.key`; without it mail comes in clear text. */
  tlsDir?: string | undefined;
  domain: string;
  addresses: BounceAddresses;
  /** Notes what a report says; `later` when that can't be done now. */
  note: (deliveryId: string, verdict: Exclude<Verdict, 'NOTHING'>) => Promise<'noted' | 'known' | 'later'>;
  count: (outcome: BounceOutcome) => void;
  log: Logger;
}): Promise<BounceReceiver> {
  const { addresses, count, log } = options;
  const guesses = new WeakMap<SMTPServerSession, number>();
  const meant = new WeakMap<SMTPServerSession, string>();
  const isFlood = limitPerMinute(CONNECTIONS_PER_MINUTE);

  async function receive(session: SMTPServerSession, content: Buffer): Promise<BounceOutcome> {
    const deliveryId = meant.get(session);
    const verdict = await readReport(content);
    if (deliveryId === undefined || verdict === 'NOTHING') return 'nothing';
    const noted = await options.note(deliveryId, verdict);
    return noted === 'noted' ? (verdict === 'ADDRESS' ? 'address' : 'message') : noted;
  }

  /** Null when it is taken, else what its sender is told. Never rejects. */
  async function take(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<Error | null> {
    try {
      const content = await contentOf(stream);
      const outcome = content === null ? 'oversized' : await receive(session, content);
      count(outcome);
      if (outcome === 'oversized') return reply(552, 'Message too large');
      return outcome === 'later' ? reply(451, 'Try again later') : null;
    } catch (error) {
      count('later');
      log.warn({ event: 'bounce-not-noted', deliveryId: meant.get(session), err: error });
      return reply(451, 'Try again later');
    }
  }

  const server = new SMTPServer({
    name: options.domain,
    authOptional: true,
    disabledCommands: ['AUTH', ...(options.tlsDir === undefined ? ['STARTTLS'] : [])],
    ...(options.tlsDir === undefined
      ? {}
      : { cert: readFileSync(join(options.tlsDir, 'tls.crt')), key: readFileSync(join(options.tlsDir, 'tls.key')) }),
    disableReverseLookup: true,
    logger: false,
    size: MOST_BYTES,
    rejectOversized: true,
    maxClients: MOST_CONNECTIONS,
    socketTimeout: SILENT_MS,
    closeTimeout: 1_000,
    onConnect(_session, callback) {
      if (!isFlood()) return callback();
      count('flood');
      return callback(reply(421, 'Too many connections, try again later'));
    },
    onMailFrom({ address }, session, callback) {
      meant.delete(session);
      // RFC 5321 section 4.5.5: a report has no sender. Answers of people and machines have one.
      if (address === '') return callback();
      count('sender');
      return callback(reply(550, 'Only delivery reports are taken here'));
    },
    onRcptTo({ address }, session, callback) {
      const found = addresses.read(address);
      if (found.kind === 'delivery' && !meant.has(session)) {
        meant.set(session, found.deliveryId);
        return callback();
      }
      // A report is about one mail.
      if (found.kind === 'delivery') return callback(reply(452, 'One recipient at a time'));
      count(found.kind);
      const tried = (guesses.get(session) ?? 0) + 1;
      guesses.set(session, tried);
      return callback(tried >= MOST_GUESSES ? reply(421, 'Too many unknown recipients') : reply(550, 'No such recipient'));
    },
    onData(stream, session, callback) {
      const answer = async () => callback(await take(stream, session));
      void answer();
    },
  });
  // A peer that breaks the protocol is its own affair; its words may hold addresses and are not logged.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Null beyond the limit: from there on nothing is kept, and what still comes is read away. */
async function contentOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (stream.byteLength <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return stream.sizeExceeded ? null : Buffer.concat(chunks);
}

const reply = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });

/** True once more than `most` came since the minute began; by the process's own time, which nobody sets. */
function limitPerMinute(most: number): () => boolean {
  let from = performance.now();
  let seen = 0;
  return () => {
    const at = performance.now();
    if (at - from >= 60_000) [from, seen] = [at, 0];
    seen += 1;
    return seen > most;
  };
}
