import type { Task } from './task.ts';

/** A visit to be made. `place`: in the order they were suggested in; `dueAt`: midnight for the whole day. */
export const makeVisit = ({
  id,
  customerId,
  title,
  dueAt,
  now,
  place,
}: {
  readonly id: string;
  readonly customerId: string;
  readonly title: string;
  readonly dueAt: number;
  readonly now: number;
  readonly place: number;
}): Task => ({
  id,
  createdAt: now + place,
  updatedAt: now,
  rev: 0,
  customerId,
  title,
  type: 'visit',
  dueAt,
  status: 'open',
  // Far behind what was put in order by hand.
  rank: now + place,
  custom: {},
});

const [sunday, saturday] = [0, 6];

/** 1970 began on a Thursday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/**
 * The days (since 1970) of so many visits, `aDay` on each from `first` on, none on a weekend unless the
 * first day is on one.
 */
export const spreadVisits = (count: number, aDay: number, first: number): readonly number[] => {
  const days: number[] = [];
  for (let day = first; days.length < count; day += 1) {
    const weekday = weekdayOf(day);
    if (day !== first && (weekday === sunday || weekday === saturday)) continue;
    for (let visit = 0; visit < aDay && days.length < count; visit += 1) days.push(day);
  }
  return days;
};
