// The nearest centroid of packed rows, compiled by AssemblyScript. All addresses are bytes.

/** Enters those of four rows whose bit is set in `listed`: eight bytes each, the row and its label. */
function enter(row: i32, labels: v128, listed: i32, list: usize): usize {
  store<i32>(list, row);
  store<i32>(list, i32x4.extract_lane(labels, 0), 4);
  list += (listed & 1) << 3;
  store<i32>(list, row + 1);
  store<i32>(list, i32x4.extract_lane(labels, 1), 4);
  list += (listed & 2) << 2;
  store<i32>(list, row + 2);
  store<i32>(list, i32x4.extract_lane(labels, 2), 4);
  list += (listed & 4) << 1;
  store<i32>(list, row + 3);
  store<i32>(list, i32x4.extract_lane(labels, 3), 4);
  return list + (listed & 8);
}

/** Where the nearest centroid is not surely nearest: unless next − least > slack · √next + share · next. */
function inDoubt(least: v128, next: v128, slack: v128, share: v128): v128 {
  const edge = f32x4.add(f32x4.mul(slack, f32x4.sqrt(next)), f32x4.mul(share, next));
  // Squares near the smallest number round as they like. "Not above": what is no number is in doubt.
  const enough = f32x4.add(edge, f32x4.splat(1e-30));
  return v128.not(f32x4.gt(f32x4.sub(next, least), enough));
}

/**
 * Lists, of `blocks` blocks of eight rows from row `row` on, the rows whose nearest centroid (the lower
 * index when equally near) is not their label, with their new one; and those in doubt, with −1. A block is
 * `width` columns of eight numbers. Centroids are `pairs` pairs of two rows of `width` numbers. `list`
 * holds eight bytes for each row and eight more. Answers the number of entries.
 */
export function listRows(
  values: usize,
  row: i32,
  blocks: i32,
  width: i32,
  centroids: usize,
  pairs: i32,
  labels: usize,
  slackOf: f32,
  shareOf: f32,
  list: usize,
): i32 {
  const slack = f32x4.splat(slackOf);
  const share = f32x4.splat(shareOf);
  const blockBytes = (width as usize) << 5;
  const rowBytes = (width as usize) << 2;
  const start = list;
  for (let block = 0; block < blocks; block += 1) {
    let leastA = f32x4.splat(Infinity);
    let leastB = leastA;
    let nextA = leastA;
    let nextB = leastA;
    let nearestA = i32x4.splat(0);
    let nearestB = nearestA;
    let centroid = centroids;
    const end = values + blockBytes;
    for (let pair = 0; pair < pairs; pair += 1) {
      let a0 = f32x4.splat(0);
      let b0 = a0;
      let a1 = a0;
      let b1 = a0;
      for (let at = values; at !== end; at += 32) {
        const a = v128.load(at);
        const b = v128.load(at, 16);
        const first = v128.load32_splat(centroid);
        const second = v128.load32_splat(centroid + rowBytes);
        let gap = f32x4.sub(a, first);
        a0 = f32x4.add(a0, f32x4.mul(gap, gap));
        gap = f32x4.sub(b, first);
        b0 = f32x4.add(b0, f32x4.mul(gap, gap));
        gap = f32x4.sub(a, second);
        a1 = f32x4.add(a1, f32x4.mul(gap, gap));
        gap = f32x4.sub(b, second);
        b1 = f32x4.add(b1, f32x4.mul(gap, gap));
        centroid += 4;
      }
      centroid += rowBytes;
      const index = i32x4.splat(pair << 1);
      const after = i32x4.splat((pair << 1) + 1);
      nearestA = v128.bitselect(index, nearestA, f32x4.lt(a0, leastA));
      nextA = f32x4.pmin(nextA, f32x4.pmax(a0, leastA));
      leastA = f32x4.pmin(leastA, a0);
      nearestA = v128.bitselect(after, nearestA, f32x4.lt(a1, leastA));
      nextA = f32x4.pmin(nextA, f32x4.pmax(a1, leastA));
      leastA = f32x4.pmin(leastA, a1);
      nearestB = v128.bitselect(index, nearestB, f32x4.lt(b0, leastB));
      nextB = f32x4.pmin(nextB, f32x4.pmax(b0, leastB));
      leastB = f32x4.pmin(leastB, b0);
      nearestB = v128.bitselect(after, nearestB, f32x4.lt(b1, leastB));
      nextB = f32x4.pmin(nextB, f32x4.pmax(b1, leastB));
      leastB = f32x4.pmin(leastB, b1);
    }
    const doubtA = inDoubt(leastA, nextA, slack, share);
    const doubtB = inDoubt(leastB, nextB, slack, share);
    const listedA = i32x4.bitmask(v128.or(doubtA, i32x4.ne(nearestA, v128.load(labels))));
    const listedB = i32x4.bitmask(v128.or(doubtB, i32x4.ne(nearestB, v128.load(labels, 16))));
    // All bits set is −1.
    if (listedA !== 0) list = enter(row, v128.or(nearestA, doubtA), listedA, list);
    if (listedB !== 0) list = enter(row + 4, v128.or(nearestB, doubtB), listedB, list);
    row += 8;
    labels += 32;
    values = end;
  }
  return ((list - start) >> 3) as i32;
}
