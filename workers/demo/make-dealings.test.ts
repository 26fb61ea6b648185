import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { activitySchema } from '#core/customers/activity.ts';
import { consentSchema } from '#core/customers/consent.ts';
import { contactSchema } from '#core/customers/contact.ts';
import { taskSchema } from '#core/customers/task.ts';
import { dayMs, dayOfInstant } from '#core/day-number.ts';
import { dealSchema, dealStages } from '#core/sales/deal.ts';
import { initialSettings } from '#core/settings.ts';
import { generateDemo } from './generate.ts';

const now = Date.UTC(2025, 8, 15, 10);
const plan = { importId: 'demo-1', customers: 2_000, seed: 1, now, currency: 'EUR' };
const demo = generateDemo(plan);
const made = Array.from({ length: plan.customers }, (_, index) => {
  const one = demo.customerAt(index);
  return { ...one, ...demo.dealingsOf(index, one) };
});
const [activities, tasks, deals, contacts, consents] = [
  made.flatMap((one) => one.activities),
  made.flatMap((one) => one.tasks),
  made.flatMap((one) => one.deals),
  made.flatMap((one) => one.contacts),
  made.flatMap((one) => one.consents),
];
const today = dayOfInstant(now);
const share = plan.customers / 5_000;

describe('what was done with the customers of the demo', () => {
  test('every record is one the rest of the house accepts, under an id of its own', () => {
    for (const activity of activities) parse(activitySchema, activity);
    for (const task of tasks) parse(taskSchema, task);
    for (const deal of deals) parse(dealSchema, deal);
    for (const contact of contacts) parse(contactSchema, contact);
    for (const consent of consents) parse(consentSchema, consent);
    const ids = [...activities, ...tasks, ...deals, ...contacts, ...consents].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('[D1] the dealings of a customer are the same whatever was made before', () => {
    const again = generateDemo({ ...plan, customers: 9 });
    const { customer, orders } = again.customerAt(7);
    expect(again.dealingsOf(7, { customer, orders }).activities).toEqual(made[7]?.activities);
  });

  test('a tablet holds it: at most 20,000 activities, 800 deals, 3,000 contacts, 300 tasks of 5,000', () => {
    expect(activities.length).toBeGreaterThan(8_000 * share);
    expect(activities.length).toBeLessThan(20_000 * share);
    expect(deals.length).toBeGreaterThan(400 * share);
    expect(deals.length).toBeLessThan(800 * share);
    expect(contacts.length).toBeGreaterThan(1_500 * share);
    expect(contacts.length).toBeLessThan(3_000 * share);
    expect(tasks.length).toBeGreaterThan(150 * share);
    expect(tasks.length).toBeLessThan(300 * share);
  });

  test('most customers were seen within the rhythm of their class, and some wait too long', () => {
    const seen = made.flatMap(({ customer, activities: own }) => {
      const last = own.at(-1);
      const interval = initialSettings.visitRhythm[customer.class ?? 'D'];
      return last === undefined ? [] : [(now - last.startAt) / dayMs <= interval];
    });
    const inTime = seen.filter(Boolean).length / seen.length;
    expect(inTime).toBeGreaterThan(0.8);
    expect(inTime).toBeLessThan(0.95);
    expect(Math.min(...activities.map(({ startAt }) => startAt))).toBeLessThan(now - 600 * dayMs);
    expect(Math.max(...activities.map(({ startAt }) => startAt))).toBeLessThan(now);
  });

  test('a customer in China is written about in Chinese, one in England in English', () => {
    for (const { customer, activities: own } of made)
      for (const { text } of own)
        expect(/[\u4e00-\u9fff]/u.test(text)).toBe(customer.address?.country === 'CN');
  });

  test('some tasks are late, some are for today, some for later', () => {
    const days = tasks.flatMap(({ dueAt, status }) =>
      dueAt === undefined || status !== 'open' ? [] : [dayOfInstant(dueAt) - today],
    );
    expect(days.some((day) => day < 0)).toBe(true);
    expect(days.some((day) => day === 0)).toBe(true);
    expect(days.some((day) => day > 7)).toBe(true);
  });

  test('there are deals in every stage, each with the way it came there; a lost one says why', () => {
    for (const stage of dealStages)
      expect(deals.filter((deal) => deal.stage === stage).length).toBeGreaterThan(10);
    for (const { stage, stageHistory, lostReason, createdAt } of deals) {
      expect(stageHistory.at(-1)?.stage).toBe(stage);
      expect(stageHistory.map(({ at }) => at)).toEqual(
        stageHistory.map(({ at }) => at).toSorted((a, b) => a - b),
      );
      expect(stageHistory.at(-1)?.at ?? now).toBeLessThan(now);
      expect(createdAt).toBe(stageHistory[0]?.at);
      expect(lostReason === undefined).toBe(stage !== 'lost');
    }
  });

  test('nothing is done with one who does not want to be contacted', () => {
    for (const one of made)
      if (one.customer.doNotContact)
        expect([one.activities, one.tasks, one.deals]).toEqual([[], [], []]);
  });
});
