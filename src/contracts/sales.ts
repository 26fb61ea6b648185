import type { OrderKind, OrderStatus } from '#core/sales/order.ts';

export type ProductQuery = {
  readonly search: string;
  /** undefined: all categories. */
  readonly category?: string;
  /** How Chinese and accented names are sorted. */
  readonly language: 'en' | 'zh';
};

export type OrderQuery = {
  readonly kind?: OrderKind;
  readonly status?: OrderStatus;
  /** The window of the list asked for; at most 500. */
  readonly from: number;
  readonly count: number;
};

/** workers/sales: knows every product's words and every order's head; answers with ids. */
export type SalesContract = {
  findProducts: {
    input: ProductQuery;
    output: {
      /** All that match, in order. */
      readonly ids: readonly string[];
      readonly categories: readonly { readonly category: string; readonly count: number }[];
      /** Products in all, whatever was searched. */
      readonly all: number;
    };
    progress: never;
  };
  /** Orders of the newest day first. */
  findOrders: {
    input: OrderQuery;
    output: { readonly ids: readonly string[]; readonly total: number; readonly all: number };
    progress: never;
  };
};
