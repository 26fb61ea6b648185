export const shapeNames = ['circle', 'square', 'triangle', 'diamond', 'cross', 'ring'] as const;
export type ShapeName = (typeof shapeNames)[number];

/**
 * A shape per segment. A shape goes with its colour; where a colour is used a second time (more than
 * six segments) the shape moves on by three, so that colour and shape together stay unique.
 */
export const assignShapes = (colours: readonly number[]): readonly ShapeName[] => {
  const used = new Map<number, number>();
  return colours.map((colour) => {
    const times = used.get(colour) ?? 0;
    used.set(colour, times + 1);
    return shapeNames[(colour + 3 * times) % shapeNames.length] ?? 'circle';
  });
};

/** Whether a point lies in a shape around 0,0 that fits into −1..1 in both directions. */
const contains: Readonly<Record<ShapeName, (x: number, y: number) => boolean>> = {
  circle: (x, y) => x * x + y * y <= 1,
  square: (x, y) => Math.abs(x) <= 0.85 && Math.abs(y) <= 0.85,
  triangle: (x, y) => y <= 0.8 && y >= 2 * Math.abs(x) - 1.1,
  diamond: (x, y) => Math.abs(x) + Math.abs(y) <= 1.1,
  cross: (x, y) =>
    (Math.abs(x) <= 0.32 && Math.abs(y) <= 1) || (Math.abs(y) <= 0.32 && Math.abs(x) <= 1),
  ring: (x, y) => x * x + y * y <= 1 && x * x + y * y >= 0.3,
};

/** The pixels of a shape as offsets from its centre, for a radius in pixels: x, y, x, y… */
export const shapePixels = (shape: ShapeName, radius: number): Int8Array => {
  const reach = Math.ceil(radius);
  const offsets: number[] = [];
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1)
      if (contains[shape](x / radius, y / radius)) offsets.push(x, y);
  return Int8Array.from(offsets);
};
