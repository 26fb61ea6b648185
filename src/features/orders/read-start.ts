import { type OrderKind, orderKinds } from '#core/sales/order.ts';

/** What the address says of an order that is not there yet. */
export type Start = {
  readonly customerId: string;
  readonly kind: OrderKind;
  /** The order it repeats or takes back. */
  readonly from: string | undefined;
};

/** Reads it; undefined when the address means an order that exists. */
export const readStart = (params: URLSearchParams): Start | undefined => {
  const kind = orderKinds.find((known) => known === params.get('kind'));
  if (kind === undefined) return undefined;
  return {
    kind,
    customerId: params.get('customer') ?? '',
    from: params.get('from') ?? undefined,
  };
};
