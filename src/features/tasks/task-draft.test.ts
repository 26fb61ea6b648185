import { expect, test } from 'vitest';
import { instantOf } from '#i18n/local-day.ts';
import { applyTaskDraft, faultsOfTask, newTask, taskDraftOf } from './task-draft.ts';

const task = newTask('t1', 5, 'Call');

test('a task goes through its form unchanged', () => {
  const full = {
    ...task,
    type: 'visit',
    dueAt: instantOf('2026-11-30', 570),
    recurrence: 'FREQ=WEEKLY;INTERVAL=2',
  } as const;
  expect(applyTaskDraft(full, taskDraftOf(full))).toEqual(full);
  expect(applyTaskDraft(task, taskDraftOf(task))).toEqual(task);
});

test('emptying the day takes the date and the repetition away', () => {
  const due = { ...task, dueAt: instantOf('2026-11-30'), recurrence: 'FREQ=DAILY' };
  const emptied = applyTaskDraft(due, { ...taskDraftOf(due), day: '' });
  expect(emptied).not.toHaveProperty('dueAt');
  expect(emptied).not.toHaveProperty('recurrence');
});

test('a task needs a title, and one that repeats a day and a whole number', () => {
  const draft = taskDraftOf(task);
  expect(faultsOfTask({ ...draft, title: ' ' })).toEqual(['title']);
  expect(faultsOfTask({ ...draft, repeats: 'DAILY', interval: 1.5 })).toEqual(['day', 'interval']);
  expect(faultsOfTask(draft)).toEqual([]);
});
