/** Whom a question is about: a name as written, or the customer on the screen or just spoken of. */
export type Subject = { readonly kind: 'named'; readonly name: string } | { readonly kind: 'this' };

/** A question over one's own data, as data: rows are computed from it, never generated. */
export type OwnQuestion =
  | { readonly kind: 'likely-buyers'; readonly limit: number; readonly least: boolean }
  | { readonly kind: 'customer-score'; readonly subject: Subject }
  | { readonly kind: 'segments' }
  | {
      readonly kind: 'segment-size';
      readonly segment: string;
      /** Customers or segments are named in the question: "how big is X" alone may mean anything. */
      readonly explicit: boolean;
    }
  | { readonly kind: 'customer-count' }
  | { readonly kind: 'last-order'; readonly subject: Subject };

/** How many customers "top customers" means when no number is said. */
export const usualLimit = 10;

/** The longest table an answer shows. */
export const maximumLimit = 100;

/** Keeps a spoken number of rows within what an answer shows. */
export const clampLimit = (limit: number): number =>
  Math.min(maximumLimit, Math.max(1, Math.round(limit)));
