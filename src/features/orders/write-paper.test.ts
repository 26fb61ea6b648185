import { expect, test } from 'vitest';
import { addProduct, changeLine, startOrder } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import { initialSettings } from '#core/settings.ts';
import { newCustomer } from '#db/fixtures/open-test-database.ts';
import { en } from '#i18n/en.ts';
import { makeFormat } from '#i18n/make-format.ts';
import { zh } from '#i18n/zh.ts';
import { addressLines, writePaper } from './write-paper.ts';

const tea: Product = {
  id: 'tea',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  sku: 'T-1',
  name: 'Green tea',
  altName: '绿茶',
  unit: 'box',
  price: 3.335,
  currency: 'EUR',
  custom: {},
};
const start = {
  id: 'o',
  now: 0,
  date: '2026-11-26',
  customerId: 'c',
  kind: 'quote',
  currency: 'EUR',
} as const;
const order: Order = {
  ...addProduct(startOrder(start), tea, 0.19),
  number: '2026/7',
  note: 'Ring twice',
};
const address = {
  street: '建国路1号',
  city: '北京',
  region: '北京',
  postcode: '100022',
  country: '中国',
};
const source = {
  order,
  customer: newCustomer('c', { name: '茶馆', address }),
  settings: {
    ...initialSettings,
    companyName: 'Tea & Co.',
    companyAddress: 'Harbour 1\n20457 Hamburg',
    taxNumber: 'DE1',
    repName: 'Ada',
    repPhone: '+49 40 1',
  },
  productOf: () => tea,
};

test('a quote on paper says who sells, who buys, what, and what it comes to', () => {
  const paper = writePaper(source, en, makeFormat('en'));
  expect(paper).toMatchObject({
    title: 'Quote 2026/7',
    fileName: 'Quote 2026-7',
    sender: ['Tea & Co.', 'Harbour 1', '20457 Hamburg', 'Tax number DE1'],
    facts: [
      ['Date', 'Nov 26, 2026'],
      ['Your contact', 'Ada, +49 40 1'],
    ],
    rows: [['1', 'T-1', 'Green tea\n绿茶', '1 box', '€3.335', '19%', '€3.34']],
    note: 'Ring twice',
  });
  expect(paper.totals.at(-1)).toEqual({ name: 'Total', value: '€3.97', isTotal: true });
  expect(paper.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1);
});

test('a discount has a column only where one was given', () => {
  const columns = (made: Order) =>
    writePaper({ ...source, order: made }, en, makeFormat('en')).columns.map(({ name }) => name);
  expect(columns(order)).not.toContain('Discount');
  expect(columns(changeLine(order, 0, { discount: 0.1 }))).toContain('Discount');
});

test('without a company the rep signs', () => {
  const settings = { ...initialSettings, repName: 'Ada' };
  const paper = writePaper({ ...source, settings }, zh, makeFormat('zh'));
  expect(paper.sender).toEqual(['Ada']);
  expect(paper.title).toBe('报价单 2026/7');
});

test('an address goes from large to small in Chinese, from small to large elsewhere', () => {
  expect(addressLines(address, 'zh-CN')).toEqual(['中国北京', '100022 建国路1号']);
  expect(addressLines({ street: 'Uferweg 3', city: 'Konstanz', postcode: '78462' }, 'en')).toEqual([
    'Uferweg 3',
    '78462 Konstanz',
  ]);
  expect(addressLines(undefined, 'en')).toEqual([]);
});
