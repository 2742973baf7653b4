import { encodeBatch } from './codec.ts';
import { fail } from './errors.ts';

type OpenCursor = { namespace: string; rows: Iterator<Uint8Array>; next: IteratorResult<Uint8Array>; usedAt: number };
export type Cursors = ReturnType<typeof openCursors>;

const IDLE_MILLIS = 10 * 60 * 1000;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;

/** Results that a client hasn't fetched to the end; those forgotten are closed after ten minutes, as MongoDB does. */
export function openCursors(now: () => number) {
  const open = new Map<unknown, OpenCursor>();
  let lastId = BigInt(now());

  function reply(id: bigint, cursor: OpenCursor, field: 'firstBatch' | 'nextBatch', count: number, single = false): Buffer {
    const batch: Uint8Array[] = [];
    for (let size = 0; !cursor.next.done && batch.length < count; cursor.next = cursor.rows.next()) {
      size += cursor.next.value.length;
      if (size > MAX_BATCH_BYTES && batch.length > 0) break;
      batch.push(cursor.next.value);
    }
    const more = !single && !cursor.next.done;
    if (more) open.set(id, { ...cursor, usedAt: now() });
    else open.delete(id);
    return encodeBatch(field, batch, more ? id : 0n, cursor.namespace);
  }

  return {
    /** The first batch, and a cursor for the rest unless `single`. */
    start(namespace: string, rows: Iterator<Uint8Array>, batchSize = 101, single = false): Buffer {
      for (const [id, cursor] of open) if (now() - cursor.usedAt > IDLE_MILLIS) open.delete(id);
      return reply(++lastId, { namespace, rows, next: rows.next(), usedAt: 0 }, 'firstBatch', batchSize, single);
    },
    /** @throws code 43 when there is no such cursor, 13 when it belongs to another collection, 14 for an id of a wrong type */
    more(id: unknown, namespace: string, batchSize: number | undefined): Buffer {
      if (typeof id !== 'bigint') return fail(14, "BSON field 'getMore' is the wrong type, expected type 'long'");
      const cursor = open.get(id) ?? fail(43, `cursor id ${id} not found`);
      if (cursor.namespace !== namespace) fail(13, `the cursor belongs to ${cursor.namespace} and not to ${namespace}`);
      return reply(id, cursor, 'nextBatch', batchSize || Infinity);
    },
    kill: (id: unknown): boolean => open.delete(id),
    closeAll: (): void => open.clear(),
  };
}
