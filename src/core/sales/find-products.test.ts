import { expect, test } from 'vitest';
import { countCategories, findProducts, openCatalogue } from './find-products.ts';
import type { Product } from './product.ts';

const product = (id: string, part: Partial<Product>): Product => ({
  id,
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  sku: id,
  name: id,
  custom: {},
  ...part,
});

const shelf = [
  product('1', { sku: 'TEA-10', name: 'Green tea', altName: '绿茶', category: 'Tea' }),
  product('2', { sku: 'CUP-1', name: 'Cup, blue', category: 'Ware', barcode: '4006381333931' }),
  product('3', { sku: 'TEA', name: 'Teapot Café', category: 'Ware' }),
  product('4', { sku: 'OLD', name: 'Old tea', deletedAt: 5 }),
];
const catalogue = openCatalogue(shelf, (a, b) => a.localeCompare(b, 'en'));
const found = (search: string, category?: string) => findProducts(catalogue, { search, category });

test('products are listed by name, without those in the trash', () => {
  expect(found('')).toEqual(['2', '1', '3']);
  expect(found('', 'Ware')).toEqual(['2', '3']);
});

test('a product is found by name, number, barcode and Chinese name, whatever the accents', () => {
  expect(found('blue cup')).toEqual(['2']);
  expect(found('4006381333931')).toEqual(['2']);
  expect(found('绿')).toEqual(['1']);
  expect(found('cafe')).toEqual(['3']);
});

test('the very number stands before what only holds it', () => {
  expect(found('tea')).toEqual(['3', '1']);
  expect(found('nothing')).toEqual([]);
});

test('categories are counted, the fullest first', () => {
  expect(countCategories(catalogue)).toEqual([
    { category: 'Ware', count: 2 },
    { category: 'Tea', count: 1 },
  ]);
});
