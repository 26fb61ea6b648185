import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** The screen of custom fields. */
export const fieldsPage = (page: Page, words: Words = en) => {
  const { fields, ui } = words;
  const form = page.getByRole('dialog');
  const row = (label: string) => page.locator(`[data-field="${label}"]`);
  return {
    open: () => page.goto('./#/fields'),
    add: async (label: string, type: keyof Words['fields']['types'], choices?: string) => {
      await page.getByRole('button', { name: fields.add, exact: true }).click();
      await form.getByRole('textbox', { name: fields.label, exact: true }).fill(label);
      await form.getByRole('button', { name: fields.types[type], exact: true }).click();
      if (choices !== undefined) {
        await form.getByRole('textbox', { name: fields.choice, exact: true }).fill(choices);
        await form.getByRole('button', { name: fields.addChoice, exact: true }).click();
      }
      await form.getByRole('button', { name: ui.save, exact: true }).click();
      await expect(row(label)).toBeVisible();
    },
    expectNotLearnt: async (label: string) => {
      await expect(row(label).getByRole('switch')).not.toBeChecked();
      await expect(row(label)).toContainText(fields.why.protected);
    },
    remove: (label: string) =>
      row(label)
        .getByRole('button', { name: fields.remove(label), exact: true })
        .click(),
    expectGone: (label: string) => expect(row(label)).toHaveCount(0),
    expectThere: (label: string) => expect(row(label)).toBeVisible(),
  };
};
