import { expect, test } from 'vitest';
import { dayText } from '#core/day-number.ts';
import { type Calendar, finishTask } from './finish-task.ts';
import type { Task } from './task.ts';

const minute = 60_000;
const calendar: Calendar = {
  dayOf: (instant) => dayText(Math.floor(instant / 86_400_000)),
  minutesOf: (instant) => (instant % 86_400_000) / minute,
  instantOf: (day, minutes = 0) => Date.parse(day) + minutes * minute,
};
const now = Date.UTC(2026, 10, 26, 18);

const task: Task = {
  id: 't1',
  createdAt: 1,
  updatedAt: 1,
  rev: 3,
  title: 'Stock check',
  type: 'visit',
  customerId: 'c1',
  dueAt: Date.UTC(2026, 10, 23, 9, 30),
  status: 'open',
  rank: 2,
  custom: {},
};

test('a task is done once, at the moment it is ticked', () => {
  expect(finishTask(task, 't2', now, calendar)).toEqual([{ ...task, status: 'done', doneAt: now }]);
});

test('a weekly one comes back next week at the same time, as a task of its own', () => {
  const [done, next] = finishTask({ ...task, recurrence: 'FREQ=WEEKLY' }, 't2', now, calendar);
  expect(done).toMatchObject({ id: 't1', status: 'done', rev: 3 });
  expect(next).toMatchObject({ id: 't2', status: 'open', rev: 0, title: 'Stock check' });
  expect(next?.dueAt).toBe(Date.UTC(2026, 10, 30, 9, 30));
  expect(next).not.toHaveProperty('rank');
  expect(next).not.toHaveProperty('doneAt');
});
