import { wrapDocument, wrapArray } from './codec.ts';
import { fail } from './errors.ts';

interface OpenCursor {
  namespace: string;
  rows: Iterator<Buffer>;
  next: IteratorResult<Buffer>;
  session: string;
  usedAt: number;
}

export type Cursors = ReturnType<typeof openCursors>;

const IDLE_MILLIS = 10 * 60 * 1000;
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
const FIRST_BATCH = 101;

/** Results that a client hasn't fetched to the end; those forgotten are closed after ten minutes, as MongoDB does. */
export function openCursors(now: () => number) {
  const open = new Map<bigint, OpenCursor>();
  let lastId = BigInt(now());

  function reply(id: bigint, cursor: OpenCursor, field: 'firstBatch' | 'nextBatch', count: number, keep: boolean): Buffer {
    const batch: Buffer[] = [];
    for (let size = 0; !cursor.next.done && batch.length < count; cursor.next = cursor.rows.next()) {
      size += cursor.next.value.length;
      if (size > MAX_BATCH_BYTES && batch.length > 0) break;
      batch.push(cursor.next.value);
    }
    const more = keep && !cursor.next.done;
    if (more) open.set(id, { ...cursor, usedAt: now() });
    else open.delete(id);
    return wrapDocument('cursor', wrapArray(field, batch, { id: more ? id : 0n, ns: cursor.namespace }), { ok: 1 });
  }

  return {
    /** The first batch, and a cursor for the rest unless `single`. */
    start(namespace: string, rows: Iterator<Buffer>, session: string, batchSize = FIRST_BATCH, single = false): Buffer {
      for (const [id, cursor] of open) if (now() - cursor.usedAt > IDLE_MILLIS) open.delete(id);
      return reply(++lastId, { namespace, rows, next: rows.next(), session, usedAt: 0 }, 'firstBatch', batchSize, !single);
    },
    /** @throws code 43 when there is no such cursor, 13 when it belongs to another collection */
    more(id: bigint, namespace: string, batchSize: number | undefined): Buffer {
      const cursor = open.get(id) ?? fail(43, `cursor id ${id} not found`);
      if (cursor.namespace !== namespace) {
        fail(13, `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`);
      }
      return reply(id, cursor, 'nextBatch', batchSize || Infinity, true);
    },
    kill: (id: bigint): boolean => open.delete(id),
    endSession(session: string): void {
      for (const [id, cursor] of open) if (cursor.session === session) open.delete(id);
    },
    closeAll: (): void => open.clear(),
  };
}
