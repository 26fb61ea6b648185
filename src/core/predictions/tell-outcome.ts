import { binProbabilities } from './calibration.ts';
import type { CalibrationBin } from './model-version.ts';

/** What came of the predictions whose answer is known by now. */
export type Outcome = {
  readonly rows: number;
  readonly happened: number;
  /** The sum of the probabilities said, and its standard deviation if they are right: √Σ p(1 − p). */
  readonly expected: number;
  readonly error: number;
  /** By what was said, in tenths, ascending. */
  readonly bands: readonly CalibrationBin[];
};

export type OutcomeVerdict = 'as-said' | 'more' | 'fewer';

/** Probabilities said and what happened (0 or 1), row by row; undefined without a row. */
export const tellOutcome = (
  said: readonly number[],
  happened: readonly number[],
): Outcome | undefined => {
  if (said.length === 0) return undefined;
  return {
    rows: said.length,
    happened: happened.reduce((sum, one) => sum + one, 0),
    expected: said.reduce((sum, one) => sum + one, 0),
    error: Math.sqrt(said.reduce((sum, one) => sum + one * (1 - one), 0)),
    bands: binProbabilities(said, happened),
  };
};

/** Two-sided 95 %. */
const wide = 1.96;

/** Whether as many came true as was said, give or take chance. */
export const judgeOutcome = ({ happened, expected, error }: Outcome): OutcomeVerdict => {
  // Half a customer: counts are whole.
  if (Math.abs(happened - expected) <= wide * error + 0.5) return 'as-said';
  return happened > expected ? 'more' : 'fewer';
};
