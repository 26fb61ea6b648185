import { pick, seeded } from './seeded.ts';

const goods = [
  ['T-01', 'Green tea, 500 g', 6.4],
  ['C-07', 'Coffee beans, 1 kg', 14.25],
  ['S-12', 'Cane sugar, 2 kg', 3.1],
  ['F-03', 'Paper filters, 100', 2.85],
  ['M-20', 'Oat milk, 6 × 1 l', 9.99],
] as const;

/** Order lines as CSV: each order has a few lines of one customer and one day. */
export const makeOrdersTable = ({
  orders,
  customers,
  seed,
  mostLines = 4,
}: {
  readonly orders: number;
  readonly customers: number;
  readonly seed: number;
  /** An order has one to so many lines. */
  readonly mostLines?: number;
}): { readonly text: string; readonly lines: number } => {
  const random = seeded(seed);
  const lines = ['order,customer,date,sku,product,quantity,price'];
  for (let order = 0; order < orders; order += 1) {
    const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(random() * 600)));
    const customer = `K${1000 + Math.floor(random() * random() * customers)}`;
    const count = 1 + Math.floor(random() * mostLines);
    for (let line = 0; line < count; line += 1) {
      const [sku, product, price] = pick(random, goods);
      const quantity = 1 + Math.floor(random() * 12);
      const date = day.toISOString().slice(0, 10);
      lines.push(`${70_000 + order},${customer},${date},${sku},"${product}",${quantity},${price}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, lines: lines.length - 1 };
};
