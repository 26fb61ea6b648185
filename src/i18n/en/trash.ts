import { plural } from '#i18n/plural.ts';

/** Words of the trash. */
export const trash = {
  title: 'Trash',
  lead: 'What is deleted stays here for 30 days and can be brought back. Then it is gone for good.',
  list: 'Deleted records',
  empty: 'The trash is empty',
  emptyHint: 'What you delete is kept here for 30 days.',
  deleted: (when: string) => `deleted ${when}`,
  daysLeft: (days: number) => (days < 1 ? 'last day' : `${plural(days, 'day', 'days')} left`),
  with: (count: number) => `with ${plural(count, 'more record', 'more records')} that belong to it`,
  choose: (name: string) => `Choose ${name}`,
  chooseAll: 'Choose all shown',
  restore: 'Bring back',
  restoreNamed: (name: string) => `Bring back ${name}`,
  unmergeNamed: (name: string) => `Take apart again: ${name}`,
  restoreChosen: (count: number) => `Bring back ${count}`,
  unmerge: 'Take apart',
  restored: 'Brought back.',
  newest: (shown: number, all: number) =>
    `The last ${shown} are shown; ${plural(all, 'record is', 'records are')} in the trash in all.`,
  emptyNow: 'Empty now',
  emptyTitle: 'Empty the trash for good?',
  emptySure: (count: number) =>
    `${plural(count, 'record goes', 'records go')} for good, with their history. This cannot be undone.`,
  emptyConfirm: 'Remove for good',
};
