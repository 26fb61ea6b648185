// Rows of doubles become blocks of single floats, compiled by AssemblyScript. All addresses are bytes.

/**
 * Writes `rows` rows of `width` doubles, less `middle`, as single floats: blocks of eight rows, in each
 * column after column. Answers the square of the longest row's length; NaN when there is one.
 */
export function packRows(rowsAt: usize, rows: i32, width: i32, middle: usize, out: usize): f64 {
  const blockBytes = (width as usize) << 5;
  let most: f64 = 0;
  for (let row = 0; row < rows; row += 1) {
    let to = out + ((row & 7) << 2);
    let square: f64 = 0;
    let less = middle;
    for (const end = rowsAt + ((width as usize) << 3); rowsAt !== end; rowsAt += 8) {
      const value = load<f64>(rowsAt) - load<f64>(less);
      store<f32>(to, value as f32);
      square += value * value;
      less += 8;
      to += 32;
    }
    most = max(most, square);
    if ((row & 7) === 7) out += blockBytes;
  }
  return most;
}
