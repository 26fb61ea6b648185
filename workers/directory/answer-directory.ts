import type { DirectoryContract, DirectoryQuery, DirectoryRow } from '#contracts/directory.ts';
import { customKeyOf, filterTest, readerOf } from '#core/customers/filter-directory.ts';
import { found, searchDirectory } from '#core/customers/search-directory.ts';
import { sortDirectory, sortKeys } from '#core/customers/sort-directory.ts';
import { sumPeriod } from '#core/customers/sum-period.ts';
import { joinTexts } from '#core/customers/text-blocks.ts';
import type { Directory } from './open-directory.ts';

/** Rows of one answer. */
const mostRows = 500;

/** Values a person chooses among. */
const mostValues = 200;

const isUnsorted = (column: string) => column === '' || column === 'ord';

/** Keys of the custom fields a query needs. */
export const customKeysOf = ({ filters, sort }: DirectoryQuery): readonly string[] =>
  [...filters.map(({ column }) => column), sort.column].flatMap(
    (column) => customKeyOf(column) ?? [],
  );

const keysOf = (directory: Directory, column: string) => {
  const keys = directory.keys.get(column) ?? sortKeys(directory.table, column);
  if (keys !== undefined) directory.keys.set(column, keys);
  return keys;
};

/**
 * Ranks the names ahead of the first person who sorts by them, it is the one slow column; and joins what
 * the first letter of a search looks through.
 */
export const warmDirectory = (directory: Directory): void => {
  joinTexts(directory.table.searched);
  joinTexts(directory.table.phoneDigits);
  keysOf(directory, 'name');
};

const sortedBy = (directory: Directory, { column, descending }: DirectoryQuery['sort']) => {
  const key = `${column}/${descending}`;
  const known = directory.sorted.get(key);
  if (known !== undefined) return known;
  const keys = keysOf(directory, column);
  const sorted = sortDirectory(directory.table, keys, descending);
  directory.sorted.set(key, sorted);
  return sorted;
};

/** The best found first; equally well found ones keep their order. */
const bestFirst = (ords: Uint32Array, hits: Uint8Array): Uint32Array => {
  // How many are found as well as that or better: where the next of each kind is put, from the end.
  const next = new Uint32Array(found.start + 2);
  for (const ord of ords) next[hits[ord] as number] = (next[hits[ord] as number] as number) + 1;
  for (let hit = found.start; hit >= 0; hit -= 1)
    next[hit] = (next[hit] as number) + (next[hit + 1] as number);
  const ranked = new Uint32Array(ords.length);
  for (let at = ords.length - 1; at >= 0; at -= 1) {
    const ord = ords[at] as number;
    const hit = hits[ord] as number;
    next[hit] = (next[hit] as number) - 1;
    ranked[next[hit] as number] = ord;
  }
  return ranked;
};

/**
 * Places of the customers a query asks for, in its order; a search without a sort puts the best found
 * first. The array is a copy: it may be handed over.
 */
export const findOrds = (
  directory: Directory,
  query: DirectoryQuery,
): Omit<DirectoryContract['find']['output'], 'rows'> => {
  const { table, readings, deep, seq, reader } = directory;
  const sorted = sortedBy(directory, query.sort);
  const hits = searchDirectory(table, query.search, readings, deep);
  const tests = query.filters.map((filter) => filterTest(table, filter, query.today));
  const sought = hits === undefined ? sorted.slice() : sorted.filter((ord) => hits[ord] !== 0);
  const passed =
    tests.length === 0 ? sought : sought.filter((ord) => tests.every((test) => test(ord)));
  const isRanked = hits !== undefined && isUnsorted(query.sort.column);
  const ords = isRanked ? bestFirst(passed, hits) : passed;
  return { ords, total: ords.length, seq, isDeep: reader.seq >= 0 };
};

/** Distinct values of a column with how many customers have each, the most frequent first. */
export const countValues = (
  directory: Directory,
  column: string,
): DirectoryContract['values']['output'] => {
  const read = readerOf(directory.table, column);
  const counts = new Map<string, number>();
  if (read === undefined) return [];
  directory.table.ids.forEach((id, ord) => {
    if (id === null) return;
    const value = read(ord);
    if (value === null) return;
    for (const part of column === 'tags' ? String(value).split('\n') : [String(value)])
      counts.set(part, (counts.get(part) ?? 0) + 1);
  });
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostValues);
};

const orNull = (value: number | undefined) =>
  value === undefined || Number.isNaN(value) ? null : value;

const rowAt = ({ table }: Directory, ord: number): DirectoryRow | undefined => {
  const id = table.ids[ord];
  if (id === null || id === undefined) return undefined;
  const { text, numbers } = table;
  const latitude = orNull(numbers.latitude[ord]);
  const longitude = orNull(numbers.longitude[ord]);
  return {
    ord,
    id,
    name: text.name[ord] ?? '',
    city: text.city[ord] ?? '',
    lifecycle: (text.lifecycle[ord] ?? 'lead') as DirectoryRow['lifecycle'],
    class: (text.class[ord] ?? '') as DirectoryRow['class'],
    probability: orNull(numbers.probability[ord]),
    segment: orNull(numbers.segment[ord]),
    isProvisional: table.provisional.has(ord),
    lastOrderDay: orNull(numbers.lastOrderDay[ord]),
    orders: numbers.orders[ord] ?? 0,
    revenueMinor: numbers.revenueMinor[ord] ?? 0,
    phone: text.phone[ord]?.split('\n', 1)[0] ?? '',
    doNotContact: text.doNotContact[ord] !== '',
    position: latitude === null || longitude === null ? null : { latitude, longitude },
    lastVisitDay: orNull(numbers.lastVisitDay[ord]),
    lastContactDay: orNull(numbers.lastContactDay[ord]),
    visits: numbers.visits[ord] ?? 0,
    visitIntervalDays: orNull(numbers.visitIntervalDays[ord]),
    dueDay: orNull(numbers.dueDay[ord]),
  };
};

/** The rows at these places (the first 500 of them); an empty place is left out. */
export const readRows = (directory: Directory, ords: readonly number[]): readonly DirectoryRow[] =>
  ords.slice(0, mostRows).flatMap((ord) => rowAt(directory, ord) ?? []);

/** Sums over all customers that exist; orders of customers in the trash are not counted. */
export const sumDirectory = ({
  table,
  summary,
}: Directory): DirectoryContract['totals']['output'] => {
  const totals = { customers: 0, orders: 0, revenueMinor: 0, scored: 0 };
  table.ids.forEach((id, ord) => {
    if (id === null) return;
    totals.customers += 1;
    totals.orders += summary.orders[ord] ?? 0;
    totals.revenueMinor += summary.revenueMinor[ord] ?? 0;
    if (!Number.isNaN(table.numbers.probability[ord] ?? Number.NaN)) totals.scored += 1;
  });
  return totals;
};

/** What was reached in a period, by customers that exist. */
export const sumDirectoryPeriod = (
  { table, summary, orders, activities }: Directory,
  period: DirectoryContract['period']['input'],
): DirectoryContract['period']['output'] =>
  sumPeriod(
    {
      orders: orders.chunks.values(),
      activities: activities.chunks.values(),
      firstOrderDays: summary.firstDay,
      isThere: (customer) => typeof table.ids[customer] === 'string',
    },
    period,
  );
