// What happens to hidden outputs between two products. Counts are multiples of four.

/**
 * Drops outputs by chance and scales the rest up, so that their mean stays. `state` holds four streams
 * of Marsaglia's xorshift128 (2003); an output falls when its number is below `limit`.
 */
export function dropOut(values: usize, count: i32, limit: u32, scale: f32, state: usize): void {
  const limits = i32x4.splat(limit);
  const scales = f32x4.splat(scale);
  let x = v128.load(state);
  let y = v128.load(state, 16);
  let z = v128.load(state, 32);
  let w = v128.load(state, 48);
  for (const end = values + (count << 2); values !== end; values += 16) {
    const mixed = v128.xor(x, i32x4.shl(x, 11));
    x = y;
    y = z;
    z = w;
    w = v128.xor(v128.xor(w, i32x4.shr_u(w, 19)), v128.xor(mixed, i32x4.shr_u(mixed, 8)));
    const scaled = f32x4.mul(v128.load(values), scales);
    v128.store(values, v128.and(scaled, i32x4.ge_u(w, limits)));
  }
  v128.store(state, x);
  v128.store(state, y, 16);
  v128.store(state, z, 32);
  v128.store(state, w, 48);
}

/** Lets an error through where the output was above zero (relu, and not dropped), times `scale`. */
export function passErrors(errors: usize, outputs: usize, count: i32, scale: f32): void {
  const scales = f32x4.splat(scale);
  const zero = f32x4.splat(0);
  for (const end = errors + (count << 2); errors !== end; errors += 16) {
    const open = f32x4.gt(v128.load(outputs), zero);
    v128.store(errors, v128.and(f32x4.mul(v128.load(errors), scales), open));
    outputs += 16;
  }
}

/** Adds the rows up into `sums`: the slope of a bias. */
export function addColumns(values: usize, rows: i32, width: i32, sums: usize): void {
  const rowBytes = width << 2;
  for (let column = 0; column < rowBytes; column += 16) {
    let sum = v128.load(sums + column);
    let at = values + column;
    for (let row = 0; row < rows; row += 1) {
      sum = f32x4.add(sum, v128.load(at));
      at += rowBytes;
    }
    v128.store(sums + column, sum);
  }
}
