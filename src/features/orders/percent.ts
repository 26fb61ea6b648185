/** A share (0..1) as the percents a person writes: 0.075 → 7.5. */
export const toPercent = (share: number): number => Math.round(share * 1e6) / 1e4;

/** Percents as a share, kept between nothing and all. */
export const fromPercent = (percent: number | undefined): number =>
  Math.round(Math.min(100, Math.max(0, percent ?? 0)) * 1e4) / 1e6;
