import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { decryptText, encryptText, keyIdOf, readFieldKeys, UnreadableField, type FieldKeys } from './encryption.ts';

const key = () => randomBytes(32).toString('base64');
const keys = (text: string): FieldKeys => {
  const read = readFieldKeys(text);
  if (!read) throw new Error('not a list of keys');
  return read;
};
const PLACE = 'students:stu_1:shortStay.setting';

describe('a field at rest', () => {
  const a = key();
  const b = key();

  it('shows nothing of its text, and comes back as it was', () => {
    const stored = encryptText(keys(`a:${a}`), 'Heeft één opdracht tegelijk nodig', PLACE);
    expect(stored).toMatch(/^enc1\.a\.[\w-]+$/);
    expect(Buffer.from(stored.split('.')[2] ?? '', 'base64url').toString('utf8')).not.toContain('opdracht');
    expect(decryptText(keys(`a:${a}`), stored, PLACE)).toBe('Heeft één opdracht tegelijk nodig');
  });

  it('never looks the same twice, the empty text included', () => {
    const once = encryptText(keys(`a:${a}`), '', PLACE);
    expect(encryptText(keys(`a:${a}`), '', PLACE)).not.toBe(once);
    expect(decryptText(keys(`a:${a}`), once, PLACE)).toBe('');
  });

  it('is bound to its document and field', () => {
    const stored = encryptText(keys(`a:${a}`), 'JUSTICE', PLACE);
    expect(() => decryptText(keys(`a:${a}`), stored, 'students:stu_2:shortStay.setting')).toThrow();
    expect(() => decryptText(keys(`a:${a}`), stored, 'students:stu_1:group')).toThrow();
  });

  it('can not be changed unseen', () => {
    const stored = encryptText(keys(`a:${a}`), 'JUSTICE', PLACE);
    const sealed = Buffer.from(stored.split('.')[2] ?? '', 'base64url');
    for (const index of [0, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => decryptText(keys(`a:${a}`), `enc1.a.${changed.toString('base64url')}`, PLACE)).toThrow();
    }
    expect(() => decryptText(keys(`a:${a}`), 'enc1.a.AAAA', PLACE)).toThrow('too short');
  });

  it('is read with the key that it names while two are in force, and written with the first', () => {
    const old = encryptText(keys(`a:${a}`), 'JUSTICE', PLACE);
    const both = keys(`b:${b},a:${a}`);
    expect(decryptText(both, old, PLACE)).toBe('JUSTICE');
    expect(keyIdOf(encryptText(both, 'JUSTICE', PLACE))).toBe('b');
    expect(() => decryptText(keys(`b:${b}`), old, PLACE)).toThrow('the key a');
    expect(() => decryptText(keys(`a:${b}`), old, PLACE)).toThrow();
  });

  it('that can not be read tells the log where it stands and why, and no text', () => {
    const stored = encryptText(keys(`a:${a}`), 'JUSTICE', PLACE);
    const reasons = [
      [keys(`a:${a}`), stored, 'students:stu_2:shortStay.setting', 'NOT_OF_THIS_PLACE_OR_CHANGED students:stu_2:shortStay.setting'],
      [keys(`b:${b}`), stored, PLACE, `NO_KEY:a ${PLACE}`],
      [keys(`a:${a}`), 'enc1.a.AAAA', PLACE, `TOO_SHORT ${PLACE}`],
    ] as const;
    for (const [held, value, place, code] of reasons) {
      const error = (() => {
        try {
          return decryptText(held, value, place);
        } catch (thrown) {
          return thrown;
        }
      })();
      expect(error).toBeInstanceOf(UnreadableField);
      expect(error).toMatchObject({ name: 'UnreadableField', code });
    }
  });

  it('that was stored before fields were encrypted is read as it is', () => {
    expect(decryptText(keys(`a:${a}`), 'JUSTICE', PLACE)).toBe('JUSTICE');
    expect(keyIdOf('JUSTICE')).toBeNull();
  });
});

it.each([
  ['nothing', ''],
  ['no name', key()],
  ['a short key', 'a:c2hvcnQ='],
  ['one name twice', `a:${key()},a:${key()}`],
  ['a gap', `a:${key()},`],
])('is refused as a list of keys: %s', (_name, text) => {
  expect(readFieldKeys(text)).toBeNull();
});
