import { FilePlus2, ReceiptText, SearchX } from 'lucide-react';
import type { Customer } from '#core/customers/customer.ts';
import { type Order, orderKinds, orderStatuses } from '#core/sales/order.ts';
import { totalOrder } from '#core/sales/order-totals.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { VirtualList } from '#ui/lists/virtual-list.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Row } from '#ui/surfaces/page.tsx';
import { PaneRow } from '#ui/surfaces/panes.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { sayCustomer } from './say-customer.ts';
import type { useOrders } from './use-orders.ts';

type Found = ReturnType<typeof useOrders>;

/** What the list shows, and how to take a new order. */
export function OrderListHead({
  found,
  kind,
  status,
  onChange,
}: {
  readonly found: Found;
  readonly kind: string;
  readonly status: string;
  readonly onChange: (name: 'list' | 'status', value: string) => void;
}) {
  const { words } = useWords();
  const { orders } = words;
  const all = { id: '', text: orders.all };
  return (
    <>
      <Row>
        <h1>{orders.title}</h1>
        <ButtonLink icon={FilePlus2} href={hrefOf.newOrder('')}>
          {orders.add}
        </ButtonLink>
      </Row>
      <ChoiceChips
        label={orders.kind}
        value={kind}
        onChange={(id) => onChange('list', id)}
        choices={[all, ...orderKinds.map((id) => ({ id, text: orders.kindsMany[id] }))]}
      />
      <ChoiceChips
        label={orders.status}
        value={status}
        onChange={(id) => onChange('status', id)}
        choices={[all, ...orderStatuses.map((id) => ({ id, text: orders.statuses[id] }))]}
      />
      <span role="status">{found.total === undefined ? '' : orders.count(found.total)}</span>
    </>
  );
}

/** The orders themselves. */
export function OrderList({
  found,
  openId,
  suffix,
  onClear,
}: {
  readonly found: Found;
  readonly openId: string | undefined;
  readonly suffix: string;
  readonly onClear: () => void;
}) {
  const { words } = useWords();
  const { orders } = words;
  if (found.refusal !== undefined) return <ErrorNotice refusal={found.refusal} />;
  if (found.total === undefined) return <Loading />;
  if (found.all === 0)
    return (
      <EmptyState
        title={orders.empty}
        icon={ReceiptText}
        actions={
          <ButtonLink look="primary" icon={FilePlus2} href={hrefOf.newOrder('')}>
            {orders.add}
          </ButtonLink>
        }
      >
        {orders.emptyHint}
      </EmptyState>
    );
  if (found.total === 0)
    return (
      <EmptyState
        title={orders.noneFound}
        icon={SearchX}
        actions={<Button onPress={onClear}>{orders.clear}</Button>}
      >
        {orders.noneFoundHint}
      </EmptyState>
    );
  return (
    <VirtualList
      label={orders.list}
      count={found.total}
      listKey={found.key}
      onRange={found.show}
      row={(index) => {
        const order = found.orderAt(index);
        return <OrderRow order={order} customer={order && found.customerOf(order)} />;
      }}
      isCurrent={(index) => openId !== undefined && found.idAt(index) === openId}
      href={(index) => {
        const id = found.idAt(index);
        return id === undefined ? undefined : `${hrefOf.order(id)}${suffix}`;
      }}
    />
  );
}

function OrderRow({
  order,
  customer,
}: {
  readonly order: Order | undefined;
  readonly customer: Customer | undefined;
}) {
  const { words, format } = useWords();
  const { orders } = words;
  if (order === undefined) return <PaneRow name="…" />;
  const { kind, number, date, status, currency } = order;
  return (
    <PaneRow
      name={sayCustomer(customer, words)}
      figure={format.money(totalOrder(order).grossMinor, currency)}
      detail={`${orders.named(orders.kinds[kind], number)} · ${format.day(date)}`}
      aside={orders.statuses[status]}
    />
  );
}
