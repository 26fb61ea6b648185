import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** Insights › Segments. */
export const segmentsPage = (page: Page, words: Words = en) => {
  const own = words.segments;
  const main = page.getByRole('main');
  const cards = main.getByRole('article');
  return {
    open: () => page.goto('./#/insights/segments'),
    find: async (count: string) => {
      await choose(page, own.k, count);
      await main.getByRole('button', { name: own.find, exact: true }).click();
    },
    expectCards: (count: number) => expect(cards).toHaveCount(count, { timeout: 60_000 }),
    /** What the cards are called, from the first to the last. */
    names: async (): Promise<string[]> => {
      const names = await cards.evaluateAll((all) => all.map((card) => card.ariaLabel ?? ''));
      return names;
    },
    expectNoCustomers: () => expect(main.getByText(own.noCustomers)).toBeVisible(),
    openFirst: () => cards.first().getByRole('link', { name: own.open }).click(),
  };
};
