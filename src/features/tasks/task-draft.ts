import { type Frequency, readRecurrence, writeRecurrence } from '#core/customers/recurrence.ts';
import type { Task, TaskType } from '#core/customers/task.ts';
import { instantOf, localDay, minutesOf, readTime, timeText } from '#i18n/local-day.ts';

/** A task as its form shows it; an empty text is "none". */
export type TaskDraft = {
  readonly title: string;
  readonly type: TaskType;
  readonly day: string;
  readonly time: string;
  readonly repeats: Frequency | 'never';
  readonly interval: number | undefined;
};

export const taskDraftOf = (task: Task): TaskDraft => {
  const recurrence = readRecurrence(task.recurrence);
  const minutes = task.dueAt === undefined ? 0 : minutesOf(task.dueAt);
  return {
    title: task.title,
    type: task.type,
    day: task.dueAt === undefined ? '' : localDay(task.dueAt),
    // Midnight stands for the whole day.
    time: minutes === 0 ? '' : timeText(minutes),
    repeats: recurrence?.frequency ?? 'never',
    interval: recurrence?.interval ?? 1,
  };
};

/** A task nothing is known of yet. */
export const newTask = (id: string, now: number, title: string): Task => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  title,
  type: 'other',
  status: 'open',
  custom: {},
});

export type TaskFault = 'title' | 'day' | 'interval';

/** What keeps a draft from being saved: one that repeats needs a day to repeat from. */
export const faultsOfTask = ({
  title,
  day,
  repeats,
  interval,
}: TaskDraft): readonly TaskFault[] => [
  ...(title.trim() === '' ? (['title'] as const) : []),
  ...(repeats !== 'never' && day === '' ? (['day'] as const) : []),
  ...(repeats !== 'never' && !(Number.isInteger(interval) && (interval ?? 0) > 0)
    ? (['interval'] as const)
    : []),
];

/** The task with the form's values. */
export const applyTaskDraft = (task: Task, draft: TaskDraft): Task => {
  const { dueAt, recurrence, ...rest } = task;
  const { title, type, day, time, repeats, interval = 1 } = draft;
  return {
    ...rest,
    title: title.trim(),
    type,
    ...(day === '' ? {} : { dueAt: instantOf(day, readTime(time) ?? 0) }),
    ...(repeats === 'never' || day === ''
      ? {}
      : { recurrence: writeRecurrence({ frequency: repeats, interval }) }),
  };
};
