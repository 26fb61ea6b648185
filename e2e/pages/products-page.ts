import { expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

export type NewProduct = {
  readonly name: string;
  readonly otherName?: string;
  readonly sku: string;
  readonly price: string;
  readonly packSize?: string;
  readonly category?: string;
};

/** The catalogue, and one product. */
export const productsPage = (page: Page, words: Words = en) => {
  const { products } = words;
  const form = page.getByRole('dialog');
  const fill = (label: string, text: string | undefined) =>
    text === undefined
      ? Promise.resolve()
      : form.getByRole('textbox', { name: label, exact: true }).fill(text);
  return {
    open: () => page.goto('./#/products'),
    add: async (product: NewProduct) => {
      await page.getByRole('button', { name: products.add }).first().click();
      await fill(products.name, product.name);
      await fill(products.otherName, product.otherName);
      await fill(products.sku, product.sku);
      await fill(products.price, product.price);
      await fill(products.packSize, product.packSize);
      await fill(products.category, product.category);
      await form.getByRole('button', { name: words.ui.save }).click();
    },
    expectProduct: (name: string) =>
      expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible(),
    expectTaken: (name: string) => expect(form.getByText(products.skuTaken(name))).toBeVisible(),
    cancel: () => form.getByRole('button', { name: words.ui.cancel }).click(),
    search: (text: string) => page.getByRole('searchbox', { name: products.search }).fill(text),
    expectListed: (names: readonly string[]) =>
      expect(page.getByRole('grid', { name: products.list }).getByRole('row')).toContainText(names),
    remove: () => page.getByRole('button', { name: products.remove, exact: true }).click(),
  };
};
