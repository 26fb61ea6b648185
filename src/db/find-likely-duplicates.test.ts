import { expect, test } from 'vitest';
import { commit } from './commit.ts';
import { findLikelyDuplicates } from './find-likely-duplicates.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';

const fill = async () => {
  const db = await openTestDatabase();
  const customers = [
    newCustomer('river', {
      name: 'River Foods Ltd',
      address: { city: 'Bonn' },
      phones: ['0228 555 0101'],
    }),
    newCustomer('hua', { name: '北京华联超市', emails: ['buyer@hua.example'] }),
    newCustomer('gone', { name: 'River Foods', address: { city: 'Bonn' }, deletedAt: 1 }),
  ];
  const contact = {
    id: 'ada',
    createdAt: 0,
    updatedAt: 0,
    rev: 0,
    customerId: 'hua',
    name: 'Ada',
    phones: [],
    emails: ['ada@hua.example'],
    custom: {},
  };
  await commit(db, {
    label: 'customers-changed',
    now: 1,
    writes: [
      ...customers.map((record) => ({ table: 'customers' as const, record })),
      { table: 'contacts', record: contact },
    ],
  });
  return db;
};
const idsOf = (found: Awaited<ReturnType<typeof findLikelyDuplicates>>) =>
  found.map(({ customer, reasons }) => [customer.id, ...reasons]);

test('who types a phone, an e-mail or a name with its town is told who has it already', async () => {
  const db = await fill();
  const phone = await findLikelyDuplicates(db, { name: 'New', phones: ['+49 228 5550101'] });
  expect(idsOf(phone)).toEqual([['river', 'phone']]);
  const email = await findLikelyDuplicates(db, { emails: ['Buyer@hua.example'] });
  expect(idsOf(email)).toEqual([['hua', 'email']]);
  const name = await findLikelyDuplicates(db, {
    name: 'river foods ltd',
    address: { city: 'bonn' },
  });
  expect(idsOf(name)).toEqual([['river', 'name-city']]);
  expect(idsOf(await findLikelyDuplicates(db, { name: '北京华联超市' }))).toEqual([
    ['hua', 'name'],
  ]);
});

test('a contact with the same e-mail names the customer and the person', async () => {
  const db = await fill();
  const [found] = await findLikelyDuplicates(db, { emails: ['ADA@hua.example'] });
  expect(found).toMatchObject({ customer: { id: 'hua' }, contact: { name: 'Ada' } });
});

test('a near name is judged when a search brings it; oneself and the told-apart are not named', async () => {
  const db = await fill();
  const draft = { name: 'Rivr Foods', address: { city: 'Bonn' } };
  expect(await findLikelyDuplicates(db, draft)).toEqual([]);
  expect(idsOf(await findLikelyDuplicates(db, draft, ['river']))).toEqual([
    ['river', 'similar-name'],
  ]);
  expect(await findLikelyDuplicates(db, { ...draft, id: 'river' }, ['river'])).toEqual([]);
  const record = {
    id: 'other|river',
    createdAt: 0,
    updatedAt: 0,
    rev: 0,
    customerIds: ['other', 'river'] as [string, string],
  };
  await commit(db, {
    label: 'customers-told-apart',
    now: 2,
    writes: [{ table: 'distinctPairs', record }],
  });
  expect(await findLikelyDuplicates(db, { ...draft, id: 'other' }, ['river'])).toEqual([]);
});
