import { expect, test } from 'vitest';
import { directoryQuery, isPlain, parseListQuery } from './list-query.ts';

const read = (text: string) => parseListQuery(new URLSearchParams(text));

test('an address says what the list shows', () => {
  expect(read('search=li&lifecycle=active&segment=2&band=high&sort=name')).toEqual({
    search: 'li',
    lifecycle: 'active',
    segment: 2,
    band: 'high',
    sort: 'name',
  });
});

test('what an address says wrongly is left out', () => {
  expect(isPlain(read('lifecycle=rich&segment=x&band=&sort=shoe'))).toBe(true);
});

test('the best score, the newest order and the largest revenue stand first', () => {
  expect(directoryQuery(read('sort=probability'), 0.1).sort.descending).toBe(true);
  expect(directoryQuery(read('sort=name'), 0.1).sort.descending).toBe(false);
});

test('a score filter is set against how often it happens at all', () => {
  const [filter] = directoryQuery(read('band=high'), 0.1).filters;
  expect(filter?.value).toBeGreaterThan(0.25);
  expect(filter?.value).toBeLessThan(0.35);
});
