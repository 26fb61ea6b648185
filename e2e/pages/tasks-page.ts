import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** Everything that is to be done. */
export const tasksPage = (page: Page, words: Words = en) => {
  const { tasks, ui } = words;
  const main = page.getByRole('main');
  const rows = (title: string) => main.getByRole('listitem').filter({ hasText: title });
  return {
    rows,
    open: () => page.goto('./#/tasks'),
    /** In one line, the day in words. */
    add: async (line: string) => {
      await main.getByRole('textbox', { name: tasks.add }).fill(line);
      await main.getByRole('button', { name: tasks.addButton, exact: true }).click();
    },
    repeatWeekly: async (title: string) => {
      await rows(title)
        .getByRole('button', { name: tasks.change(title) })
        .click();
      await choose(page, tasks.repeats, tasks.frequencies.WEEKLY);
      await page.getByRole('dialog').getByRole('button', { name: ui.save, exact: true }).click();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
    expectRepeats: (title: string, weeks: number) =>
      expect(rows(title).getByText(tasks.every('WEEKLY', weeks))).toBeVisible(),
    tick: (title: string) => rows(title).first().getByText(title, { exact: true }).click(),
  };
};
