import { pick, seeded } from './seeded.ts';

const goods = [
  ['T-01', 'Green tea', 6.4],
  ['C-07', 'Coffee beans', 14.25],
  ['S-12', 'Cane sugar', 3.1],
] as const;

/** Days the book covers, from the first of 2025. */
const days = 420;

/**
 * Orders of customers who each have a rhythm of their own, one line an order; every third has left on
 * some day. Whoever still buys is told from whoever does not by the days since the last order.
 */
export const makeRhythmTable = ({
  customers,
  seed,
}: {
  readonly customers: number;
  readonly seed: number;
}): Buffer => {
  const random = seeded(seed);
  const lines = ['order,customer,date,sku,product,quantity,price'];
  for (let customer = 0; customer < customers; customer += 1) {
    const gap = 10 + random() * 45;
    const end = customer % 3 === 0 ? 100 + random() * (days - 100) : days;
    for (let day = random() * gap; day < end; day += gap * (0.5 + random())) {
      const [sku, product, price] = pick(random, goods);
      const date = new Date(Date.UTC(2025, 0, 1 + Math.floor(day))).toISOString().slice(0, 10);
      const order = 70_000 + lines.length;
      lines.push(`${order},K${1000 + customer},${date},${sku},"${product}",2,${price}`);
    }
  }
  return Buffer.from(`${lines.join('\n')}\n`);
};
