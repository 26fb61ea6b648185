import { expect, test } from 'vitest';
import { readSourceIds } from './source-ids.ts';

test('an id is given back as the file writes it, under the form the import keeps', async () => {
  const text = 'Invoice,Customer ID\n1,17850.0\n2, A-7 \n3,17850.0\n4,\n';
  const file = { url: `data:text/csv,${encodeURIComponent(text)}`, name: 'orders.csv' };
  const written = await readSourceIds(file, {}, 'Customer ID');
  if (!written.ok) throw new Error(written.refusal.code);
  expect(written.value.get('17850')).toBe('17850.0');
  expect(written.value.get('A-7')).toBe('A-7');
});
