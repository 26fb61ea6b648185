import type { Customer, CustomerClass, Lifecycle } from '#core/customers/customer.ts';
import { dayMs } from '#core/day-number.ts';
import type { Random } from '#core/seeded-random.ts';
import type { Behaviour } from './behaviour.ts';
import { between, chance, pick, pickWeighted } from './draw.ts';
import { makeFields } from './make-fields.ts';
import { businessName, personName } from './make-name.ts';
import { regions, streets } from './regions.ts';
import { trades } from './words.ts';

const tags = ['key account', 'trade fair', 'referral', 'samples sent', 'price list 2'] as const;

/** Class by the value of a usual year, in major units before the currency's price level. */
const classOf = ({ rate, basket }: Behaviour): CustomerClass => {
  const year = rate * 12 * basket;
  if (year >= 5_000) return 'A';
  if (year >= 1_800) return 'B';
  return year >= 600 ? 'C' : 'D';
};

/** Silence since the last order, in days, after which a customer counts as lapsed, then as lost. */
const lifecycleOf = (random: Random, silence: number | undefined): Lifecycle => {
  if (silence === undefined) return chance(random, 0.5) ? 'lead' : 'prospect';
  if (silence <= 150) return 'active';
  return silence <= 330 ? 'lapsed' : 'lost';
};

const placeOf = (random: Random) => {
  const region = pickWeighted(random, regions);
  const [city, latitude, longitude] = pick(random, region.cities);
  const near = (degrees: number) =>
    Math.round((degrees + (random() - 0.5) * 0.18) * 10_000) / 10_000;
  const street = pick(random, streets[region.country]);
  const house = between(random, 1, 180);
  const isBefore = region.country === 'GB' || region.country === 'IE' || region.country === 'FR';
  const chinese = region.country === 'CN' ? `${street}${house}号` : `${street} ${house}`;
  return {
    region,
    city,
    address: { street: isBefore ? `${house} ${street}` : chinese, city, country: region.country },
    position: { latitude: near(latitude), longitude: near(longitude) },
  };
};

/**
 * Five digits no other customer of the demo has: drawn, every fortieth would share them with somebody.
 * The draw is still made, so that all else of the demo stays as it is.
 */
const phoneDigits = (random: Random, place: number): string => {
  random();
  return String((place * 7919 + 3571) % 100_000).padStart(5, '0');
};

/** One invented customer. `firstDay` and `lastDay` of its orders are days since 1970. */
export const makeCustomer = (input: {
  readonly random: Random;
  readonly id: string;
  readonly place: number;
  readonly behaviour: Behaviour;
  readonly isPerson: boolean;
  readonly firstDay: number | undefined;
  readonly lastDay: number | undefined;
  readonly today: number;
}): Customer => {
  const { random, id, place, behaviour, isPerson, firstDay, lastDay, today } = input;
  const { region, city, address, position } = placeOf(random);
  const trade = pick(random, trades);
  const names = isPerson
    ? personName(random, region.country)
    : businessName(random, region.country, trade, city);
  const since = (firstDay ?? today - between(random, 1, 90)) * dayMs;
  const mailbox = isPerson ? `person${place + 1}` : `orders${place + 1}`;
  return {
    id,
    createdAt: since,
    updatedAt: since,
    rev: 0,
    kind: isPerson ? 'person' : 'business',
    ...names,
    lifecycle: lifecycleOf(random, lastDay === undefined ? undefined : today - lastDay),
    class: classOf(behaviour),
    ...(!isPerson && { industry: trade.industry }),
    phones: [region.phone + phoneDigits(random, place)],
    emails: chance(random, 0.8) ? [`${mailbox}@rapport-demo.example`] : [],
    address,
    position,
    tags: chance(random, 0.22) ? [pick(random, tags)] : [],
    doNotContact: chance(random, 0.015),
    ...(chance(random, 0.01) && { profiling: 'denied' as const }),
    custom: makeFields(random, behaviour, isPerson, today),
  };
};
