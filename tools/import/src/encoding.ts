import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes that can be read more than once, always from the start, and lazily: nothing is read before it is asked for. */
export interface Source {
  /** Name for messages. */
  readonly name: string;
  readonly bytes: number;
  open(): AsyncIterable<Uint8Array>;
}

/** The file can't be imported at all; the message is for the person who runs the import and holds nothing of the file's content. */
export class UnusableFile extends Error {
  override name = 'UnusableFile';
}

const BOMS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Tells the encoding of a file that doesn't say it. One read over the whole file, chunk by chunk: a single
 * Windows-1252 letter may stand in the last row, and half-way through an import it's too late to notice.
 */
export async function detectEncoding(source: Source): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let valid = true;
  let first = true;
  for await (const chunk of source.open()) {
    if (first) {
      first = false;
      const marked = BOMS.find(([, bom]) => bom.every((byte, index) => chunk[index] === byte));
      if (marked) return marked[0];
      // A spreadsheet file is a zip archive.
      if (chunk[0] === 0x50 && chunk[1] === 0x4b && chunk[2] === 3)
        throw new UnusableFile('This is a spreadsheet or zip file. Save it as CSV first.');
      const wide = wideEncoding(chunk);
      if (wide) return wide;
    }
    if (chunk.includes(0)) throw new UnusableFile('This is not a text file.');
    if (valid) valid = decodes(utf8, chunk, true);
  }
  if (first) throw new UnusableFile('The file is empty.');
  return valid && decodes(utf8, new Uint8Array(), false) ? 'utf-8' : 'windows-1252';
}

/** UTF-16 without a mark: in text with Latin letters every second byte is zero. */
function wideEncoding(chunk: Uint8Array): Encoding | null {
  const sample = chunk.subarray(0, 4_096);
  let even = 0;
  let odd = 0;
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = sample.length / 4;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return null;
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** The source's text, chunk by chunk, without a byte order mark. `onBytes` hears how far the reading is. */
export async function* decode(source: Source, encoding: Encoding, onBytes: (read: number) => void = () => {}): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  let read = 0;
  for await (const chunk of source.open()) {
    read += chunk.byteLength;
    onBytes(read);
    const text = decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
    if (text !== '') yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}
