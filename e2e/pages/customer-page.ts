import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** The form of a customer, and the page of one. */
export const customerPage = (page: Page, words: Words = en) => {
  const { customers, customerForm, customerPage: own, customerMore: more, ui } = words;
  const form = page.getByRole('dialog');
  const card = (name: string) => page.getByRole('region', { name, exact: true });
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const pickFile = async (
    button: string,
    file: { name: string; mimeType: string; buffer: Buffer },
  ) => {
    const asked = page.waitForEvent('filechooser');
    await card(more.files).getByRole('button', { name: button, exact: true }).click();
    await (await asked).setFiles(file);
  };
  return {
    openNew: () => page.goto('./#/customers?new=1'),
    type: async (values: { name?: string; phone?: string }) => {
      if (values.name !== undefined)
        await form.getByRole('textbox', { name: customers.name, exact: true }).fill(values.name);
      if (values.phone !== undefined)
        await form.getByRole('textbox', { name: customers.phone, exact: true }).fill(values.phone);
    },
    save: async () => {
      await form.getByRole('button', { name: ui.save, exact: true }).click();
      await expect(form).toHaveCount(0);
    },
    cancel: () => form.getByRole('button', { name: ui.cancel, exact: true }).click(),
    expectName: (name: string) =>
      expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible(),
    /** Warned while typing: who, and why. */
    expectDuplicate: async (name: string, why: string) => {
      await expect(form.locator('[data-duplicates]')).toContainText(name);
      await expect(form.locator('[data-duplicates]')).toContainText(why);
    },
    openDuplicate: () => form.getByRole('button', { name: customerForm.open }).first().click(),
    expectResumed: () => expect(form.getByText(customerForm.resumed)).toBeVisible(),
    edit: () => press(customers.edit),
    remove: () => press(customers.remove),
    chooseInForm: (label: string, choice: string) => choose(page, label, choice),
    addTag: async (tag: string) => {
      await form.getByRole('textbox', { name: customers.tags }).fill(tag);
      await form.getByRole('button', { name: customerForm.addTag(tag) }).click();
    },
    addContact: async (name: string, phone: string, role: string) => {
      await press(own.addContact);
      await form.getByRole('textbox', { name: customers.name, exact: true }).fill(name);
      await form.getByRole('textbox', { name: customers.phone, exact: true }).fill(phone);
      await choose(page, own.role, role);
      await form.getByRole('button', { name: ui.save, exact: true }).click();
      await expect(card(own.contacts).getByRole('link', { name: own.call(name) })).toBeVisible();
    },
    addNote: async (text: string) => {
      await card(own.timeline).getByRole('textbox', { name: own.note }).fill(text);
      await press(own.addNote);
      await expect(card(own.timeline).getByText(text)).toBeVisible();
    },
    addTask: async (title: string) => {
      await press(own.newTask);
      await form.getByRole('textbox', { name: own.task }).fill(title);
      await form.getByRole('button', { name: ui.save, exact: true }).click();
      await expect(card(own.tasks).getByText(title)).toBeVisible();
    },
    tickTask: (title: string) =>
      card(own.tasks)
        .getByRole('checkbox', { name: own.tick(title) })
        .press('Space'),
    expectHappened: (text: string) => expect(card(own.timeline).getByText(text)).toBeVisible(),
    addPhoto: (name: string, mimeType: string, buffer: Buffer) =>
      pickFile(more.addPhoto, { name, mimeType, buffer }),
    attachFile: (name: string, mimeType: string, buffer: Buffer) =>
      pickFile(more.addFile, { name, mimeType, buffer }),
    picture: (name: string) => card(more.files).getByRole('img', { name, exact: true }),
    expectField: (name: string, value: string) =>
      expect(
        page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::*[1]'),
      ).toHaveText(value),
    /** Nothing is known beyond the fields every customer has. */
    expectNoOwnFields: () => expect(card(customers.ownFields)).toHaveCount(0),
    /** Why the score is what it is: at least one value stands out. */
    showReasons: async () => {
      await press(words.reasons.why);
      await expect(page.locator('[data-reasons] li').first()).toBeVisible({ timeout: 20_000 });
    },
    /** The five most like it, each with its answer. */
    expectSimilar: async () => {
      const listed = page.getByRole('list', { name: words.similar.title }).getByRole('link');
      await expect(listed).toHaveCount(5, { timeout: 20_000 });
    },
    openWhatIf: () => page.getByText(words.reasons.whatIf, { exact: true }).click(),
    /** Types another number into the first field of "what if"; the score said after it. */
    tryNumber: async (label: string, value: string): Promise<string> => {
      await page.getByRole('textbox', { name: label, exact: true }).fill(value);
      const said = page.locator('[data-what-if]');
      await expect(said).not.toContainText(words.reasons.unchanged);
      return (await said.textContent()) ?? '';
    },
    showHistory: () => press(more.historyShow),
    expectChange: async (field: string, value: string) => {
      const newest = card(more.history).getByRole('listitem').first();
      await expect(newest).toContainText(field);
      await expect(newest).toContainText(value);
    },
    /** The newest state before the one there is. */
    restoreFirst: () =>
      card(more.history).getByRole('button', { name: more.restore, exact: true }).first().click(),
  };
};
