import type { Product } from '#core/sales/product.ts';
import type { Format } from '#i18n/make-format.ts';

/** The price of one unit with its own decimals, as the catalogue writes it; '' without one. */
export const sayPrice = (
  { price, currency }: Pick<Product, 'price' | 'currency'>,
  format: Format,
): string => (price === undefined ? '' : format.price(price, currency ?? 'EUR'));
