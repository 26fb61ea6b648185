import { describe, expect, test } from 'vitest';
import type { CustomValue } from '#core/record.ts';
import { emptyDirectory, placeDirectoryChunk } from './directory-table.ts';
import { type DeepTexts, searchDirectory } from './search-directory.ts';
import { emptyTexts, growTexts, setText } from './text-blocks.ts';

const readings = new Map([
  ['上', ['shang']],
  ['海', ['hai']],
  ['云', ['yun']],
  ['禾', ['he']],
  ['重', ['zhong', 'chong']],
  ['庆', ['qing']],
  ['餐', ['can']],
  ['饮', ['yin']],
]);

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

const table = tableOf([
  { name: '上海云禾餐饮', altName: 'Yunhe Catering', city: '上海' },
  {
    name: 'Café Lindmoor GmbH',
    city: 'Köln',
    phone: '+49 (0)30 23125-007\n0171 5550199',
    email: 'order@lindmoor.example',
  },
  { name: null, city: null },
  { name: '重庆云禾' },
  { name: 'Old Lindmoor Store' },
  { name: 'Gone Lindmoor', gone: true },
]);
const textsAt = (place: number, text: string) => {
  const texts = emptyTexts();
  growTexts(texts, place + 1);
  setText(texts, place, text);
  return texts;
};
const deep: DeepTexts = {
  contacts: textsAt(4, 'zoe quistgaard\n4915770001'),
  notes: textsAt(1, 'wants the blue awning repaired'),
};

/** Places found, the best first. */
const found = (search: string) => {
  const hits = searchDirectory(table, search, readings, deep);
  if (hits === undefined) return 'all';
  return [...hits.keys()]
    .filter((ord) => (hits[ord] as number) > 0)
    .sort((a, b) => (hits[b] as number) - (hits[a] as number) || a - b);
};

describe('a customer is found by', () => {
  test('part of a Chinese name, another name, a city, in any case and width', () => {
    expect(found('云禾')).toEqual([0, 3]);
    expect(found('ＹＵＮＨＥ')).toContain(0);
    expect(found('cafe koln')).toEqual([1]);
    expect(found('云禾 köln')).toEqual([]);
  });

  test('the first letters of its pinyin, or its syllables, in any mixture', () => {
    expect(found('shyh')).toEqual([0]);
    expect(found('yhcy')).toEqual([0]);
    expect(found('shanghaiy')).toEqual([0]);
    expect(found('shang hai')).toEqual([0]);
    expect(found('shaiyun')).toEqual([0]);
  });

  test('every reading of a character', () => {
    expect(found('chongqing')).toEqual([3]);
    expect(found('cqyh')).toEqual([3]);
    expect(found('zqyh')).toEqual([3]);
  });

  test('any of its phone numbers, in any form', () => {
    for (const typed of [
      '30 23125',
      '030-231',
      '+49 30 23125007',
      '004930',
      '0171555',
      '+49 171 5550199',
    ])
      expect(found(typed), typed).toEqual([1]);
    expect(found('30 99')).toEqual([]);
  });

  test('its e-mail, the people there, and what was written about it', () => {
    expect(found('order@lind')).toEqual([1]);
    expect(found('quistgaard')).toEqual([4]);
    expect(found('quistgard')).toEqual([4]);
    expect(found('store quistgaard')).toEqual([4]);
    expect(found('0049 1577-0001')).toEqual([4]);
    expect(found('awning')).toEqual([1]);
    expect(found('lindmoor awning')).toEqual([1]);
    expect(found('awning lindmoor blue')).toEqual([1]);
    expect(found('awning store')).toEqual([]);
  });

  test('its number when it has no name, in both languages', () => {
    expect(found('customer 3')).toEqual([2]);
    expect(found('客户3')).toEqual([2]);
  });

  test('a word with one slip: a wrong, missing, doubled or swapped letter', () => {
    for (const typed of ['lindmor', 'lindmooor', 'lindnoor', 'lidnmoor', 'xindmoor', 'lindnoo'])
      expect(found(typed), typed).toEqual([1, 4]);
    expect(found('lidmor')).toEqual([]);
  });
});

test('who begins as typed stands first, then a word that does, a slip last', () => {
  const shops = tableOf([
    { name: 'Bigmiller' },
    { name: 'John Miller' },
    { name: 'Miller & Sons' },
    { name: 'Muller' },
  ]);
  const hits = searchDirectory(shops, 'miller', undefined, {
    contacts: emptyTexts(),
    notes: emptyTexts(),
  });
  expect([...(hits ?? [])]).toEqual([3, 4, 5, 1]);
});

test('a word with a slip may stand beside words that are typed right, in any order', () => {
  expect(found('lidnmoor cafe')).toEqual([1]);
  expect(found('gmbh lindmor')).toEqual([1]);
  expect(found('stroe lindmor')).toEqual([4]);
  expect(found('gmbx lindmor 77777')).toEqual([]);
});

test('an empty search asks for everybody', () => {
  expect(found('  ')).toBe('all');
});
