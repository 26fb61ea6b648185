import { foldText } from '#core/customers/fold-text.ts';
import type { Product } from './product.ts';

/** What a search compares of a product, folded once. */
export type CatalogueEntry = {
  readonly id: string;
  readonly category: string;
  readonly sku: string;
  readonly barcode: string;
  readonly name: string;
  /** All of it in one text. */
  readonly text: string;
};

/** Products by name as the language sorts it; those in the trash are left out. */
export const openCatalogue = (
  products: readonly Product[],
  compare: (a: string, b: string) => number,
): CatalogueEntry[] =>
  products
    .filter(({ deletedAt }) => deletedAt === undefined)
    .sort((a, b) => compare(a.name, b.name) || compare(a.sku, b.sku))
    .map(({ id, sku, barcode = '', name, altName = '', category = '' }) => ({
      id,
      category,
      sku: foldText(sku),
      barcode: foldText(barcode),
      name: foldText(name),
      text: [sku, barcode, name, altName, category].map(foldText).join('\n'),
    }));

/** Lower is better: the very code, a name that begins so, anything else. */
const rankOf = ({ sku, barcode, name }: CatalogueEntry, search: string): number => {
  if (sku === search || barcode === search) return 0;
  return name.startsWith(search) || sku.startsWith(search) ? 1 : 2;
};

export type CatalogueQuery = {
  readonly search: string;
  /** undefined: all of them. */
  readonly category?: string | undefined;
};

/** Ids of the products every word of the search is found in, the very code first. */
export const findProducts = (
  catalogue: readonly CatalogueEntry[],
  { search, category }: CatalogueQuery,
): string[] => {
  const wanted = foldText(search.trim());
  const words = wanted.split(/\s+/u).filter(Boolean);
  const found = catalogue.filter(
    (entry) =>
      (category === undefined || entry.category === category) &&
      words.every((word) => entry.text.includes(word)),
  );
  if (words.length === 0) return found.map(({ id }) => id);
  const ranked: string[][] = [[], [], []];
  for (const entry of found) ranked[rankOf(entry, wanted)]?.push(entry.id);
  return ranked.flat();
};

/** Categories with how many products each holds, the fullest first; at most 24. */
export const countCategories = (
  catalogue: readonly CatalogueEntry[],
): { readonly category: string; readonly count: number }[] => {
  const counts = new Map<string, number>();
  for (const { category } of catalogue)
    if (category !== '') counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([category, count]) => ({ category, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 24);
};
