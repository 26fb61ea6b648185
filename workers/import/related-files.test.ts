import { expect, test } from 'vitest';
import type { ImportSource } from '#contracts/import.ts';
import type { FileKind } from '#core/imports/file-kinds.ts';
import { openTestDatabase } from '#db/fixtures/open-test-database.ts';
import { removeImport } from '#db/remove-import.ts';
import { countRecords, listRecords } from '#db/sealed-table.ts';
import { inspectFile } from './inspect-file.ts';
import { checkImport, runImport } from './run-import.ts';

const source = async (name: string, text: string, kind?: FileKind): Promise<ImportSource> => {
  const file = new Blob([text]);
  const reading = await inspectFile({ file, name, ...(kind && { kind }) });
  if (!reading.ok) throw new Error(reading.refusal.code);
  const { settings, columns, kind: as } = reading.value;
  return { file, name, as, settings, columns };
};

const deals = `deal id,account,product,stage,close date,amount,agent
D1,Acme,Pro Kit,Closed Won,2024-02-01,"1,054.50",Ann
D2,,ProKit,Engaging,,,Bob
`;
const files = async () => [
  await source('deals.csv', deals),
  await source('lines.csv', 'orderID,productID,unitPrice,quantity\n7,P1,2.50,4\n9,P1,1,1\n'),
  await source('heads.csv', 'orderID,customerID,orderDate,freight\n7,K1,2024-01-05,3.2\n'),
  await source('products.csv', 'productID,productName,unitPrice\nP1,Pro Kit,2.50\n'),
  await source('customers.csv', 'customerID,companyName,city\nK1,Acme,York\n'),
  await source('teams.csv', 'agent,manager\nAnn,Zoe\nEve,Zoe\n', 'lookup'),
];

const job = {
  host: { database: 'x', base: '/' },
  signal: new AbortController().signal,
  progress: () => undefined,
  beat: () => undefined,
};

const inputOf = async () => {
  const [first, ...others] = await files();
  if (first === undefined) throw new Error('no file');
  return { ...first, others, importId: 'i', currency: 'EUR', now: 1 };
};

test('[I17] files find each other though what they name comes last, and all of it is taken back', async () => {
  const db = await openTestDatabase();
  const done = await runImport(db, await inputOf(), job);
  expect(done).toMatchObject({ value: { rowsRead: 9, added: 7, updated: 0, skipped: 2 } });
  const [customer] = await listRecords(db, 'customers');
  const [product] = await listRecords(db, 'products');
  const [order] = await listRecords(db, 'orders');
  expect(order).toMatchObject({
    ...{ customerId: customer?.id, number: '7', date: '2024-01-05', totalMinor: 1000 },
    custom: { freight: 3.2 },
    lines: [{ productId: product?.id, quantity: 4 }],
  });
  const [won, open] = await listRecords(db, 'deals');
  expect(won).toMatchObject({
    ...{ customerId: customer?.id, productIds: [product?.id], stage: 'won' },
    ...{ sourceStage: 'Closed Won', amount: { amountMinor: 105450 }, expectedClose: '2024-02-01' },
    custom: { agent: 'Ann', manager: 'Zoe' },
  });
  expect(open?.customerId).toBeUndefined();
  await removeImport(db, 'i', { now: 2 });
  for (const table of ['customers', 'products', 'orders', 'deals', 'fieldDefinitions'] as const)
    expect(await countRecords(db, table)).toBe(0);
});

test('[I18] a near-equal name is counted, and linked only where somebody says so', async () => {
  const db = await openTestDatabase();
  const apart = await runImport(db, await inputOf(), job);
  const near = { said: 'ProKit', known: 'Pro Kit', count: 1 };
  expect(apart).toMatchObject({ value: { near: [{ ...near, isLinked: false }] } });
  const other = await openTestDatabase();
  const linked = await runImport(other, { ...(await inputOf()), sameNames: 'link' }, job);
  expect(linked).toMatchObject({ value: { near: [{ ...near, isLinked: true }] } });
  const found = await listRecords(other, 'deals');
  expect(found.map(({ productIds, custom }) => [productIds.length, custom.product])).toEqual([
    [1, undefined],
    [1, 'ProKit'],
  ]);
});

test('[I18] each pair of names has its own answer, the others the common one', async () => {
  const given = async () => {
    const [first, second] = [
      await source(
        'deals.csv',
        'deal id,account,product\nD1,,ProKit\nD2,,Pro-Kit\nD3,,Pro-Kit\nD4,,teapot\n',
        'deals',
      ),
      await source('products.csv', 'productID,productName\nP1,Pro Kit\nP2,Tea Pot\n', 'products'),
    ];
    return { ...first, others: [second], importId: 'i', currency: 'EUR', now: 1 };
  };
  const samePairs = { 'products|Pro-Kit': 'apart', 'products|teapot': 'link' } as const;
  const check = await checkImport(
    await openTestDatabase(),
    { ...(await given()), sameNames: 'link', samePairs },
    job,
  );
  expect(
    check.ok && check.value.near.map((pair) => [pair.said, pair.count, pair.isLinked]),
  ).toEqual([
    ['Pro-Kit', 2, false],
    ['ProKit', 1, true],
    ['teapot', 1, true],
  ]);
  const db = await openTestDatabase();
  await runImport(db, { ...(await given()), samePairs }, job);
  const linked = (await listRecords(db, 'deals')).filter(({ productIds }) => productIds.length > 0);
  expect(linked.map(({ externalId }) => externalId)).toEqual(['D4']);
});

test('[I5] a due day whose year may stand in front is asked about, any other short year is read', async () => {
  const due = async (first: string, second: string) => {
    const text = `task,due date\nCall,${first}\nVisit,${second}\n`;
    const given = await source('tasks.csv', text, 'tasks');
    const db = await openTestDatabase();
    const done = await runImport(db, { ...given, importId: 'i', currency: 'EUR', now: 1 }, job);
    if (!done.ok) return done.refusal.code;
    return (await listRecords(db, 'tasks')).map(({ dueAt = 0 }) =>
      new Date(dueAt).toISOString().slice(0, 10),
    );
  };
  expect(await due('24-12-31', '24-11-30')).toBe('file-needs-answer');
  expect(await due('31/12/24', '30/11/24')).toEqual(['2024-12-31', '2024-11-30']);
  expect(await due('1/15/20', '1/16/21')).toEqual(['2020-01-15', '2021-01-16']);
  expect(await due('3-Jan-24', 'Feb 4, 2024')).toEqual(['2024-01-03', '2024-02-04']);
});

test('[I22] a dry run counts the same and writes nothing', async () => {
  const db = await openTestDatabase();
  const checked = await checkImport(db, await inputOf(), job);
  expect(checked).toMatchObject({ value: { rowsRead: 9, added: 7, updated: 0, skipped: 2 } });
  expect(await countRecords(db, 'customers')).toBe(0);
  expect(await countRecords(db, 'imports')).toBe(0);
});
