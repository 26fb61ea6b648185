import { expect, test } from 'vitest';
import type { Contact } from '#core/customers/contact.ts';
import type { Task } from '#core/customers/task.ts';
import type { Order } from '#core/sales/order.ts';
import { commit, type Write } from './commit.ts';
import type { Database } from './database.ts';
import { newCustomer, openTestDatabase } from './fixtures/open-test-database.ts';
import { deleteCustomers } from './trash.ts';
import { type CustomerPage, watchCustomerPage } from './watch-customer-page.ts';

const common = { createdAt: 1, updatedAt: 1, rev: 0 } as const;

const order = (id: string, customerId: string, date: string): Order => ({
  ...common,
  id,
  kind: 'order',
  number: id,
  customerId,
  date,
  status: 'open',
  currency: 'EUR',
  lines: [],
  totalMinor: 100,
  custom: {},
});

const contact = (id: string, customerId: string): Contact => ({
  ...common,
  id,
  customerId,
  name: id,
  phones: [],
  emails: [],
  custom: {},
});

const task = (id: string, status: Task['status']): Task => ({
  ...common,
  id,
  customerId: 'ada',
  title: id,
  type: 'call',
  status,
  custom: {},
});

const write = async (db: Database, writes: readonly Write[]) => {
  const written = await commit(db, { label: 'records-changed', now: 9, writes });
  expect(written.ok).toBe(true);
};

/** What a watch tells, one after the other. */
const listen = (db: Database, id: string) => {
  const told: (CustomerPage | null)[] = [];
  const waiting: ((page: CustomerPage | null) => void)[] = [];
  const watching = watchCustomerPage(db, id).subscribe({
    next: (page) => {
      const next = waiting.shift();
      if (next === undefined) told.push(page);
      else next(page);
    },
    error: (error) => {
      throw error;
    },
  });
  return {
    next: (): Promise<CustomerPage | null> =>
      told.length > 0
        ? Promise.resolve(told.shift() ?? null)
        : new Promise((resolve) => waiting.push(resolve)),
    stop: () => watching.unsubscribe(),
  };
};

const filled = async () => {
  const db = await openTestDatabase();
  await write(db, [
    { table: 'customers', record: newCustomer('ada') },
    { table: 'customers', record: newCustomer('bob') },
    { table: 'orders', record: order('o1', 'ada', '2026-01-01') },
    { table: 'orders', record: order('o2', 'ada', '2026-03-01') },
    { table: 'orders', record: { ...order('o3', 'ada', '2026-02-01'), deletedAt: 5 } },
    { table: 'orders', record: order('o4', 'bob', '2026-04-01') },
    { table: 'contacts', record: contact('eve', 'ada') },
    { table: 'contacts', record: { ...contact('gone', 'ada'), deletedAt: 5 } },
    { table: 'contacts', record: contact('kim', 'bob') },
    { table: 'tasks', record: task('call', 'open') },
    { table: 'tasks', record: { ...task('sent', 'done'), doneAt: 5 } },
  ]);
  return db;
};

test('a page holds what is of one customer, the newest first, nothing of the trash', async () => {
  const page = listen(await filled(), 'ada');
  const read = await page.next();
  page.stop();
  expect(read?.customer.id).toBe('ada');
  expect(read?.orders.map(({ id }) => id)).toEqual(['o2', 'o1']);
  expect(read?.orderCount).toBe(2);
  expect(read?.contacts.map(({ id }) => id)).toEqual(['eve']);
  expect(read?.openTasks.map(({ id }) => id)).toEqual(['call']);
  expect(read?.doneTasks.map(({ id }) => id)).toEqual(['sent']);
  expect(read?.settings.currency).toMatch(/^[A-Z]{3}$/u);
});

test('what did not change stays the same object when something else of the page does', async () => {
  const db = await filled();
  const page = listen(db, 'ada');
  const before = await page.next();
  await write(db, [{ table: 'contacts', record: contact('new', 'ada') }]);
  const after = await page.next();
  page.stop();
  expect(after?.contacts.map(({ id }) => id).sort()).toEqual(['eve', 'new']);
  expect(after?.contacts.find(({ id }) => id === 'eve')).toBe(before?.contacts[0]);
  expect(after?.orders).toBe(before?.orders);
  expect(after?.customer).toBe(before?.customer);
  expect(after?.deals).toBe(before?.deals);
});

test('a record written again is opened anew', async () => {
  const db = await filled();
  const page = listen(db, 'ada');
  const eve = (await page.next())?.contacts[0] as Contact;
  await write(db, [{ table: 'contacts', record: { ...eve, name: 'Eve Marsh' } }]);
  expect((await page.next())?.contacts.map(({ name }) => name)).toEqual(['Eve Marsh']);
  page.stop();
});

test('a customer that goes to the trash says so, and one that never was is null', async () => {
  const db = await filled();
  const page = listen(db, 'ada');
  await page.next();
  await deleteCustomers(db, ['ada'], 77);
  expect((await page.next())?.customer.deletedAt).toBe(77);
  page.stop();
  const nobody = listen(db, 'nobody');
  expect(await nobody.next()).toBe(null);
  nobody.stop();
});

test('an order that goes to the trash is counted no more, and a file that came is told of', async () => {
  const db = await filled();
  const page = listen(db, 'ada');
  const before = await page.next();
  expect(before?.hasAttachments).toBe(false);
  const gone = { ...(before?.orders[0] as Order), deletedAt: 8 };
  const file = { ...common, id: 'f', customerId: 'ada', fileName: 'f', mediaType: '', content: '' };
  await write(db, [
    { table: 'orders', record: gone },
    { table: 'attachments', record: file },
  ]);
  const after = await page.next();
  page.stop();
  expect(after?.orders.map(({ id }) => id)).toEqual(['o1']);
  expect(after?.orderCount).toBe(1);
  expect(after?.hasAttachments).toBe(true);
});
