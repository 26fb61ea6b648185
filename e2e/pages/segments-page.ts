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
    /** The number of segments is left to Rapport. */
    findByItself: async () => {
      await choose(page, own.k, own.autoCount);
      await main.getByRole('button', { name: own.find, exact: true }).click();
    },
    /** What the segments are worth is said, and why there are so many. */
    expectReasons: async () => {
      const verdicts = Object.values(own.verdicts).map((words) => main.getByText(words));
      await expect(verdicts.reduce((any, one) => any.or(one))).toBeVisible({ timeout: 60_000 });
      const figures = main.getByRole('table', { name: own.byCount });
      await expect(figures.getByRole('row')).toHaveCount(5);
    },
    rename: async (at: number, name: string) => {
      await cards.nth(at).getByRole('button').first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: own.ownName }).fill(name);
      await dialog.getByRole('button', { name: words.ui.save, exact: true }).click();
      await expect(dialog).toHaveCount(0);
    },
    /** Opens the largest move and reads the first name of those who moved. */
    firstWhoMoved: async (): Promise<string> => {
      const moved = main.getByRole('region', { name: own.whoMoved, exact: true }).first();
      await moved.getByRole('button', { name: own.showWho }).first().click();
      return (await moved.getByRole('link').first().textContent()) ?? '';
    },
    /** Taps about the middle of the map until it says who stands there. */
    tapMap: async () => {
      const map = main.locator('canvas');
      const hint = main.getByText(own.tapHint);
      await expect(hint).toBeVisible();
      await map.scrollIntoViewIfNeeded();
      const { width = 0, height = 0 } = (await map.boundingBox()) ?? {};
      await expect(async () => {
        for (const share of [0.5, 0.4, 0.6, 0.3])
          await map.click({ position: { x: width * share, y: height / 2 } });
        await expect(hint).toHaveCount(0, { timeout: 500 });
      }).toPass({ timeout: 15_000 });
    },
    /** Keeps a segment as a list and opens it; answers how many customers it says. */
    makeList: async (at: number, name: string) => {
      const card = cards.nth(at);
      const said =
        (await card
          .getByText(/^[\d,]+ /u)
          .first()
          .textContent()) ?? '';
      await card.getByRole('button', { name: own.work }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('textbox', { name: words.customers.viewName }).fill(name);
      await sheet.getByRole('button', { name: own.actions.list }).last().click();
      await expect(sheet.getByText(own.listKept(name))).toBeVisible();
      return said;
    },
    /** In the sheet that is open: plans ten visits with those who brought most. */
    planVisits: async (count: number) => {
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: own.actions.visits }).click();
      await sheet.getByRole('button', { name: own.actions.visits }).last().click();
      await expect(sheet.getByText(own.visitsPlanned(count))).toBeVisible();
    },
    closeSheet: () =>
      page.getByRole('dialog').getByRole('button', { name: words.ui.close }).click(),
    useEarlier: () => main.getByRole('button', { name: own.useRun }).first().click(),
    openFirst: () => cards.first().getByRole('link', { name: own.open }).click(),
  };
};
