import { describe, expect, test } from 'vitest';
import { dayMs } from '#core/day-number.ts';
import type { Deal } from './deal.ts';
import { daysInStage, isStuck, moveDeal } from './deal-board.ts';
import { compareDeals, type DealFilter, matchesDeal } from './filter-deals.ts';
import { forecastDeals, sumDeals, sumForecast } from './forecast-deals.ts';

const deal = (part: Partial<Deal>): Deal => ({
  id: 'd',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  name: 'Tea for the year',
  stage: 'prospecting',
  productIds: [],
  stageHistory: [],
  custom: {},
  ...part,
});
const money = (amountMinor: number, currency: string) => ({ amountMinor, currency });

describe('moving a deal', () => {
  test('every move is a line of its history', () => {
    const moved = moveDeal(moveDeal(deal({}), 'proposal', 5), 'won', 9);
    expect(moved.stageHistory).toEqual([
      { stage: 'proposal', at: 5 },
      { stage: 'won', at: 9 },
    ]);
  });

  test('the reason belongs to a lost deal and goes when it comes back', () => {
    const lost = moveDeal(deal({}), 'lost', 5, ' Price ');
    expect(lost.lostReason).toBe('Price');
    expect(moveDeal(lost, 'negotiation', 6)).not.toHaveProperty('lostReason');
    expect(moveDeal(deal({}), 'won', 5, 'Price')).not.toHaveProperty('lostReason');
  });

  test('days are counted from the last move, and long ones are marked', () => {
    const moved = moveDeal(deal({}), 'negotiation', 10 * dayMs);
    expect(daysInStage(moved, 31.5 * dayMs)).toBe(21);
    expect(isStuck(moved, 31.5 * dayMs)).toBe(false);
    expect(isStuck(moved, 32 * dayMs)).toBe(true);
    expect(isStuck(moveDeal(moved, 'won', 11 * dayMs), 900 * dayMs)).toBe(false);
  });
});

describe('the forecast', () => {
  const deals = [
    deal({ amount: money(10_001, 'EUR'), stage: 'proposal', expectedClose: '2026-12-03' }),
    deal({ amount: money(400, 'EUR'), stage: 'negotiation', expectedClose: '2026-12-30' }),
    deal({ amount: money(5_000, 'CNY'), stage: 'qualified', expectedClose: '2026-11-30' }),
    deal({ amount: money(900, 'EUR'), stage: 'prospecting' }),
    deal({ amount: money(7_777, 'EUR'), stage: 'won', expectedClose: '2026-12-01' }),
    deal({ stage: 'proposal' }),
  ];

  test('weighs each amount by its stage, by month and currency, and leaves out what has ended', () => {
    expect(forecastDeals(deals)).toEqual([
      { month: '2026-11', currency: 'CNY', deals: 1, amountMinor: 5_000, weightedMinor: 1_250 },
      { month: '2026-12', currency: 'EUR', deals: 2, amountMinor: 10_401, weightedMinor: 5_301 },
      { month: '', currency: 'EUR', deals: 1, amountMinor: 900, weightedMinor: 90 },
    ]);
  });

  test('never adds euros to yuan', () => {
    expect(sumForecast(forecastDeals(deals))).toEqual([
      { currency: 'EUR', amountMinor: 5_391 },
      { currency: 'CNY', amountMinor: 1_250 },
    ]);
    expect(sumDeals(deals)).toEqual([
      { currency: 'EUR', amountMinor: 19_078 },
      { currency: 'CNY', amountMinor: 5_000 },
    ]);
  });
});

describe('finding a deal', () => {
  const around = { today: '2026-11-26', planned: new Set(['c1']), matching: new Set(['c2']) };
  const all: DealFilter = { view: 'all', search: '' };
  const shown = (part: Partial<Deal>, filter: Partial<DealFilter>) =>
    matchesDeal(deal(part), { ...all, ...filter }, around);

  test('by its name or its customer’s, whatever the case', () => {
    expect(shown({}, { search: ' TEA ' })).toBe(true);
    expect(shown({}, { search: 'coffee' })).toBe(false);
    expect(shown({ customerId: 'c2' }, { search: 'coffee' })).toBe(true);
  });

  test('closing this month holds what is late, not what has no day', () => {
    expect(shown({ expectedClose: '2026-11-30' }, { view: 'this-month' })).toBe(true);
    expect(shown({ expectedClose: '2026-10-01' }, { view: 'this-month' })).toBe(true);
    expect(shown({ expectedClose: '2026-12-01' }, { view: 'this-month' })).toBe(false);
    expect(shown({}, { view: 'this-month' })).toBe(false);
  });

  test('without a next step are those whose customer has nothing planned', () => {
    expect(shown({ customerId: 'c1' }, { view: 'no-next-step' })).toBe(false);
    expect(shown({ customerId: 'c3' }, { view: 'no-next-step' })).toBe(true);
    expect(shown({}, { view: 'no-next-step' })).toBe(true);
    expect(shown({ customerId: 'c1' }, { customerId: 'c3' })).toBe(false);
  });

  test('the soonest to close comes first; of the ended ones the last', () => {
    const [soon, late, never] = ['2026-11-01', '2026-12-01', undefined].map((expectedClose) =>
      deal(expectedClose === undefined ? {} : { expectedClose }),
    ) as [Deal, Deal, Deal];
    expect([never, late, soon].toSorted(compareDeals)).toEqual([soon, late, never]);
    const [first, second] = [moveDeal(soon, 'won', 5), moveDeal(soon, 'won', 9)];
    expect([first, second].toSorted(compareDeals)).toEqual([second, first]);
  });
});
