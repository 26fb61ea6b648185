import { type Mark, type Points, paintPoints } from './paint-points.ts';
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

type Size = { readonly width: number; readonly height: number };

/** Half the width of a point, CSS pixels. */
const radiusOf = (data: MapData): number => (data.x.length > 2000 ? 3 : 4.5);

/** Where each customer stands in a picture of this size; `density`: pixels of the picture per unit. */
const standIn = (size: Size, data: MapData, axes: MapAxes, density: number): Points => {
  const edge = radiusOf(data) * density;
  const [wide, high] = [size.width * density - 2 * edge, size.height * density - 2 * edge];
  return {
    x: data.x.map((value) => edge + placeOnAxis(axes.x, value) * wide),
    y: data.y.map((value) => edge + (1 - placeOnAxis(axes.y, value)) * high),
    segment: data.segment,
  };
};

/** Paints the customers into a canvas as large as it is shown. `size` in CSS pixels. */
export const drawMap = (
  canvas: HTMLCanvasElement,
  size: Size,
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
  const picture = context.createImageData(width, height);
  const points = standIn(size, data, axes, density);
  paintPoints(picture.data, { width, height }, points, marks, radiusOf(data) * density);
  context.putImageData(picture, 0, 0);
};

/** As near as a finger comes, CSS pixels. */
const fingerReach = 24;

/** The customer nearest to a tap among those shown, or −1 when nobody is within a finger's reach. */
export const nearestPoint = (
  tap: { readonly x: number; readonly y: number },
  size: Size,
  data: MapData,
  axes: MapAxes,
  isShown: (segment: number) => boolean,
): number => {
  const { x, y, segment } = standIn(size, data, axes, 1);
  let nearest = -1;
  let least = fingerReach ** 2;
  for (let at = 0; at < x.length; at += 1) {
    const away = ((x[at] as number) - tap.x) ** 2 + ((y[at] as number) - tap.y) ** 2;
    if (away > least || (segment[at] as number) < 0 || !isShown(segment[at] as number)) continue;
    least = away;
    nearest = at;
  }
  return nearest;
};
