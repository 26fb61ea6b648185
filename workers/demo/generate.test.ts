import { parse } from 'valibot';
import { describe, expect, test } from 'vitest';
import { customerSchema } from '#core/customers/customer.ts';
import { fieldDefinitionSchema } from '#core/customers/field-definition.ts';
import { orderSchema } from '#core/sales/order.ts';
import { packGap } from '#core/sales/pack-check.ts';
import { productSchema } from '#core/sales/product.ts';
import { generateDemo } from './generate.ts';

const plan = {
  importId: 'demo-1',
  customers: 400,
  seed: 1,
  now: Date.UTC(2025, 8, 15, 10),
  currency: 'EUR',
};
const demo = generateDemo(plan);
const made = Array.from({ length: plan.customers }, (_, index) => demo.customerAt(index));
const share = (count: number) => count / plan.customers;

describe('the demo', () => {
  test('every record is one the rest of the house accepts', () => {
    for (const product of demo.products) parse(productSchema, product);
    for (const field of demo.fieldDefinitions) parse(fieldDefinitionSchema, field);
    for (const { customer, orders } of made) {
      parse(customerSchema, customer);
      for (const order of orders) parse(orderSchema, order);
    }
  });

  test('[D1] a fixed seed gives equal data, whatever was made before', () => {
    const again = generateDemo({ ...plan, customers: 9 });
    expect(again.customerAt(7)).toEqual(made[7]);
    expect(again.customerAt(3)).toEqual(made[3]);
    expect(generateDemo({ ...plan, seed: 2 }).customerAt(3)).not.toEqual(made[3]);
  });

  test('no two customers have one telephone number: only real likeness is taken for a duplicate', () => {
    const phones = made.flatMap(({ customer }) => customer.phones);
    expect(new Set(phones).size).toBe(plan.customers);
  });

  test('[D2] ids are different, and every order line names a product there is', () => {
    const ids = made.flatMap(({ customer, orders }) => [
      customer.id,
      ...orders.map(({ id }) => id),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    const products = new Set(demo.products.map(({ id }) => id));
    expect(products.size).toBe(120);
    for (const { orders } of made)
      for (const { lines } of orders)
        for (const { productId } of lines) expect(products.has(productId)).toBe(true);
  });

  test('orders span 24 months and end today; about twelve a customer', () => {
    const dates = made.flatMap(({ orders }) => orders.map(({ date }) => date)).sort();
    expect(dates.at(-1)).toBe('2025-09-15');
    expect((dates[0] ?? '') >= '2023-09-15' && (dates[0] ?? '') < '2023-10-01').toBe(true);
    expect(dates.length / plan.customers).toBeGreaterThan(10);
    expect(dates.length / plan.customers).toBeLessThan(15);
  });

  test('nothing is ordered in broken packs: a case is one thing with a price of its own', () => {
    const packs = new Map(demo.products.map(({ id, packSize }) => [id, packSize]));
    for (const { orders } of made)
      for (const { lines } of orders)
        for (const { productId, quantity } of lines)
          expect(packGap(quantity, packs.get(productId))).toBeUndefined();
    const cases = demo.products.filter(({ name }) => name.includes('case of'));
    expect(cases.map(({ unit, packSize }) => [unit, packSize])).toContainEqual(['case', undefined]);
    expect(cases).toHaveLength(80);
  });

  test('an order costs what its lines cost, to the cent', () => {
    for (const { orders } of made)
      for (const { totalMinor, lines } of orders) {
        const sum = lines.reduce(
          (total, { quantity, unitPrice, discount = 0 }) =>
            total + Math.round(quantity * unitPrice * (1 - discount) * 100),
          0,
        );
        expect(totalMinor).toBe(sum);
      }
  });

  test('English, German and Chinese names; a Chinese company also in Latin letters', () => {
    const chinese = made.filter(({ customer }) => customer.address?.country === 'CN');
    expect(share(chinese.length)).toBeGreaterThan(0.2);
    for (const { customer } of chinese) {
      expect(customer.name).toMatch(/^[\u4e00-\u9fff]+$/u);
      expect(customer.altName).toMatch(/^[A-Z][a-z]+ [A-Z]/u);
    }
    expect(share(made.filter(({ customer }) => customer.kind === 'person').length)).toBeLessThan(
      0.25,
    );
  });

  test('churners have gone quiet, and not only they: the patterns overlap', () => {
    const silence = ({ orders }: (typeof made)[number]) =>
      (Date.UTC(2025, 8, 15) - Date.parse(orders.at(-1)?.date ?? '2023-09-15')) / 86_400_000;
    const quiet = made.filter((one) => silence(one) > 120);
    expect(quiet.some(({ pattern }) => pattern === 'churner')).toBe(true);
    expect(quiet.some(({ pattern }) => pattern === 'steady')).toBe(true);
  });

  test('renewal is known for most and goes both ways', () => {
    const answers = made.map(({ customer }) => customer.custom.renewed);
    expect(share(answers.filter((answer) => answer === true).length)).toBeGreaterThan(0.3);
    expect(share(answers.filter((answer) => answer === false).length)).toBeGreaterThan(0.25);
    expect(answers.includes(null)).toBe(true);
  });

  test('a yen has no hundredths', () => {
    const [order] = generateDemo({ ...plan, currency: 'JPY' }).customerAt(0).orders;
    const [line] = order?.lines ?? [];
    const exact = (line?.quantity ?? 0) * (line?.unitPrice ?? 0) * (1 - (line?.discount ?? 0));
    expect(line?.totalMinor).toBe(Math.round(exact));
  });
});
