import { expect, test } from 'vitest';
import { distanceKm, parsePosition, wayKm, writePosition } from './position.ts';

test('a place is read as maps write it: with signs, with letters, with decimal commas', () => {
  expect(parsePosition('51.507, -0.128')).toEqual({ latitude: 51.507, longitude: -0.128 });
  expect(parsePosition('51.507° N, 0.128° W')).toEqual({ latitude: 51.507, longitude: -0.128 });
  expect(parsePosition('48,137; 11,575')).toEqual({ latitude: 48.137, longitude: 11.575 });
});

test('what is no place on earth is not taken for one', () => {
  for (const text of ['', 'London', '95, 10', '10, 200', '51.5'])
    expect(parsePosition(text)).toBeUndefined();
});

test('what is written is read back', () => {
  const home = { latitude: -33.86882, longitude: 151.20929 };
  expect(parsePosition(writePosition(home))).toEqual(home);
});

test('from London to Paris it is 344 km, and from here to here none', () => {
  const london = { latitude: 51.5074, longitude: -0.1278 };
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  expect(distanceKm(london, paris)).toBeGreaterThan(343);
  expect(distanceKm(london, paris)).toBeLessThan(345);
  expect(distanceKm(paris, paris)).toBe(0);
});

test('a way is as long as its parts, there and back twice the way there', () => {
  const london = { latitude: 51.5074, longitude: -0.1278 };
  const paris = { latitude: 48.8566, longitude: 2.3522 };
  expect(wayKm([london, paris, london])).toBeCloseTo(2 * distanceKm(london, paris));
  expect(wayKm([london])).toBe(0);
  expect(wayKm([])).toBe(0);
});
