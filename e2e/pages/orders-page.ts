import { type Download, expect, type Page } from '@playwright/test';
import { en, type Words } from '#i18n/en.ts';

/** Orders: their list, the editor, one order. */
export const ordersPage = (page: Page, words: Words = en) => {
  const { orders } = words;
  const catalogue = page.getByRole('region', { name: orders.catalogue });
  const cart = page.getByRole('region', { name: orders.cart, exact: true });
  const field = (label: string) => cart.getByRole('textbox', { name: label, exact: true });
  const lineOf = (product: string) =>
    cart
      .getByRole('list', { name: orders.lines })
      .getByRole('listitem')
      .filter({ hasText: product });
  /** In portrait the two are steps; in landscape both are there. */
  const show = async (part: 'catalogue' | 'cart') => {
    const target = part === 'cart' ? cart : catalogue;
    const name = part === 'cart' ? /^(Cart|购物车)/u : orders.catalogue;
    const step = page.getByRole('group', { name: orders.step }).getByRole('button', { name });
    // Whichever of the two the shape of the screen brings.
    await expect(target.or(step).first()).toBeVisible();
    if (await target.isVisible()) return;
    await step.click();
    await expect(target).toBeVisible();
  };
  const main = page.getByRole('main');
  const press = (name: string) => main.getByRole('button', { name, exact: true }).click();
  return {
    open: () => page.goto('./#/orders'),
    start: () => main.getByRole('link', { name: orders.add }).first().click(),
    /** Order, quote or return, above the cart. */
    makeIt: (kind: 'order' | 'quote' | 'return') =>
      page
        .getByRole('group', { name: orders.kind })
        .getByRole('button', { name: orders.kinds[kind] })
        .click(),
    chooseCustomer: (name: string) =>
      page.getByRole('list', { name: orders.whoFor }).getByRole('button', { name }).click(),
    tap: async (product: string, times = 1) => {
      await show('catalogue');
      for (let tap = 0; tap < times; tap += 1)
        await catalogue.getByRole('button', { name: orders.addOne(product) }).click();
    },
    showCart: () => show('cart'),
    write: async (product: string, label: string, text: string) => {
      await lineOf(product).getByRole('textbox', { name: label, exact: true }).fill(text);
    },
    expectQuantity: (product: string, quantity: string) =>
      expect(
        lineOf(product).getByRole('textbox', { name: orders.quantity, exact: true }),
      ).toHaveValue(quantity),
    expectWord: (text: string) => expect(cart.getByText(text)).toBeVisible(),
    roundTo: (quantity: string) =>
      cart.getByRole('button', { name: orders.makeIt(quantity) }).click(),
    discountAll: (percent: string) => field(orders.wholeDiscount).fill(percent),
    giveReason: (text: string) => field(orders.reason).fill(text),
    expectReasonAsked: () => expect(cart.getByText(orders.reasonNeeded)).toBeVisible(),
    expectDraftKept: () => expect(cart.getByText(orders.draftKept)).toBeVisible(),
    repeatLast: async () => {
      await show('cart');
      await cart.getByRole('button', { name: /^(Repeat the last|重复上次)/u }).click();
    },
    save: async (kind: 'order' | 'quote' | 'return') => {
      await show('cart');
      await press(orders.saveKind[kind]);
    },
    expectOrder: (name: string) =>
      expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible(),
    /** The sum with this name on the page, such as "Total". */
    expectSum: (name: string, amount: string) =>
      expect(
        main
          .getByRole('definition')
          .filter({ hasText: amount })
          .and(main.locator('dt').filter({ hasText: name }).locator('..').getByRole('definition'))
          .first(),
      ).toBeVisible(),
    toOrder: () => press(orders.toOrder),
    takeBack: () => main.getByRole('link', { name: orders.takeBack, exact: true }).click(),
    downloadPdf: async (): Promise<Download> => {
      const download = page.waitForEvent('download');
      await press(orders.pdf);
      return download;
    },
    narrow: (status: string) =>
      page
        .getByRole('group', { name: orders.status })
        .getByRole('button', { name: status })
        .click(),
    expectListed: (count: number) =>
      expect(page.getByRole('grid', { name: orders.list }).getByRole('row')).toHaveCount(count),
  };
};
