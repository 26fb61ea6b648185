/** Quintiles or terciles of recency against those of frequency and basket together. */
export const gridKinds = ['quintile', 'tercile'] as const;
export type GridKind = (typeof gridKinds)[number];
