import { expect, type Page } from '@playwright/test';
import type { DismissReason } from '#core/recommendations/recommendation.ts';
import { en, type Words } from '#i18n/en.ts';

/** Insights › Suggestions. */
export const suggestionsPage = (page: Page, words: Words = en) => {
  const own = words.recommendations;
  const likely = page.getByRole('region', { name: own.likely });
  const rows = likely.getByRole('listitem');
  const nameOf = async (at: number): Promise<string> =>
    (await rows
      .nth(at)
      .getByRole('link')
      .evaluate((link) => link.firstChild?.textContent)) ?? '';
  return {
    open: () => page.goto('./#/insights/suggestions'),
    expectNone: () => expect(page.getByText(own.none)).toBeVisible(),
    expectRows: (count: number) => expect(rows).toHaveCount(count, { timeout: 20_000 }),
    nameOf,
    /** The first rows say why, without anybody asking. */
    expectReason: () =>
      expect(rows.first().locator('[data-reason=told]')).toBeVisible({ timeout: 20_000 }),
    accept: async (at: number): Promise<string> => {
      const name = await nameOf(at);
      await rows
        .nth(at)
        .getByRole('button', { name: own.callOf(name) })
        .click();
      return name;
    },
    askToDismiss: async (at: number): Promise<string> => {
      const name = await nameOf(at);
      await rows
        .nth(at)
        .getByRole('button', { name: own.dismissOf(name) })
        .click();
      return name;
    },
    dismiss: async (why: DismissReason) => {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: own.why[why], exact: true }).click();
      await dialog.getByRole('button', { name: own.takeOff }).click();
    },
    expectGone: (name: string) =>
      expect(rows.filter({ hasText: new RegExp(`${name}(?!\\d)`, 'u') })).toHaveCount(0, {
        timeout: 20_000,
      }),
    expectThere: (name: string) =>
      expect(rows.filter({ hasText: new RegExp(`${name}(?!\\d)`, 'u') })).toHaveCount(1, {
        timeout: 20_000,
      }),
    expectCounted: (accepted: number, dismissed: number) =>
      expect(likely.getByText(own.counted(accepted, dismissed))).toBeVisible({ timeout: 20_000 }),
  };
};
