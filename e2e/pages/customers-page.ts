import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The list of customers, and the page of one of them. */
export const customersPage = (page: Page, words: Words = en) => {
  const { customers } = words;
  const section = page.getByRole('region', { name: customers.title, exact: true });
  const grid = page.getByRole('grid', { name: customers.list });
  const rows = grid.getByRole('row');
  return {
    /** The number above the list, as it is written: "5,000". */
    expectCount: (count: string) =>
      expect(section.getByRole('status').first()).toHaveText(new RegExp(`^${count}(?!\\d)`, 'u'), {
        timeout: 30_000,
      }),
    firstName: () => rows.first().textContent(),
    search: (text: string) => page.getByRole('searchbox', { name: words.shell.search }).fill(text),
    openFirst: async () => {
      await rows.first().getByRole('link').click();
      await expect(page.getByRole('button', { name: customers.edit, exact: true })).toBeVisible();
    },
    /** With the keyboard, as one can. Rows are counted from 1. */
    openRow: async (row: number) => {
      await expect(rows.first().getByRole('link')).toBeVisible({ timeout: 30_000 });
      await grid.focus();
      for (let step = 0; step < row; step += 1) await grid.press('ArrowDown');
      await expect(grid.locator('[data-active]').getByRole('link')).toBeVisible();
      await grid.press('Enter');
    },
    openNamed: async (name: string) => {
      await rows.filter({ hasText: name }).first().getByRole('link').click();
      await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    },
    /** The customer that is open goes to the trash. */
    remove: () => page.getByRole('button', { name: customers.remove, exact: true }).click(),
    expectName: (name: string) =>
      expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible(),
    expectField: (name: string, value: RegExp) =>
      expect(page.getByRole('term').filter({ hasText: name }).locator('..')).toContainText(value),
    expectScored: () => expect(rows.first()).toContainText(/%/u, { timeout: 30_000 }),
  };
};
