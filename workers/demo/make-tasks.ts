import type { Customer } from '#core/customers/customer.ts';
import type { Task } from '#core/customers/task.ts';
import { dayMs } from '#core/day-number.ts';
import type { Random } from '#core/seeded-random.ts';
import { taskTitles } from './dealing-words.ts';
import { between, chance, pick, pickWeighted } from './draw.ts';

/** First and last day it is due, from today. */
const dues = [
  { from: -14, to: -1, weight: 20 },
  { from: 0, to: 0, weight: 14 },
  { from: 1, to: 7, weight: 30 },
  { from: 8, to: 45, weight: 26 },
] as const;

const types = ['visit', 'call', 'call', 'email', 'other'] as const;

/** Customers with something to do for. */
const busyShare = 0.05;

/** Six o'clock UTC is the same day from New York to Shanghai. */
const dueHour = 6 * 3_600_000;

/** What is to be done for a customer: for most, nothing. */
export const makeTasks = (random: Random, customer: Customer, today: number): readonly Task[] => {
  if (!chance(random, busyShare) || customer.doNotContact) return [];
  const type = pick(random, types);
  const { from, to } = pickWeighted(random, dues);
  const isDone = chance(random, 0.1);
  const madeAt = (today + Math.min(0, from) - between(random, 1, 20)) * dayMs;
  const hasDay = type !== 'other' || chance(random, 0.7);
  return [
    {
      id: `${customer.id}.t1`,
      createdAt: madeAt,
      updatedAt: madeAt,
      rev: 0,
      customerId: customer.id,
      title: pick(random, taskTitles[type][customer.address?.country === 'CN' ? 'zh' : 'en']),
      type,
      ...(hasDay && { dueAt: (today + between(random, from, to)) * dayMs + dueHour }),
      status: isDone ? 'done' : 'open',
      ...(hasDay && chance(random, 0.06) && { recurrence: 'FREQ=MONTHLY' }),
      custom: {},
    },
  ];
};
