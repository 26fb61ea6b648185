import { expect, type Page } from '@playwright/test';
import type { ChangeLabel } from '#db/change-log.ts';
import { en, type Words } from '#i18n/en.ts';

/** The last changes, to be taken back. */
export const historyPage = (page: Page, words: Words = en) => {
  const own = words.history;
  const main = page.getByRole('main');
  const rows = main.getByRole('list', { name: own.list, exact: true }).getByRole('listitem');
  return {
    open: () => page.goto('./#/history'),
    /** What stands there, the newest first. */
    expectLabels: (labels: readonly ChangeLabel[]) =>
      expect(rows.locator('strong')).toHaveText(labels.map((label) => words.shell.changes[label])),
    undoNewest: () => main.getByRole('button', { name: own.undo, exact: true }).click(),
    redoNext: () => main.getByRole('button', { name: own.redo, exact: true }).click(),
    /** Everything from the newest down to this line, which counts from 1. */
    undoDownTo: async (line: number) => {
      await rows
        .nth(line - 1)
        .getByRole('button')
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: own.downToConfirm(line), exact: true }).click();
    },
  };
};
