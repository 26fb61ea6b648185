import { expect, type Page } from '@playwright/test';
import type { RefusalCode } from '#core/result.ts';
import { en, type Words } from '#i18n/en.ts';

type Place = 'today' | 'customers' | 'pipeline' | 'insights' | 'assistant' | 'more';

/** What is around every screen: places, jobs, undo, readiness. */
export const appPage = (page: Page, words: Words = en) => {
  const jobs = page.getByRole('region', { name: words.shell.jobsTitle });
  return {
    /** Opens the app at its address. */
    open: async () => {
      await page.goto('.');
      await expect(page.locator('#root main')).not.toHaveAttribute('aria-busy', 'true');
    },
    goTo: (place: Place) =>
      page
        .getByRole('navigation', { name: words.shell.places })
        .getByRole('link', { name: words.shell[place], exact: true })
        .click(),
    /** The whole build is on the device and was compared with its digests. */
    expectReadyOffline: () =>
      expect(page.locator('html')).toHaveAttribute('data-offline', 'ready', { timeout: 30_000 }),
    /** The tray holds no running job any more. */
    expectNoJobs: (timeout = 60_000) =>
      expect(page.getByRole('progressbar')).toHaveCount(0, { timeout }),
    /** The frame with its places is there: the first run is over. */
    expectUsable: () =>
      expect(page.getByRole('navigation', { name: words.shell.places })).toBeVisible({
        timeout: 30_000,
      }),
    cancelJob: () => jobs.getByRole('button', { name: words.ui.cancel }).click(),
    /** One clear sentence, said once and read aloud. */
    expectRefusal: async (code: RefusalCode) => {
      const notice = page.locator(`[data-refusal="${code}"]`).first();
      await expect(notice).toBeVisible({ timeout: 60_000 });
      await expect(notice).toHaveRole('alert');
      await expect(notice).toContainText(/\p{L}.*[.。]/u);
    },
    /** What Ctrl+Z has to say when there is nothing is read, not only heard. */
    undoNothing: async () => {
      const word = words.refusals['nothing-to-undo']({}).what;
      await page.keyboard.press('Control+z');
      await expect(page.getByRole('status').filter({ hasText: word })).toBeVisible();
      await expect(page.getByRole('status').filter({ hasText: word })).toHaveCount(0);
    },
    undo: () =>
      page
        .getByRole('button', { name: new RegExp(`^${words.shell.undo}`, 'u') })
        .first()
        .click(),
  };
};
