import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keys for fields at rest: the current one encrypts, all of them decrypt; two are in force while keys rotate. */
export interface FieldKeys {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Buffer>;
}

const ALGORITHM = 'aes-256-gcm';
/** What GCM is specified for; a random one is safe for 2^32 values per key (NIST SP 800-38D), far above what a school writes. */
const IV_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const VALUE = /^enc1\.([\w-]+)\.([\w-]+)$/;

/**
 * A stored value that can't be decrypted. One of them keeps a whole list back, so its code, which the log shows, names document and field
 * (`NO_KEY:2026a students:stu_…:shortStay.setting`): ids, and never a text.
 */
export class UnreadableField extends Error {
  override name = 'UnreadableField';
  readonly code: string;
  constructor(reason: 'NOT_OF_THIS_PLACE_OR_CHANGED' | 'TOO_SHORT' | `NO_KEY:${string}`, place: string, explanation: string) {
    super(explanation);
    this.code = `${reason} ${place}`;
  }
}

/** Reads `2026b:<base64>,2026a:<base64>`: the first key encrypts. Null where the text is no such list of 256-bit keys. */
export function readFieldKeys(text: string): FieldKeys | null {
  const keys = new Map<string, Buffer>();
  for (const entry of text.split(',')) {
    const [, id = '', encoded = ''] = /^\s*([\w-]{1,30}):([\w+/=-]+)\s*$/.exec(entry) ?? [];
    const key = Buffer.from(encoded, 'base64');
    if (id === '' || key.length !== KEY_BYTES || keys.has(id)) return null;
    keys.set(id, key);
  }
  const [current] = keys.keys();
  return current === undefined ? null : { current, keys };
}

/** The id of the key that a stored value was encrypted with; null for a value that is not encrypted. */
export const keyIdOf = (stored: string): string | null => VALUE.exec(stored)?.[1] ?? null;

/** `place` (document and field) is bound to the value: moved to another place it can't be decrypted any more. */
export function encryptText({ current, keys }: FieldKeys, text: string, place: string): string {
  const key = keys.get(current);
  if (!key) throw new Error(`There is no key ${current}`);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(place));
  const sealed = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `enc1.${current}.${sealed.toString('base64url')}`;
}

/** The text of a stored value. Throws `UnreadableField` for another place, another key under the same id, or a changed value. What was stored before fields were encrypted comes back as it is. */
export function decryptText({ keys }: FieldKeys, stored: string, place: string): string {
  const [, id = '', encoded = ''] = VALUE.exec(stored) ?? [];
  if (id === '') return stored;
  const key = keys.get(id);
  if (!key) throw new UnreadableField(`NO_KEY:${id}`, place, `A field was encrypted with the key ${id}, which FIELD_KEYS does not hold`);
  const sealed = Buffer.from(encoded, 'base64url');
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new UnreadableField('TOO_SHORT', place, 'An encrypted field is too short');
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, sealed.length - TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new UnreadableField('NOT_OF_THIS_PLACE_OR_CHANGED', place, 'An encrypted field was moved or changed, or its key is another one');
  }
}
