import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The screen that says what is stored, and erases it. */
export const settingsPage = (page: Page, words: Words = en) => {
  const { settings } = words;
  return {
    open: () => page.goto('./#/settings'),
    /** Types the word that is asked for; the page starts anew. */
    eraseEverything: async () => {
      await page.goto('./#/settings');
      await page.getByRole('main').getByRole('button', { name: settings.erase }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill(settings.eraseWord);
      await dialog.getByRole('button', { name: settings.eraseConfirm }).click();
      await expect(dialog).toHaveCount(0, { timeout: 30_000 });
    },
  };
};
