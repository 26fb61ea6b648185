import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The screen that says what is stored, and erases it. */
export const settingsPage = (page: Page, words: Words = en) => {
  const { settings } = words;
  const main = page.getByRole('main');
  const card = (name: string) => main.getByRole('region', { name, exact: true });
  const visits = card(settings.visits);
  const save = async (region: ReturnType<typeof card>) => {
    const button = region.getByRole('button', { name: words.ui.save, exact: true });
    await button.click();
    // Nothing is left to save once it is written.
    await expect(button).toBeDisabled();
  };
  const rhythm = (one: string) => visits.getByRole('textbox', { name: settings.rhythm(one) });
  return {
    /** Days between two visits of a class, typed and not yet saved. */
    typeRhythm: (one: string, days: string) => rhythm(one).fill(days),
    expectDaysWrong: () => expect(visits.getByText(settings.daysWrong)).toBeVisible(),
    setRhythm: async (one: string, days: string) => {
      await rhythm(one).fill(days);
      await save(visits);
    },
    expectRhythm: (one: string, days: string) => expect(rhythm(one)).toHaveValue(days),
    /** What is to be reached this month. */
    setTarget: async (metric: string, value: string) => {
      const targets = card(settings.targets);
      await targets.getByRole('textbox', { name: metric, exact: true }).fill(value);
      await save(targets);
    },
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
