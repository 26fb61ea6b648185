import { useState } from 'react';
import { repeatOrder, returnOrder, startOrder } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import { initialSettings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { findRecord, findRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { CustomerPick } from './customer-pick.tsx';
import { localDay } from './local-day.ts';
import { OrderEditor } from './order-editor.tsx';
import type { Start } from './read-start.ts';

/** The order as it begins: empty, or made of another. */
const beginOrder = async (
  db: Database,
  id: string,
  { kind, customerId, from }: Start,
  now: number,
): Promise<Order> => {
  const settings = (await findRecord(db, 'settings', settingsId)) ?? initialSettings;
  const start = { id, now, date: localDay(now), customerId, kind, currency: settings.currency };
  const before = from === undefined ? undefined : await findRecord(db, 'orders', from);
  if (before === undefined) return startOrder(start);
  if (kind === 'return') return returnOrder(before, start);
  const products = await findRecords(
    db,
    'products',
    before.lines.map(({ productId }) => productId),
  );
  return repeatOrder(before, start, new Map(products.map((product) => [product.id, product])));
};

/** Asks for the customer where none is named, then opens the editor. */
export function StartOrder({
  db,
  id,
  start,
}: {
  readonly db: Database;
  readonly id: string;
  readonly start: Start;
}) {
  const [customerId, setCustomer] = useState(start.customerId);
  if (customerId === '') return <CustomerPick kind={start.kind} onPick={setCustomer} />;
  return <Begun key={customerId} db={db} id={id} start={{ ...start, customerId }} />;
}

function Begun({
  db,
  id,
  start,
}: {
  readonly db: Database;
  readonly id: string;
  readonly start: Start;
}) {
  const [now] = useState(Date.now);
  // Once the draft is written the same id opens it; until then this is read once.
  const order = useWatch(() => watch(() => beginOrder(db, id, start, now)), [db, id]);
  return order === undefined ? <Loading /> : <OrderEditor db={db} initial={order} />;
}
