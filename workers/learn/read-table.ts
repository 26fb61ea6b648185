import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { holdsNumbers, type SourceColumn, textOf } from '#core/predictions/source-column.ts';
import type { CustomValue } from '#core/record.ts';
import { type ColumnChunk, readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';

/** All customers as columns. A row is the customer's place (ord); empty places have no customer. */
export type CustomerTable = {
  /** One more than the highest place. */
  readonly end: number;
  /** Places of the customers that are learned from and scored, ascending. */
  readonly rows: Uint32Array;
  readonly columns: readonly SourceColumn[];
  /** Those of the columns that Rapport itself knows; the others are fields. */
  readonly own: ReadonlySet<string>;
  readonly find: (name: string) => readonly CustomValue[] | undefined;
  readonly directory: readonly ColumnChunk[];
};

/** What Rapport itself knows before a sale; class and lifecycle follow from sales and are left out. */
const ownColumns = ['city', 'country', 'kind'] as const;

/** A made-up walk-in customer and one who refused profiling are neither learned from nor scored. */
export const takesPart = ({ columns }: ColumnChunk, row: number): boolean =>
  columns.walkIn?.[row] !== true && columns.profiling?.[row] !== 'denied';

/** Places of customers that are learned from and scored, ascending. */
export const placesOf = (directory: readonly ColumnChunk[]): Uint32Array => {
  const places: number[] = [];
  for (const chunk of directory)
    chunk.ids.forEach((id, row) => {
      if (id !== null && takesPart(chunk, row)) places.push(chunk.first + row);
    });
  return Uint32Array.from(places);
};

const join = (chunks: readonly ColumnChunk[], name: string, end: number): CustomValue[] => {
  const values = new Array<CustomValue>(end).fill(null);
  for (const { first, columns } of chunks)
    columns[name]?.forEach((value, row) => {
      values[first + row] = value;
    });
  return values;
};

const varies = (values: readonly CustomValue[], rows: Uint32Array): boolean => {
  const [first = 0] = rows;
  const known = textOf(values[first]);
  return rows.some((row) => textOf(values[row]) !== known);
};

/** Ids of fields end in their place in the file. */
const placeOf = ({ id }: FieldDefinition): number => Number(/\d+$/u.exec(id)?.[0] ?? 0);

/** In the order of the files, whatever their random ids: the inputs of a network stand in that order. */
const inFileOrder = (a: FieldDefinition, b: FieldDefinition): number =>
  a.createdAt - b.createdAt || placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1);

const listFields = async (db: Database): Promise<readonly FieldDefinition[]> => {
  const fields = await listRecords(db, 'fieldDefinitions', {
    index: 'entity',
    equals: 'customers',
  });
  return fields.filter(({ deletedAt }) => deletedAt === undefined).sort(inFileOrder);
};

/** One slip in a column of numbers makes it one of words for the book, but not for learning. */
const columnOf = (
  { key, type, learnable }: FieldDefinition,
  values: readonly CustomValue[],
  rows: Uint32Array,
): SourceColumn =>
  (type === 'text' || type === 'choice') && holdsNumbers(values, rows)
    ? { name: key, type: 'number', learnable: true, values }
    : { name: key, type, learnable, values };

/** Opens every column of the customers that might be learned from. */
export const readTable = async (db: Database): Promise<CustomerTable> => {
  const directory = await readColumns(db, 'customers.directory');
  const fields = await readColumns(db, 'customers.fields');
  const end = directory.reduce((most, { first, ids }) => Math.max(most, first + ids.length), 0);
  const rows = placesOf(directory);
  const columns = (await listFields(db)).map((field) =>
    columnOf(field, join(fields, field.key, end), rows),
  );
  const taken = new Set(columns.map(({ name }) => name));
  const own = new Set<string>();
  for (const name of ownColumns) {
    const values = join(directory, name, end);
    if (taken.has(name) || !varies(values, rows)) continue;
    own.add(name);
    columns.push({ name, type: 'choice', learnable: true, values });
  }
  const byName = new Map(columns.map((column) => [column.name, column.values]));
  return { end, rows, columns, own, directory, find: (name) => byName.get(name) };
};
