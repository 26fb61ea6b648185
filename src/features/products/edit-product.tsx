import { useEffect, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { tradedCurrencies } from '#core/sales/currencies.ts';
import type { Product } from '#core/sales/product.ts';
import { initialSettings, settingsId } from '#core/settings.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { findByExternalIds, findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import {
  applyProductDraft,
  faultsOf,
  newProduct,
  type ProductDraft,
  productDraftOf,
} from './product-draft.ts';
import { ProductFields } from './product-fields.tsx';

/** The name of another product in use that carries this number. */
const holderOf = async (db: Database, sku: string, id: string): Promise<string | undefined> => {
  if (sku === '') return undefined;
  const known = (await findByExternalIds(db, 'products', [sku])).get(sku);
  if (known === undefined || known.id === id) return undefined;
  const holder = await findRecord(db, 'products', known.id);
  return holder === undefined || holder.deletedAt !== undefined ? undefined : holder.name;
};

type Props = {
  readonly db: Database;
  readonly product?: Product;
  readonly categories: readonly { readonly category: string }[];
  readonly onClose: () => void;
};

/** Changes a product, or makes one. Nothing is written before Save; Save can be undone. */
export function EditProduct(props: Props) {
  const { db } = props;
  const settings = useWatch(
    () => watch(async () => (await findRecord(db, 'settings', settingsId)) ?? initialSettings),
    [db],
  );
  return settings === undefined ? null : <Form {...props} currency={settings.currency} />;
}

function Form({
  db,
  product,
  categories,
  onClose,
  currency,
}: Props & { readonly currency: string }) {
  const { words } = useWords();
  const { products, ui } = words;
  const [draft, setDraft] = useState<ProductDraft>(() => productDraftOf(product, currency));
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  const [holder, setHolder] = useState<string>();
  const definitions = useWatch(() => watch(() => listFieldDefinitions(db, 'products')), [db]);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const save = async () => {
    setTried(true);
    if (faultsOf(draft).length > 0) return;
    const now = Date.now();
    const record = applyProductDraft(product ?? newProduct(crypto.randomUUID(), now), draft);
    const taken = await holderOf(db, record.sku, record.id);
    setHolder(taken);
    if (taken !== undefined) return;
    const saved = await commit(db, {
      label: 'product-saved',
      now,
      writes: [{ table: 'products', record }],
    });
    if (!saved.ok) return setRefusal(saved.refusal);
    onClose();
    if (product === undefined) location.hash = hrefOf.product(record.id);
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={product === undefined ? products.add : products.edit}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ProductFields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={isTried ? faultsOf(draft) : []}
        holder={holder}
        categories={categories.map(({ category }) => category)}
        currencies={[...new Set([draft.currency, currency, ...tradedCurrencies])]}
        definitions={definitions ?? []}
        onSubmit={() => void save()}
      />
    </Sheet>
  );
}
