import { createServer, type AddressInfo, type Socket } from 'node:net';
import { openCatalog } from './catalog.ts';
import { execute, type Context } from './commands.ts';
import { openCursors } from './cursors.ts';
import { openStorage } from './storage.ts';
import { internalError, messageReader, replyTo, type Message } from './wire.ts';

export interface EmbeddedMongo {
  url: string;
  port: number;
  stop(): Promise<void>;
}

export interface Options {
  /** Where the documents are kept; created if it isn't there. One server per folder. */
  folder: string;
  /** 0 takes a free one. */
  port?: number;
  /** A loopback address: the server knows no users and no passwords. */
  host?: string;
  log?: (entry: Readonly<Record<string, unknown>>) => void;
}

/**
 * Starts a server of MongoDB's wire protocol for development and tests.
 * @throws when the folder is in use by another server, the port is taken, or the address is not a loopback one
 */
export async function startEmbeddedMongo({ folder, port = 0, host = '127.0.0.1', log = () => {} }: Options): Promise<EmbeddedMongo> {
  if (!/^(127\.\d+\.\d+\.\d+|::1|localhost)$/.test(host))
    throw new Error(`embedded-mongo listens on loopback addresses only, not on ${host}`);
  const storage = openStorage(folder);
  const catalog = openCatalog(storage);
  const context: Context = { storage, catalog, cursors: openCursors(Date.now), now: () => new Date() };
  const sockets = new Set<Socket>();
  let connections = 0;
  let pending: { socket: Socket; bytes: Buffer }[] = [];

  // Everything that one turn of the event loop has written goes to the disk in one commit, and only then do its answers go out; also those
  // to readers, who may have seen what isn't committed yet.
  function settle(): void {
    const answers = pending;
    pending = [];
    try {
      storage.commit();
    } catch (error) {
      undo(
        error,
        answers.map(({ socket }) => socket),
      );
      return;
    }
    for (const { socket, bytes } of answers) if (socket.writable) socket.write(bytes);
  }

  function undo(error: unknown, concerned: readonly Socket[]): void {
    log({ event: 'storage-failed', error: String(error) });
    storage.rollback();
    catalog.load();
    context.cursors.closeAll();
    for (const socket of concerned) socket.destroy();
  }

  function answer(socket: Socket, connection: number, message: Message): void {
    let document: Buffer;
    try {
      document = execute(context, { ...message, connection });
    } catch (error) {
      log({
        event: 'command-failed',
        command: [...message.command.keys()][0],
        error: error instanceof Error ? error.stack : String(error),
      });
      document = internalError('embedded-mongo failed; its log says why');
      // A write that broke off may be half done, and shares its transaction with others: none of them may be acknowledged.
      if (storage.writing)
        undo(
          error,
          pending.splice(0).map((other) => other.socket),
        );
    }
    const bytes = message.wantsReply ? replyTo(message, document) : Buffer.alloc(0);
    if (!storage.writing) return void socket.write(bytes);
    if (pending.length === 0) setImmediate(settle);
    pending.push({ socket, bytes });
  }

  const server = createServer({ noDelay: true }, (socket) => {
    const connection = ++connections;
    sockets.add(socket);
    const feed = messageReader((message) => answer(socket, connection, message));
    socket.on('data', (chunk: Buffer) => {
      try {
        feed(chunk);
      } catch (error) {
        log({ event: 'protocol-error', error: String(error) });
        socket.destroy();
      }
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
  });

  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    storage.close();
    throw error;
  }
  const address = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    settle();
    for (const socket of sockets) socket.destroySoon();
    await closed;
    storage.close();
  };
  return {
    url: `mongodb://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    port: address.port,
    stop: () => (stopped ??= stop()),
  };
}
