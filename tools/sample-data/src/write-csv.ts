import type { Columns } from '@servicepunt/import/headers';
import iconv from 'iconv-lite';

/** How an administration happens to write its files. */
export interface Format {
  readonly delimiter: ';' | ',';
  readonly encoding: 'utf-8' | 'utf-16le' | 'windows-1252';
  readonly bom: boolean;
  /** Which of the accepted spellings of a heading it uses, where there are that many. */
  readonly spelling: number;
}
export const OWN_FORMAT: Format = { delimiter: ';', encoding: 'utf-8', bom: false, spelling: 0 };

export type Cells<C extends Columns> = { readonly [K in keyof C]?: string | number | null };

/** A CSV file as bytes, with the headings of the import's own table. */
export function writeCsv<C extends Columns>(columns: C, rows: readonly Cells<C>[], format: Format = OWN_FORMAT): Buffer {
  const names = Object.keys(columns);
  const headings = names.map((name) => columns[name]?.headings[format.spelling] ?? columns[name]?.headings[0] ?? name);
  const lines = [headings, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const text = lines.map((cells) => `${cells.map((cell) => quoted(cell, format.delimiter)).join(format.delimiter)}\r\n`).join('');
  return iconv.encode(text, format.encoding, { addBOM: format.bom });
}

function quoted(cell: string, delimiter: string): string {
  return cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `2026-11-01` as Dutch people write it: `01-11-2026`. */
export const dutch = (day: string): string => day.split('-').toReversed().join('-');
