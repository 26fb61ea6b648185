import ICAL from 'ical.js';
import Papa from 'papaparse';
import readExcel from 'read-excel-file/universal';
import { expect, test } from 'vitest';
import { commit, type Write } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { newCustomer, openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { writeAddressBook } from './write-address-book.ts';
import { writeList } from './write-list.ts';

const now = Date.UTC(2026, 2, 1);
const watch = { signal: new AbortController().signal, progress: () => undefined };
const base = { createdAt: now, updatedAt: now, rev: 0, custom: {} };

const shop = async (): Promise<Database> => {
  const db = await openTestDatabase();
  const writes: Write[] = [
    {
      table: 'fieldDefinitions',
      record: {
        ...base,
        id: 'f1',
        entity: 'customers',
        key: 'Größe "m²"',
        label: 'x',
        type: 'number',
        learnable: true,
      } as never,
    },
    {
      table: 'customers',
      record: newCustomer('c1', {
        name: '=HYPERLINK("http://x","1")',
        phones: ['+49 30 1234', '030 99'],
        emails: ['a@b.example'],
        address: { street: 'Weg 1; Hof', city: 'Köln' },
        tags: ['A', '重要'],
        custom: { 'Größe "m²"': 12.5 },
      }),
    },
    { table: 'customers', record: newCustomer('c2', { kind: 'person', altName: '王小明' }) },
    { table: 'customers', record: newCustomer('c3', { name: 'Gone', deletedAt: now }) },
    {
      table: 'contacts',
      record: {
        ...base,
        id: 'k1',
        customerId: 'c2',
        name: 'Ann, "Boss"',
        phones: ['123 456 7'],
        emails: [],
      },
    },
    { table: 'products', record: { ...base, id: 'p1', sku: 'A-1', name: '茶, green' } },
    {
      table: 'orders',
      record: {
        ...base,
        id: 'o1',
        customerId: 'c1',
        kind: 'order',
        number: '7',
        date: '2026-02-03',
        status: 'done',
        currency: 'EUR',
        totalMinor: 351,
        lines: [
          { productId: 'p1', quantity: 3, unitPrice: 1.17, totalMinor: 351 },
          { productId: 'p1', quantity: 1, unitPrice: 0, totalMinor: 0 },
        ],
      },
    },
  ];
  const done = await commit(db, { label: 'records-changed', now, writes });
  if (!done.ok) throw new Error(done.refusal.code);
  return db;
};

const made = async <T>(
  result: Promise<{ ok: true; value: T } | { ok: false; refusal: { code: string } }>,
) => {
  const done = await result;
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
};

const csvOf = async (db: Database, kind: 'customers' | 'orders', ords?: Uint32Array) => {
  const input = { kind, form: 'csv', language: 'en', ...(ords ? { ords } : {}) } as const;
  const { file } = await made(writeList(db, input, watch));
  const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(await file.arrayBuffer());
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
};

test('a list of customers holds every field, own ones too, and nothing a spreadsheet would run', async () => {
  const rows = await csvOf(await shop(), 'customers');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    Name: '\'=HYPERLINK("http://x","1")',
    Phone: '+49 30 1234; 030 99',
    Street: 'Weg 1; Hof',
    Tags: 'A; 重要',
    'Größe "m²"': '12.5',
    'Do not contact': 'no',
  });
});

test('only the customers of a list, in its order', async () => {
  const rows = await csvOf(await shop(), 'customers', Uint32Array.of(1, 0));
  expect(rows.map((row) => row['Other name'])).toEqual(['王小明', '']);
});

test('orders are written line by line with names instead of ids', async () => {
  const rows = await csvOf(await shop(), 'orders');
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatchObject({
    'Order number': '7',
    'Order date': '2026-02-03',
    Product: '茶, green',
    Quantity: '3',
    'Unit price': '1.17',
    'Line total': '3.51',
  });
});

test('a workbook holds the same, numbers as numbers and days as days', async () => {
  const db = await shop();
  const { file } = await made(
    writeList(db, { kind: 'orders', form: 'xlsx', language: 'zh' }, watch),
  );
  const sheets = await readExcel(file);
  const [head, first] = sheets[0]?.data ?? [];
  expect(head?.slice(0, 3)).toEqual(['订单号', '订单类型', '订单日期']);
  expect(first?.[2]).toEqual(new Date('2026-02-03T00:00:00Z'));
  expect(first?.[7]).toBe(3);
  expect(first?.[11]).toBe(3.51);
});

test('an address book reads back with every name, phone and address', async () => {
  const { file, count } = await made(writeAddressBook(await shop(), watch));
  expect(count).toBe(3);
  const cards = ICAL.parse(await file.text()) as unknown[][];
  const read = (cards as never[]).map((card) => new ICAL.Component(card));
  const text = (at: number, name: string) =>
    read[at]?.getAllProperties(name).map((property) => property.getFirstValue());
  expect(text(0, 'fn')).toEqual(['=HYPERLINK("http://x","1")']);
  expect(text(0, 'tel')).toEqual(['+49 30 1234', '030 99']);
  expect(text(0, 'adr')).toEqual([['', '', 'Weg 1; Hof', 'Köln', '', '', '']]);
  expect(text(2, 'fn')).toEqual(['Ann, "Boss"']);
});

test('an empty book has nothing to write', async () => {
  const db = await openTestDatabase();
  const written = await writeList(db, { kind: 'deals', form: 'csv', language: 'en' }, watch);
  expect(written).toMatchObject({ ok: false, refusal: { code: 'nothing-to-export' } });
});

test('a percentage has its sign again, in a text and in a workbook', async () => {
  const db = await openTestDatabase();
  const field = { ...base, id: 'f', entity: 'customers', key: 'rate', label: 'rate' } as const;
  const writes: Write[] = [
    {
      table: 'fieldDefinitions',
      record: { ...field, type: 'number', percent: true, learnable: true } as never,
    },
    { table: 'customers', record: newCustomer('c1', { custom: { rate: -12.5 } }) },
  ];
  await commit(db, { label: 'import-updated', now, writes });
  const input = { kind: 'customers', language: 'en' } as const;
  const csv = await made(writeList(db, { ...input, form: 'csv' }, watch));
  const [, row] = Papa.parse<string[]>(await csv.file.text()).data;
  expect(row?.at(-1)).toBe('-12.5%');
  const book = await made(writeList(db, { ...input, form: 'xlsx' }, watch));
  const [sheet] = await readExcel(book.file);
  expect(sheet?.data[1]?.at(-1)).toBe('-12.5%');
});
