/** Snapshots at most: more of them repeat the same customers. */
const mostSnapshots = 12;
/** A snapshot with less to look back on knows too little of anybody. */
const shortestPast = 28;
/** Past this distance a year is covered by the snapshots there are. */
const furthestApart = 45;

/**
 * The days training looks from, latest first: each label window of `horizon` days ends at or before
 * `asOf`, each past holds at least half a horizon of the history. Empty when the history is too short.
 */
export const snapshotDays = (firstDay: number, asOf: number, horizon: number): number[] => {
  const latest = asOf - horizon;
  const earliest = firstDay + Math.max(shortestPast, Math.round(horizon / 2));
  const spread = Math.min(furthestApart, Math.floor((latest - earliest) / mostSnapshots));
  const step = Math.max(7, Math.round(horizon / 6), spread);
  const days: number[] = [];
  for (let day = latest; day >= earliest && days.length < mostSnapshots; day -= step)
    days.push(day);
  return days;
};
