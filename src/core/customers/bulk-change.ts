import type { CustomValue } from '#core/record.ts';
import { valueAt } from './custom-column.ts';
import type { Customer, CustomerClass, Lifecycle } from './customer.ts';
import type { DirectoryTable } from './directory-table.ts';

/** One thing done to many customers. */
export type BulkChange =
  | { readonly kind: 'lifecycle'; readonly value: Lifecycle }
  | { readonly kind: 'class'; readonly value: CustomerClass }
  | { readonly kind: 'add-tag'; readonly value: string }
  | { readonly kind: 'remove-tag'; readonly value: string }
  | { readonly kind: 'custom'; readonly key: string; readonly value: CustomValue }
  | { readonly kind: 'delete' };

/** More at once than this does not fit one transaction of a tablet. */
export const mostAtOnce = 20_000;

const withCustom = (customer: Customer, key: string, value: CustomValue): Customer => {
  const { [key]: _, ...rest } = customer.custom;
  return { ...customer, custom: value === null ? rest : { ...rest, [key]: value } };
};

/** The customer after the change; the same object when it is so already. `now`: ms UTC. */
export const applyBulkChange = (customer: Customer, change: BulkChange, now: number): Customer => {
  const { tags } = customer;
  switch (change.kind) {
    case 'lifecycle':
      return customer.lifecycle === change.value
        ? customer
        : { ...customer, lifecycle: change.value };
    case 'class':
      return customer.class === change.value ? customer : { ...customer, class: change.value };
    case 'add-tag':
      return tags.includes(change.value)
        ? customer
        : { ...customer, tags: [...tags, change.value] };
    case 'remove-tag':
      return tags.includes(change.value)
        ? { ...customer, tags: tags.filter((tag) => tag !== change.value) }
        : customer;
    case 'custom':
      return (customer.custom[change.key] ?? null) === change.value
        ? customer
        : withCustom(customer, change.key, change.value);
    case 'delete':
      return customer.deletedAt === undefined ? { ...customer, deletedAt: now } : customer;
  }
};

export type BulkSample = {
  readonly ord: number;
  readonly name: string;
  /** Values as they are stored; tags one a line; null for none. */
  readonly before: CustomValue;
  readonly after: CustomValue;
};

/** What a change would do: how many it changes, how many are so already, and the first of the former. */
export type BulkPreview = {
  readonly changed: number;
  readonly same: number;
  readonly sample: readonly BulkSample[];
};

const customAt = ({ custom }: DirectoryTable, key: string, ord: number) => {
  const column = custom.get(key);
  return column === undefined ? null : valueAt(column, ord);
};

/** The value at a place before and after; the deleted have none after. */
const turn = (
  table: DirectoryTable,
  ord: number,
  change: BulkChange,
): [CustomValue, CustomValue] => {
  const { text } = table;
  if (change.kind === 'delete') return [text.lifecycle[ord] ?? '', null];
  if (change.kind === 'custom') return [customAt(table, change.key, ord), change.value];
  if (change.kind === 'lifecycle' || change.kind === 'class')
    return [text[change.kind][ord] || null, change.value];
  const tags = (text.tags[ord] ?? '').split('\n').filter((tag) => tag !== '');
  const rest = tags.filter((tag) => tag !== change.value);
  const isAdded = change.kind === 'add-tag' && rest.length === tags.length;
  const after = isAdded ? [...tags, change.value] : change.kind === 'add-tag' ? tags : rest;
  return [tags.join('\n') || null, after.join('\n') || null];
};

const sampleRows = 20;

/** Looks a change up in the columns: nothing is opened, whatever the number of customers. */
export const previewBulkChange = (
  table: DirectoryTable,
  ords: Iterable<number>,
  change: BulkChange,
): BulkPreview => {
  let changed = 0;
  let same = 0;
  const sample: BulkSample[] = [];
  for (const ord of ords) {
    if ((table.ids[ord] ?? null) === null) continue;
    const [before, after] = turn(table, ord, change);
    if (before === after) {
      same += 1;
      continue;
    }
    changed += 1;
    if (sample.length < sampleRows)
      sample.push({ ord, name: table.text.name[ord] ?? '', before, after });
  }
  return { changed, same, sample };
};
