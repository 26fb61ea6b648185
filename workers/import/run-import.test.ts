import { describe, expect, test } from 'vitest';
import type { FileKind, FileSettings, ImportContract } from '#contracts/import.ts';
import type { Database } from '#db/database.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { removeImport } from '#db/remove-import.ts';
import { countRecords, findRecord, listRecords } from '#db/sealed-table.ts';
import { inspectFile } from './inspect-file.ts';
import { runImport } from './run-import.ts';

type Given = {
  readonly as?: FileKind;
  readonly map?: 'auto' | 'none';
  readonly settings?: Partial<FileSettings>;
  readonly signal?: AbortSignal;
  readonly importId?: string;
  readonly onRows?: (rows: number) => void;
};

const prepare = async (text: string, given: Given): Promise<ImportContract['run']['input']> => {
  const file = new Blob([text]);
  const { as, map = 'auto', settings = {}, importId = 'i' } = given;
  const kind = as === undefined ? {} : { kind: as };
  const reading = await inspectFile({ file, name: 'a.csv', map, settings, ...kind });
  if (!reading.ok) throw new Error(reading.refusal.code);
  const { columns, settings: found, kind: guessed } = reading.value;
  const common = { file, name: 'a.csv', currency: 'GBP', now: 1, importId };
  return { ...common, as: as ?? guessed, settings: found, columns };
};

const importText = async (db: Database, text: string, given: Given = {}) =>
  runImport(db, await prepare(text, given), {
    host: { database: db.name, base: '/' },
    signal: given.signal ?? new AbortController().signal,
    progress: ({ rows }) => given.onRows?.(rows),
    beat: () => undefined,
  });

const importOk = async (db: Database, text: string, given: Given = {}) => {
  const receipt = await importText(db, text, given);
  if (!receipt.ok) throw new Error(JSON.stringify(receipt.refusal));
  return receipt.value;
};

const customersOf = (db: Database) => listRecords(db, 'customers', { index: 'ord' });
const left = async (db: Database) =>
  (await Promise.all(
    (['customers', 'orders', 'products', 'fieldDefinitions'] as const).map((table) =>
      countRecords(db, table),
    ),
  ).then((counts) => counts.reduce((a, b) => a + b, 0))) + (await db.dexie.columns.count());

describe('customers', () => {
  test('[I4] every cell comes back as it was written, or as the same number', async () => {
    const db = await openTestDatabase();
    const text =
      'code,price,when,member,colour\n007,1.50,2024-01-05,yes,red\n12,?,NULL,no, red\n,,,,\n';
    await importOk(db, text, { map: 'none' });
    expect((await customersOf(db)).map(({ custom }) => custom)).toEqual([
      { code: '007', price: 1.5, when: '2024-01-05', member: 'yes', colour: 'red' },
      { code: '12', price: '?', when: 'NULL', member: 'no', colour: ' red' },
      { code: null, price: null, when: null, member: null, colour: null },
    ]);
    const fields = await listRecords(db, 'fieldDefinitions');
    expect(Object.fromEntries(fields.map(({ key, type }) => [key, type]))).toEqual({
      code: 'choice',
      price: 'number',
      when: 'date',
      member: 'yesno',
      colour: 'choice',
    });
  });

  test('[I10] without a key equal rows stay two customers, and nameless ones have no name', async () => {
    const db = await openTestDatabase();
    const receipt = await importOk(db, 'name,city\nAnna,York\nAnna,York\n,Hull\n');
    expect(receipt).toMatchObject({ rowsRead: 3, added: 3, updated: 0, skipped: 0 });
    expect((await customersOf(db)).map(({ name, ord }) => [name, ord])).toEqual([
      ['Anna', 0],
      ['Anna', 1],
      [undefined, 2],
    ]);
  });

  test('[I10] with a key a known customer is updated, in the file and in the database', async () => {
    const db = await openTestDatabase();
    const first = 'customer id,name,city\nK1,Anna,York\nK2,Ben,Hull\nK1,,Leeds\n';
    expect(await importOk(db, first)).toMatchObject({ added: 2, updated: 1 });
    const second = 'customer id,name,city\nK2.0,x,y\nK2,Benjamin,\nK3,Cy,Bath\n';
    const receipt = await importOk(db, second, { importId: 'j' });
    expect(receipt).toMatchObject({ added: 2, updated: 1, skipped: 0 });
    const named = () =>
      customersOf(db).then((list) => list.map((c) => `${c.name} of ${c.address?.city}`));
    expect(await named()).toEqual(['Anna of Leeds', 'Benjamin of Hull', 'x of y', 'Cy of Bath']);
    await removeImport(db, 'j', { now: 2 });
    expect(await named()).toEqual(['Anna of Leeds', 'Ben of Hull']);
  });

  test('[I10] a key that comes again a thousand rows later is the same customer', async () => {
    const db = await openTestDatabase();
    const lines = Array.from({ length: 1500 }, (_, at) => `K${at % 1200},Shop ${at}`);
    const receipt = await importOk(db, `customer id,name\n${lines.join('\n')}\n`);
    expect(receipt).toMatchObject({ rowsRead: 1500, added: 1200, updated: 300, skipped: 0 });
    expect((await customersOf(db))[0]?.name).toBe('Shop 1200');
  });

  test('a formula in a name is a name, and a phone number with letters stays as it is written', async () => {
    const db = await openTestDatabase();
    const text =
      'Name,Phone,Email\n=HYPERLINK("x"),0800 FLOWERS,a@example.com\n"@SUM(1,2)",+44 20 7946 0000 ext. 5,b@example.com\n';
    await importOk(db, text.replace('("x")', "('x')"));
    expect((await customersOf(db)).map(({ name, phones }) => [name, ...phones])).toEqual([
      ["=HYPERLINK('x')", '0800 FLOWERS'],
      ['@SUM(1,2)', '+44 20 7946 0000 ext. 5'],
    ]);
  });

  test('[I2] a cell of ten megabytes costs its own row, which is named', async () => {
    const db = await openTestDatabase();
    const text = `Name,City\nAnna,York\n"${'x'.repeat(10 << 20)}",Hull\nCy,Leeds\n`;
    const receipt = await importOk(db, text);
    expect(receipt).toMatchObject({ rowsRead: 3, added: 2, skipped: 1 });
    expect(receipt.errors).toMatchObject([{ row: 1 }]);
    expect((await customersOf(db)).map(({ name }) => name)).toEqual(['Anna', 'Cy']);
  });

  test('[I2] a row that cannot be read is named with its reason, and all rows are accounted for', async () => {
    const db = await openTestDatabase();
    const receipt = await importOk(
      db,
      'name,city\nAnna,York\nBen\nCy,Bath,extra\n"Di,Hull\nEd,Ely\n',
    );
    expect(receipt).toMatchObject({ rowsRead: 5, added: 2, updated: 0, skipped: 3 });
    expect(receipt.errors).toMatchObject([
      { row: 1, reason: 'too-few-cells' },
      { row: 2, reason: 'too-many-cells', value: 'extra' },
      { row: 3, reason: 'quote-not-closed' },
    ]);
    expect((await findRecord(db, 'imports', 'i'))?.errors).toHaveLength(3);
  });

  test('[I5] dates that fit both orders are asked about, and stay text until answered', async () => {
    const db = await openTestDatabase();
    const text = 'name,since\nAnna,03/04/2020\nBen,05/06/2021\n';
    const file = new Blob([text]);
    const reading = await inspectFile({ file, name: 'a.csv' });
    expect(reading).toMatchObject({ value: { questions: [{ header: 'since', about: 'dates' }] } });
    await importOk(db, text);
    await importOk(db, text, { settings: { dates: 'dmy' }, importId: 'j' });
    expect((await customersOf(db)).map(({ custom }) => custom.since)).toEqual([
      '03/04/2020',
      '05/06/2021',
      '2020-04-03',
      '2021-06-05',
    ]);
  });

  test('[I5] years of two digits and named months become days, and the rule is said', async () => {
    const db = await openTestDatabase();
    const text =
      'since,seen,month,open\n31/12/24,3 Jan 2024,2024年1月3日,24-12-31\n01/02/99,"Feb 4, 2023",2024年2月4日,24-11-30\n02/02/99,05-Mar-22,2024年3月4日,23-10-30\n';
    await importOk(db, text, { map: 'none' });
    expect((await customersOf(db)).map(({ custom }) => custom)).toEqual([
      { since: '2024-12-31', seen: '2024-01-03', month: '2024-01-03', open: '24-12-31' },
      { since: '1999-02-01', seen: '2023-02-04', month: '2024-02-04', open: '24-11-30' },
      { since: '1999-02-02', seen: '2022-03-05', month: '2024-03-04', open: '23-10-30' },
    ]);
    const reading = await inspectFile({ file: new Blob([text]), name: 'a.csv', map: 'none' });
    expect(reading.ok && reading.value.remarks).toEqual([
      {
        about: 'short-years',
        count: 2,
        lines: ['since: 31/12/24 → 2024-12-31', 'seen: 05-Mar-22 → 2022-03-05'],
      },
    ]);
  });

  test('[I24] a percentage is the number before its sign, and the field remembers the sign', async () => {
    const db = await openTestDatabase();
    await importOk(db, 'name,rate,mixed\nA,12.5%,1%\nB,-3%,2\nC,"1,234.5%",3\n');
    expect((await customersOf(db)).map(({ custom }) => custom)).toEqual([
      { rate: 12.5, mixed: '1%' },
      { rate: -3, mixed: '2' },
      { rate: 1234.5, mixed: '3' },
    ]);
    const [rate, mixed] = await listRecords(db, 'fieldDefinitions');
    expect(rate).toMatchObject({ type: 'number', percent: true });
    expect(mixed).toMatchObject({ type: 'text' });
  });

  test('[I24] plain numbers under a header of percentages stay as they are written', async () => {
    const db = await openTestDatabase();
    await importOk(db, 'name,rate\nA,12.5%\n');
    await importOk(db, 'name,rate\nB,0.5\n', { importId: 'j' });
    await importOk(db, 'name,rate\nC,7%\n', { importId: 'k' });
    expect((await customersOf(db)).map(({ custom }) => custom.rate)).toEqual([12.5, '0.5', 7]);
    expect(await listRecords(db, 'fieldDefinitions')).toMatchObject([
      { type: 'text', percent: true },
    ]);
    const other = await openTestDatabase();
    await importOk(other, 'name,rate\nA,12.5\n');
    await importOk(other, 'name,rate\nB,12.5%\n', { importId: 'j' });
    expect((await customersOf(other)).map(({ custom }) => custom.rate)).toEqual([12.5, '12.5%']);
  });

  test('[I16] pictures on cards are left out and counted, in the receipt and in the journal', async () => {
    const db = await openTestDatabase();
    const card = (name: string, more = '') =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${more}END:VCARD\r\n`;
    const photo = 'PHOTO;ENCODING=b;TYPE=JPEG:QUJD\r\n QUJD\r\n';
    const text =
      card('Ann', `${photo}LOGO:https://x.example/a.svg\r\n`) + card('Ben') + card('Cy', photo);
    const receipt = await importOk(db, text);
    expect(receipt).toMatchObject({ rowsRead: 3, added: 3, files: [{ attached: 3 }] });
    expect(await findRecord(db, 'imports', 'i')).toMatchObject({ attached: 3, state: 'done' });
  });

  test('[I12] a protected trait and a free text are not learnt from', async () => {
    const db = await openTestDatabase();
    const rows = ['f,1,a long story', 'm,2,another one', 'f,3,a third'].join('\n');
    await importOk(db, `性别,visits,notes\n${rows}\n`, { map: 'none' });
    const fields = await listRecords(db, 'fieldDefinitions');
    expect(fields.map(({ key, learnable }) => [key, learnable])).toEqual([
      ['性别', false],
      ['visits', true],
      ['notes', false],
    ]);
  });
});

describe('[I11] nothing half', () => {
  test('a cancelled import leaves nothing behind', async () => {
    const db = await openTestDatabase();
    const controller = new AbortController();
    const lines = Array.from({ length: 5000 }, (_, at) => `Shop ${at},York`);
    const result = await importText(db, `name,city\n${lines.join('\n')}\n`, {
      signal: controller.signal,
      onRows: (rows) => rows > 0 && controller.abort(),
    });
    expect(result).toEqual({ ok: false, refusal: { code: 'cancelled' } });
    expect(await left(db)).toBe(0);
  });

  test('merge conflict markers are refused before anything is written, also far down', async () => {
    const db = await openTestDatabase();
    const far = 'Anna,York\n'.repeat(40_000);
    const text = `name,city\n${far}<<<<<<< HEAD\nAnna,York\n=======\nAnna,Leeds\n>>>>>>> other\n`;
    await expect(prepare(text, {})).rejects.toThrow('file-conflict-markers');
    expect(await left(db)).toBe(0);
  });

  test('an import taken back leaves only its journal', async () => {
    const db = await openTestDatabase();
    await importOk(
      db,
      'order,customer,date,sku,product,quantity,price\n1,K,2024-01-02,A,Tea,2,3\n',
    );
    expect(await left(db)).toBeGreaterThan(0);
    await removeImport(db, 'i', { now: 2 });
    expect(await left(db)).toBe(0);
    expect((await findRecord(db, 'imports', 'i'))?.state).toBe('removed');
  });
});

const invoices = `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,Channel
500,A,TEA ,2,2024-01-02 08:00:00,2.50,17850.0,France,shop
500,B,CUP,1,2024-01-02 08:00:00,0.335,17850.0,France,
500,A,TEA,1,2024-01-02 08:01:00,2.50,17850.0,France,shop
501,A,tea?,3,2024-01-03 09:00:00,2.50,,France,web
502,B,CUP,-4,2024-01-03 09:30:00,0,,EIRE,web
503,B,CUP,1,2024-01-04 09:30:00,1,,France,web
C504,A,TEA,-1,2024-01-05 10:00:00,2.50,17850.0,France,shop
C505,A,TEA,1,2024-01-05 10:00:00,2.50,99.0,France,shop
506,A,TEA,many,2024-01-05 10:00:00,2.50,99.0,France,shop
`;

describe('orders', () => {
  test('lines become orders by the rules, and every line is accounted for', async () => {
    const db = await openTestDatabase();
    const receipt = await importOk(db, invoices);
    expect(receipt).toMatchObject({ rowsRead: 9, added: 8, skipped: 1 });
    expect(receipt.errors).toMatchObject([
      { row: 8, column: 'Quantity', reason: 'bad-number', value: 'many' },
    ]);
    expect(receipt.made).toEqual({ customers: 4, orders: 6, returns: 1, products: 2 });
    const orders = await listRecords(db, 'orders', { index: 'ord' });
    expect(orders.map((o) => [o.externalId, o.kind, o.date, o.totalMinor, o.lines.length])).toEqual(
      [
        ['500', 'order', '2024-01-02', 534, 2],
        ['500/2', 'order', '2024-01-02', 250, 1],
        ['501', 'order', '2024-01-03', 750, 1],
        ['502', 'order', '2024-01-03', 0, 1],
        ['503', 'order', '2024-01-04', 100, 1],
        ['C504', 'return', '2024-01-05', -250, 1],
        ['C505', 'order', '2024-01-05', 250, 1],
      ],
    );
    expect(orders[0]?.lines.map(({ custom }) => custom)).toEqual([{ Channel: 'shop' }, {}]);
  });

  test('[I7] lines without a customer belong to the walk-in of their country', async () => {
    const db = await openTestDatabase();
    await importOk(db, invoices);
    const customers = await customersOf(db);
    expect(customers.map((c) => [c.externalId, c.name, c.walkIn, c.address?.country])).toEqual([
      ['17850', undefined, undefined, 'France'],
      [undefined, undefined, true, 'France'],
      [undefined, undefined, true, 'EIRE'],
      ['99', undefined, undefined, 'France'],
    ]);
  });

  test('[I9] the most frequent description is the name', async () => {
    const db = await openTestDatabase();
    await importOk(db, invoices);
    const products = await listRecords(db, 'products');
    expect(products.map(({ sku, name }) => [sku, name])).toEqual([
      ['A', 'TEA'],
      ['B', 'CUP'],
    ]);
  });

  test('[I10] the same file again adds nothing', async () => {
    const db = await openTestDatabase();
    const first = await importOk(db, invoices);
    const second = await importOk(db, invoices, { importId: 'j' });
    expect(second).toMatchObject({ rowsRead: 9, added: 0, skipped: 9 });
    expect(second.made).toEqual({ customers: 0, orders: 0, returns: 0, products: 0 });
    expect(await countRecords(db, 'orders')).toBe(first.made.orders + first.made.returns);
  });

  test('[I5] an orders file whose dates fit both orders is refused until somebody says which', async () => {
    const db = await openTestDatabase();
    const text = 'order,customer,date,sku,product,quantity,price\n1,K,02/03/2024,A,Tea,2,3\n';
    expect(await importText(db, text)).toMatchObject({
      refusal: { code: 'file-needs-answer', facts: { column: 'date' } },
    });
    await importOk(db, text, { settings: { dates: 'mdy' } });
    expect((await listRecords(db, 'orders'))[0]?.date).toBe('2024-02-03');
  });
});
