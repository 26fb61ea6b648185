import type { Activity } from '#core/customers/activity.ts';
import type { Customer } from '#core/customers/customer.ts';
import { dayMs, dayOfInstant } from '#core/day-number.ts';
import type { Order } from '#core/sales/order.ts';
import type { Random } from '#core/seeded-random.ts';
import { initialSettings } from '#core/settings.ts';
import { months } from './behaviour.ts';
import { nextSteps, visitNotes } from './dealing-words.ts';
import { between, chance, pick, pickWeighted } from './draw.ts';

const types = [
  { type: 'visit', weight: 56, minutes: [20, 60] },
  { type: 'call', weight: 28, minutes: [3, 15] },
  { type: 'email', weight: 6, minutes: undefined },
  { type: 'message', weight: 5, minutes: undefined },
  { type: 'note', weight: 5, minutes: undefined },
] as const;

/** What came of it when no order followed. */
const outcomes = [
  { outcome: 'none', weight: 36 },
  { outcome: 'interested', weight: 20 },
  { outcome: 'followup', weight: 20 },
  { outcome: 'nocontact', weight: 16 },
  { outcome: 'complaint', weight: 6 },
  { outcome: 'lost', weight: 2 },
] as const;

/** Days after which a visit counts as having brought the order. */
const orderWithin = 2;

/** Age at which the log is half as dense as now: writing everything down grew into a habit. */
const habitDays = 45;

/**
 * Days on which something was done, the last one first. The last visit keeps to the rhythm of the
 * class, but for one customer in eight, who waits too long; the gaps before it widen with their age.
 */
const drawDays = (random: Random, customer: Customer, today: number): readonly number[] => {
  const interval = initialSettings.visitRhythm[customer.class ?? 'D'];
  const oldest = Math.max(today - Math.round(months * 30.4), dayOfInstant(customer.createdAt));
  const isLate = chance(random, 0.125);
  const days: number[] = [];
  let day = today - Math.ceil(interval * (isLate ? 1 + random() : 0.95 * random()));
  while (day > oldest && day < today) {
    days.push(day);
    const age = (today - day) / habitDays;
    day -= Math.max(1, Math.round(interval * (0.7 + 0.6 * random()) * (1 + age)));
  }
  return days;
};

/** Nobody is visited before nine or after five, where they are. */
const drawInstant = (random: Random, day: number, isChinese: boolean) =>
  day * dayMs + (isChinese ? 1 : 8) * 3_600_000 + between(random, 0, 31) * 900_000;

const makeActivity = (
  random: Random,
  {
    id,
    startAt,
    isSold,
    language,
  }: {
    readonly id: string;
    readonly startAt: number;
    readonly isSold: boolean;
    readonly language: 'en' | 'zh';
  },
): Omit<Activity, 'customerId'> => {
  const { type, minutes } = pickWeighted(random, types);
  const hasOrder = isSold && (type === 'visit' || type === 'call');
  const outcome =
    type === 'note' ? 'none' : hasOrder ? 'order' : pickWeighted(random, outcomes).outcome;
  const hasNext = (outcome === 'interested' || outcome === 'followup') && chance(random, 0.6);
  return {
    id,
    createdAt: startAt,
    updatedAt: startAt,
    rev: 0,
    type,
    startAt,
    ...(minutes !== undefined && {
      endAt: startAt + between(random, minutes[0], minutes[1]) * 60_000,
    }),
    outcome,
    text: pick(random, visitNotes[outcome][language]),
    ...(hasNext && { nextStep: pick(random, nextSteps[language]) }),
    custom: {},
  };
};

/** What was done with a customer over 24 months, oldest first; an order at hand is its outcome. */
export const makeActivities = (
  random: Random,
  customer: Customer,
  orders: readonly Order[],
  today: number,
): readonly Activity[] => {
  if (customer.doNotContact) return [];
  const orderDays = orders
    .filter(({ kind }) => kind === 'order')
    .map(({ createdAt }) => dayOfInstant(createdAt));
  const isChinese = customer.address?.country === 'CN';
  return [...drawDays(random, customer, today)].reverse().map((day, at) => ({
    ...makeActivity(random, {
      id: `${customer.id}.a${at + 1}`,
      startAt: drawInstant(random, day, isChinese),
      isSold: orderDays.some((sold) => sold >= day && sold <= day + orderWithin),
      language: isChinese ? 'zh' : 'en',
    }),
    customerId: customer.id,
  }));
};
