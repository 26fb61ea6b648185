import { useRef } from 'react';
import type { Task } from '#core/customers/task.ts';
import { dayMs } from '#core/day-number.ts';
import type { Deal, DealStage } from '#core/sales/deal.ts';
import { compareDeals, type DealFilter, matchesDeal } from '#core/sales/filter-deals.ts';
import type { Database } from '#db/database.ts';
import { type BoardDeals, type KeptDeals, listBoardDeals } from '#db/list-board-deals.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWatch } from '#ui/live/use-watch.ts';

/** Ended deals are shown for so long. */
const recentMs = 90 * dayMs;
/** Tasks looked at for next steps; one does not plan more. */
const mostTasks = 500;
/** Customers a search is followed to. */
const mostCustomers = 500;

/** The next thing planned for each customer. */
export type NextSteps = ReadonlyMap<string, Task>;

const nextStepsOf = (tasks: readonly Task[]): NextSteps => {
  const next = new Map<string, Task>();
  for (const task of tasks) {
    if (task.customerId === undefined || task.deletedAt !== undefined) continue;
    const known = next.get(task.customerId);
    const isSooner = (task.dueAt ?? Infinity) < (known?.dueAt ?? Infinity);
    if (known === undefined || isSooner) next.set(task.customerId, task);
  }
  return next;
};

const none: ReadonlySet<string> = new Set();

/** The customers whose name matches a search; none while nothing is searched. */
const useMatching = (search: string): ReadonlySet<string> => {
  const { answer } = useAsked(async (signal) => {
    if (search.trim() === '') return { ok: true, value: none };
    const sort = { column: 'name', descending: false };
    const found = await findCustomers({ search, filters: [], sort }, signal);
    if (!found.ok) return found;
    const rows = await readRows([...found.value.ords.slice(0, mostCustomers)], signal);
    return rows.ok ? { ok: true, value: new Set(rows.value.map(({ id }) => id)) } : rows;
  }, search);
  return answer ?? none;
};

/** `YYYY-MM-DD` of an instant where the rep is. */
export const localDay = (instant: number): string => {
  const date = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

/** The deals of a stage that pass the filter, in the column's order. */
export type Columns = Readonly<Record<DealStage, readonly Deal[]>>;

const columnsOf = (deals: readonly Deal[]): Columns => {
  const columns: Record<DealStage, Deal[]> = {
    prospecting: [],
    qualified: [],
    proposal: [],
    negotiation: [],
    won: [],
    lost: [],
  };
  for (const deal of deals) columns[deal.stage].push(deal);
  for (const column of Object.values(columns)) column.sort(compareDeals);
  return columns;
};

export type Board = {
  readonly columns: Columns;
  readonly steps: NextSteps;
  readonly counts: BoardDeals['counts'];
  /** Deals there are, whatever the filter: open ones and all that ended. */
  readonly all: number;
  readonly shown: number;
  readonly now: number;
};

/** What the board shows of the pipeline; undefined until it was read. */
export const useBoard = (db: Database, filter: DealFilter): Board | undefined => {
  const kept = useRef<KeptDeals>(new Map());
  const read = useWatch(
    () =>
      watch(async () => {
        const now = Date.now();
        return { now, deals: await listBoardDeals(db, now - recentMs, kept.current) };
      }),
    [db],
  );
  const tasks = useWatch(
    () =>
      watch(() => listRecords(db, 'tasks', { index: 'status', equals: 'open', limit: mostTasks })),
    [db],
  );
  const matching = useMatching(filter.search);
  if (read === undefined || tasks === undefined) return undefined;
  const { now, deals } = read;
  const steps = nextStepsOf(tasks);
  const around = { today: localDay(now), planned: new Set(steps.keys()), matching };
  const shown = [...deals.open, ...deals.closed].filter((deal) =>
    matchesDeal(deal, filter, around),
  );
  return {
    columns: columnsOf(shown),
    steps,
    counts: deals.counts,
    all: deals.open.length + deals.counts.won + deals.counts.lost,
    shown: shown.length,
    now,
  };
};
