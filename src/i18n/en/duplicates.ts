import { plural } from '#i18n/plural.ts';

/** Words of the search for customers that are there twice. */
export const duplicates = {
  title: 'Duplicates',
  lead: 'Customers that are probably the same one. Nothing is merged by itself.',
  looking: 'Comparing all customers…',
  none: 'No duplicates found',
  noneHint: 'No two customers share an e-mail, a phone number or a name in one place.',
  again: 'Look again',
  found: (shown: number, all: number) =>
    shown === all
      ? plural(all, 'group', 'groups')
      : `The surest ${shown} of ${plural(all, 'group', 'groups')}`,
  reasons: {
    email: 'same e-mail',
    phone: 'same phone',
    'name-city': 'same name and place',
    name: 'same name',
    'similar-name': 'similar name',
  },
  group: (name: string) => `May be the same: ${name}`,
  compare: 'Compare',
  compareNamed: (name: string) => `Compare ${name}`,
  compareTitle: 'Are these two the same?',
  together: (name: string) => `Together: ${name}`,
  back: 'All duplicates',
  keepHint: 'Choose what to keep where they differ. Phones, e-mails and tags of both are kept.',
  nothingDiffers: 'They do not contradict each other: all that is known of both is kept.',
  moved: 'Contacts, activities, tasks, deals, orders and files of both go together.',
  merge: 'Merge',
  notSame: 'Not the same',
  merged: 'Merged.',
  toldApart: 'Noted: these two are not the same.',
  gone: 'One of these two is no longer there.',
  recent: 'Merged lately',
  into: (loser: string, winner: string) => `${loser} → ${winner}`,
  unmerge: 'Take apart',
  unmergeNamed: (name: string) => `Take ${name} apart again`,
  unmerged: 'Taken apart: both customers are there again.',
};
