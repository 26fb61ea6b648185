import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** Customers that are there twice: found, compared, merged, taken apart. */
export const duplicatesPage = (page: Page, words: Words = en) => {
  const own = words.duplicates;
  const main = page.getByRole('main');
  return {
    open: () => page.goto('./#/duplicates'),
    expectNone: () => expect(main.getByText(own.none)).toBeVisible({ timeout: 30_000 }),
    expectGroup: (name: string) =>
      expect(main.getByRole('region', { name: own.group(name), exact: true })).toBeVisible({
        timeout: 30_000,
      }),
    compare: (name: string) =>
      main.getByRole('link', { name: own.compareNamed(name), exact: true }).click(),
    expectCompared: () =>
      expect(main.getByRole('heading', { level: 1, name: own.compareTitle })).toBeVisible(),
    keep: (field: string, value: string) =>
      main
        .getByRole('radiogroup', { name: field, exact: true })
        .getByRole('radio', { name: value, exact: true })
        .check(),
    merge: () => main.getByRole('button', { name: own.merge, exact: true }).click(),
    notSame: () => main.getByRole('button', { name: own.notSame, exact: true }).click(),
    expectMerged: (loser: string, winner: string) =>
      expect(main.getByText(own.into(loser, winner), { exact: true })).toBeVisible(),
    takeApart: (loser: string) =>
      main.getByRole('button', { name: own.unmergeNamed(loser), exact: true }).click(),
  };
};
