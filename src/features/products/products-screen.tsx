import { Package, PackagePlus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { Product } from '#core/sales/product.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { VirtualList } from '#ui/lists/virtual-list.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Row } from '#ui/surfaces/page.tsx';
import { PaneRow, Panes } from '#ui/surfaces/panes.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { EditProduct } from './edit-product.tsx';
import { ProductDetail } from './product-detail.tsx';
import { sayPrice } from './say-price.ts';
import { useProducts } from './use-products.ts';

type Found = ReturnType<typeof useProducts>;

/** The catalogue, and one product beside it in landscape or instead of it in portrait. */
export function ProductsScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { products } = words;
  const { id } = useParams<{ readonly id?: string }>();
  const [params, setParams] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const search = params.get('search') ?? '';
  const category = params.get('category') ?? undefined;
  const found = useProducts(db, search, category);
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const add = () => setAdding(true);
  return (
    <>
      <Panes
        label={products.title}
        head={
          <ListHead
            found={found}
            search={search}
            category={category}
            onChange={change}
            onAdd={add}
          />
        }
        list={
          <ListBody
            found={found}
            openId={id}
            suffix={params.size === 0 ? '' : `?${params}`}
            onClear={() => setParams({}, { replace: true })}
            onAdd={add}
          />
        }
        detail={id === undefined ? undefined : <ProductDetail key={id} db={db} id={id} />}
        empty={
          <EmptyState title={products.chooseOne} icon={Package}>
            {products.chooseOneHint}
          </EmptyState>
        }
      />
      {isAdding && (
        <EditProduct
          db={db}
          categories={found.answer?.categories ?? []}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}

function ListHead({
  found,
  search,
  category,
  onChange,
  onAdd,
}: {
  readonly found: Found;
  readonly search: string;
  readonly category: string | undefined;
  readonly onChange: (name: 'search' | 'category', value: string) => void;
  readonly onAdd: () => void;
}) {
  const { words } = useWords();
  const { products } = words;
  const categories = found.answer?.categories ?? [];
  return (
    <>
      <Row>
        <h1>{products.title}</h1>
        <Button icon={PackagePlus} onPress={onAdd}>
          {products.add}
        </Button>
      </Row>
      <TextField
        label={products.search}
        isLabelHidden
        type="search"
        placeholder={products.search}
        autoComplete="off"
        value={search}
        onChange={(value) => onChange('search', value)}
      />
      {categories.length > 0 && (
        <ChoiceChips
          label={products.category}
          value={category ?? ''}
          onChange={(id) => onChange('category', id)}
          choices={[
            { id: '', text: products.all },
            ...categories.map(({ category: id, count }) => ({ id, text: `${id} ${count}` })),
          ]}
        />
      )}
      <span role="status">
        {found.answer === undefined ? '' : products.count(found.answer.ids.length)}
      </span>
    </>
  );
}

function ListBody({
  found,
  openId,
  suffix,
  onClear,
  onAdd,
}: {
  readonly found: Found;
  readonly openId: string | undefined;
  readonly suffix: string;
  readonly onClear: () => void;
  readonly onAdd: () => void;
}) {
  const { words } = useWords();
  const { products } = words;
  const { answer, refusal, productAt } = found;
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined) return <Loading />;
  if (answer.all === 0)
    return (
      <EmptyState
        title={products.empty}
        icon={Package}
        actions={
          <Button look="primary" icon={PackagePlus} onPress={onAdd}>
            {products.add}
          </Button>
        }
      >
        {products.emptyHint}
      </EmptyState>
    );
  if (answer.ids.length === 0)
    return (
      <EmptyState
        title={products.noneFound}
        icon={SearchX}
        actions={<Button onPress={onClear}>{products.clear}</Button>}
      >
        {products.noneFoundHint}
      </EmptyState>
    );
  return (
    <VirtualList
      label={products.list}
      count={answer.ids.length}
      listKey={found.key}
      onRange={found.show}
      row={(index) => <ProductRow product={productAt(index)} />}
      isCurrent={(index) => openId !== undefined && answer.ids[index] === openId}
      href={(index) => {
        const id = answer.ids[index];
        return id === undefined ? undefined : `${hrefOf.product(id)}${suffix}`;
      }}
    />
  );
}

function ProductRow({ product }: { readonly product: Product | undefined }) {
  const { words, format } = useWords();
  if (product === undefined) return <PaneRow name="…" />;
  const { name, altName, sku, category, packSize } = product;
  return (
    <PaneRow
      name={name}
      figure={sayPrice(product, format)}
      detail={[sku, category, altName].filter(Boolean).join(' · ')}
      aside={packSize === undefined ? '' : words.products.packOf(format.number(packSize))}
    />
  );
}
