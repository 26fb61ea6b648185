import { memo, useState } from 'react';
import type { Order } from '#core/sales/order.ts';
import { Button } from '#ui/controls/button.tsx';
import { type Column, Table } from '#ui/lists/table.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';

const fewOrders = 6;

/** The newest orders of one customer, each a link. */
export const CustomerOrders = memo(function CustomerOrders({
  newest,
  total,
}: {
  /** As many of them as are read at all. */
  readonly newest: readonly Order[];
  readonly total: number;
}) {
  const { words, format } = useWords();
  const { customers, customerPage, ui } = words;
  const [isWhole, setWhole] = useState(false);
  const orders = isWhole ? newest : newest.slice(0, fewOrders);
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
      {!isWhole && total > fewOrders && (
        <Button look="quiet" onPress={() => setWhole(true)}>
          {customerPage.all}
        </Button>
      )}
      {isWhole && total > newest.length && (
        <p className={styles.small}>{ui.tooManyRows(newest.length, total)}</p>
      )}
    </Card>
  );
});
