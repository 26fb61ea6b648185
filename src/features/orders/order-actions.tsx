import { ArrowRight, FileDown, Pencil, Printer, Repeat2, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Refusal, Result } from '#core/result.ts';
import { type Order, type OrderStatus, orderStatuses } from '#core/sales/order.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import type { Paper } from '#ui/paper/paper.ts';
import { shareFile } from '#ui/paper/share-file.ts';
import { Row } from '#ui/surfaces/page.tsx';
import { BackToList } from '#ui/surfaces/panes.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';
import { acceptQuote, deleteOrder, setStatus } from './save-order.ts';

/** A new order made of this one: `hrefOf.newOrder` with where it comes from. */
const hrefFrom = ({ id, customerId }: Order, kind: 'order' | 'return'): string =>
  `${hrefOf.newOrder(customerId, kind)}&from=${encodeURIComponent(id)}`;

/** What can be done with an order. */
export function OrderActions({
  db,
  order,
  paper,
}: {
  readonly db: Database;
  readonly order: Order;
  readonly paper: Paper;
}) {
  const { words } = useWords();
  const { orders } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const act = async <T,>(
    doing: Promise<Result<T>>,
    then?: (value: T, goOn: (href: string) => void) => void,
  ) => {
    const goOn = goOnFromHere();
    const done = await doing;
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) then?.(done.value, goOn);
  };
  const accept = () =>
    act(acceptQuote(db, order, Date.now()), (made, goOn) => {
      announce(orders.saved(orders.named(orders.kinds.order, made.number)));
      goOn(hrefOf.order(made.id));
    });
  return (
    <>
      <Row>
        <BackToList href={hrefOf.orders}>{orders.backToList}</BackToList>
        {order.kind === 'quote' && order.status === 'open' && (
          <Button look="primary" icon={ArrowRight} onPress={() => void accept()}>
            {orders.toOrder}
          </Button>
        )}
        <PaperButtons paper={paper} />
        <ButtonLink icon={Pencil} href={`${hrefOf.order(order.id)}?edit=1`}>
          {orders.edit}
        </ButtonLink>
        <ButtonLink icon={Repeat2} href={hrefFrom(order, 'order')}>
          {orders.repeat}
        </ButtonLink>
        {order.kind === 'order' && (
          <ButtonLink icon={Undo2} href={hrefFrom(order, 'return')}>
            {orders.takeBack}
          </ButtonLink>
        )}
        <Button
          icon={Trash2}
          onPress={() =>
            void act(deleteOrder(db, order, Date.now()), (_, goOn) => goOn(hrefOf.orders))
          }
        >
          {orders.remove}
        </Button>
      </Row>
      <div className={styles.status}>
        <Select<OrderStatus>
          label={orders.status}
          value={order.status}
          onChange={(status) => {
            if (status !== order.status) void act(setStatus(db, order, status, Date.now()));
          }}
          choices={orderStatuses
            .filter((id) => id !== 'draft')
            .map((id) => ({ id, text: orders.statuses[id] }))}
        />
      </div>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
    </>
  );
}

function PaperButtons({ paper }: { readonly paper: Paper }) {
  const { words } = useWords();
  const { orders } = words;
  const [isMaking, setMaking] = useState(false);
  const make = async () => {
    setMaking(true);
    announce(orders.pdfMaking);
    const { makePdf } = await import('#ui/paper/make-pdf.ts');
    await shareFile(await makePdf(paper));
    announce(orders.pdfReady);
    setMaking(false);
  };
  return (
    <>
      <Button icon={FileDown} isDisabled={isMaking} onPress={() => void make()}>
        {orders.pdf}
      </Button>
      <Button icon={Printer} onPress={() => window.print()}>
        {orders.print}
      </Button>
    </>
  );
}
