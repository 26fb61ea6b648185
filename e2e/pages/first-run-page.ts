import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The one screen before there is any customer. */
export const firstRunPage = (page: Page, words: Words = en) => ({
  expectShown: () => expect(page.getByText(words.firstRun.promise)).toBeVisible(),
  loadDemo: () => page.getByRole('button', { name: words.firstRun.demo }).click(),
  importFile: () => page.getByRole('link', { name: words.firstRun.import }).click(),
  chooseLanguage: (name: string) => page.getByRole('button', { name, exact: true }).click(),
});
