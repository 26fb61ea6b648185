import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CustomValue } from '#core/record.ts';
import { seededRandom } from '#core/seeded-random.ts';
import { labelRows } from './label-rows.ts';
import { shuffle, splitRows } from './split-rows.ts';

const repeat = (counts: Readonly<Record<string, number>>): CustomValue[] =>
  Object.entries(counts).flatMap(([value, count]) =>
    Array.from({ length: count }, () => (value === '' ? null : value)),
  );
const codeOf = (values: readonly CustomValue[], positive = '') => {
  const found = labelRows(values, { field: 'y', positive });
  return found.ok ? 'found' : found.refusal.code;
};

describe('what is to be predicted', () => {
  test('a table too small, too one-sided or with three answers is refused in one code', () => {
    expect(codeOf(repeat({ yes: 5, no: 15 }))).toBe('too-few-rows');
    expect(codeOf(repeat({ yes: 400 }))).toBe('target-one-class');
    expect(codeOf(repeat({ yes: 400 }), 'no')).toBe('target-one-class');
    expect(codeOf(repeat({ yes: 49, no: 400 }))).toBe('too-few-positives');
    expect(codeOf(repeat({ yes: 400, no: 49 }), 'yes')).toBe('too-few-positives');
    expect(codeOf(repeat({ a: 100, b: 100, c: 100 }))).toBe('target-not-binary');
    expect(codeOf(repeat({ '': 300 }))).toBe('target-missing');
  });

  test('a chosen value of a column with many values is learned against all others', () => {
    const found = labelRows(repeat({ a: 100, b: 100, c: 100, '': 7 }), {
      field: 'y',
      positive: ' b ',
    });
    expect(found.ok && found.value).toMatchObject({ labelled: 300, positives: 100 });
    expect(found.ok && found.value.target.positive).toBe('b');
  });

  test('without a choice the rarer of two answers is learned, and rows without one leave', () => {
    const found = labelRows(repeat({ yes: 60, no: 240, '': 5 }), { field: 'y', positive: '' });
    expect(found.ok && found.value.target.positive).toBe('yes');
    expect(found.ok && found.value.labels.filter((label) => label === -1).length).toBe(5);
  });

  test('numbers and yes/no columns are compared by what the file said', () => {
    const bits = Array.from({ length: 300 }, (_, row) => (row % 4 === 0 ? 1 : 0));
    expect(codeOf(bits, '1')).toBe('found');
    const truths = bits.map((bit) => bit === 1);
    for (const word of ['yes', 'True', '1', '是']) {
      const found = labelRows(truths, { field: 'y', positive: word });
      expect(found.ok && found.value.positives).toBe(75);
    }
  });
});

describe('rows set aside', () => {
  test('every row is on one side, and both answers keep their proportion', () => {
    const labels = fc.array(fc.constantFrom<0 | 1>(0, 1), { minLength: 10, maxLength: 200 });
    fc.assert(
      fc.property(labels, fc.integer(), (answers, seed) => {
        const rows = Uint32Array.from(answers, (_, row) => row);
        const codes = Int8Array.from(answers);
        const { rest, aside } = splitRows(rows, codes, 0.2, seededRandom(seed));
        expect([...rest, ...aside].sort((a, b) => a - b)).toEqual([...rows]);
        for (const answer of [0, 1]) {
          const members = answers.filter((label) => label === answer).length;
          const set = aside.filter((row) => codes[row] === answer).length;
          if (members > 1) expect(Math.abs(set - members * 0.2)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('the same seed sets the same rows aside, another seed others', () => {
    const rows = Uint32Array.from({ length: 500 }, (_, row) => row);
    const labels = Int8Array.from(rows, (row) => (row % 3 === 0 ? 1 : 0));
    const of = (seed: number) => [...splitRows(rows, labels, 0.2, seededRandom(seed)).aside];
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
    expect([...shuffle(rows.slice(), seededRandom(3))].sort((a, b) => a - b)).toEqual([...rows]);
  });
});
