import { isMissing } from '#core/imports/missing-word.ts';
import { askKeys, findLink, type LinkTable } from './link-book.ts';
import { listOf, normaliseId } from './make-customer.ts';
import type { RecordState, Waiting } from './record-state.ts';

const linkFields: Readonly<Record<string, LinkTable>> = {
  customerId: 'customers',
  customerName: 'customers',
  productName: 'products',
};

export const linkColumns = ({ columns, kind }: RecordState) =>
  kind === 'products'
    ? []
    : columns.flatMap((column, at) => {
        const table = linkFields[column.field];
        return table === undefined ? [] : [{ column, at, table }];
      });

type Links = { customerId: string; productIds: string[]; readonly kept: Record<string, string> };

/** A cell of products may name several. */
const wordsOf = (table: LinkTable, cell: string): string[] =>
  table === 'products' ? listOf(cell) : [cell];

/** Where a row's keys lead. The words of those that lead nowhere, or only nearly, are kept. */
export const linksOf = (state: RecordState, row: readonly string[]): Links => {
  const links: Links = { customerId: '', productIds: [], kept: {} };
  for (const { column, at, table } of linkColumns(state)) {
    const cell = (row[at] ?? '').trim();
    if (isMissing(cell)) continue;
    // A number that led to the customer needs no name beside it.
    if (table === 'customers' && links.customerId !== '') continue;
    const whole = findWhole(state, table, cell);
    if (table === 'customers') links.customerId = whole.ids[0] ?? '';
    else links.productIds.push(...whole.ids);
    if (whole.isExact) continue;
    links.kept[column.header] = cell;
    state.kept.add(column);
  }
  return links;
};

const findWhole = ({ way }: RecordState, table: LinkTable, cell: string) => {
  const { byKey, byName } = way.book.tables[table];
  // A name with a comma in it is one name where it is known.
  const isOne = byKey.has(normaliseId(cell)) || byName.has(cell);
  const found = (isOne ? [cell] : wordsOf(table, cell)).map((word) => {
    const key = normaliseId(word);
    return findLink(way.book, table, byKey.has(key) ? key : word);
  });
  return {
    ids: found.flatMap((link) => link?.id ?? []),
    isExact: found.every((link) => link !== undefined && !link.isNear),
  };
};

export const askForLinks = async (state: RecordState, rows: readonly Waiting[]): Promise<void> => {
  const { way } = state;
  for (const { at, table } of linkColumns(state)) {
    const words = rows.flatMap(({ row }) => wordsOf(table, (row[at] ?? '').trim()));
    await askKeys(way.db, way.book, table, words.map(normaliseId));
  }
};
