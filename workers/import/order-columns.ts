import type { ImportContract } from '#contracts/import.ts';
import { newFacts } from '#core/imports/column-facts.ts';
import { neededOrderFields, neededPurchaseFields, orderFields } from '#core/imports/map-headers.ts';
import { readColumn, readColumnAs } from '#core/imports/read-column.ts';
import { accept, type Result, refuse } from '#core/result.ts';
import type { OrderColumns, Reading } from './order-book.ts';
import type { Scan } from './scan-file.ts';

type Input = ImportContract['run']['input'];

/** Where the fields of an order line are. Refuses: column-missing. */
export const orderColumnsOf = (input: Input, scan: Scan): Result<OrderColumns> => {
  const headerOf = new Map(input.columns.map(({ field, header }) => [field, header]));
  const at = Object.fromEntries(
    orderFields.map((field) => [field, scan.headers.indexOf(headerOf.get(field) ?? '\u0000')]),
  ) as OrderColumns;
  const needed = at.amount < 0 ? neededOrderFields : neededPurchaseFields;
  const missing = needed.find((field) => at[field] < 0);
  return missing === undefined ? accept(at) : refuse('column-missing', { column: missing });
};

const extrasOf = (input: Input, scan: Scan): Reading['extras'] => {
  const byHeader = new Map(input.columns.map((column) => [column.header, column]));
  return scan.headers.flatMap((header, at) => {
    const mapping = byHeader.get(header);
    if (mapping !== undefined && mapping.field !== 'custom') return [];
    const facts = scan.facts[at] ?? newFacts();
    const reading = readColumnAs(facts, mapping?.type ?? 'text', input.settings);
    return [{ header, at, reading }];
  });
};

/**
 * How the lines of an orders file are read. Refuses: file-needs-answer, when every date of its date
 * column fits two orders and nobody said which.
 */
export const orderReadingOf = (
  input: Input,
  scan: Scan,
  columns: OrderColumns,
): Result<Reading> => {
  const dateFacts = scan.facts[columns.date] ?? newFacts();
  const priceFacts = scan.facts[columns.amount < 0 ? columns.unitPrice : columns.amount];
  const { dates: wanted, decimal: wantedDecimal } = input.settings;
  const { isoDates, dmyDates, mdyDates } = dateFacts;
  const most = Math.max(isoDates, dmyDates, mdyDates);
  if (wanted === 'auto' && isoDates < most && dmyDates === mdyDates)
    return refuse('file-needs-answer', {
      column: scan.headers[columns.date] ?? '',
      question: 'dates',
    });
  const guessed = isoDates === most ? 'ymd' : dmyDates === most ? 'dmy' : 'mdy';
  const { decimal } = readColumn(priceFacts ?? newFacts(), input.settings);
  return accept({
    dates: wanted === 'auto' ? guessed : wanted,
    decimal: wantedDecimal === 'auto' ? decimal : wantedDecimal,
    currency: input.currency,
    extras: extrasOf(input, scan),
  });
};
