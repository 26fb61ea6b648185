import type { Customer } from '#core/customers/customer.ts';
import type { Address } from '#core/record.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import type { Settings } from '#core/settings.ts';
import type { Words } from '#i18n/en.ts';
import type { Format } from '#i18n/make-format.ts';
import type { Paper, PaperColumn } from '#ui/paper/paper.ts';
import { sayCustomer } from './say-customer.ts';
import { sayTotals } from './say-totals.ts';

export type PaperSource = {
  readonly order: Order;
  readonly customer: Customer | undefined;
  readonly settings: Settings;
  readonly productOf: (id: string) => Product | undefined;
};

/** An address as an envelope has it: Chinese from the large to the small, all others the other way. */
export const addressLines = (address: Address | undefined, locale: string): string[] => {
  const { street = '', city = '', region = '', postcode = '', country = '' } = address ?? {};
  const lines = locale.startsWith('zh')
    ? [[country, region === city ? '' : region, city].join(''), [postcode, street].join(' ')]
    : [street, [postcode, city].join(' '), [region, country].filter(Boolean).join(', ')];
  return lines.map((line) => line.trim()).filter(Boolean);
};

const columnsOf = (words: Words, hasDiscount: boolean, hasTax: boolean): PaperColumn[] => {
  const { orders } = words;
  const all: readonly (readonly [string, number, boolean, boolean])[] = [
    [orders.position, 0.06, true, true],
    [orders.sku, 0.15, false, true],
    [orders.product, 0.31, false, true],
    [orders.quantity, 0.12, true, true],
    [orders.price, 0.12, true, true],
    [orders.discount, 0.09, true, hasDiscount],
    [orders.tax, 0.08, true, hasTax],
    [orders.amount, 0.16, true, true],
  ];
  const shown = all.filter(([, , , isShown]) => isShown);
  const sum = shown.reduce((width, column) => width + column[1], 0);
  return shown.map(([name, width, isNumber]) => ({ name, width: width / sum, isNumber }));
};

const rowsOf = (
  { order, productOf }: PaperSource,
  words: Words,
  format: Format,
  hasDiscount: boolean,
  hasTax: boolean,
): string[][] =>
  order.lines.map((line, at) => {
    const product = productOf(line.productId);
    const names = [product?.name ?? words.orders.unknownProduct, product?.altName];
    return [
      String(at + 1),
      product?.sku ?? '',
      names.filter(Boolean).join('\n'),
      [format.number(line.quantity), product?.unit].filter(Boolean).join(' '),
      format.price(line.unitPrice, order.currency),
      ...(hasDiscount ? [line.discount ? format.share(line.discount) : ''] : []),
      ...(hasTax ? [format.share(line.tax ?? 0)] : []),
      format.money(line.totalMinor, order.currency),
    ];
  });

const present = (...texts: readonly (string | undefined)[]): string[] =>
  texts.map((text) => text?.trim() ?? '').filter((text) => text !== '');

/** Who sells: the company with its address and tax number, or the rep alone. */
const senderOf = (settings: Settings, words: Words): string[] => {
  const { companyName, companyAddress = '', taxNumber, repName, repPhone, repEmail } = settings;
  const tax = present(taxNumber).map((number) => `${words.orders.taxNumber} ${number}`);
  return present(companyName).length > 0
    ? [...present(companyName, ...companyAddress.split('\n')), ...tax]
    : [...present(repName, repPhone, repEmail), ...tax];
};

/** What stands under the title: the date, and whom to ask. */
const factsOf = (order: Order, settings: Settings, words: Words, format: Format) => {
  const { companyName, repName, repPhone, repEmail } = settings;
  const contact = present(companyName).length === 0 ? [] : present(repName, repPhone, repEmail);
  return [
    [words.orders.date, format.day(order.date)],
    ...(contact.length === 0 ? [] : [[words.orders.contact, contact.join(', ')]]),
  ] as [string, string][];
};

/** Puts an order into words for paper, in one language. */
export const writePaper = (source: PaperSource, words: Words, format: Format): Paper => {
  const { order, customer, settings } = source;
  const { orders } = words;
  const hasDiscount = order.lines.some(({ discount = 0 }) => discount > 0);
  const hasTax = order.lines.some(({ tax = 0 }) => tax > 0);
  const title = orders.named(orders.kinds[order.kind], order.number);
  return {
    title,
    sender: senderOf(settings, words),
    receiver: [sayCustomer(customer, words), ...addressLines(customer?.address, format.locale)],
    facts: factsOf(order, settings, words, format),
    columns: columnsOf(words, hasDiscount, hasTax),
    rows: rowsOf(source, words, format, hasDiscount, hasTax),
    totals: sayTotals(order, words, format),
    note: order.note ?? '',
    page: orders.page,
    locale: format.locale,
    fileName: title.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '-').replace(/\s+/gu, ' '),
  };
};
