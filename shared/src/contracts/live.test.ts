import { describe, expect, it } from '@jest/globals';
import { readCursor, writeCursor } from './live.ts';

describe('a cursor of changes', () => {
  it('is read as it was written', () => {
    const places = new Map([
      ['inbox:stf_1/evl_2', 1_764_000_000_123],
      ['loc_1', 7],
    ]);
    expect(readCursor(writeCursor(places))).toEqual(places);
    expect(readCursor(writeCursor(new Map()))).toEqual(new Map());
  });

  it('fits into a header and into one line of an event stream', () => {
    expect(writeCursor(new Map([['all', 1]]))).toMatch(/^[\w-]+$/);
  });

  it('that somebody made up is none', () => {
    const text = (line: string) => Buffer.from(line).toString('base64url');
    for (const cursor of ['not a cursor', text('loc_1'), text('loc_1 -1'), text('{"$gt":1} 1'), text('a b c'), 'x'.repeat(9_000)])
      expect(readCursor(cursor)).toBeNull();
  });
});
