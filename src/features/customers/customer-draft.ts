import type { Customer, Lifecycle } from '#core/customers/customer.ts';

/** A customer as the form shows it: text in every field. */
export type Draft = {
  readonly name: string;
  readonly altName: string;
  readonly lifecycle: Lifecycle;
  readonly phone: string;
  readonly email: string;
  readonly city: string;
  readonly doNotContact: boolean;
};

/** The form's start: what is known, or nothing. */
export const draftOf = (customer: Customer | undefined): Draft => ({
  name: customer?.name ?? '',
  altName: customer?.altName ?? '',
  lifecycle: customer?.lifecycle ?? 'prospect',
  phone: customer?.phones[0] ?? '',
  email: customer?.emails[0] ?? '',
  city: customer?.address?.city ?? '',
  doNotContact: customer?.doNotContact ?? false,
});

/** A customer nobody has written anything about yet. `now`: ms UTC. */
export const newCustomer = (id: string, now: number): Customer => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  kind: 'business',
  lifecycle: 'prospect',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  custom: {},
});

/** The form shows the first of several; the others stay. Emptied, it is taken away. */
const withFirst = (all: readonly string[], first: string): string[] => {
  const rest = all.slice(1);
  return first.trim() === '' ? rest : [first.trim(), ...rest];
};

const without = <T extends object, K extends keyof T>(record: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

/** The customer with the form's values; an emptied field is absent, never an empty text. */
export const applyDraft = (customer: Customer, draft: Draft): Customer => {
  const { city, ...address } = customer.address ?? {};
  const place = draft.city.trim() === '' ? address : { ...address, city: draft.city.trim() };
  const altName = draft.altName.trim();
  return {
    ...without(without(customer, 'altName'), 'address'),
    name: draft.name.trim(),
    ...(altName === '' ? {} : { altName }),
    ...(Object.keys(place).length === 0 ? {} : { address: place }),
    lifecycle: draft.lifecycle,
    phones: withFirst(customer.phones, draft.phone),
    emails: withFirst(customer.emails, draft.email),
    doNotContact: draft.doNotContact,
  };
};
