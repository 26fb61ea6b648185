import { orderKindCodes } from '#core/customers/summarise-orders.ts';
import { type OrderHistory, placeOfDay } from './order-history.ts';
import type { SnapshotColumn } from './snapshot-table.ts';

/** Orders of so many days back count as recent. */
const recentDays = 180;

const column = (name: string, values: readonly (number | null)[]): SnapshotColumn => ({
  name,
  type: 'number',
  learnable: true,
  log: true,
  values,
});

/** Orders before the day that hold one of the products, and the days since the last of them. */
const boughtBefore = (
  history: OrderHistory,
  customer: number,
  asOf: number,
  isMeant: (product: number) => boolean,
) => {
  let [times, recent] = [0, 0];
  let since: number | null = null;
  const end = placeOfDay(history, customer, asOf);
  for (let at = history.start[customer] ?? 0; at < end; at += 1) {
    if (history.kind[at] !== orderKindCodes.order) continue;
    if (!(history.products?.[at] ?? []).some(isMeant)) continue;
    const ago = asOf - (history.day[at] ?? asOf);
    times += 1;
    if (ago <= recentDays) recent += 1;
    since = ago;
  }
  return { times, recent, since };
};

/**
 * What each row knows of the products asked for: how often they were bought, how often of late, how
 * long ago. Nothing of the row's day or later is in it.
 */
export const productColumns = (
  history: OrderHistory,
  { customer, asOf }: { readonly customer: Int32Array; readonly asOf: Int32Array },
  isMeant: (product: number) => boolean,
): readonly SnapshotColumn[] => {
  const rows = Array.from(customer, (one, row) =>
    boughtBefore(history, one, asOf[row] ?? 0, isMeant),
  );
  return [
    column(
      'ordersOfIt',
      rows.map(({ times }) => times),
    ),
    column(
      'ordersOfItIn180Days',
      rows.map(({ recent }) => recent),
    ),
    column(
      'daysSinceIt',
      rows.map(({ since }) => since),
    ),
  ];
};
