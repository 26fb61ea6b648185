import { dayNumber } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';
import { valueAt } from './custom-column.ts';
import {
  type DirectoryTable,
  type NumberColumn,
  numberColumns,
  type TextColumn,
  textColumns,
} from './directory-table.ts';
import { foldText } from './fold-text.ts';
import type { Filter } from './saved-view.ts';

/** Says of a place whether its customer belongs in the list. */
export type Test = (ord: number) => boolean;

/** Custom fields are named `custom:<key>` in filters and sorts. */
export const customKeyOf = (column: string): string | undefined =>
  column.startsWith('custom:') ? column.slice('custom:'.length) : undefined;

export const isTextColumn = (column: string): column is TextColumn =>
  (textColumns as readonly string[]).includes(column);

export const isNumberColumn = (column: string): column is NumberColumn =>
  (numberColumns as readonly string[]).includes(column);

type Read = (ord: number) => CustomValue;

/** The value of a column at a place, null for none; undefined for an unknown column. */
export const readerOf = (table: DirectoryTable, column: string): Read | undefined => {
  if (isTextColumn(column)) {
    const values = table.text[column];
    return (ord) => values[ord] || null;
  }
  if (column === 'segment' && table.segmentIds.length > 0) {
    const { numbers, segmentIds } = table;
    return (ord) => segmentIds[numbers.segment[ord] ?? Number.NaN] ?? null;
  }
  if (isNumberColumn(column)) {
    const values = table.numbers[column];
    return (ord) => {
      const value = values[ord] ?? Number.NaN;
      return Number.isNaN(value) ? null : value;
    };
  }
  const key = customKeyOf(column);
  const values = key === undefined ? undefined : table.custom.get(key);
  return values === undefined ? undefined : (ord) => valueAt(values, ord);
};

/** Yes and no come as booleans, numbers as numbers; a filter may hold any of them as text. */
const plain = (value: CustomValue) =>
  value === true ? 'yes' : value === false ? 'no' : foldText(String(value ?? ''));

const sameAs = (column: string, wanted: Filter['value']) => {
  const text = plain(wanted ?? null);
  if (column === 'tags') return (value: CustomValue) => plain(value).split('\n').includes(text);
  return (value: CustomValue) => value !== null && (value === wanted || plain(value) === text);
};

/** A limit for numbers; a day may be written as YYYY-MM-DD. */
const limitOf = (wanted: CustomValue) =>
  typeof wanted === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(wanted)
    ? dayNumber(wanted)
    : Number(wanted);

/** Numbers by size, days and words by their order as text; never a number against a word. */
const compareWith = (wanted: Filter['value']) => (value: CustomValue) => {
  if (value === null || wanted === undefined) return Number.NaN;
  if (typeof value === 'number') {
    return value - limitOf(wanted);
  }
  const a = String(value);
  const b = String(wanted);
  return a < b ? -1 : a > b ? 1 : 0;
};

/** A day as days since 1970, whether it is stored so or as `YYYY-MM-DD`; NaN for none. */
const dayOf = (value: CustomValue) =>
  typeof value === 'number' ? value : typeof value === 'string' ? dayNumber(value) : Number.NaN;

/** Lists of before segments were kept by id name them by their number in the run. */
const withSegmentIds = ({ segmentIds }: DirectoryTable, filter: Filter): Filter => {
  if (filter.column !== 'segment' || segmentIds.length === 0) return filter;
  const idOf = (value: string) => segmentIds[Number(value)] ?? value;
  const { value, values } = filter;
  return {
    ...filter,
    ...(value !== undefined && { value: idOf(String(value)) }),
    ...(values !== undefined && { values: values.map(idOf) }),
  };
};

/**
 * One condition as a test; an unknown column lets nobody through, so that a typo is seen.
 * `today`: days since 1970, for conditions that count from it.
 */
export const filterTest = (table: DirectoryTable, asked: Filter, today = Number.NaN): Test => {
  const filter = withSegmentIds(table, asked);
  const read = readerOf(table, filter.column);
  if (read === undefined) return () => false;
  const same = sameAs(filter.column, filter.value);
  const compare = compareWith(filter.value);
  const compareTo = compareWith(filter.to);
  const part = foldText(String(filter.value ?? ''));
  const anyOf = (filter.values ?? []).map((value) => sameAs(filter.column, value));
  const days = Number(filter.value);
  const tests: Record<Filter['operator'], Test> = {
    is: (ord) => same(read(ord)),
    'is-not': (ord) => !same(read(ord)),
    contains: (ord) => plain(read(ord)).includes(part),
    'at-least': (ord) => compare(read(ord)) >= 0,
    'at-most': (ord) => compare(read(ord)) <= 0,
    empty: (ord) => read(ord) === null,
    'not-empty': (ord) => read(ord) !== null,
    between: (ord) => compare(read(ord)) >= 0 && compareTo(read(ord)) <= 0,
    'any-of': (ord) => {
      const value = read(ord);
      return anyOf.some((isSame) => isSame(value));
    },
    'last-days': (ord) => {
      const day = dayOf(read(ord));
      return day >= today - days && day <= today;
    },
    // Never is longer ago than any number of days.
    'older-days': (ord) => !(dayOf(read(ord)) > today - days),
    'next-days': (ord) => dayOf(read(ord)) <= today + days,
  };
  return tests[filter.operator];
};
