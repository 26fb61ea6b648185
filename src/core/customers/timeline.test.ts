import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Task } from './task.ts';
import { pageTimeline, type TimelineCursor, type TimelineEntry, timelineOf } from './timeline.ts';

const task = (id: string, updatedAt: number, status: Task['status'] = 'done'): Task => ({
  id,
  createdAt: 0,
  updatedAt,
  rev: 1,
  title: id,
  type: 'call',
  status,
  custom: {},
});
const nothing = { activities: [], orders: [], deals: [], tasks: [] };

test('a task that is still open has not happened', () => {
  const tasks = [task('a', 1), task('b', 2, 'open')];
  expect(timelineOf({ ...nothing, tasks }).map(({ key }) => key)).toEqual(['a']);
});

test('a deal shows each step it took', () => {
  const deal = {
    id: 'd',
    createdAt: 0,
    updatedAt: 0,
    rev: 1,
    name: 'Ovens',
    stage: 'won' as const,
    productIds: [],
    stageHistory: [
      { stage: 'proposal' as const, at: 5 },
      { stage: 'won' as const, at: 9 },
    ],
    custom: {},
  };
  const { page } = pageTimeline(timelineOf({ ...nothing, deals: [deal] }), 10);
  expect(page.map((entry) => entry.kind === 'deal' && entry.stage)).toEqual(['won', 'proposal']);
});

test('paging shows everything once, newest first, also when many things share an instant', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
      fc.integer({ min: 1, max: 7 }),
      (instants, size) => {
        const entries = timelineOf({
          ...nothing,
          tasks: instants.map((at, i) => task(`t${i}`, at)),
        });
        const seen: TimelineEntry[] = [];
        let cursor: TimelineCursor | undefined;
        do {
          const { page, next } = pageTimeline(entries, size, cursor);
          seen.push(...page);
          cursor = next;
        } while (cursor !== undefined);
        expect(seen.map(({ at }) => at)).toEqual([...instants].sort((a, b) => b - a));
        expect(new Set(seen.map(({ key }) => key)).size).toBe(instants.length);
      },
    ),
  );
});
