import { describe, expect, test } from 'vitest';
import type { CustomValue } from '#core/record.ts';
import { emptyColumn, putValue } from './custom-column.ts';
import { emptyDirectory, placeDirectoryChunk, placeNumbers } from './directory-table.ts';
import { filterTest } from './filter-directory.ts';
import type { Filter } from './saved-view.ts';
import { sortDirectory, sortKeys } from './sort-directory.ts';

const tableOf = (rows: readonly Readonly<Record<string, CustomValue>>[]) => {
  const table = emptyDirectory();
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  placeDirectoryChunk(table, {
    first: 0,
    ids: rows.map((row, at) => (row.gone === true ? null : `c${at}`)),
    columns: Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] ?? null)])),
  });
  return table;
};

const sortedBy = (table: ReturnType<typeof tableOf>, column: string, descending: boolean) => [
  ...sortDirectory(table, sortKeys(table, column), descending),
];

const columnOf = (values: readonly CustomValue[]) => {
  const column = emptyColumn(values.length);
  values.forEach((value, ord) => {
    putValue(column, ord, value);
  });
  return column;
};

describe('sort', () => {
  test('names by pinyin and alphabet, numbers inside names by size, nameless last', () => {
    const names = [
      '上海',
      '北京',
      null,
      '广州',
      '重庆',
      'Zoe',
      'Ähre',
      'anna',
      'Shop 10',
      'Shop 9',
    ];
    const table = tableOf(names.map((name) => ({ name })));
    const sorted = sortedBy(table, 'name', false).map((ord) => names[ord]);
    expect(sorted.at(-1)).toBe(null);
    const collator = new Intl.Collator('zh-u-co-pinyin', { numeric: true, sensitivity: 'base' });
    const known = names.filter((name) => name !== null).toSorted(collator.compare);
    expect(sorted.slice(0, -1)).toEqual(known);
    const descending = sortedBy(table, 'name', true).map((ord) => names[ord]);
    expect(descending).toEqual([...known.toReversed(), null]);
  });

  test('equal values keep the order of the file, customers in the trash are not listed', () => {
    const table = tableOf([
      { name: 'b', class: 'B' },
      { name: 'gone', class: 'A', gone: true },
      { name: 'c', class: 'A' },
      { name: 'a', class: 'B' },
    ]);
    expect(sortedBy(table, 'class', false)).toEqual([2, 0, 3]);
    expect(sortedBy(table, 'class', true)).toEqual([0, 3, 2]);
    expect(sortedBy(table, '', false)).toEqual([0, 2, 3]);
  });

  test('the likeliest buyers first, those without a score last in both directions', () => {
    const table = tableOf([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    placeNumbers(table, 'probability', 0, [0.2, null, 0.9]);
    expect(sortedBy(table, 'probability', true)).toEqual([2, 0, 1]);
    expect(sortedBy(table, 'probability', false)).toEqual([0, 2, 1]);
  });

  test('stages sort as a customer goes through them', () => {
    const stages = ['lost', 'lead', 'active'];
    const table = tableOf(stages.map((lifecycle) => ({ lifecycle })));
    expect(sortedBy(table, 'lifecycle', false).map((ord) => stages[ord])).toEqual([
      'lead',
      'active',
      'lost',
    ]);
  });
});

describe('filters', () => {
  const table = tableOf([
    { name: 'a', tags: 'key account\nfair', class: 'A', lifecycle: 'active' },
    { name: 'b', tags: null, class: null, lifecycle: 'lost' },
  ]);
  table.custom.set('employees', columnOf([12, null]));
  table.custom.set('contract_end', columnOf(['2025-03-01', '2026-01-01']));
  table.custom.set('newsletter', columnOf([true, false]));
  const pass = (filter: Filter) => [0, 1].filter(filterTest(table, filter));

  test('words, tags, emptiness', () => {
    expect(pass({ column: 'tags', operator: 'is', value: 'Fair' })).toEqual([0]);
    expect(pass({ column: 'class', operator: 'empty' })).toEqual([1]);
    expect(pass({ column: 'class', operator: 'is-not', value: 'A' })).toEqual([1]);
    expect(pass({ column: 'lifecycle', operator: 'contains', value: 'os' })).toEqual([1]);
  });

  test('own fields: numbers, days, yes and no; a missing number is neither large nor small', () => {
    expect(pass({ column: 'custom:employees', operator: 'at-least', value: 10 })).toEqual([0]);
    expect(pass({ column: 'custom:employees', operator: 'at-most', value: 100 })).toEqual([0]);
    expect(
      pass({ column: 'custom:contract_end', operator: 'at-most', value: '2025-12-31' }),
    ).toEqual([0]);
    expect(pass({ column: 'custom:newsletter', operator: 'is', value: 'no' })).toEqual([1]);
  });

  test('an unknown column finds nobody', () => {
    expect(pass({ column: 'nonsense', operator: 'is-not', value: 'x' })).toEqual([]);
  });
});

describe('conditions', () => {
  const today = Date.UTC(2026, 5, 30) / 86_400_000;
  const table = tableOf([
    { name: 'Zeta', tags: 'vip\nnorth', city: 'Leeds' },
    { name: 'Alpha', tags: 'north', city: 'York' },
    { name: 'Mill' },
  ]);
  placeNumbers(table, 'lastContactDay', 0, [today - 40, today - 5, null]);
  placeNumbers(table, 'dueDay', 0, [today - 3, today + 4, null]);
  placeNumbers(table, 'orders', 0, [2, 5, 9]);
  const passes = (filter: Filter) => [0, 1, 2].filter(filterTest(table, filter, today));

  test('between takes both ends, any of takes one of a customer’s tags', () => {
    expect(passes({ column: 'orders', operator: 'between', value: '2', to: 5 })).toEqual([0, 1]);
    expect(passes({ column: 'tags', operator: 'any-of', values: ['vip', 'x'] })).toEqual([0]);
    expect(passes({ column: 'city', operator: 'any-of', values: ['leeds', 'York'] })).toEqual([
      0, 1,
    ]);
  });

  test('who was never reached was reached longer ago than any number of days', () => {
    expect(passes({ column: 'lastContactDay', operator: 'older-days', value: 30 })).toEqual([0, 2]);
    expect(passes({ column: 'lastContactDay', operator: 'last-days', value: '30' })).toEqual([1]);
  });

  test('due by a day ahead includes what is overdue, and nobody without a rhythm', () => {
    expect(passes({ column: 'dueDay', operator: 'next-days', value: 0 })).toEqual([0]);
    expect(passes({ column: 'dueDay', operator: 'next-days', value: 7 })).toEqual([0, 1]);
    expect(passes({ column: 'dueDay', operator: 'at-most', value: '2026-06-30' })).toEqual([0]);
  });
});
