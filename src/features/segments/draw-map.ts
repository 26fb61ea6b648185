import { type Mark, paintPoints } from './paint-points.ts';
import { type Axis, placeOnAxis } from './place-on-axis.ts';
import type { MapData } from './read-map.ts';
import type { ShapeName } from './segment-shapes.ts';

export type MapAxes = { readonly x: Axis; readonly y: Axis };

/** The colour an element is written in, as the theme has it now. */
const rgbOf = (element: Element | null): Mark['rgb'] => {
  if (element === null) return [128, 128, 128];
  const parts = getComputedStyle(element).color.match(/[\d.]+/gu) ?? [];
  const [red = 0, green = 0, blue = 0] = parts.map(Number);
  return [red, green, blue];
};

/** How each segment is drawn; its colour is read from its sign in the legend. */
export const readMarks = (
  legend: Element,
  segments: readonly { readonly colour: number; readonly id: string }[],
  shapes: readonly ShapeName[],
  hidden: ReadonlySet<string>,
): readonly Mark[] =>
  segments.map(({ colour, id }, index) => ({
    shape: shapes[index] ?? 'circle',
    rgb: rgbOf(legend.querySelector(`[data-segment-colour="${colour}"]`)),
    isShown: !hidden.has(id),
  }));

/** Paints the customers into a canvas as large as it is shown. `size` in CSS pixels. */
export const drawMap = (
  canvas: HTMLCanvasElement,
  size: { readonly width: number; readonly height: number },
  data: MapData,
  axes: MapAxes,
  marks: readonly Mark[],
): void => {
  const context = canvas.getContext('2d');
  const density = Math.min(2, devicePixelRatio);
  const width = Math.round(size.width * density);
  const height = Math.round(size.height * density);
  if (context === null || width === 0 || height === 0) return;
  canvas.width = width;
  canvas.height = height;
  const radius = (data.x.length > 2000 ? 3 : 4.5) * density;
  const inner = { width: width - 2 * radius, height: height - 2 * radius };
  const points = {
    x: Float32Array.from(data.x, (value) => radius + placeOnAxis(axes.x, value) * inner.width),
    y: Float32Array.from(
      data.y,
      (value) => radius + (1 - placeOnAxis(axes.y, value)) * inner.height,
    ),
    segment: data.segment,
  };
  const picture = context.createImageData(width, height);
  paintPoints(picture.data, { width, height }, points, marks, radius);
  context.putImageData(picture, 0, 0);
};
