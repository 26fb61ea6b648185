import { minimise } from '#core/predictions/minimise.ts';

/** Log-likelihood at `parameters` (all above 0); writes its derivatives into `slopes`. */
export type LogLikelihood = (parameters: Float64Array, slopes: Float64Array) => number;

export type PositiveFit = {
  readonly parameters: Float64Array;
  /** Mean log-likelihood of a customer. */
  readonly likelihood: number;
};

/** Parameters stay within e^±10: "nobody ever leaves" would send one to infinity. */
const furthest = 10;

const squeeze = (free: number): number => furthest * Math.tanh(free / furthest);

/**
 * Positive parameters of greatest likelihood. They are searched as logarithms, squeezed into a range
 * where all sums still have digits left; the best place inside the range is the same. A generator
 * that yields between evaluations.
 */
export function* fitPositive(
  likelihood: LogLikelihood,
  start: readonly number[],
  weight: number,
): Generator<number, PositiveFit> {
  const slopes = new Float64Array(start.length);
  const parametersAt = (place: Float64Array) => place.map((free) => Math.exp(squeeze(free)));
  const objective = (place: Float64Array, gradient: Float64Array): number => {
    const parameters = parametersAt(place);
    slopes.fill(0);
    const value = likelihood(parameters, slopes);
    parameters.forEach((parameter, at) => {
      const free = (place[at] ?? 0) / furthest;
      const turn = 1 / Math.cosh(free) ** 2;
      gradient[at] = (-(slopes[at] ?? 0) * parameter * turn) / weight;
    });
    return -value / weight;
  };
  const from = Float64Array.from(
    start,
    (value) => furthest * Math.atanh(Math.log(value) / furthest),
  );
  const { place, value } = yield* minimise(objective, from, { tolerance: 1e-7 });
  return { parameters: parametersAt(place), likelihood: -value };
}
