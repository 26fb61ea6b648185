import { dayNumber } from '#core/day-number.ts';
import type { CustomValue } from '#core/record.ts';
import type { FieldDefinition } from './field-definition.ts';
import type { Task } from './task.ts';

/** Tasks as the rep put them: by place, those without one after them by when they are due. */
export const orderOfDay = (tasks: readonly Task[]): readonly Task[] => {
  const place = ({ rank }: Task) => rank ?? Number.MAX_SAFE_INTEGER;
  return tasks.toSorted(
    (a, b) => place(a) - place(b) || (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1),
  );
};

/** The tasks whose place changes when the one at `from` goes to `to`, with their new places. */
export const moveInDay = (tasks: readonly Task[], from: number, to: number): readonly Task[] => {
  const moved = tasks[from];
  if (moved === undefined || to < 0 || to >= tasks.length || from === to) return [];
  const order = tasks.toSpliced(from, 1).toSpliced(to, 0, moved);
  return order.flatMap((task, rank) => (task.rank === rank ? [] : { ...task, rank }));
};

/** A day that is near, written in one of the customer's own fields: an end of contract, a birthday. */
export type NearDate = { readonly label: string; readonly inDays: number };

/** The nearest day from today on, at most `within` days ahead, in any field of days; undefined for none. */
export const findNearDate = (
  custom: Readonly<Record<string, CustomValue>>,
  definitions: readonly FieldDefinition[],
  today: number,
  within: number,
): NearDate | undefined =>
  definitions
    .filter(({ type }) => type === 'date')
    .flatMap(({ key, label }) => {
      const value = custom[key];
      const inDays = typeof value === 'string' ? dayNumber(value) - today : Number.NaN;
      return inDays >= 0 && inDays <= within ? { label, inDays } : [];
    })
    .sort((a, b) => a.inDays - b.inDays)[0];
