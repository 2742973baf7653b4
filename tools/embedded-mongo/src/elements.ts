import { fail, unserved } from './errors.ts';

/** An element of a document: where it starts (with its type), where its value does, and where it ends. */
export type See = (name: string, type: number, from: number, value: number, end: number) => boolean;

/** Sizes of values by their type in BSON; those that tell their own size are below. */
const SIZES: Readonly<Record<number, number>> = { 0x01: 8, 0x07: 12, 0x08: 1, 0x09: 8, 0x0a: 0, 0x10: 4, 0x12: 8 };
const UNSERVED = new Set([0x06, 0x0c, 0x0d, 0x0e, 0x0f, 0x11, 0x13, 0x7f, 0xff]);

const broken = (what: string): never => fail(22, `Invalid BSON: ${what}`);

/**
 * Shows the elements of a document one after another, for as long as `see` answers true. What isn't looked at is passed over unread.
 * @throws code 22 for broken BSON, 238 for a type that isn't served
 */
export function eachElement(bytes: Buffer, start: number, see: See): void {
  const last = start + sizeAt(bytes, start) - 1;
  if (last < start + 4 || last >= bytes.length || bytes[last] !== 0) broken(`a document of ${last - start + 1} bytes`);
  for (let from = start + 4; from < last;) {
    const type = bytes[from]!;
    const nameEnd = endOfText(bytes, from + 1, last);
    const value = nameEnd + 1;
    const end = value + (SIZES[type] ?? sizeOf(bytes, type, value, last));
    if (end > last || end < value) broken(`an element of type ${type} that goes beyond its document`);
    if (!see(nameAt(bytes, from + 1, nameEnd), type, from, value, end)) return;
    from = end;
  }
}

function sizeOf(bytes: Buffer, type: number, at: number, last: number): number {
  if (type === 0x02) return 4 + sizeAt(bytes, at, 1);
  if (type === 0x03 || type === 0x04) return sizeAt(bytes, at, 5);
  if (type === 0x05) return 5 + sizeAt(bytes, at);
  if (type === 0x0b) return endOfText(bytes, endOfText(bytes, at, last) + 1, last) + 1 - at;
  return UNSERVED.has(type) ? unserved(`the BSON type 0x${type.toString(16)}`) : broken(`the type 0x${type.toString(16)}`);
}

function sizeAt(bytes: Buffer, at: number, least = 0): number {
  if (at + 4 > bytes.length) return broken('an end before the size of a value');
  const size = bytes.readInt32LE(at);
  return size < least ? broken(`a size of ${size}`) : size;
}

function endOfText(bytes: Buffer, from: number, last: number): number {
  let at = from;
  while (at < last && bytes[at] !== 0) at++;
  return at < last ? at : broken('a text without an end');
}

// The same few hundred names come again and again: recognizing one takes a tenth of making it anew.
const names: string[] = Array.from({ length: 4096 }, () => '');

function nameAt(bytes: Buffer, from: number, end: number): string {
  let hash = 0;
  for (let at = from; at < end; at++) hash = (hash * 31 + bytes[at]!) & 0xfffff;
  const place = hash & 4095;
  const known = names[place]!;
  return isText(known, bytes, from, end) ? known : (names[place] = bytes.toString('utf8', from, end));
}

/** Whether these bytes are this text; of one that isn't plain ASCII it says no. */
function isText(text: string, bytes: Buffer, from: number, end: number): boolean {
  if (text.length !== end - from) return false;
  for (let at = from; at < end; at++) if (text.charCodeAt(at - from) !== bytes[at] || bytes[at]! > 127) return false;
  return true;
}
