import { COLLECTIONS, SERVER } from './administration.ts';
import { decode, encode } from './codec.ts';
import type { Command, ServerContext } from './command.ts';
import { fail, MongoError, nameOfCode } from './errors.ts';
import { READS } from './reads.ts';
import { firstKey, tableOf } from './values.ts';
import type { Message } from './wire.ts';
import { WRITES } from './writes.ts';

const COMMANDS = tableOf<Command>({ ...SERVER, ...COLLECTIONS, ...READS, ...WRITES });

/** Answers one message; a MongoError becomes the error document that MongoDB would send, any other error is the caller's to handle. */
export function execute({ body, sequences: { documents, ...sequences } }: Message, server: ServerContext): Buffer {
  try {
    const given = decode(body);
    for (const [name, parts] of Object.entries(sequences))
      given.set(
        name,
        parts.map((part) => decode(part)),
      );
    const run = COMMANDS.get(firstKey(given)) ?? fail(59, `no such command: '${firstKey(given)}'`);
    const [db, name] = [given.get('$db'), given.get(firstKey(given))] as string[];
    const namespace = `${db}.${name}`;
    const reply = run(given, { ...server, db: db!, namespace, collection: server.catalog.get(namespace), documents });
    return Buffer.isBuffer(reply) ? reply : encode({ ...reply, ok: 1 });
  } catch (error) {
    if (!(error instanceof MongoError)) throw error;
    return encode({ ok: 0, codeName: nameOfCode(error.reply.code), ...error.reply });
  }
}
