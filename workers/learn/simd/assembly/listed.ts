// Products whose left factor is mostly zeros: only what is not zero is listed and multiplied. Sums run
// in the same order as in multiply.ts, so the numbers are the same to the last bit.

/** Writes an entry (place, value) where `value` is not zero, and answers where the next one goes. */
function enter(entry: usize, place: i32, value: f32): usize {
  store<i32>(entry, place);
  store<f32>(entry, value, 4);
  return entry + (value !== 0 ? 8 : 0);
}

/**
 * Lists what is not zero in a matrix, row by row and within a row by `step`: entries of eight bytes, and
 * in `ends` the address behind the last entry of each row. Answers the number of entries. Turned round
 * (`row` and `step` changed over) it lists columns.
 */
export function listEntries(
  values: usize,
  rows: i32,
  row: usize,
  length: i32,
  step: usize,
  entries: usize,
  ends: usize,
): i32 {
  let entry = entries;
  for (let at = 0; at < rows; at += 1) {
    let value = values;
    for (let place = 0; place < length; place += 1) {
      entry = enter(entry, place, load<f32>(value));
      value += step;
    }
    store<usize>(ends + (at << 2), entry);
    values += row;
  }
  return ((entry - entries) >> 3) as i32;
}

/** One row of the result, four panels of eight columns. */
function fourPanels(
  entry: usize,
  end: usize,
  b: usize,
  bRow: usize,
  bPanel: usize,
  start: usize,
  startPanel: usize,
  out: usize,
  outPanel: usize,
  floor: v128,
): void {
  let left0 = v128.load(start);
  let right0 = v128.load(start, 16);
  start += startPanel;
  let left1 = v128.load(start);
  let right1 = v128.load(start, 16);
  start += startPanel;
  let left2 = v128.load(start);
  let right2 = v128.load(start, 16);
  start += startPanel;
  let left3 = v128.load(start);
  let right3 = v128.load(start, 16);
  for (; entry < end; entry += 8) {
    const factor = v128.load32_splat(entry, 4);
    let at = b + load<usize>(entry) * bRow;
    left0 = f32x4.add(left0, f32x4.mul(factor, v128.load(at)));
    right0 = f32x4.add(right0, f32x4.mul(factor, v128.load(at, 16)));
    at += bPanel;
    left1 = f32x4.add(left1, f32x4.mul(factor, v128.load(at)));
    right1 = f32x4.add(right1, f32x4.mul(factor, v128.load(at, 16)));
    at += bPanel;
    left2 = f32x4.add(left2, f32x4.mul(factor, v128.load(at)));
    right2 = f32x4.add(right2, f32x4.mul(factor, v128.load(at, 16)));
    at += bPanel;
    left3 = f32x4.add(left3, f32x4.mul(factor, v128.load(at)));
    right3 = f32x4.add(right3, f32x4.mul(factor, v128.load(at, 16)));
  }
  v128.store(out, f32x4.max(left0, floor));
  v128.store(out, f32x4.max(right0, floor), 16);
  out += outPanel;
  v128.store(out, f32x4.max(left1, floor));
  v128.store(out, f32x4.max(right1, floor), 16);
  out += outPanel;
  v128.store(out, f32x4.max(left2, floor));
  v128.store(out, f32x4.max(right2, floor), 16);
  out += outPanel;
  v128.store(out, f32x4.max(left3, floor));
  v128.store(out, f32x4.max(right3, floor), 16);
}

/** One row of the result, one panel: what is left of panels that are no multiple of four. */
function onePanel(
  entry: usize,
  end: usize,
  b: usize,
  bRow: usize,
  start: usize,
  out: usize,
  floor: v128,
): void {
  let left = v128.load(start);
  let right = v128.load(start, 16);
  for (; entry < end; entry += 8) {
    const factor = v128.load32_splat(entry, 4);
    const at = b + load<usize>(entry) * bRow;
    left = f32x4.add(left, f32x4.mul(factor, v128.load(at)));
    right = f32x4.add(right, f32x4.mul(factor, v128.load(at, 16)));
  }
  v128.store(out, f32x4.max(left, floor));
  v128.store(out, f32x4.max(right, floor), 16);
}

/** `multiply` with the left factor as listEntries wrote it: `b` has a row of `bRow` bytes per place. */
export function multiplyListed(
  entries: usize,
  ends: usize,
  rows: i32,
  b: usize,
  bRow: usize,
  bPanel: usize,
  panels: i32,
  start: usize,
  startRow: usize,
  startPanel: usize,
  out: usize,
  outRow: usize,
  outPanel: usize,
  floor: f32,
): void {
  const lowest = f32x4.splat(floor);
  for (let panel = 0; panel < panels; ) {
    const count = panels - panel >= 4 ? 4 : 1;
    let entry = entries;
    let startAt = start;
    let outAt = out;
    for (let row = 0; row < rows; row += 1) {
      const end = load<usize>(ends + (row << 2));
      if (count === 4)
        fourPanels(entry, end, b, bRow, bPanel, startAt, startPanel, outAt, outPanel, lowest);
      else onePanel(entry, end, b, bRow, startAt, outAt, lowest);
      entry = end;
      startAt += startRow;
      outAt += outRow;
    }
    panel += count;
    b += bPanel * count;
    start += startPanel * count;
    out += outPanel * count;
  }
}
