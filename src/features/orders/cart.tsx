import { Repeat2, ShoppingCart } from 'lucide-react';
import { changeLine, removeLine, repeatOrder } from '#core/sales/edit-order.ts';
import type { Order, OrderLine } from '#core/sales/order.ts';
import { totalOrder } from '#core/sales/order-totals.ts';
import type { Database } from '#db/database.ts';
import { findRecords } from '#db/sealed-table.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { CartLine } from './cart-line.tsx';
import { CartTerms } from './cart-terms.tsx';
import { OrderSums } from './order-sums.tsx';
import styles from './orders.module.css';
import type { Editing, OrderFault } from './use-editing.ts';

/** Lines of one product are told apart by their order: a line above may go. */
const keyed = (lines: readonly OrderLine[]) => {
  const seen = new Map<string, number>();
  return lines.map((line, at) => {
    const nth = (seen.get(line.productId) ?? 0) + 1;
    seen.set(line.productId, nth);
    return { key: `${line.productId}/${nth}`, line, at };
  });
};

/** The lines of the order, its terms and its sums. */
export function Cart({
  db,
  order,
  editing,
  faults,
  onChange,
  isKept,
}: {
  readonly db: Database;
  readonly order: Order;
  readonly editing: Editing;
  readonly faults: readonly OrderFault[];
  readonly onChange: (make: (order: Order) => Order) => void;
  /** A draft that is written down as it stands here. */
  readonly isKept: boolean;
}) {
  const { words } = useWords();
  const { orders } = words;
  const isEmpty = order.lines.length === 0;
  return (
    <section className={styles.cart} aria-label={orders.cart}>
      {isEmpty ? (
        <EmptyCart db={db} order={order} editing={editing} faults={faults} onChange={onChange} />
      ) : (
        <>
          <ul className={styles.lines} aria-label={orders.lines}>
            {keyed(order.lines).map(({ key, line, at }) => (
              <CartLine
                key={key}
                order={order}
                line={line}
                product={editing.productOf(line.productId)}
                sold={editing.sold?.lines.find(({ productId }) => productId === line.productId)}
                isWrong={faults.includes('quantity') && line.quantity === 0}
                onChange={(change) => onChange((before) => changeLine(before, at, change))}
                onRemove={() => onChange((before) => removeLine(before, at))}
              />
            ))}
          </ul>
          <CartTerms order={order} editing={editing} faults={faults} onChange={onChange} />
          <OrderSums order={order} />
        </>
      )}
      <span className={styles.small} role="status">
        {isKept && !isEmpty ? orders.draftKept : ''}
      </span>
    </section>
  );
}

function EmptyCart({
  db,
  order,
  editing,
  faults,
  onChange,
}: {
  readonly db: Database;
  readonly order: Order;
  readonly editing: Editing;
  readonly faults: readonly OrderFault[];
  readonly onChange: (make: (order: Order) => Order) => void;
}) {
  const { words, format } = useWords();
  const { orders } = words;
  const { lastOrder, unfinished } = editing;
  const repeat = async (last: Order) => {
    const ids = last.lines.map(({ productId }) => productId);
    const products = await findRecords(db, 'products', ids);
    const known = new Map(products.map((product) => [product.id, product]));
    const again = repeatOrder(last, { ...order, now: order.createdAt }, known);
    const { lines, currency, totalMinor, discount } = again;
    onChange((before) => ({
      ...before,
      lines,
      currency,
      totalMinor,
      ...(discount === undefined ? {} : { discount }),
    }));
  };
  return (
    <>
      {unfinished !== undefined && (
        <Notice actions={<ButtonLink href={hrefOf.order(unfinished.id)}>{orders.goOn}</ButtonLink>}>
          {orders.unfinished(format.instant(unfinished.updatedAt))}
        </Notice>
      )}
      <EmptyState
        title={faults.includes('lines') ? orders.linesNeeded : orders.cartEmpty}
        icon={ShoppingCart}
        actions={
          lastOrder !== undefined &&
          order.kind !== 'return' && (
            <Button icon={Repeat2} onPress={() => void repeat(lastOrder)}>
              {orders.repeatLast(
                format.day(lastOrder.date),
                format.money(totalOrder(lastOrder).grossMinor, lastOrder.currency),
              )}
            </Button>
          )
        }
      >
        {orders.cartEmptyHint}
      </EmptyState>
    </>
  );
}
