import type { Order } from '#core/sales/order.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';
import { sayTotals } from './say-totals.ts';

/** The sums of an order, one under the other, the last the largest. */
export function OrderSums({ order }: { readonly order: Order }) {
  const { words, format } = useWords();
  return (
    <dl className={styles.sums}>
      {sayTotals(order, words, format).map(({ name, value, isTotal }) => (
        <div key={name} {...(isTotal ? { 'data-total': '' } : {})}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
