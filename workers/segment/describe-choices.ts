import type { SegmentContract } from '#contracts/segment.ts';
import { accept, type Result } from '#core/result.ts';
import { readColumns } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';

type Choices = SegmentContract['describe']['output'];

/** Numeric custom fields of customers; `learnable` is off for protected traits. */
export const listNumericFields = async (
  db: Database,
): Promise<readonly { readonly key: string; readonly learnable: boolean }[]> => {
  const fields = await listRecords(db, 'fieldDefinitions', {
    index: 'entity',
    equals: 'customers',
  });
  return fields.filter(({ type, deletedAt }) => type === 'number' && deletedAt === undefined);
};

/** How many customers and orders there are, and what they could be segmented by. */
export const describeChoices = async (db: Database): Promise<Result<Choices>> => {
  const fields = (await listNumericFields(db)).filter(({ learnable }) => learnable);
  const seen = fields.map(({ key: name }) => ({ name, values: new Set<number>(), missing: 0 }));
  let customers = 0;
  for (const chunk of await readColumns(db, 'customers.fields'))
    chunk.ids.forEach((id, row) => {
      if (id === null) return;
      customers += 1;
      for (const column of seen) {
        const value = chunk.columns[column.name]?.[row];
        if (typeof value === 'number' && Number.isFinite(value)) column.values.add(value);
        else column.missing += 1;
      }
    });
  let orders = 0;
  for (const chunk of await readColumns(db, 'orders.head'))
    chunk.ids.forEach((id, row) => {
      if (id !== null && chunk.columns.kind?.[row] === 'order') orders += 1;
    });
  const numericColumns = seen.map(({ name, values, missing }) => ({
    name,
    distinct: values.size,
    missing,
  }));
  return accept({ customers, orders, numericColumns });
};
