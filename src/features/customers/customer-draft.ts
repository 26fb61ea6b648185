import type { Customer, CustomerClass, Lifecycle } from '#core/customers/customer.ts';
import type { Address, CustomValue } from '#core/record.ts';

const addressKeys = ['street', 'postcode', 'city', 'region', 'country'] as const;
const textKeys = ['name', 'altName', 'industry', ...addressKeys] as const;
export type DraftText = (typeof textKeys)[number];

/** A customer as the form shows it: text in every field. */
export type Draft = { readonly [K in DraftText]: string } & {
  readonly kind: Customer['kind'];
  readonly lifecycle: Lifecycle;
  readonly class: CustomerClass | '';
  /** Undefined: as often as the class says. */
  readonly visitIntervalDays: number | undefined;
  /** At least one line each; the empty ones are not saved. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly parentId: string | undefined;
  readonly tags: readonly string[];
  readonly doNotContact: boolean;
  readonly profiling: Customer['profiling'];
  readonly custom: Readonly<Record<string, CustomValue>>;
};

const lines = (texts: readonly string[] | undefined) =>
  texts === undefined || texts.length === 0 ? [''] : texts;

/** The form's start: what is known, or nothing. */
export const draftOf = (customer: Customer | undefined): Draft => ({
  name: customer?.name ?? '',
  altName: customer?.altName ?? '',
  industry: customer?.industry ?? '',
  street: customer?.address?.street ?? '',
  postcode: customer?.address?.postcode ?? '',
  city: customer?.address?.city ?? '',
  region: customer?.address?.region ?? '',
  country: customer?.address?.country ?? '',
  kind: customer?.kind ?? 'business',
  lifecycle: customer?.lifecycle ?? 'prospect',
  class: customer?.class ?? '',
  visitIntervalDays: customer?.visitIntervalDays,
  phones: lines(customer?.phones),
  emails: lines(customer?.emails),
  parentId: customer?.parentId,
  tags: customer?.tags ?? [],
  doNotContact: customer?.doNotContact ?? false,
  profiling: customer?.profiling,
  custom: customer?.custom ?? {},
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

const written = (texts: readonly string[]) =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

const present = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as Partial<T>;

const addressOf = (draft: Draft): Address | undefined => {
  const address = present(
    Object.fromEntries(addressKeys.map((key) => [key, draft[key].trim()])) as Address,
  );
  return Object.keys(address).length === 0 ? undefined : address;
};

export type DraftFault = 'name' | 'visitIntervalDays';

/** What keeps a draft from being saved. */
export const faultsOf = ({ name, visitIntervalDays: days }: Draft): readonly DraftFault[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(days !== undefined && !(Number.isInteger(days) && days > 0)
    ? (['visitIntervalDays'] as const)
    : []),
];

/** The customer with the form's values; an emptied field is absent, never an empty text. */
export const applyDraft = (customer: Customer, draft: Draft): Customer => {
  const {
    name: _name,
    altName: _altName,
    industry: _industry,
    address: _address,
    class: _class,
    visitIntervalDays: _days,
    parentId: _parent,
    profiling: _profiling,
    ...rest
  } = customer;
  const optional = present({
    name: draft.name.trim(),
    altName: draft.altName.trim(),
    industry: draft.industry.trim(),
    address: addressOf(draft),
    class: draft.class,
    visitIntervalDays: draft.visitIntervalDays,
    parentId: draft.parentId,
    profiling: draft.profiling,
  }) as Partial<Customer>;
  return {
    ...rest,
    ...optional,
    kind: draft.kind,
    lifecycle: draft.lifecycle,
    phones: written(draft.phones),
    emails: written(draft.emails),
    tags: [...new Set(written(draft.tags))],
    doNotContact: draft.doNotContact,
    custom: { ...draft.custom },
  };
};
