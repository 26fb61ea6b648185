import type { LearnColumn, LearnContract } from '#contracts/learn.ts';
import { dayOfInstant } from '#core/day-number.ts';
import { type SourceColumn, textOf } from '#core/predictions/source-column.ts';
import { accept, type Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { describeOrders } from './orders/describe-orders.ts';
import { readTable } from './read-table.ts';

const mostValues = 12;

const describeColumn = ({ name, type, values }: SourceColumn, rows: Uint32Array): LearnColumn => {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const row of rows) {
    const text = textOf(values[row]);
    if (text === null) missing += 1;
    else counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const rarerFirst = counts.size === 2 ? 1 : -1;
  const listed = [...counts]
    .sort((a, b) => rarerFirst * (a[1] - b[1]) || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostValues)
    .map(([value, count]) => ({ value, count }));
  return { name, type, distinct: counts.size, missing, values: listed };
};

/** The columns of the customers and what their orders can be asked: what may be predicted and learned from. */
export const describeColumns = async (
  db: Database,
  { now }: LearnContract['describe']['input'],
): Promise<Result<LearnContract['describe']['output']>> => {
  const { rows, columns } = await readTable(db);
  const orders = await describeOrders(db, dayOfInstant(now));
  return accept({
    ...(orders && { orders }),
    rows: rows.length,
    columns: columns.map((column) => describeColumn(column, rows)),
  });
};
