import { isMissing } from '#core/imports/missing-word.ts';
import { parseDate } from '#core/imports/parse-date.ts';
import type { CustomValue } from '#core/record.ts';
import type { Result } from '#core/result.ts';
import type { CustomColumn } from './define-fields.ts';
import type { ImportWay } from './import-way.ts';
import { skipRow } from './import-writer.ts';
import { joinRow } from './join-lookups.ts';
import { normaliseId } from './make-customer.ts';
import { eachRow, type OpenFile } from './open-file.ts';
import type { OrderColumns, Reading } from './order-book.ts';
import { readCell } from './read-cells.ts';

/** The head of an order whose lines stand in another file. */
export type OrderHead = {
  readonly file: OpenFile;
  readonly row: number;
  readonly number: string;
  readonly at: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly country: string;
  readonly currency: string;
  readonly custom: Readonly<Record<string, CustomValue>>;
};

export type HeadBook = Map<string, OrderHead>;

type HeadColumns = { readonly columns: OrderColumns; readonly reading: Reading };

/** Reads the heads of orders. A number that comes twice is named and left out. */
export const readHeads = async (
  way: ImportWay,
  file: OpenFile,
  { columns, reading }: HeadColumns,
  heads: HeadBook,
): Promise<Result<null>> => {
  const { tally, scan } = file;
  const joins = way.joinsFor(file);
  const refuse = (
    row: readonly string[],
    index: number,
    at: number,
    reason: 'missing-key' | 'missing-date' | 'bad-date' | 'already-there',
  ) => {
    const value = row[at] ?? '';
    const column = scan.headers[at] ?? '';
    skipRow(tally, { row: index, column, reason, ...(value === '' ? {} : { value }) }, row);
  };
  return eachRow(way, file, (row, index) => {
    const cell = (at: number) => {
      const text = at < 0 ? '' : (row[at] ?? '').trim();
      return isMissing(text) ? '' : text;
    };
    const number = normaliseId(cell(columns.number));
    if (number === '') return refuse(row, index, columns.number, 'missing-key');
    const date = cell(columns.date);
    if (date === '') return refuse(row, index, columns.date, 'missing-date');
    const at = parseDate(date, reading.dates);
    if (at === undefined) return refuse(row, index, columns.date, 'bad-date');
    if (heads.has(number)) return refuse(row, index, columns.number, 'already-there');
    const currency = cell(columns.currency).toUpperCase();
    const own = Object.fromEntries(
      reading.extras.map((extra) => [extra.header, readCell(row[extra.at] ?? '', extra.reading)]),
    );
    heads.set(number, {
      ...{ file, row: index, number, at },
      customerId: normaliseId(cell(columns.customerId)),
      customerName: cell(columns.customerName),
      country: cell(columns.country),
      currency: /^[A-Z]{3}$/u.test(currency) ? currency : reading.currency,
      custom: { ...own, ...joinRow(row, joins) },
    });
    return undefined;
  });
};

/** Columns the heads bring as fields of their own. */
export const headFields = (way: ImportWay, file: OpenFile, reading: Reading): CustomColumn[] => [
  ...reading.extras,
  ...way.joinsFor(file).flatMap(({ columns }) => columns),
];
