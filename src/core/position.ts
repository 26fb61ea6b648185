import * as v from 'valibot';

/** A place on earth, in degrees. */
export const positionSchema = v.object({
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
});
export type Position = v.InferOutput<typeof positionSchema>;

const pair =
  /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([NS])?\s*(?:[,;，；]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*([EW])?\s*$/iu;

const degrees = (text: string, side: string | undefined) => {
  const value = Number(text.replace(',', '.'));
  return side !== undefined && /[SW]/iu.test(side) ? -value : value;
};

/** Reads "51.507, -0.128", "51,507; 0,128" or "51.507° N, 0.128° W"; undefined when it is no place. */
export const parsePosition = (text: string): Position | undefined => {
  const found = pair.exec(text);
  if (found === null) return undefined;
  const position = {
    latitude: degrees(found[1] ?? '', found[2]),
    longitude: degrees(found[3] ?? '', found[4]),
  };
  return v.is(positionSchema, position) ? position : undefined;
};

/** As it is typed: five decimals are about a metre. */
export const writePosition = ({ latitude, longitude }: Position): string =>
  `${Number(latitude.toFixed(5))}, ${Number(longitude.toFixed(5))}`;

const earthKm = 6371;
const radians = (angle: number) => (angle * Math.PI) / 180;

/** Kilometres as the crow flies, by the haversine formula (a sphere: at most 0.5 % off). */
export const distanceKm = (from: Position, to: Position): number => {
  const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const part = north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east;
  return 2 * earthKm * Math.asin(Math.min(1, Math.sqrt(part)));
};

/** Kilometres from place to place, as the crow flies. */
export const wayKm = (places: readonly Position[]): number =>
  places.reduce((km, place, at) => {
    const before = places[at - 1];
    return before === undefined ? km : km + distanceKm(before, place);
  }, 0);
