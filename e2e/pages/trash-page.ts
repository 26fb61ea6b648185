import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The trash. */
export const trashPage = (page: Page, words: Words = en) => {
  const own = words.trash;
  const main = page.getByRole('main');
  const rows = main.getByRole('list', { name: own.list }).getByRole('listitem');
  return {
    open: () => page.goto('./#/trash'),
    expectEmpty: () => expect(main.getByText(own.empty)).toBeVisible(),
    expectHolds: async (name: string) => {
      await expect(rows.filter({ hasText: name })).toBeVisible();
      await expect(rows.filter({ hasText: name })).toContainText(own.daysLeft(29));
    },
    restore: (name: string) =>
      main.getByRole('button', { name: own.restoreNamed(name), exact: true }).click(),
    chooseAll: () => main.getByText(own.chooseAll, { exact: true }).click(),
    restoreChosen: (count: number) =>
      main.getByRole('button', { name: own.restoreChosen(count), exact: true }).click(),
    /** Asks first; what is gone then is gone for good. */
    emptyNow: async () => {
      await main.getByRole('button', { name: own.emptyNow }).click();
      await page.getByRole('dialog').getByRole('button', { name: own.emptyConfirm }).click();
    },
  };
};
