import { type ShapeName, shapePixels } from './segment-shapes.ts';

/** Points in pixels of the picture, and the segment of each. */
export type Points = {
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Index of the segment; negative: not drawn. */
  readonly segment: Int16Array;
};

/** How one segment is drawn. */
export type Mark = {
  readonly shape: ShapeName;
  readonly rgb: readonly [number, number, number];
  readonly isShown: boolean;
};

/** How much of a point covers what is below it, 0..1: where many lie, the colour gets full. */
const cover = 0.72;

const blend = (data: Uint8ClampedArray, at: number, rgb: Mark['rgb']) => {
  const before = (data[at + 3] ?? 0) / 255;
  const after = cover + before * (1 - cover);
  for (let channel = 0; channel < 3; channel += 1) {
    const below = (data[at + channel] ?? 0) * before * (1 - cover);
    data[at + channel] = ((rgb[channel] ?? 0) * cover + below) / after;
  }
  data[at + 3] = after * 255;
};

/** Draws every point into the pixels of a picture (RGBA, `width` × `height`), later ones on top. */
export const paintPoints = (
  data: Uint8ClampedArray,
  { width, height }: { readonly width: number; readonly height: number },
  points: Points,
  marks: readonly Mark[],
  radius: number,
): void => {
  const stamps = marks.map(({ shape }) => shapePixels(shape, radius));
  for (let point = 0; point < points.segment.length; point += 1) {
    const segment = points.segment[point] ?? -1;
    const mark = marks[segment];
    const stamp = stamps[segment];
    if (mark === undefined || stamp === undefined || !mark.isShown) continue;
    const left = Math.round(points.x[point] ?? 0);
    const top = Math.round(points.y[point] ?? 0);
    for (let at = 0; at < stamp.length; at += 2) {
      const x = left + (stamp[at] ?? 0);
      const y = top + (stamp[at + 1] ?? 0);
      if (x < 0 || y < 0 || x >= width || y >= height) continue;
      blend(data, 4 * (y * width + x), mark.rgb);
    }
  }
};
