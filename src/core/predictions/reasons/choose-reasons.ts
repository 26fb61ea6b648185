import type { Contribution } from './contribution.ts';

/** Up and down each. */
const mostEach = 3;
/** Below this a reason moves a score of one half by about a point: not worth a line. */
const leastPhi = 0.05;

/** Whether a contribution is more than the accident of the background drawn, and worth a line. */
const standsOut = ({ phi, error }: Contribution): boolean =>
  Math.abs(phi) > 2 * error && Math.abs(phi) >= leastPhi;

/** The strongest reasons up and down, at most three of each; both may be empty. */
export const chooseReasons = <T extends Contribution>(
  columns: readonly T[],
): { readonly up: readonly T[]; readonly down: readonly T[] } => {
  const strongest = columns.filter(standsOut).sort((a, b) => Math.abs(b.phi) - Math.abs(a.phi));
  return {
    up: strongest.filter(({ phi }) => phi > 0).slice(0, mostEach),
    down: strongest.filter(({ phi }) => phi < 0).slice(0, mostEach),
  };
};
