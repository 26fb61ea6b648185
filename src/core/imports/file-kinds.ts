/** What a file's rows become. A `lookup` says more about keys other files name: it joins their rows. */
export const fileKinds = [
  'customers',
  'contacts',
  'products',
  'orders',
  'deals',
  'activities',
  'tasks',
  'lookup',
] as const;
export type FileKind = (typeof fileKinds)[number];
