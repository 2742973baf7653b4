const [OP_REPLY, OP_QUERY, OP_MSG] = [1, 2004, 2013];
const [MORE_TO_COME, OPTIONAL_FLAGS] = [2, 0xffff0000];
const HEADER = 16;
const MAX_MESSAGE = 48_000_000;

export interface Message {
  requestId: number;
  body: Buffer;
  /** Documents that belong to the body, by the name of their field. */
  sequences: Readonly<Record<string, readonly Buffer[]>>;
  wantsReply: boolean;
  /** The first message of a connection comes, and is answered, in an older form. */
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
  const [requestId, opCode, flags] = [bytes.readInt32LE(4), bytes.readInt32LE(12), bytes.readUInt32LE(HEADER)];
  const sequences: Record<string, Buffer[]> = {};
  let body = bytes.subarray(bytes.indexOf(0, HEADER + 4) + 9);
  if (opCode === OP_QUERY) return { requestId, body, sequences, wantsReply: true, legacy: true };
  if (opCode !== OP_MSG || flags & ~(MORE_TO_COME | OPTIONAL_FLAGS)) throw new Error(`operation ${opCode} with flags ${flags}`);
  for (let at = HEADER + 4; at < bytes.length;) {
    const [kind, section] = [bytes[at]!, cut(bytes, at + 1)];
    if (kind > 1) throw new Error(`a section of kind ${kind}`);
    const nameEnd = section.indexOf(0, 4);
    if (kind === 0) body = section;
    else sequences[section.toString('utf8', 4, nameEnd)] = documentsIn(section.subarray(nameEnd + 1));
    at += section.length + 1;
  }
  return { requestId, body, sequences, wantsReply: (flags & MORE_TO_COME) === 0, legacy: false };
}

/** What stands at a place with its length in front. */
function cut(bytes: Buffer, at: number): Buffer {
  const length = bytes.readInt32LE(at);
  if (length < 5 || at + length > bytes.length) throw new Error('a part with a wrong size');
  return bytes.subarray(at, at + length);
}

function documentsIn(bytes: Buffer): Buffer[] {
  const documents: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += documents.at(-1)!.length) documents.push(cut(bytes, at));
  return documents;
}

let lastReplyId = 0;

export function replyTo({ requestId, legacy }: Message, document: Buffer): Buffer {
  const head = Buffer.alloc(HEADER + (legacy ? 20 : 5));
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE((lastReplyId = (lastReplyId + 1) | 0), 4);
  head.writeInt32LE(requestId, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  // An old reply says that the server knows how to wait, and that one document comes.
  if (legacy) head.writeInt32LE(8, HEADER);
  if (legacy) head.writeInt32LE(1, HEADER + 16);
  return Buffer.concat([head, document]);
}
