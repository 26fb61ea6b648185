import type { DirectoryQuery, DirectoryRow } from '#contracts/directory.ts';
import { dayNumber } from '#core/day-number.ts';
import type { Position } from '#core/position.ts';
import { orderStops, rankVisits } from '#core/recommendations/suggest-visits.ts';
import { accept, type Result } from '#core/result.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';

/** How many are looked at in each direction before a plan is made. */
const looked = 60;
/** Visits "Plan my day" suggests. */
const suggested = 5;

const notLost = { column: 'lifecycle', operator: 'is-not', value: 'lost' } as const;

const queries = (today: string): readonly DirectoryQuery[] => [
  {
    search: '',
    filters: [{ column: 'dueDay', operator: 'at-most', value: dayNumber(today) }, notLost],
    sort: { column: 'dueDay', descending: false },
  },
  { search: '', filters: [notLost], sort: { column: 'revenueMinor', descending: true } },
  {
    search: '',
    filters: [{ column: 'probability', operator: 'not-empty' }, notLost],
    sort: { column: 'probability', descending: true },
  },
];

/** Customers whose visit is due by rhythm, the longest due first, and how many there are in all. */
export const findDue = async (
  today: string,
  most: number,
): Promise<Result<{ readonly rows: readonly DirectoryRow[]; readonly total: number }>> => {
  const found = await findCustomers(queries(today)[0] as DirectoryQuery);
  if (!found.ok) return found;
  const rows = await readRows([...found.value.ords.subarray(0, most)]);
  return rows.ok ? accept({ rows: rows.value, total: found.value.total }) : rows;
};

/**
 * Five visits for today: of those longest due, those who buy most and those likeliest to buy, the ones
 * that rank highest, in the order of a short way when it is known where the day begins.
 */
export const suggestDay = async (
  today: string,
  planned: ReadonlySet<string>,
  start: Position | undefined,
): Promise<Result<readonly DirectoryRow[]>> => {
  const ords = new Set<number>();
  for (const query of queries(today)) {
    const found = await findCustomers(query);
    if (!found.ok) return found;
    for (const ord of found.value.ords.subarray(0, looked)) ords.add(ord);
  }
  const rows = await readRows([...ords]);
  if (!rows.ok) return rows;
  const free = rows.value.filter(({ id, doNotContact }) => !doNotContact && !planned.has(id));
  const best = rankVisits(free, dayNumber(today)).slice(0, suggested);
  return accept(start === undefined ? best : orderStops(best, start));
};
