import { Minus, Plus, Trash2 } from 'lucide-react';
import { type LineChange, packOf } from '#core/sales/edit-order.ts';
import type { Order, OrderLine } from '#core/sales/order.ts';
import { packGap } from '#core/sales/pack-check.ts';
import type { Product } from '#core/sales/product.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';
import { fromPercent, toPercent } from './percent.ts';

type Props = {
  readonly order: Order;
  readonly line: OrderLine;
  readonly product: Product | undefined;
  /** The line a return takes back. */
  readonly sold: OrderLine | undefined;
  readonly isWrong: boolean;
  readonly onChange: (change: LineChange) => void;
  readonly onRemove: () => void;
};

/** One line of the cart: what, how many, at which price, with which discount and tax. */
export function CartLine(props: Props) {
  const { order, line, product, onChange, onRemove } = props;
  const { words, format } = useWords();
  const { orders } = words;
  const name = product?.name ?? orders.unknownProduct;
  const pack = product?.packSize;
  return (
    <li className={styles.line}>
      <span className={styles.lineName}>
        <strong>{name}</strong>
        <span className={styles.small}>
          {[product?.sku, pack === undefined ? '' : orders.packOf(format.number(pack))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <strong className={styles.lineTotal}>{format.money(line.totalMinor, order.currency)}</strong>
      <div className={styles.fields}>
        <Quantity {...props} name={name} />
        <span className={styles.price}>
          <NumberField
            label={orders.price}
            value={line.unitPrice}
            onChange={(value) => onChange({ unitPrice: Math.max(0, value ?? 0) })}
          />
        </span>
        <span className={styles.share}>
          <NumberField
            label={orders.percent(orders.discount)}
            value={toPercent(line.discount ?? 0)}
            onChange={(value) => onChange({ discount: fromPercent(value) })}
          />
        </span>
        <span className={styles.share}>
          <NumberField
            label={orders.percent(orders.tax)}
            value={toPercent(line.tax ?? 0)}
            onChange={(value) => onChange({ tax: fromPercent(value) })}
          />
        </span>
        <IconButton label={orders.removeLine(name)} icon={Trash2} onPress={onRemove} />
      </div>
      <QuantityWord {...props} />
    </li>
  );
}

/** Steps of a pack, or any number typed. A return counts below zero and shows it above. */
function Quantity({
  order,
  line,
  product,
  isWrong,
  name,
  onChange,
  onRemove,
}: Props & { readonly name: string }) {
  const { words } = useWords();
  const { orders } = words;
  const sign = order.kind === 'return' ? -1 : 1;
  const shown = line.quantity * sign || 0;
  const pack = packOf(product ?? {});
  const set = (quantity: number) => onChange({ quantity: quantity * sign || 0 });
  const below = (Math.ceil(shown / pack) - 1) * pack;
  return (
    <span className={styles.quantity}>
      <IconButton
        label={orders.less(name)}
        icon={Minus}
        look="plain"
        onPress={() => (below <= 0 ? onRemove() : set(below))}
      />
      <NumberField
        label={orders.quantity}
        value={shown}
        onChange={(value) => set(value ?? 0)}
        error={isWrong ? orders.quantityNeeded : undefined}
      />
      <IconButton
        label={orders.more(name)}
        icon={Plus}
        look="plain"
        onPress={() => set((Math.floor(shown / pack) + 1) * pack)}
      />
    </span>
  );
}

/** A word where the quantity is no whole pack, or more comes back than was sold. */
function QuantityWord({ order, line, product, sold, onChange }: Props) {
  const { words, format } = useWords();
  const { orders } = words;
  const sign = order.kind === 'return' ? -1 : 1;
  const quantity = Math.abs(line.quantity);
  if (sold !== undefined && quantity > sold.quantity)
    return <p className={styles.warn}>{orders.soldOnly(format.number(sold.quantity))}</p>;
  const gap = packGap(quantity, product?.packSize);
  if (gap === undefined) return null;
  const choices = [gap.below, gap.above].filter((choice) => choice > 0);
  return (
    <p className={styles.warn}>
      {orders.noWholePack(format.number(quantity), format.number(product?.packSize ?? 1))}
      {choices.map((choice) => (
        <Button key={choice} onPress={() => onChange({ quantity: choice * sign })}>
          {orders.makeIt(format.number(choice))}
        </Button>
      ))}
    </p>
  );
}
