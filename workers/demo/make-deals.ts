import type { Customer } from '#core/customers/customer.ts';
import { dayMs, dayText } from '#core/day-number.ts';
import { type Deal, dealStages } from '#core/sales/deal.ts';
import type { Order } from '#core/sales/order.ts';
import type { Random } from '#core/seeded-random.ts';
import { dealNames, lostReasons, zhCategories } from './dealing-words.ts';
import { between, chance, pick, pickWeighted } from './draw.ts';
import type { Shop } from './make-orders.ts';

/** Where a deal stands, and how many days ago it may have come there. */
const standings = [
  { stage: 'prospecting', weight: 22, ago: 60 },
  { stage: 'qualified', weight: 18, ago: 50 },
  { stage: 'proposal', weight: 15, ago: 40 },
  { stage: 'negotiation', weight: 9, ago: 30 },
  { stage: 'won', weight: 20, ago: 400 },
  { stage: 'lost', weight: 16, ago: 400 },
] as const;

const dealShare = 0.135;

/** The stages a deal went through, the days it came into them, oldest first. */
const drawHistory = (
  random: Random,
  stage: Deal['stage'],
  lastDay: number,
): readonly { stage: Deal['stage']; at: number }[] => {
  const open = dealStages.indexOf(stage);
  const passed =
    stage === 'lost' ? between(random, 1, 4) : stage === 'won' ? between(random, 2, 4) : open;
  const history = [{ stage, at: lastDay * dayMs + 9 * 3_600_000 }];
  let day = lastDay;
  for (let at = passed - 1; at >= 0; at -= 1) {
    day -= between(random, 4, 30);
    history.unshift({ stage: dealStages[at] ?? stage, at: day * dayMs + 9 * 3_600_000 });
  }
  return history;
};

/** Some usual orders of this customer together, to the next fifty. */
const drawAmount = (random: Random, shop: Shop, orders: readonly Order[]): number => {
  const unit = 50 * 10 ** shop.digits * shop.priceLevel;
  const sum = orders.reduce((total, { totalMinor }) => total + totalMinor, 0);
  const usual = orders.length === 0 ? 5 * unit : sum / orders.length;
  return Math.max(1, Math.round((usual * between(random, 3, 14)) / unit)) * unit;
};

/** The sale in the making with a customer, or one that ended: for most, none. */
export const makeDeals = (
  random: Random,
  shop: Shop,
  { customer, orders }: { readonly customer: Customer; readonly orders: readonly Order[] },
  today: number,
): readonly Deal[] => {
  if (!chance(random, dealShare) || customer.doNotContact) return [];
  const language = customer.address?.country === 'CN' ? 'zh' : 'en';
  const { stage, ago } = pickWeighted(random, standings);
  const stageHistory = [...drawHistory(random, stage, today - between(random, 1, ago))];
  const since = stageHistory.at(-1)?.at ?? 0;
  const isOpen = stage !== 'won' && stage !== 'lost';
  const product = pick(random, shop.products);
  const category = product.category ?? '';
  const near = shop.products.filter((other) => other.category === category);
  const products = new Set([
    product,
    ...Array.from({ length: between(random, 0, 2) }, () => pick(random, near)),
  ]);
  const hasClose = !isOpen || chance(random, 0.9);
  const closeDay = isOpen ? today + between(random, -12, 110) : Math.floor(since / dayMs);
  const name = pick(random, dealNames[language]);
  return [
    {
      id: `${customer.id}.d1`,
      createdAt: stageHistory[0]?.at ?? since,
      updatedAt: since,
      rev: 0,
      // One met at a fair has no customer yet.
      ...(chance(random, 0.97) && { customerId: customer.id }),
      name: name.replace('{}', language === 'zh' ? (zhCategories[category] ?? category) : category),
      ...(chance(random, 0.96) && {
        amount: { amountMinor: drawAmount(random, shop, orders), currency: shop.currency },
      }),
      stage,
      ...(hasClose && { expectedClose: dayText(closeDay) }),
      ...(stage === 'lost' && { lostReason: pick(random, lostReasons[language]) }),
      productIds: [...products].map(({ id }) => id),
      stageHistory,
      custom: {},
    },
  ];
};
