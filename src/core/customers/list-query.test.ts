import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  directoryFilters,
  isPlain,
  type ListQuery,
  parseListQuery,
  writeListQuery,
} from './list-query.ts';
import type { Filter } from './saved-view.ts';

/** As URLSearchParams gives them, which core does not know. */
const params = (pairs: readonly (readonly [string, string])[]) => ({
  get: (name: string) => pairs.find(([key]) => key === name)?.[1] ?? null,
  getAll: (name: string) => pairs.filter(([key]) => key === name).map(([, value]) => value),
});

const read = (pairs: readonly (readonly [string, string])[]) => parseListQuery(params(pairs));

test('links of other screens may name a stage, a segment and a score in short', () => {
  const query = read([
    ['search', 'li'],
    ['lifecycle', 'active'],
    ['segment', '2'],
    ['band', 'high'],
    ['sort', 'name'],
  ]);
  expect(query).toEqual({
    search: 'li',
    filters: [
      { column: 'lifecycle', operator: 'any-of', values: ['active'] },
      { column: 'segment', operator: 'any-of', values: ['2'] },
      { column: 'band', operator: 'at-least', value: 'high' },
    ],
    sort: { column: 'name', descending: false },
  });
});

test('what an address says wrongly is left out', () => {
  const query = read([
    ['f', 'city'],
    ['f', 'city~sounds-like~x'],
    ['f', 'orders~between~3'],
    ['f', '~is~x'],
  ]);
  expect(isPlain(query)).toBe(true);
});

test('the best score, the newest order and the largest revenue stand first, unless turned round', () => {
  expect(read([['sort', 'probability']]).sort.descending).toBe(true);
  expect(read([['sort', 'name']]).sort.descending).toBe(false);
  expect(
    read([
      ['sort', 'revenueMinor'],
      ['dir', 'asc'],
    ]).sort.descending,
  ).toBe(false);
});

test('a score filter is set against how often it happens at all', () => {
  const [filter] = directoryFilters(read([['band', 'high']]).filters, 0.1);
  expect(filter?.column).toBe('probability');
  expect(filter?.value).toBeGreaterThan(0.25);
  expect(filter?.value).toBeLessThan(0.35);
});

const filterOf = (column: string, text: string, to: string): fc.Arbitrary<Filter> =>
  fc.constantFrom<Filter>(
    { column, operator: 'contains', value: text },
    { column, operator: 'between', value: text, to },
    { column, operator: 'any-of', values: [text, to] },
    { column, operator: 'empty' },
    { column, operator: 'older-days', value: '30' },
  );

const queries: fc.Arbitrary<ListQuery> = fc.record({
  search: fc.string().filter((text) => text.trim() !== ''),
  filters: fc.array(
    fc
      .tuple(
        fc.string({ minLength: 1, unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.string(),
      )
      .chain((parts) => filterOf(...parts)),
    { maxLength: 4 },
  ),
  sort: fc.record({
    column: fc.constantFrom('ord', 'name', 'custom:a~b'),
    descending: fc.boolean(),
  }),
});

test('any list one can make is kept by its address', () => {
  fc.assert(
    fc.property(queries, (query) => {
      expect(parseListQuery(params(writeListQuery(query)))).toEqual(query);
    }),
  );
});
