import type { ColumnMapping } from '#contracts/import.ts';
import { type Customer, lifecycles } from '#core/customers/customer.ts';
import { readClass, readLifecycle } from '#core/imports/map-words.ts';
import { isMissing } from '#core/imports/missing-word.ts';
import type { ColumnReading } from '#core/imports/read-column.ts';
import type { Address } from '#core/record.ts';
import { readCell } from './read-cells.ts';

/** A column of a customers file: where it goes and how its cells are read. */
export type CustomerColumn = ColumnMapping & { readonly reading: ColumnReading };

/** Ids that a spreadsheet turned into decimals: `17850.0` is 17850. */
export const normaliseId = (text: string): string => text.trim().replace(/^(\d+)\.0+$/u, '$1');

/** Values that stand in one cell. */
export const listOf = (cell: string): string[] =>
  cell
    .split(/[;,、，；\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');

type Draft = { -readonly [K in keyof Customer]: Customer[K] };

const addressFields = new Set(['street', 'city', 'region', 'postcode', 'country']);

const oneOf = <T extends string>(words: readonly T[], cell: string): T | undefined =>
  words.find((word) => word.toLowerCase() === cell.trim().toLowerCase());

/** Puts one cell where its column says. */
const placeCell = (draft: Draft, column: CustomerColumn, cell: string): void => {
  const { field, header } = column;
  if (field === 'skip') return;
  if (field === 'custom') {
    draft.custom[header] = readCell(cell, column.reading);
    return;
  }
  const text = cell.trim();
  if (isMissing(text)) return;
  if (addressFields.has(field))
    draft.address = { ...(draft.address ?? {}), [field]: text } as Address;
  else if (field === 'externalId') draft.externalId = normaliseId(text);
  else if (field === 'name') draft.name = text;
  else if (field === 'firstName' || field === 'lastName') draft.kind = 'person';
  else if (field === 'parent') draft.custom[header] = text;
  else if (field === 'altName') draft.altName = text;
  else if (field === 'industry') draft.industry = text;
  else if (field === 'phone') draft.phones.push(...listOf(text));
  else if (field === 'email') draft.emails.push(...listOf(text));
  else if (field === 'tags') draft.tags.push(...listOf(text));
  else if (field === 'kind') draft.kind = /^person|个人/iu.test(text) ? 'person' : 'business';
  else placeWord(draft, column, text);
};

const placeWord = (draft: Draft, { field, header }: CustomerColumn, text: string): void => {
  const exact = field === 'lifecycle' ? oneOf(lifecycles, text) : undefined;
  const lifecycle = exact ?? (field === 'lifecycle' ? readLifecycle(text) : undefined);
  const customerClass = field === 'class' ? readClass(text) : undefined;
  // Where ours is a reading of another word, that word stays too.
  if (lifecycle !== undefined && exact === undefined) draft.custom[header] = text;
  if (lifecycle !== undefined) draft.lifecycle = lifecycle;
  else if (customerClass !== undefined) draft.class = customerClass;
  // A word of another house's list is kept as it is, beside ours.
  else draft.custom[header] = text;
};

const isChinese = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);

/** A name in two columns, as people of its language write it; undefined where there is none. */
export const personName = (
  row: readonly string[],
  columns: readonly CustomerColumn[],
): string | undefined => {
  const partOf = (field: string) =>
    (row[columns.findIndex((column) => column.field === field)] ?? '').trim();
  const [first, last] = [partOf('firstName'), partOf('lastName')];
  if (isChinese(first) && isChinese(last)) return `${last}${first}`;
  return [first, last].filter((part) => part !== '').join(' ') || undefined;
};

/** A row as a new customer. Without a name it is shown by its place in the file. */
export const makeCustomer = (
  row: readonly string[],
  columns: readonly CustomerColumn[],
  given: { readonly id: string; readonly now: number; readonly sourceRow: number },
): Customer => {
  const draft: Draft = {
    id: given.id,
    createdAt: given.now,
    updatedAt: given.now,
    rev: 0,
    kind: 'business',
    lifecycle: 'active',
    phones: [],
    emails: [],
    tags: [],
    doNotContact: false,
    sourceRow: given.sourceRow,
    custom: {},
  };
  for (const [at, column] of columns.entries()) placeCell(draft, column, row[at] ?? '');
  const named = draft.name ?? personName(row, columns);
  if (named !== undefined) draft.name = named;
  return draft;
};

/** The customer that was there, with what the file says anew. What the file leaves blank stays. */
export const mergeCustomer = (known: Customer, fresh: Customer): Customer => {
  const custom = { ...known.custom };
  for (const [key, value] of Object.entries(fresh.custom)) if (value !== null) custom[key] = value;
  const { id, createdAt, rev, ord, importId, lifecycle, kind, ...told } = fresh;
  const joined = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];
  return {
    ...known,
    ...told,
    address: { ...known.address, ...fresh.address },
    phones: joined(known.phones, fresh.phones),
    emails: joined(known.emails, fresh.emails),
    tags: joined(known.tags, fresh.tags),
    custom,
  };
};
