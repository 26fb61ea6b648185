import type { ExportContract, ListKind } from '#contracts/export.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { type ListCell, listColumns, type Names } from '#core/exports/list-columns.ts';
import type { CustomValue } from '#core/record.ts';
import type { Database } from '#db/database.ts';
import { readTable } from '#db/read-table.ts';
import type { Records } from '#db/record-tables.ts';
import { listRecords } from '#db/sealed-table.ts';
import { exports as english } from '#i18n/en/exports.ts';
import { ui as englishUi } from '#i18n/en/ui.ts';
import { exports as chinese } from '#i18n/zh/exports.ts';
import { ui as chineseUi } from '#i18n/zh/ui.ts';
import { makeNames } from './make-names.ts';

type Input = ExportContract['list']['input'];
type Custom = Readonly<Record<string, CustomValue>>;

/** A list as a spreadsheet shows it: a row of headers, then rows of cells in batches. */
export type ListTable = {
  readonly headers: readonly string[];
  readonly batches: AsyncGenerator<readonly (readonly ListCell[])[]>;
};

const wordsOf = { en: english, zh: chinese } as const;
const uiOf = { en: englishUi, zh: chineseUi } as const;

/** Customers at these places in this order, a thousand at a time. */
async function* customersAt(db: Database, ords: Uint32Array) {
  for (let from = 0; from < ords.length; from += 1000) {
    const places = [...ords.subarray(from, from + 1000)];
    const found = await listRecords(db, 'customers', { index: 'ord', anyOf: places });
    const byOrd = new Map(found.map((customer) => [customer.ord, customer]));
    yield places.flatMap((ord) => byOrd.get(ord) ?? []);
  }
}

type Source = {
  readonly cells: readonly ListCell[];
  readonly custom: Custom;
};

const read = <R extends { readonly custom: Custom }>(
  columns: readonly (readonly [string, (record: R, names: Names) => ListCell])[],
  names: Names,
) => {
  return (record: R): Source => ({
    cells: columns.map(([, cell]) => cell(record, names)),
    custom: record.custom,
  });
};

const orderSources = (order: Records['orders'], names: Names): Source[] =>
  (order.lines.length === 0 ? [undefined] : order.lines).map((line) => ({
    cells: listColumns.orders.map(([, cell]) => cell({ order, line }, names)),
    custom: { ...order.custom, ...line?.custom },
  }));

const inUse = <R extends { readonly deletedAt?: number | undefined }>(records: readonly R[]) =>
  records.filter(({ deletedAt }) => deletedAt === undefined);

async function* sources(db: Database, input: Input, names: Names): AsyncGenerator<Source[]> {
  const { kind, ords } = input;
  if (kind === 'customers') {
    const batches = ords === undefined ? readTable(db, kind) : customersAt(db, ords);
    for await (const batch of batches) yield inUse(batch).map(read(listColumns.customers, names));
  } else if (kind === 'orders') {
    for await (const batch of readTable(db, kind))
      yield inUse(batch).flatMap((order) => orderSources(order, names));
  } else {
    for await (const batch of readTable(db, kind))
      yield inUse(batch as readonly { custom: Custom; deletedAt?: number }[]).map(
        read(listColumns[kind] as Parameters<typeof read>[0], names),
      );
  }
}

/** The custom fields of a list, in the order they were made. */
const customFields = async (db: Database, kind: ListKind): Promise<readonly FieldDefinition[]> => {
  const fields = await listRecords(db, 'fieldDefinitions', { index: 'entity', equals: kind });
  return inUse(fields).sort((a, b) => a.createdAt - b.createdAt);
};

/** A value as it came in: a percentage has its sign again. */
const customCell = ({ key, percent }: FieldDefinition, custom: Custom): ListCell => {
  const value = custom[key] ?? null;
  return percent && typeof value === 'number' ? `${value}%` : value;
};

/** The records of a list as rows of cells, custom fields last, under headers in a language. */
export const readList = async (db: Database, input: Input): Promise<ListTable> => {
  const { columns } = wordsOf[input.language];
  const names = await makeNames(db, uiOf[input.language].customerNumber);
  const fields = await customFields(db, input.kind);
  async function* batches() {
    for await (const batch of sources(db, input, names))
      yield batch.map(({ cells, custom }) => [
        ...cells,
        ...fields.map((field) => customCell(field, custom)),
      ]);
  }
  return {
    headers: [
      ...listColumns[input.kind].map(([name]) => columns[name]),
      ...fields.map(({ key }) => key),
    ],
    batches: batches(),
  };
};
