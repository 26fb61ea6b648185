import type { Names } from '#core/exports/list-columns.ts';
import type { Product } from '#core/sales/product.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { readTable } from '#db/read-table.ts';

/** Names of all customers from the columns, and of all products: what a list says instead of ids. */
export const makeNames = async (
  db: Database,
  numbered: (number: number) => string,
): Promise<Names> => {
  const customers = new Map<string, string>();
  for (const { ids, columns, first } of await readColumns(db, 'customers.directory'))
    ids.forEach((id, row) => {
      if (id !== null) customers.set(id, String(columns.name?.[row] ?? numbered(first + row + 1)));
    });
  const products = new Map<string, Pick<Product, 'sku' | 'name'>>();
  for await (const batch of readTable(db, 'products'))
    for (const { id, sku, name } of batch) products.set(id, { sku, name });
  return {
    customer: (id) => (id === undefined ? null : (customers.get(id) ?? null)),
    product: (id) => products.get(id),
  };
};
