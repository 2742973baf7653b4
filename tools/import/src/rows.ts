import { passesElevenTest } from '@servicepunt/shared/contracts/free-text';
import { CELLS } from './cells.ts';
import { readCsv } from './csv.ts';
import { decode, detectEncoding, UnusableFile, type Source } from './encoding.ts';
import { COLUMNS, mapHeaders, type Columns, type HeaderMap, type Kind, type Values } from './headers.ts';

/** A row of the file by the table's own column names, or why it can't be used. */
export type ReadRow<C extends Columns> = { readonly line: number; readonly values: Values<C> } | RefusedRow<C>;
export interface RefusedRow<C extends Columns> {
  readonly line: number;
  readonly heading: string | null;
  readonly reason: string;
  /** What could be read all the same. */
  readonly partial: Partial<Values<C>>;
}

export interface OpenFile<C extends Columns> {
  readonly headers: HeaderMap;
  /** Reads on as it is pulled. Throws `UnusableFile` where the rest of the file makes no sense. */
  readonly rows: AsyncGenerator<ReadRow<C>>;
}

/** Reads a file's headings and prepares its rows; throws `UnusableFile` where the file can't be imported as this kind. */
export async function openRows<K extends Kind>(
  kind: K,
  source: Source,
  onBytes?: (read: number) => void,
): Promise<OpenFile<(typeof COLUMNS)[K]>> {
  const encoding = await detectEncoding(source);
  const csv = readCsv(decode(source, encoding, onBytes));
  const first = await csv.next();
  if (first.done) throw new UnusableFile('The file is empty.');
  if (!('cells' in first.value)) throw new UnusableFile(`Line ${first.value.line}: ${first.value.reason}.`);
  const { cells: headings } = first.value;
  const headers = mapHeaders(COLUMNS[kind], headings);
  const problem = headingProblem(headers, headings);
  if (problem !== null) {
    await csv.return(undefined);
    throw new UnusableFile(problem);
  }
  return { headers, rows: readRows(COLUMNS[kind], headers, headings.length, csv) };
}

function headingProblem(headers: HeaderMap, headings: readonly string[]): string | null {
  if (headers.twice.length > 0) return `These columns stand in the file twice: ${headers.twice.join(', ')}.`;
  if (headers.missing.length === 0) return null;
  const missing = `These columns are missing: ${headers.missing.join(', ')}.`;
  // A file without headings begins with somebody's data, which must not end up on a screen.
  const looksLikeHeadings =
    headings.every((heading) => !/\d{2}|@/.test(heading)) && (headers.places.size > 0 || new Set(headings).size === headings.length);
  return looksLikeHeadings
    ? `${missing} Found: ${headings.join(', ')}.`
    : `${missing} The first line holds ${headings.length} cells that do not look like headings.`;
}

async function* readRows<C extends Columns>(
  columns: C,
  headers: HeaderMap,
  width: number,
  csv: ReturnType<typeof readCsv>,
): AsyncGenerator<ReadRow<C>> {
  const pupilNumbers = suspectedNationalNumbers(headers.places.get('schoolPupilNumber')?.index);
  for await (const row of csv) {
    if (!('cells' in row)) throw new UnusableFile(`Line ${row.line}: ${row.reason}. Nothing behind it was read.`);
    pupilNumbers(row.cells);
    // A delimiter too many at the end of each line is harmless; a value too many has shifted the row.
    if (row.cells.length < width || row.cells.slice(width).some((cell) => cell !== '')) {
      yield { line: row.line, heading: null, reason: `has ${row.cells.length} cells where the headings are ${width}`, partial: {} };
      continue;
    }
    yield readRow(columns, headers, row.line, row.cells);
  }
}

function readRow<C extends Columns>(columns: C, headers: HeaderMap, line: number, cells: readonly string[]): ReadRow<C> {
  const values: Record<string, unknown> = {};
  let refused: { heading: string | null; reason: string } | undefined;
  for (const [name, column] of Object.entries(columns)) {
    const place = headers.places.get(name);
    const text = place === undefined ? '' : (cells[place.index] ?? '');
    values[name] = null;
    if (text === '' && !column.required) continue;
    const reading = text === '' ? EMPTY : CELLS[column.cell](text);
    if (reading.ok) values[name] = reading.value;
    else refused ??= { heading: place?.heading ?? null, reason: reading.reason };
  }
  return refused ? { line, ...refused, partial: values as Partial<Values<C>> } : { line, values: values as Values<C> };
}
const EMPTY = { ok: false, reason: 'must be filled in' } as const;

/** One pupil number in eleven passes the test by chance, five in a row do so once in 160,000 files. */
const SUSPICIOUS_NUMBERS = 5;

/** Refuses a file whose first pupil numbers are all possible citizen service numbers, whatever the heading says. */
function suspectedNationalNumbers(index: number | undefined): (cells: readonly string[]) => void {
  let passed = 0;
  let decided = index === undefined;
  return (cells) => {
    if (decided) return;
    if (!passesElevenTest(cells[index ?? 0] ?? '')) {
      decided = true;
      return;
    }
    passed += 1;
    if (passed === SUSPICIOUS_NUMBERS)
      throw new UnusableFile('The column of pupil numbers seems to hold citizen service numbers (BSN); these may not be stored.');
  };
}
