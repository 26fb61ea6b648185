// Products of matrices, compiled by AssemblyScript. All addresses and strides are bytes.

/**
 * Four rows by eight columns of `out = max(floor, start + a · b)`, held in registers while `length`
 * products are summed in order: the same numbers on every device. Rows of the result are 32 bytes
 * wide and `outRow` apart; `startRow` 0 begins every row with the same eight numbers (a bias).
 */
function tile(
  a: usize,
  aRow: usize,
  aStep: usize,
  b: usize,
  bStep: usize,
  length: i32,
  start: usize,
  startRow: usize,
  out: usize,
  outRow: usize,
  floor: v128,
): void {
  let a1 = a + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  let left0 = v128.load(start);
  let right0 = v128.load(start, 16);
  let from = start + startRow;
  let left1 = v128.load(from);
  let right1 = v128.load(from, 16);
  from += startRow;
  let left2 = v128.load(from);
  let right2 = v128.load(from, 16);
  from += startRow;
  let left3 = v128.load(from);
  let right3 = v128.load(from, 16);
  for (let at = 0; at < length; at += 1) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    let factor = v128.load32_splat(a);
    left0 = f32x4.add(left0, f32x4.mul(factor, left));
    right0 = f32x4.add(right0, f32x4.mul(factor, right));
    factor = v128.load32_splat(a1);
    left1 = f32x4.add(left1, f32x4.mul(factor, left));
    right1 = f32x4.add(right1, f32x4.mul(factor, right));
    factor = v128.load32_splat(a2);
    left2 = f32x4.add(left2, f32x4.mul(factor, left));
    right2 = f32x4.add(right2, f32x4.mul(factor, right));
    factor = v128.load32_splat(a3);
    left3 = f32x4.add(left3, f32x4.mul(factor, left));
    right3 = f32x4.add(right3, f32x4.mul(factor, right));
    a += aStep;
    a1 += aStep;
    a2 += aStep;
    a3 += aStep;
    b += bStep;
  }
  v128.store(out, f32x4.max(left0, floor));
  v128.store(out, f32x4.max(right0, floor), 16);
  out += outRow;
  v128.store(out, f32x4.max(left1, floor));
  v128.store(out, f32x4.max(right1, floor), 16);
  out += outRow;
  v128.store(out, f32x4.max(left2, floor));
  v128.store(out, f32x4.max(right2, floor), 16);
  out += outRow;
  v128.store(out, f32x4.max(left3, floor));
  v128.store(out, f32x4.max(right3, floor), 16);
}

/**
 * `out = max(floor, start + a · b)` for `rows` (a multiple of four) by `panels` of eight columns.
 * Strides say how operands lie, so that one kernel serves forward (rows of `a` are rows), the slope of
 * a kernel (rows of `a` are its columns) and the way back.
 */
export function multiply(
  a: usize,
  aRow: usize,
  aStep: usize,
  rows: i32,
  b: usize,
  bStep: usize,
  bPanel: usize,
  panels: i32,
  length: i32,
  start: usize,
  startRow: usize,
  startPanel: usize,
  out: usize,
  outRow: usize,
  outPanel: usize,
  floor: f32,
): void {
  const lowest = f32x4.splat(floor);
  for (let panel = 0; panel < panels; panel += 1) {
    let aAt = a;
    let startAt = start;
    let outAt = out;
    for (let row = 0; row < rows; row += 4) {
      tile(aAt, aRow, aStep, b, bStep, length, startAt, startRow, outAt, outRow, lowest);
      aAt += aRow << 2;
      startAt += startRow << 2;
      outAt += outRow << 2;
    }
    b += bPanel;
    start += startPanel;
    out += outPanel;
  }
}

/** Turns a kernel in panels of eight columns into the panels of its transpose. Sizes: multiples of 8. */
export function transpose(kernel: usize, inputs: i32, outputs: i32, out: usize): void {
  for (let column = 0; column < outputs; column += 1) {
    let from = kernel + ((column >> 3) * inputs * 8 + (column & 7)) * 4;
    let to = out + (column << 5);
    for (let row = 0; row < inputs; row += 8) {
      for (let at = 0; at < 8; at += 1) {
        store<f32>(to + (at << 2), load<f32>(from));
        from += 32;
      }
      to += outputs << 5;
    }
  }
}
