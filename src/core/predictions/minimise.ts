/** Value of a function at `place`; its gradient is written into `gradient`. */
export type Objective = (place: Float64Array, gradient: Float64Array) => number;

export type Minimum = {
  readonly place: Float64Array;
  readonly value: number;
  readonly steps: number;
  readonly converged: boolean;
};

const remembered = 10;
const sufficientDecrease = 1e-4;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
};

const addTimes = (into: Float64Array, factor: number, other: Float64Array): void => {
  for (let at = 0; at < into.length; at += 1)
    into[at] = (into[at] ?? 0) + factor * (other[at] ?? 0);
};

const largestOf = (vector: Float64Array): number =>
  vector.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);

type Pair = { readonly moved: Float64Array; readonly turned: Float64Array; readonly rho: number };

/** Two-loop recursion: the gradient times an approximation of the inverse curvature, downhill. */
const directionFrom = (gradient: Float64Array, pairs: readonly Pair[]): Float64Array => {
  const direction = gradient.map((value) => -value);
  const alphas = new Float64Array(pairs.length);
  for (let at = pairs.length - 1; at >= 0; at -= 1) {
    const { moved, turned, rho } = pairs[at] as Pair;
    alphas[at] = rho * dot(moved, direction);
    addTimes(direction, -(alphas[at] ?? 0), turned);
  }
  const last = pairs.at(-1);
  if (last !== undefined) {
    const scale = 1 / (last.rho * dot(last.turned, last.turned));
    for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) * scale;
  }
  for (const [at, { moved, turned, rho }] of pairs.entries())
    addTimes(direction, (alphas[at] ?? 0) - rho * dot(turned, direction), moved);
  return direction;
};

/**
 * Smallest value of a smooth convex function by L-BFGS (Nocedal 1980) with backtracking. A generator:
 * it yields after every evaluation, so that a worker can listen in between.
 */
export function* minimise(
  objective: Objective,
  start: Float64Array,
  { tolerance = 1e-6, mostSteps = 500 } = {},
): Generator<number, Minimum> {
  let place = start.slice();
  let gradient = new Float64Array(start.length);
  let value = objective(place, gradient);
  const pairs: Pair[] = [];
  for (let steps = 0; steps < mostSteps; steps += 1) {
    yield value;
    if (largestOf(gradient) <= tolerance) return { place, value, steps, converged: true };
    const direction = directionFrom(gradient, pairs);
    const slope = dot(gradient, direction);
    let length = pairs.length === 0 ? Math.min(1, 1 / largestOf(gradient)) : 1;
    const next = new Float64Array(start.length);
    const nextGradient = new Float64Array(start.length);
    let nextValue = Number.POSITIVE_INFINITY;
    for (; length > 1e-12; length /= 2) {
      next.set(place);
      addTimes(next, length, direction);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + sufficientDecrease * length * slope) break;
      yield value;
    }
    // No step improves any more: this is as exact as the numbers get.
    if (!(nextValue < value)) return { place, value, steps, converged: false };
    const moved = next.map((component, at) => component - (place[at] ?? 0));
    const turned = nextGradient.map((component, at) => component - (gradient[at] ?? 0));
    const curvature = dot(moved, turned);
    if (curvature > 1e-12 * dot(moved, moved)) pairs.push({ moved, turned, rho: 1 / curvature });
    if (pairs.length > remembered) pairs.shift();
    place = next;
    gradient = nextGradient;
    value = nextValue;
  }
  return { place, value, steps: mostSteps, converged: false };
}
