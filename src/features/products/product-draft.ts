import type { CustomValue } from '#core/record.ts';
import type { Product } from '#core/sales/product.ts';

/** A product as the form shows it; a number is undefined while it is empty or none. */
export type ProductDraft = {
  readonly name: string;
  readonly altName: string;
  readonly sku: string;
  readonly barcode: string;
  readonly category: string;
  readonly unit: string;
  readonly packSize: number | undefined;
  readonly price: number | undefined;
  readonly currency: string;
  readonly custom: Readonly<Record<string, CustomValue>>;
};

/** The form's start. `currency`: of prices that name none. */
export const productDraftOf = (product: Product | undefined, currency: string): ProductDraft => ({
  name: product?.name ?? '',
  altName: product?.altName ?? '',
  sku: product?.sku ?? '',
  barcode: product?.barcode ?? '',
  category: product?.category ?? '',
  unit: product?.unit ?? '',
  packSize: product?.packSize,
  price: product?.price,
  currency: product?.currency ?? currency,
  custom: product?.custom ?? {},
});

/** A product nothing is known of yet. `now`: ms UTC. */
export const newProduct = (id: string, now: number): Product => ({
  id,
  createdAt: now,
  updatedAt: now,
  rev: 0,
  sku: '',
  name: '',
  custom: {},
});

export type DraftFault = 'name' | 'packSize' | 'price';

/** What keeps a draft from being saved. */
export const faultsOf = ({ name, packSize, price }: ProductDraft): readonly DraftFault[] => [
  ...(name.trim() === '' ? (['name'] as const) : []),
  ...(packSize !== undefined && packSize <= 0 ? (['packSize'] as const) : []),
  ...(price !== undefined && price < 0 ? (['price'] as const) : []),
];

const written = <K extends string>(key: K, text: string): { readonly [P in K]?: string } =>
  (text.trim() === '' ? {} : { [key]: text.trim() }) as { readonly [P in K]?: string };

/**
 * The product with the form's values; an emptied field is absent. Its number is what files of orders
 * name it by, so it is the external id as well, unless a file gave another.
 */
export const applyProductDraft = (product: Product, draft: ProductDraft): Product => {
  const { id, createdAt, updatedAt, deletedAt, rev, importId, externalId } = product;
  const sku = draft.sku.trim();
  const key = externalId === undefined || externalId === product.sku ? sku : externalId;
  return {
    id,
    createdAt,
    updatedAt,
    rev,
    ...(deletedAt === undefined ? {} : { deletedAt }),
    ...(importId === undefined ? {} : { importId }),
    ...(key === '' ? {} : { externalId: key }),
    sku,
    name: draft.name.trim(),
    ...written('altName', draft.altName),
    ...written('barcode', draft.barcode),
    ...written('category', draft.category),
    ...written('unit', draft.unit),
    ...(draft.packSize === undefined ? {} : { packSize: draft.packSize }),
    ...(draft.price === undefined ? {} : { price: draft.price, currency: draft.currency }),
    custom: { ...draft.custom },
  };
};
