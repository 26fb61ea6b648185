import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { dayOfInstant } from '#core/day-number.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import { mixSeed, seededRandom } from '#core/seeded-random.ts';
import { drawBehaviour, type Pattern } from './behaviour.ts';
import { makeCatalogue, priceLevelOf } from './catalogue.ts';
import { chance } from './draw.ts';
import { makeCustomer } from './make-customer.ts';
import { type Dealings, makeDealings } from './make-dealings.ts';
import { makeFieldDefinitions } from './make-fields.ts';
import { drawFavourites, makeOrders, type Shop } from './make-orders.ts';

export type DemoPlan = {
  /** Prefix of every id. */
  readonly importId: string;
  readonly customers: number;
  readonly seed: number;
  /** Instant; the last orders are of its UTC day. */
  readonly now: number;
  /** ISO 4217 */
  readonly currency: string;
};

export type DemoCustomer = {
  /** Without `ord`: places are given when it is written. */
  readonly customer: Customer;
  readonly orders: readonly Order[];
  /** The planted truth, for tests alone. */
  readonly pattern: Pattern;
};

export type Demo = {
  readonly products: readonly Product[];
  readonly fieldDefinitions: readonly FieldDefinition[];
  /** Customer `index` with its orders; the same for every number of customers asked for. */
  readonly customerAt: (index: number) => DemoCustomer;
  /** Contacts, activities, tasks, deals and consents of customer `index`, made from it. */
  readonly dealingsOf: (index: number, made: Omit<DemoCustomer, 'pattern'>) => Dealings;
};

const minorDigits = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** Private people among the customers. */
const personShare = 0.14;

/**
 * Invented customers with 24 months of orders ending on the day of `now`, from a seed: equal plans
 * give equal data. Customers are made one by one, so 100,000 of them need no memory.
 */
export const generateDemo = (plan: DemoPlan): Demo => {
  const { importId, seed, now, currency } = plan;
  const today = dayOfInstant(now);
  const products = makeCatalogue(importId, currency, now);
  const shop: Shop = {
    products,
    currency,
    digits: minorDigits(currency),
    priceLevel: priceLevelOf(currency),
  };
  const customerAt = (index: number): DemoCustomer => {
    const random = seededRandom(mixSeed(seed, index));
    const id = `${importId}.c${index + 1}`;
    const isPerson = chance(random, personShare);
    const behaviour = drawBehaviour(random, isPerson);
    const favourites = drawFavourites(random, products);
    const orders = makeOrders(random, shop, { id, behaviour, favourites }, today);
    const bought = orders.filter(({ kind }) => kind === 'order');
    const dayOf = (order: Order | undefined) =>
      order === undefined ? undefined : dayOfInstant(order.createdAt);
    const [firstDay, lastDay] = [dayOf(bought[0]), dayOf(bought.at(-1))];
    const place = { random, id, place: index, behaviour, isPerson, firstDay, lastDay, today };
    return { customer: makeCustomer(place), orders, pattern: behaviour.pattern };
  };
  const dealingsOf: Demo['dealingsOf'] = (index, made) =>
    makeDealings(shop, made, { seed: mixSeed(~seed, index), today });
  const fieldDefinitions = makeFieldDefinitions(importId, now);
  return { products, fieldDefinitions, customerAt, dealingsOf };
};
