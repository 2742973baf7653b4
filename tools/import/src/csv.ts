import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { UnusableFile } from './encoding.ts';

export interface CsvRow {
  /** Where the row starts, counted as an editor counts lines: from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}
/** The rest of the file can't be read as rows: a quote that is never closed swallows everything behind it. */
export interface BrokenRow {
  readonly line: number;
  readonly reason: string;
}

const DELIMITERS = [';', ',', '\t'] as const;
/** A row beyond this size is an unclosed quote, not a row; without a limit it would be collected until the memory is full. */
const MAX_ROW_BYTES = 100_000;

/** Rows of a CSV text; the first one holds the headings. Rows with empty cells only are left out. Pulls no more text than it needs. */
export async function* readCsv(text: AsyncIterable<string>): AsyncGenerator<CsvRow | BrokenRow> {
  const chunks = text[Symbol.asyncIterator]();
  const start = await startOfText(chunks);
  // Excel's own first line `sep=;` says the delimiter and is no row.
  const declared = /^sep=(.)\r?\n/.exec(start);
  const delimiter = declared?.[1] ?? delimiterOf(start);
  let line = declared ? 2 : 1;
  let broken: { records: number; code: string } | undefined;

  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    // `Café "De Hoek"` unquoted is common; the quotes are then letters.
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_BYTES,
    skip_records_with_error: true,
    // The error's own message quotes the cell: only its code and place are used.
    on_skip: (error) => {
      broken ??= { records: (error as unknown as { records: number }).records, code: error?.code ?? '' };
    },
  });
  const input = Readable.from(following(declared ? start.slice(declared[0].length) : start, chunks), { highWaterMark: 1 });
  input.on('error', (error) => parser.destroy(error));
  input.pipe(parser);
  let emptyLines = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { records: number; empty_lines: number } }>) {
      if (broken !== undefined && info.records > broken.records) break;
      // The parser's own count takes a line break inside quotes for two.
      line += info.empty_lines - emptyLines;
      emptyLines = info.empty_lines;
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { line, cells };
      line += 1 + record.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0);
    }
  } finally {
    input.destroy();
  }
  if (broken !== undefined) {
    yield {
      line,
      reason:
        broken.code === 'CSV_QUOTE_NOT_CLOSED'
          ? 'a quote opens here and never closes'
          : `the row is longer than ${MAX_ROW_BYTES} bytes; probably a quote is not closed`,
    };
  }
}

/** Enough text to hold the line of headings. */
async function startOfText(chunks: AsyncIterator<string>): Promise<string> {
  let start = '';
  while (!/\S[^\r\n]*(?:\n|\r[^])/.test(start)) {
    const next = await chunks.next();
    if (next.done) break;
    start += next.value;
    if (start.length > MAX_ROW_BYTES && !/[\r\n]/.test(start))
      throw new UnusableFile('This is not a CSV file: it has no line of headings.');
  }
  return start;
}

async function* following(start: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    if (start !== '') yield start;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}

/** The delimiter that the headings are separated by: the most frequent one outside quotes, `;` when there is none. */
export function delimiterOf(text: string): string {
  const headings = (text.split(/[\r\n]+/).find((line) => line.trim() !== '') ?? '').replaceAll(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((delimiter) => [delimiter, headings.split(delimiter).length] as const);
  return counts.reduce((best, candidate) => (candidate[1] > best[1] ? candidate : best))[0];
}
