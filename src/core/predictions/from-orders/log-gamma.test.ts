import { describe, expect, test } from 'vitest';
import { gaussSeries } from './gauss-series.ts';
import { digamma, logGamma } from './log-gamma.ts';

describe('ln Γ and its derivative', () => {
  test('of whole numbers it is the logarithm of a factorial', () => {
    let factorial = 0;
    for (let n = 1; n <= 40; n += 1) {
      expect(logGamma(n)).toBeCloseTo(factorial, 10);
      factorial += Math.log(n);
    }
  });

  test('Γ(½) is √π, and near 0 it goes like 1 / z', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
    expect(logGamma(1e-8)).toBeCloseTo(-Math.log(1e-8), 7);
  });

  test('ψ(1) is −γ, ψ(½) is −γ − 2 ln 2, and it is the slope of ln Γ', () => {
    expect(digamma(1)).toBeCloseTo(-0.5772156649015329, 12);
    expect(digamma(0.5)).toBeCloseTo(-0.5772156649015329 - 2 * Math.LN2, 12);
    for (const z of [0.1, 0.9, 3.7, 12, 400])
      expect(digamma(z)).toBeCloseTo((logGamma(z + 1e-5) - logGamma(z - 1e-5)) / 2e-5, 4);
  });
});

describe('₂F₁', () => {
  test('is what closed forms say', () => {
    for (const z of [0.01, 0.3, 0.7, 0.95]) {
      expect(gaussSeries(1, 1, 2, z)).toBeCloseTo(-Math.log(1 - z) / z, 9);
      expect(gaussSeries(2.5, 4, 4, z) * (1 - z) ** 2.5).toBeCloseTo(1, 9);
      const root = Math.sqrt(z);
      expect(gaussSeries(0.5, 0.5, 1.5, z)).toBeCloseTo(Math.asin(root) / root, 8);
    }
  });

  test('is a polynomial when a parameter is a whole number below 0', () => {
    expect(gaussSeries(-2, 3, 5, 0.5)).toBeCloseTo(1 - (2 * 3) / 5 / 2 + (3 * 4) / (5 * 6) / 4, 14);
  });
});
