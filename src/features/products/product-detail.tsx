import { Pencil, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Product } from '#core/sales/product.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { BackToList } from '#ui/surfaces/panes.tsx';
import { sayCustom } from '#ui/words/say-custom.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { EditProduct } from './edit-product.tsx';
import { sayPrice } from './say-price.ts';

/** All about one product, kept up to date. */
export function ProductDetail({ db, id }: { readonly db: Database; readonly id: string }) {
  const { words } = useWords();
  const { products } = words;
  // null stands for "looked and not found"; undefined is "not read yet".
  const product = useWatch(
    () => watch(async () => (await findRecord(db, 'products', id)) ?? null),
    [db, id],
  );
  if (product === undefined) return <Loading />;
  if (product === null || product.deletedAt !== undefined)
    return (
      <EmptyState
        title={products.gone}
        actions={<ButtonLink href={hrefOf.products}>{products.backToList}</ButtonLink>}
      />
    );
  return <Known db={db} product={product} />;
}

function Known({ db, product }: { readonly db: Database; readonly product: Product }) {
  const { words } = useWords();
  const { products } = words;
  const [isEditing, setEditing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = async () => {
    const goOn = goOnFromHere();
    const now = Date.now();
    const removed = await commit(db, {
      label: 'product-deleted',
      now,
      writes: [{ table: 'products', record: { ...product, deletedAt: now } }],
    });
    if (removed.ok) goOn(hrefOf.products);
    else setRefusal(removed.refusal);
  };
  return (
    <Page
      title={product.name}
      lead={product.altName}
      actions={
        <>
          <BackToList href={hrefOf.products}>{products.backToList}</BackToList>
          <Button icon={Pencil} onPress={() => setEditing(true)}>
            {products.edit}
          </Button>
          <Button icon={Trash2} onPress={() => void remove()}>
            {products.remove}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ProductFacts db={db} product={product} />
      {isEditing && (
        <EditProduct db={db} product={product} categories={[]} onClose={() => setEditing(false)} />
      )}
    </Page>
  );
}

function ProductFacts({ db, product }: { readonly db: Database; readonly product: Product }) {
  const { words, format } = useWords();
  const { products } = words;
  const definitions = useWatch(() => watch(() => listFieldDefinitions(db, 'products')), [db]);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [products.price, sayPrice(product, format) || products.noPrice],
    [products.unit, product.unit],
    [
      products.packSize,
      product.packSize === undefined ? undefined : format.number(product.packSize),
    ],
    [products.sku, product.sku],
    [products.barcode, product.barcode],
    [products.category, product.category],
  ];
  const own = (definitions ?? []).filter(({ key }) => key in product.custom);
  return (
    <>
      <Card title={products.fields}>
        <Facts facts={facts.flatMap(([name, value]) => (value ? { name, value } : []))} />
      </Card>
      {own.length > 0 && (
        <Card title={products.ownFields}>
          <Facts
            facts={own.map((field) => ({
              name: field.label,
              value: sayCustom(product.custom[field.key], field, words, format),
            }))}
          />
        </Card>
      )}
    </>
  );
}
