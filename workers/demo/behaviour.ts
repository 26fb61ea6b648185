import { normalFrom, type Random } from '#core/seeded-random.ts';
import { between, lognormal, pickWeighted } from './draw.ts';

/** Months the demo looks back. */
export const months = 24;

const kinds = [
  { kind: 'steady', weight: 35 },
  { kind: 'churner', weight: 17 },
  { kind: 'seasonal', weight: 15 },
  { kind: 'growing', weight: 12 },
  { kind: 'slipping', weight: 10 },
  { kind: 'new', weight: 7 },
  { kind: 'silent', weight: 1 },
] as const;
export type Pattern = (typeof kinds)[number]['kind'];

/** The planted truth about a customer. It is never written: only orders and fields show it. */
export type Behaviour = {
  readonly pattern: Pattern;
  /** Orders a month in a usual month. */
  readonly rate: number;
  /** Value of a usual order in major units, before the currency's price level. */
  readonly basket: number;
  /** Month of the pattern's turn: last month before leaving, first of being a customer, the peak. */
  readonly turn: number;
  /** How pleased the customer is, about −2..2: moves renewal and the answer to surveys. */
  readonly mood: number;
};

const turnOf = (random: Random, pattern: Pattern): number => {
  if (pattern === 'churner') return between(random, 6, months - 3);
  if (pattern === 'new') return between(random, months - 9, months - 3);
  return between(random, 0, 11);
};

const moods: Readonly<Record<Pattern, number>> = {
  steady: 0.3,
  churner: -0.7,
  seasonal: 0.1,
  growing: 0.6,
  slipping: -0.5,
  new: 0.2,
  silent: -0.2,
};

/** Draws what kind of customer this is. A slipping one was big; else size and pattern are unrelated. */
export const drawBehaviour = (random: Random, isPerson: boolean): Behaviour => {
  const pattern = pickWeighted(random, kinds).kind;
  const size = lognormal(random, 0.55) * (isPerson ? 0.35 : 1) * (pattern === 'slipping' ? 1.9 : 1);
  return {
    pattern,
    rate: Math.min(4, 0.49 * lognormal(random, 0.6) * (pattern === 'slipping' ? 1.3 : 1)),
    basket: 210 * size,
    turn: turnOf(random, pattern),
    mood: moods[pattern] + normalFrom(random),
  };
};

/** How much of the usual rate is ordered in a month (0 = the oldest). */
export const activityIn = (month: number, { pattern, turn }: Behaviour): number => {
  switch (pattern) {
    case 'churner':
      return month <= turn ? 1 : 0.03;
    case 'seasonal':
      return 1 + 0.85 * Math.cos((2 * Math.PI * (month - turn)) / 12);
    case 'growing':
      return 0.35 + (1.3 * month) / months;
    case 'slipping':
      return month < months - 9 ? 1 : Math.max(0.25, 1 - 0.1 * (month - (months - 10)));
    case 'new':
      return month < turn ? 0 : 1.5;
    case 'silent':
      return 0;
    default:
      return 1;
  }
};

/** How large an order is against the usual: those who slip or grow change there, too. */
export const basketIn = (month: number, { pattern }: Behaviour): number => {
  if (pattern === 'slipping') return month < months - 9 ? 1 : 0.75;
  if (pattern === 'growing') return 0.8 + (0.5 * month) / months;
  return 1;
};
