import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The box for everything, and the list of keys. */
export const palettePage = (page: Page, words: Words = en) => {
  const { palette } = words;
  const dialog = page.getByRole('dialog', { name: palette.title });
  return {
    open: async () => {
      await page.keyboard.press('Control+k');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
    },
    type: (text: string) => dialog.getByRole('searchbox').fill(text),
    expectFound: (name: string) =>
      expect(dialog.getByRole('menuitem', { name: new RegExp(`^${name}`, 'u') })).toBeVisible(),
    take: async (name: string) => {
      await dialog.getByRole('menuitem', { name: new RegExp(`^${name}`, 'u') }).click();
      await expect(dialog).toHaveCount(0);
    },
    openKeys: async () => {
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: palette.keysTitle })).toBeVisible();
    },
    close: async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  };
};
