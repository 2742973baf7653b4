import { UnusableFile, type Source } from './encoding.ts';
import { GatewayRefusal, GatewayUnavailable } from './gateway.ts';
import type { Columns, HeaderMap, Kind, Values } from './headers.ts';
import { KIND_DEFINITIONS, RowProblem, type KindDefinition, type RowContext } from './kinds.ts';
import type { Lookup } from './lookup.ts';
import { openRows, type ReadRow } from './rows.ts';
import type { Send } from './send.ts';

export const BATCH_ROWS = 500;

/** What happens while a file goes in. Nothing here holds a value of the file, except the pupil numbers of absent pupils. */
export type ImportEvent =
  | { readonly type: 'note'; readonly text: string }
  | { readonly type: 'refused'; readonly line: number; readonly column: string | null; readonly reason: string }
  | { readonly type: 'progress'; readonly bytes: number; readonly totalBytes: number; readonly rows: number };

export interface ImportOptions {
  readonly kind: Kind;
  readonly file: Source;
  /** Where the rows go; null checks the file only. */
  readonly send: Send | null;
  readonly report: (event: ImportEvent) => void;
  /** The location whose pupils the file holds; required for pupils. */
  readonly locationCode?: string;
  /** Finds the ids of what a row names; required to send placements and handovers. */
  readonly lookup?: Lookup;
  readonly batchRows?: number;
}

export interface ImportSummary {
  readonly kind: Kind;
  /** Rows below the headings. */
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Why the import ended before the end of the file, or null. */
  readonly problem: string | null;
  /** Numbers of the pupils who are at the school and not in the file; null where that wasn't asked or isn't known. */
  readonly absent: readonly string[] | null;
}

interface Pending {
  readonly line: number;
  readonly values: Values<Columns>;
}

/**
 * Brings one file in, in batches, and resolves to what became of it; it never throws for what a file, a row or the gateway does wrong.
 * May be repeated: rows are known by their natural key. Memory holds a few batches and the natural keys, whatever the size of the file.
 */
export function importFile(options: ImportOptions): Promise<ImportSummary> {
  return run(KIND_DEFINITIONS[options.kind] as unknown as KindDefinition<Columns>, options);
}

async function run(definition: KindDefinition<Columns>, options: ImportOptions): Promise<ImportSummary> {
  const { kind, file, send, report } = options;
  const totals = { rows: 0, created: 0, updated: 0, unchanged: 0, refused: 0 };
  const headingOf = new Map<string, string>();
  const context: RowContext = {
    locationCode: options.locationCode,
    lookup: send ? options.lookup : undefined,
    has: (column) => headingOf.has(column),
  };
  const refuse = (line: number, column: string | null, reason: string) => {
    totals.refused += 1;
    report({ type: 'refused', line, column, reason });
  };
  const batchRows = options.batchRows ?? definition.batchRows ?? BATCH_ROWS;
  let bytes = 0;
  const progress = () => report({ type: 'progress', bytes, totalBytes: file.bytes, rows: totals.rows });

  async function sendBatch(batch: readonly Pending[]): Promise<void> {
    if (!send) return progress();
    const made = await Promise.all(batch.map(async ({ values }) => definition.row(values, context)));
    const sent = batch.flatMap(({ line }, index) => {
      const row = made[index];
      if (row === undefined) return [];
      if (!(row instanceof RowProblem)) return [{ line, row }];
      refuse(line, headingFor(row.column, definition, headingOf), row.reason);
      return [];
    });
    if (sent.length === 0) return;
    const rows = sent.map(({ row }) => row);
    const result = await send(options.locationCode === undefined ? { kind, rows } : { kind, rows, locationCode: options.locationCode });
    totals.created += result.created;
    totals.updated += result.updated;
    totals.unchanged += result.unchanged;
    for (const { row, column, message } of result.refused) refuse(sent[row]?.line ?? 0, headingFor(column, definition, headingOf), message);
    progress();
  }

  const lineOf = new Map<string, number>();
  /** The row as it will be sent, or null where it is refused. */
  function take(read: ReadRow<Columns>): Pending | null {
    totals.rows += 1;
    const values = 'values' in read ? read.values : (read.partial as Values<Columns>);
    const key = JSON.stringify(definition.naturalKey(values));
    const earlier = lineOf.get(key);
    // A refused row is in the file all the same: its pupil isn't absent.
    lineOf.set(key, earlier ?? read.line);
    if ('reason' in read) refuse(read.line, read.heading, read.reason);
    else if (earlier === undefined) {
      const problem = definition.check?.(values, context) ?? null;
      if (problem === null) return { line: read.line, values };
      refuse(read.line, headingFor(problem.column, definition, headingOf), problem.reason);
    } else refuse(read.line, headingFor(definition.keyColumn, definition, headingOf), `stands in the file already, on line ${earlier}`);
    return null;
  }

  const summary = (problem: string | null, absent: readonly string[] | null = null): ImportSummary => ({
    kind,
    ...totals,
    problem,
    absent,
  });
  const lanes = createLanes(definition.inFlight);
  try {
    const { headers, rows } = await openRows(kind, file, (read) => {
      bytes = read;
    });
    for (const [column, { heading }] of headers.places) headingOf.set(column, heading);
    for (const text of remarksOn(headers)) report({ type: 'note', text });
    let batch: Pending[] = [];
    for await (const read of rows) {
      const pending = take(read);
      if (pending) batch.push(pending);
      if (batch.length < batchRows) continue;
      await lanes.run(sendBatch.bind(null, batch));
      batch = [];
    }
    if (batch.length > 0) await lanes.run(sendBatch.bind(null, batch));
    await lanes.settled();
    progress();
    return summary(null, kind === 'students' && send ? await absentPupils(options, lineOf) : null);
  } catch (error) {
    // What is under way goes in all the same: it is waited for, so that the summary is true.
    await lanes.settled().catch(() => {});
    if (error instanceof UnusableFile || isGatewayError(error)) return summary(error.message);
    throw error;
  }
}

function remarksOn({ dropped, unused }: HeaderMap): string[] {
  return [
    ...(dropped.length > 0 ? [`Dropped: ${dropped.join(', ')}. National numbers may not be stored; the column was not read.`] : []),
    ...(unused.length > 0 ? [`Not used: ${unused.join(', ')}.`] : []),
  ];
}

/** The heading of the file for a field of a row: `guardians.0.email` is the column of the first guardian's address. */
function headingFor(field: string, definition: KindDefinition<Columns>, headingOf: ReadonlyMap<string, string>): string | null {
  const guardian = /^guardians\.(\d)\.?(\w*)$/.exec(field);
  const column = guardian
    ? `guardian${Number(guardian[1]) + 1}${(guardian[2] ?? '').replace(/^./, (first) => first.toUpperCase()) || 'FamilyName'}`
    : (definition.columnOf?.[field] ?? field.split('.')[0] ?? '');
  return headingOf.get(column) ?? (field === '' ? null : field);
}

/** Null where it can't be told: the file is in all the same. */
async function absentPupils(
  { lookup, locationCode, report }: ImportOptions,
  inFile: ReadonlyMap<string, number>,
): Promise<string[] | null> {
  if (!lookup || locationCode === undefined) return null;
  const absent: string[] = [];
  try {
    for await (const pupilNumber of lookup.pupilNumbers(locationCode))
      if (!inFile.has(JSON.stringify([pupilNumber]))) absent.push(pupilNumber);
    return absent;
  } catch (error) {
    if (!isGatewayError(error)) throw error;
    report({ type: 'note', text: `Which pupils are absent from the file could not be asked: ${error.message}` });
    return null;
  }
}

const isGatewayError = (error: unknown): error is Error => error instanceof GatewayRefusal || error instanceof GatewayUnavailable;

/** At most `width` jobs at once; starting another one waits for a place, and an error of any job stops the next start. */
function createLanes(width: number) {
  const under = new Set<Promise<void>>();
  let failure: { readonly error: unknown } | undefined;
  const stopAfterFailure = () => {
    if (failure) throw failure.error;
  };
  return {
    async run(job: () => Promise<void>): Promise<void> {
      while (under.size >= width) await Promise.race(under);
      stopAfterFailure();
      const lane: Promise<void> = job()
        .catch((error: unknown) => {
          failure ??= { error };
        })
        .finally(() => under.delete(lane));
      under.add(lane);
    },
    async settled(): Promise<void> {
      await Promise.all(under);
      stopAfterFailure();
    },
  };
}
