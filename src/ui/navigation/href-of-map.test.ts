import { expect, test } from 'vitest';
import { hrefOfMap } from './href-of-map.ts';

const address = { street: 'High Street 1', postcode: 'CB7', city: 'Ely', country: 'UK' };

test('an Android tablet opens the map app it has, at the position if it is known', () => {
  expect(hrefOfMap({ address }, 'Linux; Android 14')).toBe(
    'geo:0,0?q=High%20Street%201%2C%20CB7%20Ely%2C%20UK',
  );
  expect(hrefOfMap({ position: { latitude: 52.4, longitude: 0.26 } }, 'Android')).toBe(
    'geo:52.4,0.26?q=52.4%2C0.26',
  );
});

test('nobody is sent to a country without a town', () => {
  expect(hrefOfMap({ address: { country: 'UK' } }, 'X11; Linux')).toBeUndefined();
  expect(hrefOfMap({}, 'Android')).toBeUndefined();
});

test('an address cannot break out of the link', () => {
  expect(hrefOfMap({ address: { city: '"><a&q=x' } }, 'X11; Linux')).toBe(
    'https://www.openstreetmap.org/search?query=%22%3E%3Ca%26q%3Dx',
  );
});
