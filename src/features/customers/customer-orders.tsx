import { useState } from 'react';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { countOrdersOf, listNewestOf } from '#db/list-by-customer.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { type Column, Table } from '#ui/lists/table.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

const fewOrders = 6;
const mostOrders = 60;

const readOrders = async (db: Database, customerId: string, limit: number) => {
  const [orders, total] = await Promise.all([
    listNewestOf(db, 'orders', customerId, { limit }),
    countOrdersOf(db, customerId),
  ]);
  return { orders, total };
};

/** The newest orders of one customer, each a link. */
export function CustomerOrders({
  db,
  customerId,
}: {
  readonly db: Database;
  readonly customerId: string;
}) {
  const { words, format } = useWords();
  const { customers, customerPage, ui } = words;
  const [limit, setLimit] = useState(fewOrders);
  const found = useWatch(
    () => watch(() => readOrders(db, customerId, limit)),
    [db, customerId, limit],
  );
  if (found === undefined) return null;
  const { orders, total } = found;
  const columns: readonly Column<Order>[] = [
    {
      id: 'number',
      name: customers.orderNumber,
      cell: ({ id, number }) => (
        <a href={hrefOf.order(id)} className={styles.cellLink}>
          {number}
        </a>
      ),
    },
    { id: 'date', name: customers.orderDate, cell: ({ date }) => format.day(date) },
    { id: 'kind', name: customers.orderKind, cell: ({ kind }) => customers.orderKinds[kind] },
    {
      id: 'total',
      name: customers.orderTotal,
      isNumber: true,
      cell: ({ totalMinor, currency }) => format.money(totalMinor, currency),
    },
  ];
  return (
    <Card title={`${customers.orders} (${format.number(total)})`}>
      {total === 0 ? (
        <p className={styles.small}>{customers.noOrders}</p>
      ) : (
        <Table label={customers.orders} columns={columns} rows={orders} rowKey={({ id }) => id} />
      )}
      {limit === fewOrders && total > fewOrders && (
        <Button look="quiet" onPress={() => setLimit(mostOrders)}>
          {customerPage.all}
        </Button>
      )}
      {limit === mostOrders && total > mostOrders && (
        <p className={styles.small}>{ui.tooManyRows(mostOrders, total)}</p>
      )}
    </Card>
  );
}
