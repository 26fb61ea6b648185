import { dayMs, dayText } from '#core/day-number.ts';
import type { Order, OrderLine } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import type { Random } from '#core/seeded-random.ts';
import { activityIn, type Behaviour, basketIn, months } from './behaviour.ts';
import { between, chance, lognormal, pick, poisson } from './draw.ts';

const daysPerMonth = 30.4375;
export type Shop = {
  readonly products: readonly Product[];
  readonly currency: string;
  /** Minor units in a major one, as a power of ten. */
  readonly digits: number;
  /** Mean price level against the euro's, so that baskets mean the same in every currency. */
  readonly priceLevel: number;
};

type Buyer = {
  readonly id: string;
  readonly behaviour: Behaviour;
  /** Products bought again and again. */
  readonly favourites: readonly Product[];
};

/** The usual products of a buyer: a few of few categories, so that what goes together shows. */
export const drawFavourites = (
  random: Random,
  products: readonly Product[],
): readonly Product[] => {
  const categories = [...new Set(products.map(({ category }) => category))];
  const chosen = [pick(random, categories), pick(random, categories)];
  const near = products.filter(({ category }) => chosen.includes(category));
  return Array.from({ length: between(random, 3, 8) }, () => pick(random, near));
};

const makeLine = (random: Random, shop: Shop, product: Product, value: number): OrderLine => {
  const unitPrice = product.price ?? 1;
  const quantity = Math.max(1, Math.round(value / unitPrice));
  const discount = chance(random, 0.12) ? pick(random, [0.05, 0.1, 0.15]) : undefined;
  const total = quantity * unitPrice * (1 - (discount ?? 0)) * 10 ** shop.digits;
  return {
    productId: product.id,
    quantity,
    unitPrice,
    ...(discount !== undefined && { discount }),
    totalMinor: Math.round(total),
  };
};

const makeLines = (random: Random, shop: Shop, buyer: Buyer, value: number): OrderLine[] => {
  const chosen = new Set<Product>();
  const count = between(random, 1, 5);
  for (let line = 0; line < count; line += 1)
    chosen.add(pick(random, chance(random, 0.75) ? buyer.favourites : shop.products));
  return [...chosen].map((product) => makeLine(random, shop, product, value / chosen.size));
};

const drawDays = (random: Random, behaviour: Behaviour, today: number): readonly number[] => {
  const days: number[] = [];
  const start = today - Math.round(months * daysPerMonth) + 1;
  for (let month = 0; month < months; month += 1) {
    const count = poisson(random, behaviour.rate * activityIn(month, behaviour));
    for (let turn = 0; turn < count; turn += 1)
      days.push(Math.min(today, start + Math.floor((month + random()) * daysPerMonth)));
  }
  return days.sort((a, b) => a - b);
};

const monthOf = (day: number, today: number) =>
  Math.max(0, months - 1 - Math.floor((today - day) / daysPerMonth));

/** All orders of one customer over 24 months, oldest first; about one in sixty comes back in part. */
export const makeOrders = (
  random: Random,
  shop: Shop,
  buyer: Buyer,
  today: number,
): readonly Order[] => {
  const { behaviour } = buyer;
  const orders: Order[] = [];
  const add = (kind: Order['kind'], day: number, lines: OrderLine[]) => {
    const at = day * dayMs;
    const number = orders.length + 1;
    orders.push({
      id: `${buyer.id}.o${number}`,
      createdAt: at,
      updatedAt: at,
      rev: 0,
      customerId: buyer.id,
      kind,
      number: `${buyer.id.slice(buyer.id.lastIndexOf('.') + 1).toUpperCase()}-${number}`,
      date: dayText(day),
      status: today - day < 4 && kind === 'order' ? 'open' : 'done',
      currency: shop.currency,
      totalMinor: lines.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      lines,
      custom: {},
    });
  };
  for (const day of drawDays(random, behaviour, today)) {
    const times = basketIn(monthOf(day, today), behaviour) * lognormal(random, 0.4);
    const lines = makeLines(random, shop, buyer, behaviour.basket * times * shop.priceLevel);
    add('order', day, lines);
    const [line] = lines;
    if (line !== undefined && chance(random, 1 / 60) && day + 10 <= today)
      add('return', day + between(random, 2, 10), [
        { ...line, quantity: -line.quantity, totalMinor: -line.totalMinor },
      ]);
  }
  return orders;
};
