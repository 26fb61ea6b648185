import { expect, type Page } from '@playwright/test';
import type { ActivityOutcome } from '#core/customers/activity.ts';
import { en, type Words } from '#i18n/en.ts';

/** The sheet that logs a visit. */
export const logPage = (page: Page, words: Words = en) => {
  const { activities, ui } = words;
  const main = page.getByRole('main');
  const text = page.getByLabel(activities.text, { exact: true });
  return {
    expectOpen: (name: string) =>
      expect(
        page.getByRole('heading', { level: 1, name: activities.title(name), exact: true }),
      ).toBeVisible(),
    outcome: (id: ActivityOutcome) =>
      main.getByRole('button', { name: activities.outcomes[id], exact: true }),
    saveButton: main.getByRole('button', { name: ui.save, exact: true }),
    /** Key by key, as a thumb does. */
    type: async (sentence: string) => {
      await text.focus();
      await page.keyboard.type(sentence);
    },
    expectText: (sentence: string) => expect(text).toHaveValue(sentence),
    expectChosen: (id: ActivityOutcome) =>
      expect(
        main.getByRole('button', { name: activities.outcomes[id], exact: true }),
      ).toHaveAttribute('aria-pressed', 'true'),
    /** The next step, and the day it is due (`YYYY-MM-DD`). */
    nextStep: async (title: string, day: string) => {
      await page.getByLabel(activities.nextTitle, { exact: true }).fill(title);
      await page.getByLabel(activities.nextDay, { exact: true }).fill(day);
    },
    /** Where one is, asked for by its button. */
    checkIn: async () => {
      const button = main.getByRole('button', { name: activities.checkIn, exact: true });
      // Shut until it is wanted.
      if (!(await button.isVisible())) await main.getByText(activities.details).click();
      await button.click();
    },
    expectCheckedIn: () => expect(main.getByText(activities.checkedIn)).toBeVisible(),
    resume: () => main.getByRole('button', { name: activities.resume, exact: true }).click(),
    expectOffered: (name: string) =>
      expect(main.getByText(activities.wereWriting(name))).toBeVisible(),
    expectNothingOffered: () =>
      expect(main.getByRole('button', { name: activities.resume, exact: true })).toHaveCount(0),
  };
};
