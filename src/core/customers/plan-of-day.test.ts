import { expect, test } from 'vitest';
import { dayNumber } from '#core/day-number.ts';
import type { FieldDefinition } from './field-definition.ts';
import { findNearDate, moveInDay, orderOfDay } from './plan-of-day.ts';
import type { Task } from './task.ts';

const visit = (id: string, fields: Partial<Task> = {}): Task => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  title: 'Visit',
  type: 'visit',
  dueAt: 5,
  status: 'open',
  custom: {},
  ...fields,
});
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

test('visits stand as the rep put them; new ones come after, the longest due first', () => {
  const day = [
    visit('new', { dueAt: 9 }),
    visit('old', { dueAt: 1 }),
    visit('b', { rank: 1 }),
    visit('a', { rank: 0 }),
  ];
  expect(ids(orderOfDay(day))).toEqual(['a', 'b', 'old', 'new']);
});

test('a visit moved up stands there, and nothing else changes its turn', () => {
  const day = [visit('a'), visit('b'), visit('c')];
  const moved = moveInDay(day, 2, 0);
  expect(ids(orderOfDay(moved))).toEqual(['c', 'a', 'b']);
  expect(moveInDay(day, 0, 0)).toEqual([]);
  expect(moveInDay(day, 0, 3)).toEqual([]);
});

test('only the places that change are written', () => {
  const day = [visit('a', { rank: 0 }), visit('b', { rank: 1 }), visit('c', { rank: 2 })];
  expect(ids(moveInDay(day, 2, 1))).toEqual(['c', 'b']);
});

test('a contract that ends in nine days is near, one that ended yesterday is not', () => {
  const field = (key: string, type: FieldDefinition['type']): FieldDefinition => ({
    ...visit(key),
    entity: 'customers',
    key,
    label: key,
    type,
    learnable: false,
  });
  const fields = [field('Contract end', 'date'), field('Birthday', 'date'), field('Note', 'text')];
  const today = dayNumber('2026-11-26');
  const custom = { 'Contract end': '2026-12-05', Birthday: '2026-11-25', Note: '2026-11-27' };
  expect(findNearDate(custom, fields, today, 14)).toEqual({ label: 'Contract end', inDays: 9 });
  expect(findNearDate(custom, fields, today, 7)).toBeUndefined();
});
