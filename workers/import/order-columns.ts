import { newFacts } from '#core/imports/column-facts.ts';
import { neededPurchaseFields, orderFields } from '#core/imports/map-headers.ts';
import { endsInYears, readColumn } from '#core/imports/read-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import { type OpenFile, readingOf } from './open-file.ts';
import type { OrderColumns, Reading } from './order-book.ts';

/** What a file of orders holds: whole lines, or heads and lines each in a file of their own. */
export type OrderPart = 'whole' | 'heads' | 'lines';

const neededOf: Readonly<Record<OrderPart, readonly (keyof OrderColumns)[]>> = {
  whole: ['number', 'date', 'quantity', 'unitPrice'],
  heads: ['number', 'date'],
  lines: ['number', 'quantity', 'unitPrice'],
};

/** Which part of orders a file holds, by the fields its columns go to. */
export const orderPartOf = (at: OrderColumns): OrderPart => {
  const hasLines = at.sku >= 0 || at.productName >= 0 || at.quantity >= 0 || at.unitPrice >= 0;
  if (at.amount >= 0 || (hasLines && at.date >= 0)) return 'whole';
  return hasLines ? 'lines' : 'heads';
};

/** Where the fields of an order line are. */
export const placesOf = ({ source, scan }: OpenFile): OrderColumns => {
  const headerOf = new Map(source.columns.map(({ field, header }) => [field, header]));
  return Object.fromEntries(
    orderFields.map((field) => [field, scan.headers.indexOf(headerOf.get(field) ?? '\u0000')]),
  ) as OrderColumns;
};

/** The first field a file of orders lacks. Refuses: column-missing. */
export const checkPlaces = (at: OrderColumns): Result<OrderColumns> => {
  const part = orderPartOf(at);
  const needed = at.amount >= 0 ? neededPurchaseFields : neededOf[part];
  const missing = needed.find((field) => at[field] < 0);
  if (missing !== undefined) return refuse('column-missing', { column: missing });
  const isNameless = part !== 'heads' && at.amount < 0 && at.sku < 0 && at.productName < 0;
  return isNameless ? refuse('column-missing', { column: 'sku' }) : accept(at);
};

const extrasOf = (file: OpenFile): Reading['extras'] => {
  const { source: input, scan } = file;
  const byHeader = new Map(input.columns.map((column) => [column.header, column]));
  return scan.headers.flatMap((header, at) => {
    const mapping = byHeader.get(header);
    if (mapping !== undefined && mapping.field !== 'custom') return [];
    return [{ header, at, reading: readingOf(file, at, mapping?.type ?? 'text') }];
  });
};

/**
 * How the lines of an orders file are read. Refuses: file-needs-answer, when every date of its date
 * column fits two orders and nobody said which.
 */
export const orderReadingOf = (
  file: OpenFile,
  columns: OrderColumns,
  currency: string,
): Result<Reading> => {
  const { source: input, scan } = file;
  const dateFacts = scan.facts[columns.date] ?? newFacts();
  const priceFacts = scan.facts[columns.amount < 0 ? columns.unitPrice : columns.amount];
  const { dates: wanted, decimal: wantedDecimal } = input.settings;
  const { isoDates, dmyDates, mdyDates } = dateFacts;
  const most = Math.max(isoDates, dmyDates, mdyDates);
  const isOpen = dmyDates === mdyDates || (dmyDates === most && !endsInYears(dateFacts));
  if (wanted === 'auto' && isoDates < most && isOpen)
    return refuse('file-needs-answer', {
      column: scan.headers[columns.date] ?? '',
      question: 'dates',
    });
  const guessed = isoDates === most ? 'ymd' : dmyDates === most ? 'dmy' : 'mdy';
  const { decimal } = readColumn(priceFacts ?? newFacts(), input.settings);
  return accept({
    dates: wanted === 'auto' ? guessed : wanted,
    decimal: wantedDecimal === 'auto' ? decimal : wantedDecimal,
    currency,
    extras: extrasOf(file),
  });
};
