import type { Contact } from '#core/customers/contact.ts';
import type { Customer } from '#core/customers/customer.ts';
import { distinctPairId } from '#core/customers/distinct-pair.ts';
import {
  compareTraits,
  type LikenessReason,
  likelyScore,
  traitsOf,
} from '#core/customers/likeness.ts';
import { type Matched, matchTextsOf, nameText } from '#core/customers/match-texts.ts';
import type { Database } from './database.ts';
import { findByMatchTexts, findRecords } from './sealed-table.ts';

/** A customer as far as it has been typed; `id` when it is one already. */
export type CustomerDraft = Matched & {
  readonly id?: string | undefined;
  readonly altName?: string | undefined;
};

export type LikelyDuplicate = {
  readonly customer: Customer;
  /** 0..1 */
  readonly score: number;
  readonly reasons: readonly LikenessReason[];
  /** The person at the customer whose e-mail or phone it is. */
  readonly contact?: Contact;
};

/** Candidates opened for one draft. */
const mostOpened = 60;

const candidates = async (
  db: Database,
  table: 'customers' | 'contacts',
  texts: readonly string[],
) => {
  const found = await findByMatchTexts(db, table, texts);
  return [...new Set([...found.values()].flat())].slice(0, mostOpened);
};

/** Customers at which somebody has this e-mail or phone. */
const findByContacts = async (db: Database, draft: CustomerDraft): Promise<LikelyDuplicate[]> => {
  const { emails, phones } = draft;
  const ids = await candidates(db, 'contacts', matchTextsOf({ emails, phones }));
  const contacts = await findRecords(db, 'contacts', ids);
  const wanted = traitsOf({ emails, phones });
  const customers = await findRecords(
    db,
    'customers',
    contacts.map(({ customerId }) => customerId),
  );
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  return contacts.flatMap((contact) => {
    const customer = byId.get(contact.customerId);
    const { emails: own, phones: numbers } = contact;
    const likeness = compareTraits(wanted, traitsOf({ emails: own, phones: numbers }));
    return customer === undefined ? [] : [{ customer, contact, ...likeness }];
  });
};

const findByCustomers = async (
  db: Database,
  draft: CustomerDraft,
  near: readonly string[],
): Promise<LikelyDuplicate[]> => {
  const { name } = draft;
  const nameless = name === undefined || name.trim() === '' ? [] : [nameText(name)];
  const ids = await candidates(db, 'customers', [...matchTextsOf(draft), ...nameless]);
  const opened = await findRecords(db, 'customers', [...new Set([...ids, ...near])]);
  const wanted = traitsOf(draft);
  return opened.map((customer) => ({ customer, ...compareTraits(wanted, traitsOf(customer)) }));
};

const findToldApart = async (db: Database, id: string | undefined, others: readonly string[]) => {
  if (id === undefined) return new Set<string>();
  const pairs = others.map((other) => distinctPairId(id, other));
  const rows = await findRecords(db, 'distinctPairs', pairs);
  return new Set(rows.filter(({ deletedAt }) => deletedAt === undefined).map((pair) => pair.id));
};

/**
 * Customers that may be the one being typed, the likeliest first, five at most: same e-mail, same
 * phone, same or nearly the same name. `near` are ids worth a look, such as what a search by name
 * found. Those told apart from `draft.id` by a person are left out.
 */
export const findLikelyDuplicates = async (
  db: Database,
  draft: CustomerDraft,
  near: readonly string[] = [],
): Promise<LikelyDuplicate[]> => {
  const found = [...(await findByCustomers(db, draft, near)), ...(await findByContacts(db, draft))];
  const best = new Map<string, LikelyDuplicate>();
  for (const one of found) {
    const { id, deletedAt } = one.customer;
    if (id === draft.id || deletedAt !== undefined || one.score < likelyScore) continue;
    if (one.score > (best.get(id)?.score ?? 0)) best.set(id, one);
  }
  const apart = await findToldApart(db, draft.id, [...best.keys()]);
  return [...best.values()]
    .filter(({ customer }) => !apart.has(distinctPairId(draft.id ?? '', customer.id)))
    .sort((a, b) => b.score - a.score)
    .slice(0, 5);
};
