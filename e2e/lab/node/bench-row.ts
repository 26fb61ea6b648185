import type { LabSession } from './lab-session.ts';
import type { Options } from './parse-options.ts';

/** One line of the bench: ours against a peer in the unit of the name; `absent` without a peer. */
export type BenchLine = {
  readonly row: string;
  readonly ours: number | string;
  readonly peer: number | 'absent';
  readonly ratio: number | 'absent';
  /** Measurements the median was taken of. */
  readonly n: number;
};

export type BenchRow = (
  session: LabSession,
  options: Options,
  log: (line: string) => void,
) => Promise<readonly BenchLine[]>;

/** The middle value; of an even number of values the upper middle one. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** A line from measurements, with the ratio of the medians. */
export const benchLine = (
  row: string,
  ours: readonly number[],
  peer: readonly number[] | undefined,
  digits = 0,
): BenchLine => {
  const round = (value: number) => Number(value.toFixed(digits));
  const mine = median(ours);
  const theirs = peer === undefined ? undefined : median(peer);
  return {
    row,
    ours: round(mine),
    peer: theirs === undefined ? 'absent' : round(theirs),
    ratio: theirs === undefined ? 'absent' : Number((mine / theirs).toFixed(2)),
    n: ours.length,
  };
};
