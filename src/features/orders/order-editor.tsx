import { ShoppingCart, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { changeKind } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import { totalOrder } from '#core/sales/order-totals.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { Cart } from './cart.tsx';
import { Catalogue } from './catalogue.tsx';
import styles from './orders.module.css';
import { deleteOrder } from './save-order.ts';
import { sayCustomer } from './say-customer.ts';
import { type Draft, useDraft } from './use-draft.ts';
import { type Editing, type OrderFault, orderFaults, useEditing } from './use-editing.ts';

/** Takes an order, a quote or a return: catalogue beside the cart, or one after the other. */
export function OrderEditor({ db, initial }: { readonly db: Database; readonly initial: Order }) {
  const draft = useDraft(db, initial);
  const editing = useEditing(db, draft.order);
  if (editing === undefined) return <Loading />;
  return <Editor db={db} draft={draft} editing={editing} isNew={initial.status === 'draft'} />;
}

type Step = 'catalogue' | 'cart';

function Editor({
  db,
  draft,
  editing,
  isNew,
}: {
  readonly db: Database;
  readonly draft: Draft;
  readonly editing: Editing;
  readonly isNew: boolean;
}) {
  const { words } = useWords();
  const { orders } = words;
  const { order, change } = draft;
  const [step, setStep] = useState<Step>(order.lines.length === 0 ? 'catalogue' : 'cart');
  const [faults, setFaults] = useState<readonly OrderFault[]>([]);
  const save = async () => {
    const found = orderFaults(order, editing);
    setFaults(found);
    if (found.length > 0) return setStep('cart');
    const goOn = goOnFromHere();
    const saved = await draft.save();
    if (!saved.ok) return;
    announce(orders.saved(orders.named(orders.kinds[order.kind], saved.value.number)));
    goOn(hrefOf.order(order.id));
  };
  return (
    <div className={styles.editor}>
      <EditorHead db={db} draft={draft} editing={editing} isNew={isNew} />
      <div className={styles.steps}>
        <ChoiceChips
          label={orders.step}
          value={step}
          onChange={setStep}
          choices={[
            { id: 'catalogue', text: orders.catalogue },
            { id: 'cart', text: orders.cartOf(String(order.lines.length)) },
          ]}
        />
      </div>
      <div className={styles.sides} data-step={step}>
        <Catalogue db={db} order={order} taxRate={editing.settings.taxRate} onChange={change} />
        <Cart
          db={db}
          order={order}
          editing={editing}
          faults={faults}
          onChange={change}
          isKept={draft.isKept && isNew}
        />
      </div>
      <EditorFoot order={order} step={step} onStep={setStep} onSave={() => void save()} />
    </div>
  );
}

function EditorHead({
  db,
  draft,
  editing,
  isNew,
}: {
  readonly db: Database;
  readonly draft: Draft;
  readonly editing: Editing;
  readonly isNew: boolean;
}) {
  const { words } = useWords();
  const { orders } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const { order, change } = draft;
  const leave = async () => {
    const goOn = goOnFromHere();
    const record = await draft.stop();
    if (isNew && record !== undefined) {
      const gone = await deleteOrder(db, record, Date.now());
      if (!gone.ok) return setRefusal(gone.refusal);
    }
    goOn(isNew ? hrefOf.orders : hrefOf.order(order.id));
  };
  const refused = refusal ?? draft.refusal;
  return (
    <div className={styles.head}>
      <div className={styles.title}>
        <h1>{(isNew ? orders.newKind : orders.editKind)[order.kind]}</h1>
        <span>{orders.forCustomer(sayCustomer(editing.customer, words))}</span>
      </div>
      {isNew && order.fromId === undefined && (
        <ChoiceChips
          label={orders.kind}
          value={order.kind}
          onChange={(kind) => change((before) => changeKind(before, kind))}
          choices={(['order', 'quote', 'return'] as const).map((id) => ({
            id,
            text: orders.kinds[id],
          }))}
        />
      )}
      <Button icon={isNew ? Trash2 : X} look="quiet" onPress={() => void leave()}>
        {isNew ? orders.discard : words.ui.cancel}
      </Button>
      {refused !== undefined && <ErrorNotice refusal={refused} />}
    </div>
  );
}

function EditorFoot({
  order,
  step,
  onStep,
  onSave,
}: {
  readonly order: Order;
  readonly step: Step;
  readonly onStep: (step: Step) => void;
  readonly onSave: () => void;
}) {
  const { words, format } = useWords();
  const { orders } = words;
  const { netMinor, taxMinor, grossMinor } = totalOrder(order);
  const money = (minor: number) => format.money(minor, order.currency);
  return (
    <div className={styles.foot} data-step={step}>
      <span className={styles.sum}>
        {taxMinor !== 0 && (
          <span className={styles.small}>
            {orders.net} {money(netMinor)} · {orders.tax} {money(taxMinor)}
          </span>
        )}
        <strong>
          {orders.total} {money(grossMinor)}
        </strong>
      </span>
      <span className={styles.toCart}>
        <Button look="primary" icon={ShoppingCart} onPress={() => onStep('cart')}>
          {orders.cartOf(format.number(order.lines.length))}
        </Button>
      </span>
      <span className={styles.save}>
        <Button look="primary" onPress={onSave}>
          {orders.saveKind[order.kind]}
        </Button>
      </span>
    </div>
  );
}
