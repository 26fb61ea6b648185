import type { ImportError } from '#core/imports/import-journal.ts';
import { isMissing } from '#core/imports/missing-word.ts';
import { parseAmount } from '#core/imports/parse-cell.ts';
import { parseDate } from '#core/imports/parse-date.ts';
import { minorDigits } from '#core/sales/line-total.ts';
import type { CustomerColumn } from './make-customer.ts';

/** What is wrong with a row; the header tells the column. */
export type Refused = Omit<ImportError, 'row'>;

/** The cells of one row by field, each read as its field wants it. A bad one is remembered. */
export type RowCells = {
  readonly text: (field: string) => string;
  readonly texts: (field: string) => string[];
  readonly header: (field: string) => string | undefined;
  readonly number: (field: string) => number | undefined;
  readonly minor: (field: string, currency: string) => number | undefined;
  readonly day: (field: string) => string | undefined;
  /** A day with its time as an instant, read as the clock on this device's wall in UTC. */
  readonly instant: (field: string) => number | undefined;
  readonly refused: () => Refused | undefined;
};

/** `金额（万元）` counts ten thousands, `revenue (k)` thousands. */
const unitOf = (header: string): number => {
  if (/[(（[]\s*万/u.test(header)) return 10_000;
  if (/[(（[]\s*亿/u.test(header)) return 100_000_000;
  return /[(（[]\s*(?:k|thousand|千)/iu.test(header) ? 1000 : 1;
};

export const rowCells = (
  row: readonly string[],
  columns: readonly CustomerColumn[],
  decimal: '.' | ',',
): RowCells => {
  let refused: Refused | undefined;
  const places = (field: string) =>
    columns.flatMap((column, at) => (column.field === field ? [{ column, at }] : []));
  const texts = (field: string) =>
    places(field)
      .map(({ at }) => (row[at] ?? '').trim())
      .filter((text) => !isMissing(text));
  const text = (field: string) => texts(field)[0] ?? '';
  const header = (field: string) => places(field)[0]?.column.header;
  const refuse = (field: string, reason: Refused['reason'], value: string) => {
    refused ??= { column: header(field) ?? '', reason, value };
    return undefined;
  };
  const number = (field: string) => {
    const cell = text(field);
    if (cell === '') return undefined;
    const value = parseAmount(cell, decimal);
    return value === undefined ? refuse(field, 'bad-number', cell) : value;
  };
  const date = (field: string) => {
    const cell = text(field);
    if (cell === '') return undefined;
    const reading = places(field)[0]?.column.reading;
    return parseDate(cell, reading?.dates ?? 'ymd') ?? refuse(field, 'bad-date', cell);
  };
  return {
    text,
    texts,
    header,
    number,
    minor: (field, currency) => {
      const value = number(field);
      if (value === undefined) return undefined;
      const scale = unitOf(header(field) ?? '') * 10 ** minorDigits(currency);
      const minor = Math.round(Number((value * scale).toPrecision(15)));
      return Number.isSafeInteger(minor) ? minor : refuse(field, 'bad-money', text(field));
    },
    day: (field) => date(field)?.slice(0, 10),
    instant: (field) => {
      const at = date(field);
      return at === undefined
        ? undefined
        : Date.parse(at.length > 10 ? `${at}Z` : `${at}T00:00:00Z`);
    },
    refused: () => refused,
  };
};
