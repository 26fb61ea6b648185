import ICAL from 'ical.js';
import type { ExportContract, ExportReceipt } from '#contracts/export.ts';
import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { readTable } from '#db/read-table.ts';
import type { Job } from '#rpc/serve.ts';
import { makeNames } from './make-names.ts';

type AddressBook = ExportContract['addressBook'];

const openCard = (id: string, at: number) => {
  const card = new ICAL.Component(['vcard', [], []]);
  const add = (name: string, value: string | readonly string[] | undefined, type?: string) => {
    if (value === undefined || value.length === 0) return;
    const property = new ICAL.Property(name, card);
    if (name === 'categories') property.setValues(value as string[]);
    else property.setValue(value);
    if (type !== undefined) property.setParameter('type', type);
    card.addProperty(property);
  };
  add('version', '3.0');
  add('uid', id);
  add('rev', new Date(at).toISOString());
  return { card, add };
};

type Card = ReturnType<typeof openCard>;

/** Name parts are not known apart: the whole name stands as the family name. */
const addName = ({ add }: Card, name: string) => {
  add('fn', name);
  add('n', [name, '', '', '', '']);
};

const addReach = (
  { add }: Card,
  { phones, emails }: { readonly phones: readonly string[]; readonly emails: readonly string[] },
) => {
  for (const phone of phones) add('tel', phone, 'WORK');
  for (const email of emails) add('email', email, 'WORK');
};

const customerCard = (customer: Customer, name: string): string => {
  const made = openCard(customer.id, customer.updatedAt);
  addName(made, name);
  if (customer.kind === 'business') made.add('org', name);
  if (customer.altName !== undefined) made.add('nickname', customer.altName);
  addReach(made, customer);
  const {
    street = '',
    city = '',
    region = '',
    postcode = '',
    country = '',
  } = customer.address ?? {};
  const address = ['', '', street, city, region, postcode, country];
  if (address.some((part) => part !== '')) made.add('adr', address, 'WORK');
  made.add('categories', customer.tags);
  return made.card.toString();
};

const contactCard = (contact: Contact, company: string | null): string => {
  const made = openCard(contact.id, contact.updatedAt);
  addName(made, contact.name);
  made.add('org', company ?? undefined);
  made.add('title', contact.title);
  addReach(made, contact);
  return made.card.toString();
};

/**
 * Customers and contacts as vCards 3.0 (RFC 2426), which phones and mail programs read most widely.
 * Those in the trash are left out. Refuses: cancelled, nothing-to-export.
 */
export const writeAddressBook = async (
  db: Database,
  job: Pick<Job<AddressBook['progress']>, 'signal' | 'progress'>,
): Promise<Result<ExportReceipt>> => {
  const names = await makeNames(db, (number) => `Customer ${number}`);
  const parts: Blob[] = [];
  let count = 0;
  const take = (cards: readonly string[]) => {
    if (cards.length === 0) return;
    parts.push(new Blob([`${cards.join('\r\n')}\r\n`]));
    count += cards.length;
    job.progress({ rows: count });
  };
  for await (const batch of readTable(db, 'customers')) {
    if (job.signal.aborted) return refuse('cancelled');
    const listed = batch.filter(({ deletedAt, walkIn }) => deletedAt === undefined && !walkIn);
    take(listed.map((customer) => customerCard(customer, names.customer(customer.id) ?? '')));
  }
  for await (const batch of readTable(db, 'contacts')) {
    if (job.signal.aborted) return refuse('cancelled');
    const listed = batch.filter(({ deletedAt }) => deletedAt === undefined);
    take(listed.map((contact) => contactCard(contact, names.customer(contact.customerId))));
  }
  if (count === 0) return refuse('nothing-to-export');
  return accept({ file: new Blob(parts, { type: 'text/vcard' }), count });
};
