import { makeVisit, spreadVisits } from '#core/customers/make-visit.ts';
import { dayNumber, dayText } from '#core/day-number.ts';
import { accept, type Result } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { instantOf } from '#i18n/local-day.ts';
import { readRows } from '#jobs/directory-jobs.ts';

/** Rows read at once, and so the most visits planned at once. */
export const mostVisits = 200;

/**
 * Plans visits with the first of these customers who may be contacted and have no open visit, `aDay` on
 * each working day from `day` (`YYYY-MM-DD`) on: one change, which undo takes back. Answers how many.
 */
export const planSegment = async (
  db: Database,
  ords: Uint32Array,
  plan: { readonly count: number; readonly aDay: number; readonly day: string },
  title: string,
): Promise<Result<number>> => {
  const open = await listRecords(db, 'tasks', { index: 'status', equals: 'open' });
  const busy = new Set(open.filter(({ type }) => type === 'visit').map((task) => task.customerId));
  // Some will be left out: twice as many are looked at.
  const rows = await readRows([...ords.subarray(0, 2 * mostVisits)]);
  if (!rows.ok) return rows;
  const wanted = rows.value
    .filter(({ id, doNotContact }) => !doNotContact && !busy.has(id))
    .slice(0, Math.min(plan.count, mostVisits));
  if (wanted.length === 0) return accept(0);
  const now = Date.now();
  const days = spreadVisits(wanted.length, plan.aDay, dayNumber(plan.day));
  const writes = wanted.map(({ id: customerId }, place) => {
    const dueAt = instantOf(dayText(days[place] ?? dayNumber(plan.day)));
    const record = makeVisit({ id: crypto.randomUUID(), customerId, title, dueAt, now, place });
    return { table: 'tasks' as const, record };
  });
  const saved = await commit(db, { label: 'task-saved', now, writes });
  return saved.ok ? accept(wanted.length) : saved;
};
