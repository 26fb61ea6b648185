import { ReceiptText } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useParams, useSearchParams } from 'wouter';
import type { Order } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { late, useLate } from '#ui/live/use-late.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { whenIdle } from '#ui/live/when-idle.ts';
import { Panes } from '#ui/surfaces/panes.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { OrderDetail } from './order-detail.tsx';
import { OrderList, OrderListHead } from './order-list.tsx';
import { readStart, type Start } from './read-start.ts';
import { useOrders } from './use-orders.ts';

// The list stands before the editor is fetched; then it is, before somebody begins an order.
const editing = late(async () => {
  const [{ OrderEditor }, { StartOrder }] = await Promise.all([
    import('./order-editor.tsx'),
    import('./start-order.tsx'),
  ]);
  return { OrderEditor, StartOrder };
});
const fetchAhead = () => void editing.fetch();

/**
 * The list of orders and one beside it; the editor has the screen for itself. `new` takes an id at once
 * and keeps it in the address: a reload finds the draft again.
 */
export function OrdersScreen({ db }: { readonly db: Database }) {
  const { id } = useParams<{ readonly id?: string }>();
  if (id === 'new') return <TakeId />;
  return id === undefined ? <OrdersList db={db} /> : <OpenOrder key={id} db={db} id={id} />;
}

function TakeId() {
  const [, navigate] = useLocation();
  const [params] = useSearchParams();
  useEffect(() => {
    const query = new URLSearchParams(params);
    if (!query.has('kind')) query.set('kind', 'order');
    navigate(`/orders/${crypto.randomUUID()}?${query}`, { replace: true });
  }, [navigate, params]);
  return <Loading />;
}

function OpenOrder({ db, id }: { readonly db: Database; readonly id: string }) {
  const [params] = useSearchParams();
  // null stands for "looked and not found"; undefined is "not read yet".
  const order = useWatch(
    () => watch(async () => (await findRecord(db, 'orders', id)) ?? null),
    [db, id],
  );
  const [isNew, setNew] = useState<boolean>();
  if (order === undefined) return <Loading />;
  if (isNew === undefined) setNew(order === null);
  const start = readStart(params);
  // One that began here stays in the editor it began in, also once its draft is written.
  if (start !== undefined && isNew === true && (order === null || order.status === 'draft'))
    return <Editing db={db} id={id} start={start} />;
  if (order === null || order.deletedAt !== undefined) return <OrdersList db={db} openId={id} />;
  if (order.status === 'draft' || params.get('edit') === '1')
    return <Editing db={db} order={order} />;
  return <OrdersList db={db} openId={id} />;
}

/** One that begins (`start`), or one that is there. */
function Editing({
  db,
  ...what
}: { readonly db: Database } & (
  | { readonly id: string; readonly start: Start }
  | { readonly order: Order }
)) {
  const part = useLate(editing);
  if (part === undefined) return <Loading />;
  if ('order' in what) return <part.OrderEditor db={db} initial={what.order} />;
  return <part.StartOrder db={db} id={what.id} start={what.start} />;
}

function OrdersList({ db, openId }: { readonly db: Database; readonly openId?: string }) {
  const { words } = useWords();
  const { orders } = words;
  const [params, setParams] = useSearchParams();
  const kind = params.get('list') ?? '';
  const status = params.get('status') ?? '';
  const found = useOrders(db, kind, status);
  useEffect(() => whenIdle(fetchAhead), []);
  const change = (name: 'list' | 'status', value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <Panes
      label={orders.title}
      head={<OrderListHead found={found} kind={kind} status={status} onChange={change} />}
      list={
        <OrderList
          found={found}
          openId={openId}
          suffix={listQuery(kind, status)}
          onClear={() => setParams({}, { replace: true })}
        />
      }
      detail={openId === undefined ? undefined : <OrderDetail key={openId} db={db} id={openId} />}
      empty={
        <EmptyState title={orders.chooseOne} icon={ReceiptText}>
          {orders.chooseOneHint}
        </EmptyState>
      }
    />
  );
}

const listQuery = (list: string, status: string): string => {
  const query = new URLSearchParams();
  if (list !== '') query.set('list', list);
  if (status !== '') query.set('status', status);
  return query.size === 0 ? '' : `?${query}`;
};
