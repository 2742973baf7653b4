import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { openCatalog } from './catalog.ts';
import { encode } from './codec.ts';
import { execute } from './commands.ts';
import { openCursors } from './cursors.ts';
import { openStorage } from './storage.ts';
import { messageReader, replyTo, type Message } from './wire.ts';

export type EmbeddedMongo = Awaited<ReturnType<typeof startEmbeddedMongo>>;

/** The server knows no users and no passwords, and listens on no other address. */
const HOST = '127.0.0.1';
const INTERNAL_ERROR = { ok: 0, errmsg: 'embedded-mongo failed; its log says why', code: 1, codeName: 'InternalError' };

/**
 * Starts a server of MongoDB's wire protocol for development and tests.
 * @param options the folder where the documents are kept, created if it isn't there; the port, of which 0 takes a free one
 * @throws when the folder is in use by another server or the port is taken
 */
export async function startEmbeddedMongo(options: { folder: string; port?: number; log?: (entry: object) => void }) {
  const { folder, port = 0, log = () => {} } = options;
  const storage = openStorage(folder);
  const context = { storage, catalog: openCatalog(storage), cursors: openCursors(Date.now), now: () => new Date() };
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
      return undo(error, answers);
    }
    for (const { socket, bytes } of answers) if (socket.writable) socket.write(bytes);
  }

  function undo(error: unknown, concerned: readonly { socket: Socket }[]): void {
    log({ event: 'storage-failed', error: String(error) });
    storage.rollback();
    context.catalog.load();
    context.cursors.closeAll();
    for (const { socket } of concerned) socket.destroy();
  }

  function answer(socket: Socket, connection: number, message: Message): void {
    let document: Buffer;
    try {
      document = execute(message, { ...context, connection });
    } catch (error) {
      log({ event: 'command-failed', error: error instanceof Error ? error.stack : String(error) });
      document = encode(INTERNAL_ERROR);
      // A write that broke off may be half done, and shares its transaction with others: none of them may be acknowledged.
      if (storage.isWriting()) undo(error, pending.splice(0));
    }
    const bytes = message.wantsReply ? replyTo(message, document) : Buffer.alloc(0);
    if (!storage.isWriting()) return void socket.write(bytes);
    if (pending.length === 0) setImmediate(settle);
    pending.push({ socket, bytes });
  }

  const server = createServer({ noDelay: true }, (socket) => {
    const connection = ++connections;
    const feed = messageReader((message) => answer(socket, connection, message));
    sockets.add(socket);
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

  server.listen(port, HOST);
  await once(server, 'listening').catch((error: unknown) => {
    storage.close();
    throw error;
  });
  const address = server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    settle();
    for (const socket of sockets) socket.destroySoon();
    await closed;
    storage.close();
  };
  return { url: `mongodb://${HOST}:${address.port}`, port: address.port, stop: () => (stopped ??= stop()) };
}
