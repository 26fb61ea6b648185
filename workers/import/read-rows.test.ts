import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRows } from './read-rows.ts';

const read = async (text: string, delimiter = ',') => {
  const rows: string[][] = [];
  const broken: number[] = [];
  for await (const part of readRows(new Blob([text]), 'utf-8', delimiter)) {
    broken.push(...part.broken.map((at) => at + rows.length));
    rows.push(...part.rows.map((row) => [...row]));
  }
  return { rows, broken };
};

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('rows of a delimited file', () => {
  test('quoted cells keep their delimiters, quotes and line breaks', async () => {
    const { rows, broken } = await read('a,b\n"x, y","say ""hi""\nthere"\n');
    expect(rows).toEqual([
      ['a', 'b'],
      ['x, y', 'say "hi"\nthere'],
    ]);
    expect(broken).toEqual([]);
  });

  test('rows may end with \\n, \\r\\n or \\r, also mixed', async () => {
    const expected = [
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ];
    for (const text of [
      'a,b\n1,2\n3,4',
      'a,b\r\n1,2\r\n3,4\r\n',
      'a,b\r1,2\r3,4\r',
      'a,b\r\n1,2\n3,4',
    ])
      expect((await read(text)).rows).toEqual(expected);
  });

  test('blank lines are no rows, a line of empty cells is one', async () => {
    expect((await read('\n\na,b\n\n,\n')).rows).toEqual([
      ['a', 'b'],
      ['', ''],
    ]);
  });

  test('[I2] a quote that is never closed costs its own line only', async () => {
    const { rows, broken } = await read('a,b\n1,"open\n2,x\n3,y\n');
    expect(broken).toEqual([1]);
    expect(rows.slice(2)).toEqual([
      ['2', 'x'],
      ['3', 'y'],
    ]);
  });

  test('[I2] text after a closing quote tears its line, and no other', async () => {
    const { rows, broken } = await read('a,b\n"x"y,1\n"sound, cell",2\n');
    expect(broken).toEqual([1]);
    expect(rows[2]).toEqual(['sound, cell', '2']);
  });

  test('any table written with quotes is read back as it was', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '客', '"', ',', ';', '\n', '\r', '\t', ' '),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(',', ';', '\t', '|'), async (cells, delimiter) => {
        const text = cells.map((row) => row.map(quote).join(delimiter)).join('\n');
        // A carriage return before the end of a row belongs to the row's end.
        const expected = cells.map((row) =>
          row.map((c, at) => (at === row.length - 1 ? c.replace(/\r$/u, '') : c)),
        );
        expect((await read(text, delimiter)).rows).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test('no text at all hangs, throws or loses its lines', async () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', ' "', '",'),
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(noise, async (text) => {
        const { rows } = await read(text);
        expect(rows.length).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/u).length);
      }),
      { numRuns: 1000 },
    );
  });

  test('twenty thousand torn lines are named, and nothing hangs', async () => {
    const startedAt = performance.now();
    const { rows, broken } = await read(`a,b\n${'"x"y,1\n'.repeat(20_000)}`);
    expect(rows.length).toBe(20_001);
    expect(broken.length).toBe(20_000);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
  }, 20_000);

  test('a line of many megabytes is given up, and the lines after it are read', async () => {
    const { rows, broken } = await read(`a,b\n"${'x'.repeat(9 << 20)}\n1,2\n`);
    expect(broken).toEqual([1]);
    expect(rows.at(-1)).toEqual(['1', '2']);
  });
});
