import { describe, expect, it } from '@jest/globals';
import iconv from 'iconv-lite';
import { readCsv, type BrokenRow, type CsvRow } from './csv.ts';
import { decode, detectEncoding, UnusableFile } from './encoding.ts';
import { memorySource } from './test-support.ts';

async function rowsOf(content: Uint8Array | string, pieceBytes?: number): Promise<(CsvRow | BrokenRow)[]> {
  const source = memorySource(content, pieceBytes);
  return Array.fromAsync(readCsv(decode(source, await detectEncoding(source))));
}
const cellsOf = async (content: Uint8Array | string, pieceBytes?: number) =>
  (await rowsOf(content, pieceBytes)).map((row) => ('cells' in row ? row.cells : row));

describe('the encoding of a file', () => {
  const text = 'Roepnaam;Achternaam\r\nZoë;Müller-Çelik\r\n';
  const expected = [
    ['Roepnaam', 'Achternaam'],
    ['Zoë', 'Müller-Çelik'],
  ];
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without a mark', iconv.encode(text, 'utf-16le', { addBOM: false })],
    ['UTF-16 BE without a mark', iconv.encode(text, 'utf-16be', { addBOM: false })],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
  ])('is told from its bytes: %s', async (_name, bytes) => {
    expect(await cellsOf(bytes)).toEqual(expected);
    // A letter may be cut in two by the piece that the disk gives.
    expect(await cellsOf(bytes, 3)).toEqual(expected);
  });

  it('is Windows-1252 when the only letter that says so stands in the last row', async () => {
    const file = `Naam;Plaats\n${'Jan;Best\n'.repeat(20_000)}Zoë;Best\n`;
    const rows = await cellsOf(iconv.encode(file, 'windows-1252'));
    expect(rows.at(-1)).toEqual(['Zoë', 'Best']);
  });

  it.each([
    ['a spreadsheet', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), /spreadsheet/],
    ['an image', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), /not a text file/],
    ['nothing', Buffer.from([]), /empty/],
  ])('of %s is refused', async (_name, bytes, message) => {
    await expect(detectEncoding(memorySource(bytes))).rejects.toThrow(message);
    await expect(detectEncoding(memorySource(bytes))).rejects.toBeInstanceOf(UnusableFile);
  });
});

describe('rows', () => {
  it.each([
    [
      'semicolons',
      'a;b\n1,5;2\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1;5,2\n',
      [
        ['a', 'b'],
        ['1;5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1;5\t2,0\n',
      [
        ['a', 'b'],
        ['1;5', '2,0'],
      ],
    ],
    [
      'commas though a quoted heading holds semicolons',
      '"a;x;y",b\n1,2\n',
      [
        ['a;x;y', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'what the line sep= says',
      'sep=,\r\na,b\r\n1;5,2\r\n',
      [
        ['a', 'b'],
        ['1;5', '2'],
      ],
    ],
    ['nothing: one column', 'a\n1\n', [['a'], ['1']]],
  ])('are separated by %s', async (_name, content, expected) => {
    expect(await cellsOf(content)).toEqual(expected);
  });

  it('keep line breaks, delimiters and doubled quotes inside quotes', async () => {
    expect(await cellsOf('a;b\r\n"1\r\n2";"x;""y"""\r\n')).toEqual([
      ['a', 'b'],
      ['1\r\n2', 'x;"y"'],
    ]);
  });

  it('take quotes inside an unquoted cell for letters', async () => {
    expect(await cellsOf('a;b\nCafé "De Hoek";2\n')).toEqual([
      ['a', 'b'],
      ['Café "De Hoek"', '2'],
    ]);
  });

  it('say the line on which an editor shows them', async () => {
    const rows = await rowsOf('a;b\r\n1;"x\r\ny\r\nz"\r\n\r\n;\r\n2;2\r\n3;3\r\n');
    expect(rows.map((row) => [row.line, 'cells' in row ? row.cells[0] : ''])).toEqual([
      [1, 'a'],
      [2, '1'],
      [7, '2'],
      [8, '3'],
    ]);
    expect((await rowsOf('sep=;\na;b\n1;2\n')).map((row) => row.line)).toEqual([2, 3]);
  });

  it('are left out when all their cells are empty', async () => {
    expect(await cellsOf('a;b\n;\n ; \n\n1;2\n;;;\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('end where a quote never closes, and say on which line it opened', async () => {
    expect(await rowsOf('a;b\n1;2\n3;"4\n5;6\n')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, reason: 'a quote opens here and never closes' },
    ]);
    const long = await rowsOf(`a;b\n1;2\n3;"4\n${'5;6\n'.repeat(100_000)}`);
    expect(long).toHaveLength(3);
    expect(long[2]).toMatchObject({ line: 3, reason: expect.stringContaining('longer than') });
  });

  it.each(['\n', '\r\n'])('are pulled from the file as they are needed, lines ending in %j', async (end) => {
    const source = memorySource(`a;b${end}${`1;2${end}`.repeat(1_000_000)}`);
    const rows = readCsv(decode(source, 'utf-8'));
    for (let count = 0; count < 100; count += 1) await rows.next();
    const afterFirstRows = source.pulled;
    await rows.return(undefined);
    expect(afterFirstRows).toBeLessThan(12);
    expect(source.pulled).toBe(afterFirstRows);
    expect(source.bytes / 16_384).toBeGreaterThan(200);
  });
});
