import { Package, SearchX } from 'lucide-react';
import { useState } from 'react';
import { addProduct } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import type { Product } from '#core/sales/product.ts';
import type { Database } from '#db/database.ts';
import { findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { findProducts } from '#jobs/sales-jobs.ts';
import { ButtonLink } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { VirtualList } from '#ui/lists/virtual-list.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useKept } from '#ui/live/use-kept.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { PaneRow } from '#ui/surfaces/panes.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';

const nowhere = (): undefined => undefined;
const none: readonly string[] = [];

/** Products to be put into the cart by a tap. */
export function Catalogue({
  db,
  order,
  taxRate,
  onChange,
}: {
  readonly db: Database;
  readonly order: Order;
  readonly taxRate: number;
  readonly onChange: (make: (order: Order) => Order) => void;
}) {
  const { words, language } = useWords();
  const { orders, products } = words;
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState('');
  const [[first, last], setRange] = useState<readonly [number, number]>([0, 20]);
  const query = { search, language, ...(category === '' ? {} : { category }) };
  const key = JSON.stringify(query);
  const { answer, refusal } = useAsked((signal) => findProducts(query, signal), key);
  const ids = answer?.ids ?? none;
  const shown = ids.slice(Math.max(0, first - 10), last + 11);
  const known = useKept<Product>(
    useWatch(() => watch(() => findRecords(db, 'products', shown)), [db, shown.join()]),
  );
  const add = (product: Product) => onChange((before) => addProduct(before, product, taxRate));
  return (
    <section className={styles.catalogue} aria-label={orders.catalogue}>
      <div className={styles.finder}>
        <TextField
          label={products.search}
          isLabelHidden
          type="search"
          placeholder={products.search}
          autoComplete="off"
          value={search}
          onChange={setSearch}
        />
        {(answer?.categories.length ?? 0) > 0 && (
          <ChoiceChips
            label={products.category}
            value={category}
            onChange={setCategory}
            choices={[
              { id: '', text: products.all },
              ...(answer?.categories ?? []).map(({ category: id }) => ({ id, text: id })),
            ]}
          />
        )}
      </div>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {answer === undefined && <Loading />}
      {answer !== undefined && ids.length === 0 && <NoProducts isAll={answer.all === 0} />}
      {ids.length > 0 && (
        <VirtualList
          label={products.list}
          count={ids.length}
          listKey={key}
          onRange={(from, to) => {
            if (from !== first || to !== last) setRange([from, to]);
          }}
          href={nowhere}
          row={(index) => <Offer product={known.get(ids[index] ?? '')} order={order} onAdd={add} />}
        />
      )}
    </section>
  );
}

function NoProducts({ isAll }: { readonly isAll: boolean }) {
  const { words } = useWords();
  const { products } = words;
  return isAll ? (
    <EmptyState
      title={products.empty}
      icon={Package}
      actions={<ButtonLink href={hrefOf.products}>{products.title}</ButtonLink>}
    >
      {products.emptyHint}
    </EmptyState>
  ) : (
    <EmptyState title={products.noneFound} icon={SearchX}>
      {products.noneFoundHint}
    </EmptyState>
  );
}

function Offer({
  product,
  order,
  onAdd,
}: {
  readonly product: Product | undefined;
  readonly order: Order;
  readonly onAdd: (product: Product) => void;
}) {
  const { words, format } = useWords();
  const { orders } = words;
  if (product === undefined) return <PaneRow name="…" />;
  const { name, altName, sku, packSize, price, currency = order.currency } = product;
  const taken = order.lines
    .filter(({ productId }) => productId === product.id)
    .reduce((sum, { quantity }) => sum + Math.abs(quantity), 0);
  const pack = packSize === undefined ? '' : orders.packOf(format.number(packSize));
  return (
    <button
      type="button"
      className={styles.offer}
      aria-label={orders.addOne(name)}
      {...(taken === 0 ? {} : { 'data-taken': '' })}
      onClick={() => onAdd(product)}
    >
      <PaneRow
        name={name}
        figure={price === undefined ? words.products.noPrice : format.price(price, currency)}
        detail={[sku, altName, pack].filter(Boolean).join(' · ')}
        aside={taken === 0 ? '' : orders.inCart(format.number(taken))}
      />
    </button>
  );
}
