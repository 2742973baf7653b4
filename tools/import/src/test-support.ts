import type { Source } from './encoding.ts';
import type { ImportEvent } from './import-file.ts';
import type { Batch, BatchResult, Send } from './send.ts';

/** A file that exists in memory only; `pulled` counts the pieces that were asked for. */
export function memorySource(content: Uint8Array | string, pieceBytes = 16_384): Source & { pulled: number } {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const source = {
    name: 'test.csv',
    bytes: bytes.byteLength,
    pulled: 0,
    // oxlint-disable-next-line typescript/require-await -- a source is read asynchronously, whatever it is
    async *open() {
      for (let at = 0; at < bytes.byteLength; at += pieceBytes) {
        source.pulled += 1;
        yield bytes.subarray(at, at + pieceBytes);
      }
    },
  };
  return source;
}

/** Remembers what was sent; every row is new unless `answer` says otherwise. */
export function recordingSend(answer: (batch: Batch) => BatchResult | Promise<BatchResult> = accepted): { send: Send; batches: Batch[] } {
  const batches: Batch[] = [];
  return {
    batches,
    send: async (batch) => {
      batches.push(batch);
      return answer(batch);
    },
  };
}

export const accepted = (batch: Batch): BatchResult => ({ created: batch.rows.length, updated: 0, unchanged: 0, refused: [] });

export function recordingReport(): {
  report: (event: ImportEvent) => void;
  events: ImportEvent[];
  refusals: () => string[];
  notes: () => string[];
} {
  const events: ImportEvent[] = [];
  return {
    events,
    report: (event) => void events.push(event),
    refusals: () => events.flatMap((event) => (event.type === 'refused' ? [`${event.line} ${event.column}: ${event.reason}`] : [])),
    notes: () => events.flatMap((event) => (event.type === 'note' ? [event.text] : [])),
  };
}

/** A pupil file with the columns that must be there; `rows` are the cells below. */
export const pupilFile = (...rows: string[]): string =>
  ['Leerlingnummer;Roepnaam;Achternaam;Geboortedatum;Inschrijfdatum', ...rows, ''].join('\r\n');
