import type { Customer } from '#core/customers/customer.ts';
import type { Words } from '#i18n/en.ts';

/** A customer as every list calls it. */
export const sayCustomer = (customer: Customer | undefined, words: Words): string => {
  if (customer === undefined) return words.orders.unknownCustomer;
  return customer.name ?? words.ui.customerNumber((customer.ord ?? 0) + 1);
};
