import type { ColumnMapping } from '#contracts/import.ts';
import { type Result, refuse } from '#core/result.ts';
import { importFile } from './import-file.ts';
import type { ImportedFile, ImportInput, OrderHeaders } from './lab-contract.ts';

/**
 * Sends the named headers to the fields of an order line; every other column is left out but a
 * quantity, which tells what came back where the amount does not.
 */
const mapOrders =
  ({ customer, date, amount, order }: OrderHeaders) =>
  ({ header, type, field }: ColumnMapping): ColumnMapping => {
    if (header === customer) return { header, field: 'customerId', type: 'text' };
    if (header === date) return { header, field: 'date', type: 'date' };
    if (header === amount) return { header, field: 'amount', type: 'number' };
    if (header === order) return { header, field: 'number', type: 'text' };
    return field === 'quantity' ? { header, field, type } : { header, field: 'skip', type };
  };

/** Imports a table of purchases whose columns were named. Refuses: column-missing. */
export const importOrders = async (
  input: Pick<ImportInput, 'database' | 'file' | 'settings' | 'now'>,
  headers: OrderHeaders,
): Promise<Result<ImportedFile>> => {
  const done = await importFile({ ...input, as: 'orders', map: 'auto' }, mapOrders(headers));
  if (!done.ok) return done;
  const known = done.value.columns.map(({ header }) => header);
  const asked = [headers.customer, headers.date, headers.amount, headers.order];
  const missing = asked.filter((header) => header !== null && !known.includes(header));
  return missing.length > 0 ? refuse('column-missing', { columns: missing.join(', ') }) : done;
};
