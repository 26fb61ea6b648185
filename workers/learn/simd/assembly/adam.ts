// The step of the optimiser over a stretch of parameters. Counts are multiples of four.

/**
 * Adam (Kingma and Ba 2015) with decay beside it (Loshchilov and Hutter 2019): parameters shrink by
 * `keep`, then move by `rate · first / (√second + epsilon)`. The moments are kept without their factors
 * (1 − β), which the caller puts into rate and epsilon.
 */
export function adam(
  parameters: usize,
  slopes: usize,
  first: usize,
  second: usize,
  count: i32,
  beta1: f32,
  beta2: f32,
  rate: f32,
  epsilon: f32,
  keep: f32,
): void {
  const beta1s = f32x4.splat(beta1);
  const beta2s = f32x4.splat(beta2);
  const rates = f32x4.splat(rate);
  const epsilons = f32x4.splat(epsilon);
  const keeps = f32x4.splat(keep);
  // Below this a moment is 0: a processor takes a hundred times as long over numbers near its smallest.
  // "Not below" instead of "above" leaves NaN what it is.
  const tiny = f32x4.splat(1e-30);
  for (const end = parameters + (count << 2); parameters !== end; parameters += 16) {
    const slope = v128.load(slopes);
    let mean = f32x4.add(f32x4.mul(v128.load(first), beta1s), slope);
    mean = v128.andnot(mean, f32x4.lt(f32x4.abs(mean), tiny));
    let spread = f32x4.add(f32x4.mul(v128.load(second), beta2s), f32x4.mul(slope, slope));
    spread = v128.andnot(spread, f32x4.lt(spread, tiny));
    v128.store(first, mean);
    v128.store(second, spread);
    const move = f32x4.div(mean, f32x4.add(f32x4.sqrt(spread), epsilons));
    const kept = f32x4.mul(v128.load(parameters), keeps);
    v128.store(parameters, f32x4.sub(kept, f32x4.mul(move, rates)));
    slopes += 16;
    first += 16;
    second += 16;
  }
}
