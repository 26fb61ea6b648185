import { expect, test } from 'vitest';
import { customerAtPath, paletteEntries } from './palette-entries.ts';

test('on a customer’s page what concerns that customer comes first', () => {
  const [first, second] = paletteEntries('/customers/a%20b');
  expect(first).toEqual({ act: 'logHere', href: '#/log/a%20b' });
  expect(second?.href).toBe('#/orders/new?customer=a+b&kind=order');
  expect(paletteEntries('/customers')[0]?.act).toBe('newCustomer');
});

test('a list or another place is no customer', () => {
  expect(customerAtPath('/customers')).toBeUndefined();
  expect(customerAtPath('/customers/x/y')).toBeUndefined();
});
