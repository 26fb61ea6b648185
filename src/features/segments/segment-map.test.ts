import { expect, test } from 'vitest';
import { nearestPoint } from './draw-map.ts';
import { paintPoints } from './paint-points.ts';
import { fitAxis, listTicks, placeOnAxis } from './place-on-axis.ts';
import { tellingAxes } from './read-map.ts';
import { assignShapes } from './segment-shapes.ts';

test('one giant customer does not press the others into a line', () => {
  const values = Float32Array.from({ length: 1000 }, (_, at) => at);
  values[0] = 1e9;
  expect(fitAxis(values, false).most).toBeLessThan(1000);
});

test('a squeezed axis gives the first ten orders more room than the last ten', () => {
  const axis = { least: 0, most: 100, log: true };
  const first = placeOnAxis(axis, 10) - placeOnAxis(axis, 0);
  const last = placeOnAxis(axis, 100) - placeOnAxis(axis, 90);
  expect(first).toBeGreaterThan(last);
});

test('the figures beside an axis are round and do not run into each other', () => {
  expect(listTicks({ least: 3, most: 97, log: false }, 5)).toEqual([20, 40, 60, 80]);
  expect(listTicks({ least: 0, most: 700, log: true }, 5)).toEqual([0, 2, 10, 50, 200]);
});

test('twelve segments are all told apart by colour and shape together', () => {
  const colours = Array.from({ length: 12 }, (_, at) => at % 6);
  const shapes = assignShapes(colours);
  expect(new Set(colours.map((colour, at) => `${colour}${shapes[at]}`)).size).toBe(12);
});

test('a customer is drawn where it stands, and a hidden segment is not drawn', () => {
  const data = new Uint8ClampedArray(4 * 9 * 9);
  const at = (x: number, y: number) => data[4 * (y * 9 + x) + 3];
  paintPoints(
    data,
    { width: 9, height: 9 },
    {
      x: Float32Array.of(2, 7),
      y: Float32Array.of(2, 7),
      segment: Int16Array.of(0, 1),
    },
    [
      { shape: 'circle', rgb: [255, 0, 0], isShown: true },
      { shape: 'square', rgb: [0, 0, 255], isShown: false },
    ],
    1,
  );
  expect(at(2, 2)).toBeGreaterThan(0);
  expect(at(7, 7)).toBe(0);
});

test('a tap finds the nearest customer that is shown, and nobody far away', () => {
  const data = {
    x: Float32Array.of(0, 5, 10),
    y: Float32Array.of(0, 5, 10),
    segment: Int16Array.of(0, 1, 0),
  };
  const axis = { least: 0, most: 10, log: false };
  const size = { width: 209, height: 209 };
  const at = (x: number, y: number, shown: readonly number[] = [0, 1]) =>
    nearestPoint({ x, y }, size, data, { x: axis, y: axis }, (one) => shown.includes(one));
  expect(at(100, 100)).toBe(1);
  expect(at(100, 100, [0])).toBe(-1);
  expect(at(10, 200)).toBe(0);
  expect(at(10, 20)).toBe(-1);
});

test('the map begins with the columns in which segments lie farthest apart', () => {
  const one = { name: { en: '', zh: '' }, colour: 0, means: [] };
  const columns = ['a', 'b', 'c'].map((name) => ({ name, log: false, centre: 0, scale: 1 }));
  const segments = [
    { ...one, id: 'x', size: 10, centroid: [0, 1, 3] },
    { ...one, id: 'y', size: 10, centroid: [0, -1, -3] },
  ];
  expect(tellingAxes({ columns, segments })).toEqual({ x: 2, y: 1 });
});
