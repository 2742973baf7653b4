import { describe, expect, it } from '@jest/globals';
import { plain, searchConditions, searchKeys } from './search.ts';

describe('searching by words', () => {
  it('ignores capitals, accents and punctuation', () => {
    expect(plain("  Café 't Hoekje, B.V. ")).toBe('cafe t hoekje b v');
  });
  it('keeps every beginning of every word, and no more than twelve letters of it', () => {
    expect(searchKeys('VDL Bus', null)).toEqual(['b', 'bu', 'bus', 'v', 'vd', 'vdl']);
    expect(searchKeys('Machinefabrieken').at(-1)).toBe('machinefabri');
  });
  it('asks for each word once, cut to what is kept', () => {
    expect(searchConditions('VDL vdl machinefabrieken')).toEqual([{ searchKeys: 'vdl' }, { searchKeys: 'machinefabri' }]);
  });
  it('narrows nothing without a word', () => {
    expect(searchConditions(' ., ')).toEqual([]);
  });
});
