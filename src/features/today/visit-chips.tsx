import { CalendarClock, ListTodo, TrendingUp, Wallet } from 'lucide-react';
import type { NearDate } from '#core/customers/plan-of-day.ts';
import type { Task } from '#core/customers/task.ts';
import { dayNumber } from '#core/day-number.ts';
import { localDay } from '#i18n/local-day.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';

type Known = {
  readonly task?: Task;
  /** Day since 1970 the visit is due by rhythm. */
  readonly dueDay?: number | null;
  readonly near?: NearDate | undefined;
  readonly revenueMinor?: number;
  readonly currency?: string;
  readonly probability?: number | null;
  /** Nobody has been there yet. */
  readonly isNew?: boolean;
};

/** Why somebody is to be visited, in words. */
export function VisitChips({
  task,
  dueDay = null,
  near,
  revenueMinor = 0,
  currency = 'EUR',
  probability = null,
  isNew = false,
}: Known) {
  const { words, format } = useWords();
  const { today } = words;
  const now = dayNumber(localDay(Date.now()));
  const late = dueDay === null ? -1 : now - dueDay;
  const taskLate = task?.dueAt === undefined ? 0 : now - dayNumber(localDay(task.dueAt));
  return (
    <>
      {task !== undefined && (
        <Chip icon={ListTodo} tone={taskLate > 0 ? 'warn' : 'accent'}>
          {taskLate > 0 ? today.taskLate(task.title, taskLate) : today.taskChip(task.title)}
        </Chip>
      )}
      {late >= 0 && (
        <Chip icon={CalendarClock} tone="warn">
          {today.visitDue(late)}
        </Chip>
      )}
      {isNew && <Chip icon={CalendarClock}>{today.neverVisited}</Chip>}
      {near !== undefined && (
        <Chip icon={CalendarClock} tone="warn">
          {today.near(near.label, near.inDays)}
        </Chip>
      )}
      {revenueMinor > 0 && (
        <Chip icon={Wallet}>{today.bought(format.moneyCompact(revenueMinor, currency))}</Chip>
      )}
      {probability !== null && (
        <Chip icon={TrendingUp}>{today.chance(format.probability(probability))}</Chip>
      )}
    </>
  );
}
