// The last layer: one number per row (a logit), its probability, loss and slope.

/** e to the power of x ≤ 0, right to 1e-11: a power of two times a short series. */
function exponential(x: f64): f64 {
  if (x < -700) return 0;
  const power = nearest(x * Math.LOG2E);
  const r = x - power * Math.LN2;
  let sum: f64 = 1;
  for (let n = 11; n > 0; n -= 1) sum = 1 + (sum * r) / (n as f64);
  return sum * reinterpret<f64>(((power as i64) + 1023) << 52);
}

/** The logarithm of 1 + u for 0 ≤ u ≤ 1, right to 1e-11. */
function logOnePlus(u: f64): f64 {
  const s = u / (2 + u);
  const square = s * s;
  let sum: f64 = 0;
  for (let n = 21; n > 0; n -= 2) sum = sum * square + 1 / (n as f64);
  return 2 * s * sum;
}

/** The logit of one row. `width` is a multiple of four. */
function logitOf(row: usize, kernel: usize, width: i32, bias: f32): f32 {
  let sum = f32x4.splat(0);
  for (const end = row + (width << 2); row !== end; row += 16) {
    sum = f32x4.add(sum, f32x4.mul(v128.load(row), v128.load(kernel)));
    kernel += 16;
  }
  const halves =
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 2) +
    (f32x4.extract_lane(sum, 1) + f32x4.extract_lane(sum, 3));
  return halves + bias;
}

/** 1 / (1 + e^−logit) without overflow; `small` is e^−|logit|. */
function sigmoid(logit: f64, small: f64): f64 {
  return (logit >= 0 ? 1 : small) / (1 + small);
}

/** Adds `share` times the probability of each row to `sums`. */
export function addProbabilities(
  values: usize,
  rows: i32,
  width: i32,
  kernel: usize,
  bias: usize,
  share: f32,
  sums: usize,
): void {
  for (let row = 0; row < rows; row += 1) {
    const logit = logitOf(values, kernel, width, load<f32>(bias)) as f64;
    const said = sigmoid(logit, exponential(-abs(logit)));
    const at = sums + (row << 2);
    store<f32>(at, load<f32>(at) + ((said * (share as f64)) as f32));
    values += width << 2;
  }
}

/**
 * Binary cross-entropy of each row, summed, and its slope by the logit times `share`. Slopes of the
 * rows from `rows` up to the next multiple of four are set to 0.
 */
export function measureRows(
  values: usize,
  rows: i32,
  width: i32,
  kernel: usize,
  bias: usize,
  labels: usize,
  share: f32,
  slopes: usize,
): f64 {
  let loss: f64 = 0;
  for (let row = 0; row < rows; row += 1) {
    const logit = logitOf(values, kernel, width, load<f32>(bias)) as f64;
    const label = load<f32>(labels + (row << 2)) as f64;
    const small = exponential(-abs(logit));
    loss += max(logit, 0) - logit * label + logOnePlus(small);
    const slope = (sigmoid(logit, small) - label) * (share as f64);
    store<f32>(slopes + (row << 2), slope as f32);
    values += width << 2;
  }
  for (let row = rows; row & 3; row += 1) store<f32>(slopes + (row << 2), 0);
  return loss;
}

/** From the slopes of the logits: errors of the last hidden outputs, slopes of the head. */
export function returnErrors(
  values: usize,
  rows: i32,
  width: i32,
  kernel: usize,
  slopes: usize,
  errors: usize,
  kernelSlope: usize,
  biasSlope: usize,
): void {
  let biasSum = load<f32>(biasSlope);
  for (let row = 0; row < rows; row += 1) {
    const slope = load<f32>(slopes + (row << 2));
    biasSum += slope;
    const factor = f32x4.splat(slope);
    for (let column = 0; column < width << 2; column += 16) {
      v128.store(errors + column, f32x4.mul(factor, v128.load(kernel + column)));
      const grown = f32x4.mul(factor, v128.load(values + column));
      v128.store(kernelSlope + column, f32x4.add(v128.load(kernelSlope + column), grown));
    }
    values += width << 2;
    errors += width << 2;
  }
  store<f32>(biasSlope, biasSum);
}
