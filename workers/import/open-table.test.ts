import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeBomb } from './make-bomb.ts';
import { makeWorkbook } from './make-workbook.ts';
import { openTable, type TableSettings } from './open-table.ts';
import { scanFile } from './scan-file.ts';

const blob = (text: string) => new Blob([text]);

const open = async (file: Blob, settings?: TableSettings) => {
  const table = await openTable(file, 'a', settings);
  if (!table.ok) throw new Error(table.refusal.code);
  return table.value;
};

const rowsOf = async (file: Blob, settings?: TableSettings) => {
  const rows: (readonly string[])[] = [];
  for await (const part of (await open(file, settings)).rows()) rows.push(...part.rows);
  return rows;
};

/** What reading all of a file comes to: its rows counted, or why it is refused. */
const readAll = async (file: Blob): Promise<number | string> => {
  const table = await openTable(file, 'a');
  if (!table.ok) return table.refusal.code;
  const scan = await scanFile(table.value, undefined);
  return scan.ok ? scan.value.rows : scan.refusal.code;
};

const sheet = (cells: readonly string[], number = 1) =>
  `<row r="${number}">${cells.join('')}</row>`;

describe('text', () => {
  test('the first line of a spreadsheet that names the delimiter is no row', async () => {
    expect(await rowsOf(blob('sep=;\r\nname;size\r\nAnna, K;3\r\n'))).toEqual([
      ['name', 'size'],
      ['Anna, K', '3'],
    ]);
  });

  test('a title and remarks above the header are left out and said', async () => {
    const file = blob(
      '账单明细,,,\n昵称：[测试],,,\n,,,\n时间,类型,对方,金额\n2024-01-02,付款,店,3\n',
    );
    const table = await open(file);
    expect(table.headerAt).toBe(3);
    expect(table.remarks).toEqual([
      { about: 'preamble', count: 2, lines: ['账单明细', '昵称：[测试]'] },
    ]);
    expect((await rowsOf(file))[0]).toEqual(['时间', '类型', '对方', '金额']);
    expect((await rowsOf(file, { headerAt: 0 })).length).toBe(5);
  });

  test('any of the first rows may be chosen as the header, or none', async () => {
    const file = blob('Shops\nA,B,C\nname,city,size\nAnna,York,3\n');
    const delimiter = ',';
    expect((await open(file, { delimiter })).head).toEqual([
      { at: 0, text: 'Shops' },
      { at: 1, text: 'A · B · C' },
      { at: 2, text: 'name · city · size' },
      { at: 3, text: 'Anna · York · 3' },
    ]);
    const said = await open(file, { delimiter, headerAt: 2, hasHeader: true });
    expect(said.remarks).toEqual([{ about: 'preamble', count: 2, lines: ['Shops', 'A B C'] }]);
    expect((await rowsOf(file, { delimiter, headerAt: 2 }))[0]).toEqual(['name', 'city', 'size']);
    expect((await rowsOf(file, { delimiter, hasHeader: false })).length).toBe(4);
    const marked = blob('sep=;\nAnna;York\n');
    expect(await rowsOf(marked, { headerAt: 0, hasHeader: false })).toEqual([['Anna', 'York']]);
  });

  test('rows pasted from a spreadsheet are a table of tabs', async () => {
    expect(await open(blob('name\tcity\nAnna\tKöln, Süd\n'))).toMatchObject({ form: 'tsv' });
  });
});

describe('workbooks', () => {
  test('days, times, codes, yes and no, formulas and words come as they are shown', async () => {
    const file = makeWorkbook(
      sheet(['<c t="s"><v>0</v></c>', '<c t="inlineStr"><is><t>value</t></is></c>']) +
        sheet(['<c t="s"><v>1</v></c>', '<c><f>0.1+0.2</f><v>0.30000000000000004</v></c>'], 2) +
        sheet(['<c t="str"><f>A</f><v>17850</v></c>', '<c><v>17850.0</v></c>'], 3) +
        sheet(['<c s="1"><v>45356</v></c>', '<c s="2"><v>45356.75</v></c>'], 4) +
        sheet(['<c s="4"><v>712</v></c>', '<c s="3"><v>12.5</v></c>'], 5) +
        sheet(['<c t="b"><v>1</v></c>', '<c t="e"><v>#N/A</v></c>'], 6) +
        sheet(['<c r="B9"><v>7</v></c>'], 9),
    );
    expect(await rowsOf(file)).toEqual([
      ['name', 'value'],
      ['A & B\r', '0.3'],
      ['17850', '17850'],
      ['2024-03-05', '2024-03-05T18:00:00'],
      ['00712', '12.5'],
      ['TRUE', '#N/A'],
      ['', '7'],
    ]);
  });

  test('all sheets are offered, the first with rows is taken, another one can be', async () => {
    const file = makeWorkbook(sheet(['<c><v>1</v></c>']));
    expect(await open(file)).toMatchObject({
      form: 'xlsx',
      sheet: 'One',
      sheets: [
        { name: 'One', hidden: false },
        { name: 'Two', hidden: true },
      ],
    });
    expect(await rowsOf(file, { sheet: 'Two' })).toEqual([['hidden']]);
    expect(await open(makeWorkbook(''))).toMatchObject({ sheet: 'Two' });
  });

  test('macros are not read, and that is said', async () => {
    const file = makeWorkbook(sheet(['<c><v>1</v></c>']), { 'xl/vbaProject.bin': 'x' });
    expect((await open(file)).remarks).toEqual([{ about: 'macros', count: 1 }]);
  });

  test.each([
    ['says so itself', 2_080_000_000, 'workbook-too-large'],
    ['says that it is small', 4_000, 'workbook-damaged'],
  ])(
    'a sheet of gigabytes of good rows that %s is refused within a second',
    async (says, said, code) => {
      const file = makeBomb(said);
      expect(file.size).toBeLessThan(6_000_000);
      const start = performance.now();
      expect(await readAll(file)).toBe(code);
      const tookMs = performance.now() - start;
      // biome-ignore lint/suspicious/noConsole: a measured figure belongs into the report
      console.info(
        `a bomb of ${file.size} bytes that ${says} is refused after ${tookMs.toFixed(0)} ms`,
      );
      expect(tookMs).toBeLessThan(1_000);
    },
    60_000,
  );

  test('a bomb is stopped by what it becomes, long before all of it is unpacked', async () => {
    const huge = new Uint8Array(20 << 20).fill(32);
    const file = makeWorkbook('', { 'xl/sharedStrings.xml': huge });
    expect(file.size).toBeLessThan(200_000);
    const start = performance.now();
    expect(await readAll(file)).toBe('workbook-too-large');
    expect(performance.now() - start).toBeLessThan(10_000);
  }, 60_000);

  test.each([
    ['PDF', blob('%PDF-1.7')],
    ['XLS', new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)])],
    ['ODS', makeWorkbook('', { mimetype: 'x', 'content.xml': '<a/>', 'xl/workbook.xml': '' })],
  ])('%s is refused by name', async (kind, file) => {
    const table = await openTable(file, 'a');
    // A workbook without an outline is damaged; the others are named.
    if (kind === 'ODS') expect(table).toMatchObject({ refusal: { code: 'workbook-damaged' } });
    else expect(table).toMatchObject({ refusal: { code: 'file-other-kind', facts: { kind } } });
  });

  test('a workbook with a password is refused as one', async () => {
    const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    const file = new Blob([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0, ...name)]);
    expect(await readAll(file)).toBe('file-encrypted');
  });
});

describe('cards', () => {
  const card = (lines: string) => `BEGIN:VCARD\r\nVERSION:2.1\r\n${lines}\r\nEND:VCARD\r\n`;

  test('version 2.1: words in quoted-printable, old charsets, bare types, soft line ends', async () => {
    const text = card(
      'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=\r\n=E6=98=8E\r\nTEL;CELL;VOICE:138 0013 8000\r\nADR;WORK;CHARSET=GB18030;QUOTED-PRINTABLE:;;=B1=B1=BE=A9;;;;',
    );
    const [, row = []] = await rowsOf(blob(text));
    expect(row.slice(0, 7)).toEqual(['王小明', '', '', '', '138 0013 8000', '', '北京']);
  });

  test('a line folded inside a letter, a photo and a broken card cost nothing else', async () => {
    const photo = `PHOTO;ENCODING=b:${Array.from({ length: 50 }, () => 'QUJD'.repeat(18)).join('\r\n ')}`;
    const text = `${card(`FN:Anna\r\n  Müller\r\n${photo}`)}${card('no line at all')}${card('FN:Bert')}`;
    const bytes = new TextEncoder().encode(text);
    const at = bytes.indexOf(0xc3) + 1;
    const folded = new Blob([bytes.slice(0, at), '\r\n ', bytes.slice(at)]);
    const table = await open(folded);
    const parts = [];
    for await (const part of table.rows()) parts.push(part);
    expect(parts[0]?.rows.map(([name]) => name)).toEqual([
      'Name',
      'Anna Müller',
      'VERSION:2.1 no line at all',
      'Bert',
    ]);
    expect(parts[0]?.broken).toEqual([2]);
  });
});

describe('bytes of others', () => {
  const workbook = makeWorkbook(
    sheet(['<c t="s"><v>0</v></c>', '<c><v>2</v></c>']) + sheet(['<c t="s"><v>1</v></c>'], 2),
  );
  const forms: readonly (readonly [string, Blob])[] = [
    ['text', blob('name;size\r\n"a;b";1\r\nc;"2\r\n3"\r\n')],
    ['workbook', workbook],
    ['card', blob('BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:=41=\n;B\nTEL;CELL:1\nEND:VCARD\n')],
  ];
  test.each(forms)(
    'a %s with bytes changed is read or refused, never a crash',
    async (_, file) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
      await fc.assert(
        fc.asyncProperty(
          fc.array(change, { minLength: 1, maxLength: 8 }),
          fc.nat(20),
          async (changes, cut) => {
            const changed = bytes.slice();
            for (const [at, byte] of changes) changed[at] = byte;
            const end = cut === 0 ? (changes[0]?.[0] ?? 1) : changed.length;
            const answer = await readAll(new Blob([changed.slice(0, end)]));
            expect(['number', 'string']).toContain(typeof answer);
          },
        ),
        { numRuns: 2000 },
      );
    },
    60_000,
  );
});
