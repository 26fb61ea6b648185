// A member of an ensemble is the shared first kernel with its rows scaled by the member's own numbers.

/** `out = kernel`, row `at` times `scales[at]`; the kernel lies in panels of eight columns. */
export function scaleRows(
  kernel: usize,
  scales: usize,
  inputs: i32,
  panels: i32,
  out: usize,
): void {
  for (let panel = 0; panel < panels; panel += 1)
    for (let row = 0; row < inputs; row += 1) {
      const scale = v128.load32_splat(scales + (row << 2));
      v128.store(out, f32x4.mul(scale, v128.load(kernel)));
      v128.store(out, f32x4.mul(scale, v128.load(kernel, 16)), 16);
      kernel += 32;
      out += 32;
    }
}

/**
 * Folds the slope of a member's scaled kernel into those of the shared kernel (times the scale) and of
 * the scales (summed over the columns).
 */
export function foldRows(
  slope: usize,
  kernel: usize,
  scales: usize,
  inputs: i32,
  panels: i32,
  kernelSlope: usize,
  scalesSlope: usize,
): void {
  for (let panel = 0; panel < panels; panel += 1)
    for (let row = 0; row < inputs; row += 1) {
      const scale = v128.load32_splat(scales + (row << 2));
      const left = v128.load(slope);
      const right = v128.load(slope, 16);
      v128.store(kernelSlope, f32x4.add(v128.load(kernelSlope), f32x4.mul(scale, left)));
      v128.store(kernelSlope, f32x4.add(v128.load(kernelSlope, 16), f32x4.mul(scale, right)), 16);
      const sum = f32x4.add(
        f32x4.mul(left, v128.load(kernel)),
        f32x4.mul(right, v128.load(kernel, 16)),
      );
      const at = scalesSlope + (row << 2);
      store<f32>(at, load<f32>(at) + sumLanes(sum));
      slope += 32;
      kernel += 32;
      kernelSlope += 32;
    }
}

function sumLanes(values: v128): f32 {
  return (
    f32x4.extract_lane(values, 0) +
    f32x4.extract_lane(values, 1) +
    (f32x4.extract_lane(values, 2) + f32x4.extract_lane(values, 3))
  );
}
