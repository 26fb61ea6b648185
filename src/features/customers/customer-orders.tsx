import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { type Column, Table } from '#ui/lists/table.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** More than a table shows, so that it can say there are more. */
const mostOrders = 500;

const readOrders = async (db: Database, customerId: string): Promise<readonly Order[]> => {
  const orders = await listRecords(db, 'orders', {
    index: 'customerId',
    equals: customerId,
    limit: mostOrders,
  });
  return orders
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((a, b) => (a.date < b.date ? 1 : -1));
};

/** The orders of one customer, newest first. */
export function CustomerOrders({
  db,
  customerId,
}: {
  readonly db: Database;
  readonly customerId: string;
}) {
  const { words, format } = useWords();
  const { customers } = words;
  const orders = useWatch(() => watch(() => readOrders(db, customerId)), [db, customerId]);
  if (orders === undefined) return null;
  const columns: readonly Column<Order>[] = [
    { id: 'date', name: customers.orderDate, cell: ({ date }) => format.day(date) },
    { id: 'number', name: customers.orderNumber, cell: ({ number }) => number },
    { id: 'kind', name: customers.orderKind, cell: ({ kind }) => customers.orderKinds[kind] },
    {
      id: 'lines',
      name: customers.orderLines,
      isNumber: true,
      cell: ({ lines }) => format.number(lines.length),
    },
    {
      id: 'total',
      name: customers.orderTotal,
      isNumber: true,
      cell: ({ totalMinor, currency }) => format.money(totalMinor, currency),
    },
  ];
  return (
    <Card title={`${customers.orders} (${format.number(orders.length)})`}>
      {orders.length === 0 ? (
        <p>{customers.noOrders}</p>
      ) : (
        <Table label={customers.orders} columns={columns} rows={orders} rowKey={({ id }) => id} />
      )}
    </Card>
  );
}
