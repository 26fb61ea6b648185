import { expect, test } from 'vitest';
import { applyBulkChange, type BulkChange, previewBulkChange } from './bulk-change.ts';
import { emptyColumn } from './custom-column.ts';
import type { Customer } from './customer.ts';
import { emptyDirectory, placeCustom, placeDirectoryChunk } from './directory-table.ts';

const customer = (more: Partial<Customer>): Customer => ({
  id: 'c',
  createdAt: 0,
  updatedAt: 0,
  rev: 1,
  kind: 'business',
  lifecycle: 'active',
  phones: [],
  emails: [],
  tags: [],
  doNotContact: false,
  custom: {},
  ...more,
});

const book = [
  customer({ name: 'Lindmoor', tags: ['vip'], lifecycle: 'lead' }),
  customer({ name: 'Quist', tags: ['vip', 'north'], class: 'A', custom: { size: 3 } }),
  customer({ name: 'Tamm' }),
];

const table = emptyDirectory();
placeDirectoryChunk(table, {
  first: 0,
  ids: book.map((_, at) => `c${at}`),
  columns: {
    name: book.map(({ name }) => name ?? null),
    tags: book.map(({ tags }) => tags.join('\n') || null),
    lifecycle: book.map(({ lifecycle }) => lifecycle),
    class: book.map((one) => one.class ?? null),
  },
});
const size = emptyColumn(3);
placeCustom(size, 0, [null, 3, null], 3);
table.custom.set('size', size);

const changes: readonly BulkChange[] = [
  { kind: 'lifecycle', value: 'active' },
  { kind: 'class', value: 'A' },
  { kind: 'add-tag', value: 'vip' },
  { kind: 'remove-tag', value: 'vip' },
  { kind: 'custom', key: 'size', value: 3 },
  { kind: 'custom', key: 'size', value: null },
  { kind: 'delete' },
];

test('what is promised before is what is done: as many change, as many are so already', () => {
  for (const change of changes) {
    const { changed, same } = previewBulkChange(table, [0, 1, 2], change);
    const done = book.filter((one) => applyBulkChange(one, change, 9) !== one).length;
    expect([changed, same], JSON.stringify(change)).toEqual([done, book.length - done]);
  }
});

test('the preview shows who changes, from what to what', () => {
  const { sample } = previewBulkChange(table, [0, 1, 2], { kind: 'remove-tag', value: 'vip' });
  expect(sample).toEqual([
    { ord: 0, name: 'Lindmoor', before: 'vip', after: null },
    { ord: 1, name: 'Quist', before: 'vip\nnorth', after: 'north' },
  ]);
});

test('deleting puts into the trash, and a field set to nothing is taken away', () => {
  expect(applyBulkChange(customer({}), { kind: 'delete' }, 9).deletedAt).toBe(9);
  const [, quist] = book;
  const emptied = applyBulkChange(
    quist as Customer,
    { kind: 'custom', key: 'size', value: null },
    9,
  );
  expect(emptied.custom).toEqual({});
});
