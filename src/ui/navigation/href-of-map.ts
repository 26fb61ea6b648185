import type { Address } from '#core/record.ts';

export type Place = {
  readonly address?: Address | undefined;
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
};

const oneLine = ({ street, postcode, city, region, country }: Address): string =>
  [street, [postcode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');

/**
 * A link that opens a map outside the app, or undefined where neither position nor town or street is
 * known. `system`: the browser's user agent. Android hands `geo:` to the map app one has, which works
 * without signal; Apple's takes its own address; elsewhere it is a web map.
 */
export const hrefOfMap = ({ address, position }: Place, system: string): string | undefined => {
  const text = address?.street || address?.city ? oneLine(address) : '';
  const point = position === undefined ? undefined : `${position.latitude},${position.longitude}`;
  const query = encodeURIComponent(point ?? text);
  if (query === '') return undefined;
  if (/Android/u.test(system)) return `geo:${point ?? '0,0'}?q=${query}`;
  if (/iPhone|iPad|Macintosh/u.test(system)) return `https://maps.apple.com/?q=${query}`;
  return `https://www.openstreetmap.org/search?query=${query}`;
};
