import { GatewayRefusal, GatewayUnavailable, InputRefused, repeated, type Gateway, type Persistence } from './gateway.ts';
import { KIND_DEFINITIONS, type Row } from './kinds.ts';
import type { Kind } from './headers.ts';

export interface Batch {
  readonly kind: Kind;
  /** At most 500. */
  readonly rows: readonly Row[];
  /** The location whose pupils these are; only for pupils. */
  readonly locationCode?: string;
}
export interface BatchResult {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** `row` counts from 0 in the batch; `column` is a field of the row. */
  readonly refused: readonly { readonly row: number; readonly column: string; readonly message: string }[];
}
/** Sends one batch and returns what became of its rows. May be called again with the same rows: they are known by their natural key. */
export type Send = (batch: Batch) => Promise<BatchResult>;

interface Payload {
  created?: number | null;
  updated?: number | null;
  unchanged?: number | null;
  refused?: BatchResult['refused'] | null;
  userErrors: readonly { code: string; field: string | null; message: string }[];
}

/** The bulk mutation of a kind. */
export function importDocument(kind: Kind): string {
  const { mutation, inputType } = KIND_DEFINITIONS[kind];
  return `mutation ${inputType.replace(/Input$/, '')}($input: ${inputType}!) {
  ${mutation}(input: $input) { created updated unchanged refused { row column code message } userErrors { code field message } }
}`;
}

/** Sends batches to the gateway, once. */
export function gatewaySender(gateway: Gateway): Send {
  return async (batch) => {
    const input = { ...(batch.kind === 'students' ? { locationCode: batch.locationCode } : {}), rows: batch.rows };
    const data = await gateway.run(importDocument(batch.kind), { input });
    const payload = data[KIND_DEFINITIONS[batch.kind].mutation] as Payload | null | undefined;
    if (!payload) throw new GatewayUnavailable('The service behind the gateway does not answer.');
    const { userErrors } = payload;
    if (userErrors.some((error) => error.code === 'SERVICE_UNAVAILABLE'))
      throw new GatewayUnavailable('A service behind the gateway does not answer.');
    if (userErrors.length > 0) {
      // A text that the whole request is refused for: its row is at fault, the others aren't.
      const rows = new Map(userErrors.map((error) => [Number(/^rows\.(\d+)\./.exec(error.field ?? '')?.[1] ?? Number.NaN), error]));
      if ([...rows.keys()].some((row) => Number.isNaN(row)))
        throw new GatewayRefusal(
          userErrors[0]?.code ?? '',
          `The import was refused: ${userErrors.map((error) => error.message).join(' ')}`,
        );
      throw new RowsRefused(
        [...rows].map(([row, error]) => ({ row, column: (error.field ?? '').replace(/^rows\.\d+\./, ''), message: error.message })),
      );
    }
    return {
      created: payload.created ?? 0,
      updated: payload.updated ?? 0,
      unchanged: payload.unchanged ?? 0,
      refused: payload.refused ?? [],
    };
  };
}

/** Nothing of the batch went in because of these rows. */
export class RowsRefused extends Error {
  override name = 'RowsRefused';
  readonly refused: BatchResult['refused'];
  constructor(refused: BatchResult['refused']) {
    super('Rows were refused');
    this.refused = refused;
  }
}

/** So many rows refused one by one and none accepted means that the gateway wants other rows than we send, not that the rows are bad. */
const HOPELESS = 20;
/** The gateway reads no body beyond 100,000 bytes; the document and the envelope take the rest. */
const MOST_BYTES = 90_000;
const NOTHING: BatchResult = { created: 0, updated: 0, unchanged: 0, refused: [] };

/**
 * Makes a sender persistent: it repeats what wasn't answered, and narrows a batch that was refused as a whole down to the row at fault,
 * so that one bad row never stops the others.
 */
export function persistent(send: Send, persistence: Persistence = {}): Send {
  let refusedSingly = 0;
  let anyAccepted = false;

  async function narrowed(batch: Batch): Promise<BatchResult> {
    if (batch.rows.length === 0) return NOTHING;
    try {
      const result = await repeated(() => send(batch), persistence);
      anyAccepted = true;
      return result;
    } catch (error) {
      if (error instanceof RowsRefused) return withoutRefused(batch, error.refused);
      if (!(error instanceof InputRefused)) throw error;
      if (batch.rows.length > 1) {
        const half = Math.ceil(batch.rows.length / 2);
        return inTurn(batch, [batch.rows.slice(0, half), batch.rows.slice(half)]);
      }
      refusedSingly += 1;
      if (refusedSingly >= HOPELESS && !anyAccepted)
        throw new GatewayRefusal('INPUT_REFUSED', 'The gateway refuses every row: it runs another version than this tool.', {
          cause: error,
        });
      return { ...NOTHING, refused: [{ row: 0, column: '', message: 'the gateway refused a value of this row' }] };
    }
  }

  async function withoutRefused(batch: Batch, refused: BatchResult['refused']): Promise<BatchResult> {
    const out = new Set(refused.map((entry) => entry.row));
    const kept = batch.rows.flatMap((row, index) => (out.has(index) ? [] : [{ row, index }]));
    const rest = await narrowed({ ...batch, rows: kept.map(({ row }) => row) });
    return { ...rest, refused: [...refused, ...rest.refused.map((entry) => ({ ...entry, row: kept[entry.row]?.index ?? entry.row }))] };
  }

  async function inTurn(batch: Batch, pieces: readonly (readonly Row[])[]): Promise<BatchResult> {
    let sum = NOTHING;
    let before = 0;
    for (const rows of pieces) {
      const result = await narrowed({ ...batch, rows });
      const offset = before;
      sum = {
        created: sum.created + result.created,
        updated: sum.updated + result.updated,
        unchanged: sum.unchanged + result.unchanged,
        refused: [...sum.refused, ...result.refused.map((entry) => ({ ...entry, row: entry.row + offset }))],
      };
      before += rows.length;
    }
    return sum;
  }
  return (batch) => inTurn(batch, piecesOf(batch.rows));
}

/** Rows in as few requests as the gateway's limit of bytes allows. */
function piecesOf(rows: readonly Row[]): Row[][] {
  const pieces: Row[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const size = Buffer.byteLength(JSON.stringify(row)) + 1;
    if (bytes + size > MOST_BYTES) {
      pieces.push([]);
      bytes = 0;
    }
    pieces.at(-1)?.push(row);
    bytes += size;
  }
  return pieces;
}
