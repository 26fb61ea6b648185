import { describe, expect, test } from 'vitest';
import { editDistance, findNameIn, indexNames, linkName } from './link-name.ts';

const names = [
  'Acme Ltd',
  'Acme Trading',
  'Blue River Foods',
  'Müller & Söhne GmbH',
  '华联超市',
  '上海华润有限公司',
  'Green Valley',
];
const index = indexNames(
  names.map((name, at) => ({ id: `c${at}`, name, altName: at === 6 ? '绿谷' : '', city: '' })),
);
const link = (written: string) => {
  const { entries, how } = linkName(index, written);
  return [how, ...entries.map(({ name }) => name)];
};

describe('a written name', () => {
  test.each([
    ['acme ltd', ['exact', 'Acme Ltd']],
    ['ACME', ['exact', 'Acme Ltd']],
    ['acm', ['part', 'Acme Ltd', 'Acme Trading']],
    ['blue river', ['part', 'Blue River Foods']],
    ['river', ['part', 'Blue River Foods']],
    ['müller & söhne', ['exact', 'Müller & Söhne GmbH']],
    ['Blue Rivr Foods', ['similar', 'Blue River Foods']],
    ['gren valley', ['similar', 'Green Valley']],
    ['华联', ['part', '华联超市']],
    ['華聯超市', ['exact', '华联超市']],
    ['华连超市', ['similar', '华联超市']],
    ['上海华润', ['exact', '上海华润有限公司']],
    ['绿谷', ['exact', 'Green Valley']],
    ['zebra', ['none']],
    ['', ['none']],
  ])('"%s"', (written, found) => {
    expect(link(written)).toEqual(found);
  });
});

test('a name that stands in a sentence is found, the longest first', () => {
  const found = findNameIn(index, 'has acme trading ordered, or not?');
  expect(found?.entries.map(({ name }) => name)).toEqual(['Acme Trading']);
  expect(findNameIn(index, '请看看华联超市的情况')?.entries[0]?.name).toBe('华联超市');
  expect(findNameIn(index, 'nobody here')).toBeUndefined();
});

test('edits are counted, two swapped letters as one, and no further than asked', () => {
  expect(editDistance('river', 'rivre', 2)).toBe(1);
  expect(editDistance('river', 'rver', 2)).toBe(1);
  expect(editDistance('river', 'ocean', 2)).toBe(3);
});

test('one of 100,000 names is found in far less than a second', () => {
  const many = indexNames(
    Array.from({ length: 100_000 }, (_, at) => ({
      id: `c${at}`,
      name: `Shop ${(at * 7919) % 100_003} of ${['Leeds', 'York', 'Hull'][at % 3]}`,
      altName: '',
      city: '',
    })),
  );
  const target = many.entries[77_777]?.name ?? '';
  const started = performance.now();
  expect(linkName(many, target).entries[0]?.id).toBe('c77777');
  expect(linkName(many, `${target.slice(0, 6)}${target.slice(7)}`).how).not.toBe('none');
  expect(findNameIn(many, `when did ${target} last order`)?.entries[0]?.id).toBe('c77777');
  expect(performance.now() - started).toBeLessThan(1500);
});
