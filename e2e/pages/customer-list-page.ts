import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';
import { choose } from './choose.ts';

/** Finding, keeping, ordering and changing customers in their list. */
export const customerListPage = (page: Page, words: Words = en) => {
  const { customers, ui, shell } = words;
  const section = page.getByRole('region', { name: customers.title, exact: true });
  const grid = page.getByRole('grid', { name: customers.list });
  const dialog = page.getByRole('dialog');
  const press = (name: string) => section.getByRole('button', { name, exact: true }).click();
  const pressInDialog = (name: string) => dialog.getByRole('button', { name, exact: true }).click();
  const bar = page.getByRole('region', { name: customers.selection });
  return {
    search: (text: string) => page.getByRole('searchbox', { name: shell.search }).fill(text),
    expectFirst: (name: string) => expect(grid.getByRole('row').first()).toContainText(name),
    openFilter: () => press(customers.filter),
    /** One condition of ticks: a column and its values. */
    tick: async (column: string, values: readonly string[]) => {
      await choose(page, customers.filterColumn, column);
      for (const value of values) await dialog.getByText(new RegExp(`^${value} \\(`, 'u')).click();
    },
    /** One condition with a number. */
    atLeast: async (column: string, value: string) => {
      await choose(page, customers.filterColumn, column);
      await dialog.getByRole('textbox', { name: customers.filterValue }).fill(value);
    },
    useFilter: () => pressInDialog(customers.useFilter),
    removeFilter: (text: string) => press(customers.removeFilter(text)),
    sortBy: async (column: string) => {
      await section.getByRole('button', { name: new RegExp(customers.sort, 'u') }).click();
      await page.getByRole('option', { name: column, exact: true }).click();
    },
    turnRound: () => press(customers.ascending),
    openViews: () => press(customers.views),
    keepView: async (name: string) => {
      await dialog.getByRole('textbox', { name: customers.viewName }).fill(name);
      await pressInDialog(customers.saveView);
      await expect(dialog.getByRole('button', { name, exact: true })).toBeVisible();
    },
    renameView: async (from: string, to: string) => {
      await pressInDialog(customers.renameView(from));
      await dialog.getByRole('listitem').getByRole('textbox').fill(to);
      await pressInDialog(ui.save);
    },
    pickView: (name: string) => pressInDialog(name),
    close: () => pressInDialog(ui.close),
    select: () => press(customers.select),
    selectAll: (count: string) =>
      bar.getByRole('button', { name: customers.selectAll(count), exact: true }).click(),
    expectSelected: (count: number) =>
      expect(bar.getByRole('status')).toHaveText(customers.selected(count)),
    addTag: async (tag: string) => {
      await bar.getByRole('button', { name: customers.change, exact: true }).click();
      await choose(page, customers.whatToChange, customers.addTag);
      await dialog.getByRole('textbox', { name: customers.tag }).fill(tag);
    },
    expectPreview: async (changed: number, same: number, line: string) => {
      await expect(dialog.getByRole('status')).toHaveText(customers.willChange(changed, same));
      await expect(dialog.getByRole('listitem').first()).toContainText(line);
    },
    changeNow: async (count: number) => {
      await pressInDialog(customers.changeNow(count));
      await expect(dialog).toHaveCount(0, { timeout: 20_000 });
    },
    expectNoValues: () => expect(dialog.getByText(customers.noValues)).toBeVisible(),
    goToNext: () => page.getByRole('link', { name: customers.next }).click(),
    expectPlace: (place: string, count: string) =>
      expect(page.getByRole('navigation', { name: customers.neighbours })).toContainText(
        customers.placeOf(place, count),
      ),
  };
};
