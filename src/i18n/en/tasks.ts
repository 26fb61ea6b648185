import { plural } from '#i18n/plural.ts';

const units = {
  DAILY: ['day', 'days'],
  WEEKLY: ['week', 'weeks'],
  MONTHLY: ['month', 'months'],
} as const;

/** Words of the Tasks screen. */
export const tasks = {
  title: 'Tasks',
  groups: {
    overdue: 'Overdue',
    today: 'Today',
    week: 'The next seven days',
    later: 'Later',
    undated: 'Without a date',
    done: 'Done today',
  },
  none: 'Nothing is to be done',
  noneHint: 'Add a task above, or log a visit with a next step.',
  showMore: 'Show more',
  add: 'New task',
  addButton: 'Add',
  addExample: 'Call Anna tomorrow 10:00',
  addHint: 'Name a day in words: today, Friday, in 3 days, 2027-01-15.',
  dueOn: (title: string, day: string, time: string) =>
    `“${title}”, due ${day}${time === '' ? '' : ` at ${time}`}`,
  edit: 'Change the task',
  change: (title: string) => `Change “${title}”`,
  remove: 'Delete',
  name: 'What is to be done',
  titleNeeded: 'A task needs a name.',
  type: 'Kind',
  day: 'Due on',
  dayNeeded: 'A task that repeats needs a day to begin with.',
  time: 'At',
  timeHint: 'Left empty, it is due all day.',
  repeats: 'Repeats',
  frequencies: { never: 'never', DAILY: 'by days', WEEKLY: 'by weeks', MONTHLY: 'by months' },
  interval: (frequency: keyof typeof units) => `Every how many ${units[frequency][1]}`,
  intervalWrong: 'A whole number, at least 1.',
  every: (frequency: keyof typeof units, interval: number) =>
    interval === 1
      ? `every ${units[frequency][0]}`
      : `every ${plural(interval, units[frequency][0], units[frequency][1])}`,
  toCalendar: 'Add to calendar',
  allToCalendar: 'All to calendar',
  fileName: 'Rapport tasks',
};
