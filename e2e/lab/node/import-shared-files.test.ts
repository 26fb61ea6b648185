import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inspectFile } from '#workers/import/inspect-file.ts';
import { openTable } from '#workers/import/open-table.ts';
import { scanFile } from '#workers/import/scan-file.ts';

const folder = new URL('../../../../shared/data/import/', import.meta.url).pathname;
const isHere = existsSync(folder);
const filesOf = (name: string) =>
  isHere ? readdirSync(`${folder}${name}`).filter((file) => file.endsWith('.csv')) : [];
const open = (name: string) => new Blob([readFileSync(`${folder}${name}`)]);

const tableOf = async (file: Blob): Promise<Record<string, string>[] | string> => {
  const table = await openTable(file, 'a.csv');
  if (!table.ok) return table.refusal.code;
  const scan = await scanFile(table.value, true);
  if (!scan.ok) return scan.refusal.code;
  const rows: (readonly string[])[] = [];
  for await (const part of table.value.rows()) rows.push(...part.rows);
  return rows
    .slice(1)
    .map((row) => Object.fromEntries(scan.value.headers.map((name, at) => [name, row[at] ?? ''])));
};

// The expected text is a sample of its own: it was typed from another file of the collection.
const otherSample = new Set(['location_coordinates.csv']);

describe.skipIf(!isHere)('files of others (skipped: shared data absent)', () => {
  test.each(filesOf('csv-spectrum').filter((file) => !otherSample.has(file)))(
    'csv-spectrum/%s is read as its expected JSON says',
    async (file) => {
      const expected = readFileSync(
        `${folder}csv-spectrum-expected/${file.replace('.csv', '.json')}`,
        'utf8',
      );
      // The collection's line ends were made alike on its way here.
      const wanted = JSON.parse(expected.replaceAll('\\r\\n', '\\n'));
      expect(await tableOf(open(`csv-spectrum/${file}`))).toEqual(wanted);
    },
  );

  test.each([
    ...filesOf('csvkit').map((f) => `csvkit/${f}`),
    ...filesOf('salesforce-boms').map((f) => `salesforce-boms/${f}`),
  ])('%s is read, or refused with a reason', async (file) => {
    const reading = await inspectFile({ file: open(file), name: file, map: 'none' });
    if (reading.ok) {
      expect(reading.value.columns.length).toBeGreaterThan(0);
      expect(reading.value.preview.length).toBeGreaterThan(0);
      expect(reading.value.columns.map(({ header }) => header).join()).not.toMatch(/\uFFFD|\0/u);
    } else expect(reading.refusal.code).toMatch(/^file-(?:empty|no-rows|binary|unreadable)$/u);
  });

  test('a bill as text and as a workbook are the same table', async () => {
    const name = 'zh-bills/wechat/example-wechat-records';
    const tableOfBill = async (file: string) => {
      const table = await openTable(open(file), file);
      if (!table.ok) throw new Error(table.refusal.code);
      const rows: string[][] = [];
      for await (const part of table.value.rows())
        rows.push(...part.rows.map((row) => row.map((cell) => cell.trim())));
      return { rows, remarks: table.value.remarks };
    };
    const text = await tableOfBill(`${name}.csv`);
    const workbook = await tableOfBill(`${name}.xlsx`);
    expect(text.rows[0]?.[0]).toBe('交易时间');
    expect(text.remarks[0]).toMatchObject({ about: 'preamble' });
    expect(workbook.rows).toEqual(text.rows);
  });

  test.each(isHere ? readdirSync(`${folder}vcards`).filter((file) => file.endsWith('.vcf')) : [])(
    'every name, phone, e-mail, address and note of %s is there',
    async (file) => {
      const table = await openTable(open(`vcards/${file}`), file);
      if (!table.ok) throw new Error(table.refusal.code);
      const rows: (readonly string[])[] = [];
      for await (const part of table.value.rows()) {
        expect(part.broken).toEqual([]);
        rows.push(...part.rows);
      }
      const said = rows.flat().join(' ').replace(/\s+/gu, ' ');
      const lines = readFileSync(`${folder}vcards/${file}`, 'utf8')
        .replace(/\r?\n[ \t]/gu, '')
        .split(/\r?\n/u);
      expect(rows.length - 1).toBe(lines.filter((line) => /^BEGIN:/iu.test(line)).length);
      for (const line of lines) {
        const [, value] =
          /^(?:item\d+\.)?(?:FN|N|TEL|EMAIL|ADR|NOTE|ORG|URL)(?:;[^:"]|"[^"]*"|[^:"])*?:(.*)$/u.exec(
            line,
          ) ?? [];
        if (value === undefined) continue;
        for (const part of value.replace(/^tel:/u, '').split(/(?<!\\);(?!ext)/u)) {
          const wanted = part.replace(/\\n/giu, ' ').replaceAll('\\', '').trim();
          for (const word of wanted.split(',')) expect(said).toContain(word.trim());
        }
      }
    },
  );
});
