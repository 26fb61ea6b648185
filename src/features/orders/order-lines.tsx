import type { OrderLine } from '#core/sales/order.ts';
import { type Column, Table } from '#ui/lists/table.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { ReadOrder } from './order-detail.tsx';
import { OrderSums } from './order-sums.tsx';
import styles from './orders.module.css';

/** The lines of an order as they were agreed, and their sums. */
export function OrderLines({ read }: { readonly read: ReadOrder }) {
  const { words, format } = useWords();
  const { orders } = words;
  const { order, productOf } = read;
  const hasDiscount = order.lines.some(({ discount = 0 }) => discount > 0);
  const columns: readonly Column<OrderLine>[] = [
    {
      id: 'product',
      name: orders.product,
      cell: ({ productId }) => {
        const product = productOf(productId);
        if (product === undefined) return orders.unknownProduct;
        return (
          <span className={styles.lineName}>
            <span>
              <a href={hrefOf.product(productId)}>{product.name}</a>
            </span>
            <span className={styles.small}>{product.sku}</span>
          </span>
        );
      },
    },
    {
      id: 'quantity',
      name: orders.quantity,
      isNumber: true,
      cell: ({ quantity, productId }) =>
        [format.number(quantity), productOf(productId)?.unit].filter(Boolean).join(' '),
    },
    {
      id: 'price',
      name: orders.price,
      isNumber: true,
      cell: ({ unitPrice }) => format.price(unitPrice, order.currency),
    },
    ...(hasDiscount
      ? [
          {
            id: 'discount',
            name: orders.discount,
            isNumber: true,
            cell: ({ discount = 0 }: OrderLine) => (discount === 0 ? '' : format.share(discount)),
          },
        ]
      : []),
    {
      id: 'amount',
      name: orders.amount,
      isNumber: true,
      cell: ({ totalMinor }) => format.money(totalMinor, order.currency),
    },
  ];
  return (
    <Card>
      <Table
        label={orders.lines}
        columns={columns}
        rows={order.lines}
        rowKey={({ productId }, at) => `${productId}/${at}`}
      />
      <OrderSums order={order} />
    </Card>
  );
}
