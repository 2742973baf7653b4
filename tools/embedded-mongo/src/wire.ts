import { decode, encode } from './codec.ts';
import type { Doc, Value } from './values.ts';

const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER = 16;
const MAX_MESSAGE = 48_000_000;
const MORE_TO_COME = 2;
const CHECKSUM = 1;

export interface Message {
  requestId: number;
  db: string;
  command: Doc;
  /** The documents of an insert, as they came. */
  documents: Buffer[] | undefined;
  /** The client waits for an answer. */
  wantsReply: boolean;
  legacy: boolean;
}

/** Cuts a stream of bytes into messages; call it with each piece that arrives. @throws for what isn't MongoDB's protocol */
export function messageReader(onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let size = 0;
  let wanted = HEADER;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= wanted) {
      const bytes = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks);
      const length = bytes.readInt32LE(0);
      if (length < HEADER || length > MAX_MESSAGE) throw new Error(`a message of ${length} bytes`);
      wanted = length;
      chunks = [bytes];
      if (size < length) return;
      onMessage(parse(bytes.subarray(0, length)));
      chunks = [bytes.subarray(length)];
      size -= length;
      wanted = HEADER;
    }
  };
}

function parse(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  if (opCode === OP_MSG) return parseMsg(bytes, requestId);
  if (opCode !== OP_QUERY) throw new Error(`operation ${opCode} is not served`);
  const nameEnd = bytes.indexOf(0, HEADER + 4);
  const namespace = bytes.toString('utf8', HEADER + 4, nameEnd);
  const command = decode(bytes.subarray(nameEnd + 9));
  return { requestId, db: namespace.split('.')[0]!, command, documents: undefined, wantsReply: true, legacy: true };
}

function parseMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER);
  if (flags & ~(CHECKSUM | MORE_TO_COME | 0x10000)) throw new Error(`unknown flags ${flags}`);
  const end = bytes.length - (flags & CHECKSUM ? 4 : 0);
  let command: Doc = new Map();
  let documents: Buffer[] | undefined;
  const sequences: [string, Value][] = [];
  for (let at = HEADER + 4; at < end;) {
    const kind = bytes[at++];
    const size = bytes.readInt32LE(at);
    if (size < 5 || at + size > end) throw new Error('a section with a wrong size');
    if (kind === 0) {
      command = decode(bytes.subarray(at, at + size));
    } else if (kind === 1) {
      const nameEnd = bytes.indexOf(0, at + 4);
      const name = bytes.toString('utf8', at + 4, nameEnd);
      const found: Buffer[] = [];
      for (let start = nameEnd + 1; start < at + size;) {
        const length = bytes.readInt32LE(start);
        if (length < 5) throw new Error('a document with a wrong size');
        found.push(bytes.subarray(start, start + length));
        start += length;
      }
      if (name === 'documents') documents = found;
      else sequences.push([name, found.map((document) => decode(document))]);
    } else {
      throw new Error(`a section of kind ${kind}`);
    }
    at += size;
  }
  for (const [name, value] of sequences) command.set(name, value);
  return { requestId, db: command.get('$db') as string, command, documents, wantsReply: (flags & MORE_TO_COME) === 0, legacy: false };
}

let lastReplyId = 0;

export function replyTo({ requestId, legacy }: Message, document: Buffer): Buffer {
  const head = Buffer.alloc(HEADER + (legacy ? 20 : 5));
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE((lastReplyId = (lastReplyId + 1) | 0), 4);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) {
    head.writeInt32LE(8, HEADER);
    head.writeInt32LE(1, HEADER + 16);
  }
  return Buffer.concat([head, document]);
}

export const internalError = (message: string): Buffer => encode({ ok: 0, errmsg: message, code: 1, codeName: 'InternalError' });
