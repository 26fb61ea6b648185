// Listed rows change their segment, compiled by AssemblyScript. All addresses are bytes.

/** Adds `bytes` bytes of doubles to `sums`. */
function addTo(sums: usize, values: usize, bytes: usize): void {
  const end = values + bytes;
  for (; values + 16 <= end; values += 16) {
    v128.store(sums, f64x2.add(v128.load(sums), v128.load(values)));
    sums += 16;
  }
  if (values !== end) store<f64>(sums, load<f64>(sums) + load<f64>(values));
}

/** Takes `bytes` bytes of doubles from `sums`. */
function takeFrom(sums: usize, values: usize, bytes: usize): void {
  const end = values + bytes;
  for (; values + 16 <= end; values += 16) {
    v128.store(sums, f64x2.sub(v128.load(sums), v128.load(values)));
    sums += 16;
  }
  if (values !== end) store<f64>(sums, load<f64>(sums) - load<f64>(values));
}

/** One row more (or less) in a segment. */
function count(masses: usize, sizes: usize, segment: i32, by: i32): void {
  const mass = masses + (segment << 3);
  store<f64>(mass, load<f64>(mass) + (by as f64));
  const size = sizes + (segment << 2);
  store<i32>(size, load<i32>(size) + by);
}

/**
 * Gives `entries` listed rows (eight bytes each: row, label) their label and keeps sums, masses and sizes of
 * the segments, every row counting once. `values` holds the doubles of the rows from `first` on, one
 * row of `width` after the other. Answers how many labels changed.
 */
export function moveRows(
  list: usize,
  entries: i32,
  values: usize,
  first: i32,
  width: i32,
  labels: usize,
  sums: usize,
  masses: usize,
  sizes: usize,
): i32 {
  const rowBytes = (width as usize) << 3;
  let moved = 0;
  for (const end = list + (entries << 3); list !== end; list += 8) {
    const row = load<i32>(list);
    const label = load<i32>(list, 4);
    const at = labels + (row << 2);
    const before = load<i32>(at);
    if (before === label) continue;
    store<i32>(at, label);
    const from = values + ((row - first) as usize) * rowBytes;
    addTo(sums + (label as usize) * rowBytes, from, rowBytes);
    count(masses, sizes, label, 1);
    if (before >= 0) {
      takeFrom(sums + (before as usize) * rowBytes, from, rowBytes);
      count(masses, sizes, before, -1);
    }
    moved += 1;
  }
  return moved;
}
