import type { Order } from '#core/sales/order.ts';
import { totalOrder } from '#core/sales/order-totals.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import type { PaperSum } from '#ui/paper/paper.ts';

/** The sums of an order in words, from goods to total; what is nothing is left out. */
export const sayTotals = (order: Order, words: Words, format: Format): readonly PaperSum[] => {
  const { orders } = words;
  const totals = totalOrder(order);
  const money = (minor: number) => format.money(minor, order.currency);
  const said = (name: string, minor: number, isTotal = false) => ({
    name,
    value: money(minor),
    isTotal,
  });
  const taxes = totals.taxes.filter(({ rate }) => rate > 0);
  return [
    ...(totals.discountMinor === 0
      ? []
      : [said(orders.goods, totals.goodsMinor), said(orders.discounts, -totals.discountMinor)]),
    ...(taxes.length === 0 ? [] : [said(orders.net, totals.netMinor)]),
    ...taxes.map(({ rate, netMinor, taxMinor }) =>
      said(orders.taxOf(format.share(rate), money(netMinor)), taxMinor),
    ),
    said(orders.total, totals.grossMinor, true),
  ];
};
