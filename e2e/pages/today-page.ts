import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The day: visits, what is due, the month. */
export const todayPage = (page: Page, words: Words = en) => {
  const { today, activities } = words;
  const visits = page.getByRole('region', { name: today.visits, exact: true });
  const tasks = page.getByRole('region', { name: today.tasks, exact: true });
  const rows = visits.getByRole('listitem');
  return {
    open: () => page.goto('./#/'),
    expectNothingPlanned: () => expect(visits.getByText(today.nothingPlanned)).toBeVisible(),
    planDay: () => page.getByRole('button', { name: today.planDay, exact: true }).first().click(),
    expectSuggestions: (count: number) =>
      expect(page.getByRole('dialog').getByRole('checkbox')).toHaveCount(count),
    addPlan: (count: number) =>
      page
        .getByRole('dialog')
        .getByRole('button', { name: today.planAdd(count) })
        .click(),
    expectVisits: (count: number) => expect(rows).toHaveCount(count),
    /** Who is visited, from the first to the last. */
    names: (): Promise<string[]> =>
      rows.evaluateAll((all) => all.map((row) => row.querySelector('a > span')?.textContent ?? '')),
    /** The handle at the left of a visit; for eyes and fingers only. */
    handle: (name: string) =>
      rows.filter({ hasText: name }).locator('button[aria-hidden=true]').first(),
    row: (name: string) => rows.filter({ hasText: name }),
    /** With the arrow beside it, from the keyboard. */
    moveDownByKey: async (name: string) => {
      await visits.getByRole('button', { name: today.down(name) }).focus();
      await page.keyboard.press('Enter');
    },
    moveUp: (name: string) => visits.getByRole('button', { name: today.up(name) }).click(),
    prepare: (name: string) => visits.getByRole('link', { name: new RegExp(name, 'u') }).click(),
    /** The button of a visit that opens its log. */
    logButton: (name: string) =>
      rows.filter({ hasText: name }).getByRole('link', { name: today.log, exact: true }),
    expectTask: (title: string, customer: string) =>
      expect(
        tasks.getByRole('listitem').filter({ hasText: title }).filter({ hasText: customer }),
      ).toBeVisible(),
    tickTask: (title: string) =>
      tasks
        .getByRole('listitem')
        .filter({ hasText: title })
        .getByText(title, { exact: true })
        .click(),
    expectTile: (name: string, figure: string) =>
      expect(page.getByRole('link').filter({ hasText: name })).toContainText(figure),
    expectDraftOf: (name: string, text: string) => {
      const notice = page.getByText(activities.wereWriting(name)).locator('..');
      return expect(notice).toContainText(text);
    },
    resume: () => page.getByRole('link', { name: activities.resume, exact: true }).click(),
  };
};
