import { type Attribution, averageContributions } from './contribution.ts';
import type { WalkPlan } from './plan-walks.ts';

/** Both directions of an order count half. */
const walksEach = 2;

/**
 * Shapley values per source column from the logits of a plan's rows: what switching the column added,
 * on average over the walks and the background.
 */
export const readWalks = (plan: WalkPlan, logits: Float64Array): Attribution => {
  const { backgrounds, columns, steps } = plan;
  const added = new Float64Array(backgrounds * columns);
  for (const { background, column, from, to } of steps) {
    const at = background * columns + column;
    const step = (logits[to] ?? 0) - (logits[from] ?? 0);
    added[at] = (added[at] ?? 0) + step / walksEach;
  }
  let base = 0;
  for (let row = 1; row <= backgrounds; row += 1) base += (logits[row] ?? 0) / backgrounds;
  return { columns: averageContributions(added, columns), said: logits[0] ?? 0, base };
};
