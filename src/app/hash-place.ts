import { useSyncExternalStore } from 'react';

// The hash is the address, its own query included: any static host serves it without a rewrite.
// wouter's hash location would put the query before the hash, and so reload when it is shared.
const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

const parts = () => {
  const [path = '', query = ''] = location.hash.replace(/^#?\/?/u, '').split('?', 2);
  return { path: `/${path}`, query };
};

/** Goes to a place such as `/customers?segment=1`. */
export const navigate = (
  to: string,
  { replace = false }: { readonly replace?: boolean } = {},
): void => {
  const before = location.href;
  const url = new URL(before);
  url.hash = to.replace(/^#/u, '');
  history[replace ? 'replaceState' : 'pushState'](null, '', url.href);
  // Neither of the two tells anybody by itself.
  dispatchEvent(new HashChangeEvent('hashchange', { oldURL: before, newURL: url.href }));
};

/** For wouter's Router: the path, and how to change it. */
export const usePlace = (): [string, typeof navigate] => [
  useSyncExternalStore(subscribe, () => parts().path),
  navigate,
];

/** Something about the path; whoever asks is drawn again only when that changes. */
export const usePlaceFact = <T extends string | boolean | undefined>(
  read: (path: string) => T,
): T => useSyncExternalStore(subscribe, () => read(parts().path));

/** For wouter's Router: the query of the place. */
export const usePlaceQuery = (): string => useSyncExternalStore(subscribe, () => parts().query);
