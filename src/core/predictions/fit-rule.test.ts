import { describe, expect, test } from 'vitest';
import type { CustomValue } from '#core/record.ts';
import { fitRule } from './fit-rule.ts';
import type { SourceColumn } from './source-column.ts';

const column = (
  name: string,
  type: SourceColumn['type'],
  values: readonly CustomValue[],
): SourceColumn => ({ name, type, learnable: true, values });

const places = Uint32Array.from({ length: 200 }, (_, row) => row);

const ruleOf = (columns: readonly SourceColumn[], labels: readonly number[]) =>
  fitRule(columns, (name) => columns.find((one) => one.name === name)?.values, places, labels);

describe('the best single rule', () => {
  const visits = Array.from(places, (row) => row % 10);
  const noise = Array.from(places, (row) => (row * 7919) % 13);

  test('finds the column and the threshold that tell most', () => {
    const labels = visits.map((count) => (count >= 7 ? 1 : 0));
    const columns = [column('noise', 'number', noise), column('visits', 'number', visits)];
    const found = ruleOf(columns, labels);
    expect(found?.rule).toMatchObject({ column: 'visits' });
    expect(found?.rule.picks).toMatchObject({ than: 6.5, isDay: false });
    const said = found?.apply(Uint32Array.of(7, 3, 9)) ?? [];
    expect([...said].map((one) => one > 0.5)).toEqual([true, false, true]);
  });

  test('finds the value of a choice, and counts what is missing among the others', () => {
    const trade = Array.from(places, (row) =>
      row % 4 === 0 ? null : (['bakery', 'florist', 'garage'][row % 3] ?? null),
    );
    const labels = trade.map((one) => (one === 'bakery' ? 1 : 0));
    const found = ruleOf(
      [column('trade', 'choice', trade), column('noise', 'number', noise)],
      labels,
    );
    expect(found?.rule).toMatchObject({ column: 'trade', picks: { test: 'is', value: 'bakery' } });
    expect(found?.rule.rateIn).toBeGreaterThan(0.95);
    expect(found?.rule.rateOut).toBeLessThan(0.05);
  });

  test('a group of a handful is no rule', () => {
    const rare = Array.from(places, (row) => (row < 5 ? 'x' : 'y'));
    expect(
      ruleOf(
        [column('rare', 'choice', rare)],
        Array.from(places, (row) => (row < 5 ? 1 : 0)),
      ),
    ).toBeUndefined();
  });

  test('a threshold on a number with gaps picks nobody without the number', () => {
    const gaps = visits.map((count, row) => (row % 5 === 0 ? null : count));
    const labels = gaps.map((count) => (count !== null && count < 3 ? 1 : 0));
    const found = ruleOf([column('visits', 'number', gaps)], labels);
    expect(found?.rule.picks).toMatchObject({ test: 'below', than: 2.5 });
    expect(found?.apply(Uint32Array.of(0))[0]).toBe(found?.rule.rateOut);
  });
});
