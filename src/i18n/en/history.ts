import { plural } from '#i18n/plural.ts';

/** Words of the history of changes. */
export const history = {
  title: 'History',
  lead: 'The last 50 changes. The newest is taken back first.',
  list: 'Changes, the newest first',
  undoneList: 'Taken back',
  empty: 'Nothing has been changed yet',
  emptyHint: 'Every change you make appears here and can be taken back.',
  what: 'What changed',
  undo: 'Undo',
  redo: 'Do again',
  downTo: 'Undo down to here',
  downToNamed: (label: string, when: string) => `Undo down to here: ${label}, ${when}`,
  downToTitle: 'Take back everything down to here?',
  downToSure: (count: number) =>
    `${plural(count, 'change is', 'changes are')} taken back, the newest first. You can do them again as long as you change nothing else.`,
  downToConfirm: (count: number) => `Take back ${count}`,
  importTitle: 'Take the whole import back?',
  importSure: (name: string) =>
    `Everything that came from “${name}” is removed. It can be imported again from the file.`,
  importConfirm: 'Remove the import',
  undone: (count: number) => `${plural(count, 'change', 'changes')} taken back.`,
};
