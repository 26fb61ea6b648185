import type { CustomerClass } from './customer.ts';
import type { DirectoryTable } from './directory-table.ts';

/** Days between two visits, by class. */
export type Rhythm = Readonly<Record<CustomerClass, number>>;

/** Until somebody sets another. */
export const usualRhythm: Rhythm = { A: 14, B: 28, C: 56, D: 90 };

const interval = ({ text, numbers }: DirectoryTable, ord: number, rhythm: Rhythm): number => {
  if (text.walkIn[ord] || text.doNotContact[ord] || text.lifecycle[ord] === 'lost')
    return Number.NaN;
  const own = numbers.ownIntervalDays[ord] ?? Number.NaN;
  return own > 0 ? own : (rhythm[text.class[ord] as CustomerClass] ?? Number.NaN);
};

/**
 * Fills the columns `visitIntervalDays` (the customer's own, else its class's) and `dueDay` (that many
 * days after the last visit; after the day it was entered when nobody has been there). Nobody is due
 * who is lost, wants no contact, or only holds orders without a customer.
 */
export const fillDueDays = (table: DirectoryTable, rhythm: Rhythm): void => {
  const { numbers, ids } = table;
  const due = new Float64Array(ids.length).fill(Number.NaN);
  const intervals = new Float64Array(ids.length).fill(Number.NaN);
  for (let ord = 0; ord < ids.length; ord += 1) {
    if (ids[ord] === null) continue;
    const days = interval(table, ord, rhythm);
    const visited = numbers.lastVisitDay[ord] as number;
    intervals[ord] = days;
    due[ord] = (Number.isNaN(visited) ? (numbers.createdDay[ord] as number) : visited) + days;
  }
  numbers.visitIntervalDays = intervals;
  numbers.dueDay = due;
};
