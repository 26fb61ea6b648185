import { discountOrder } from '#core/sales/edit-order.ts';
import type { Order } from '#core/sales/order.ts';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';
import { fromPercent, toPercent } from './percent.ts';
import { type Editing, type OrderFault, shareOverLimit } from './use-editing.ts';

const withText = (order: Order, key: 'note' | 'discountReason', text: string): Order => {
  const { [key]: _, ...rest } = order;
  return text === '' ? rest : { ...rest, [key]: text };
};

/** What holds for the whole order: date, discount and its reason, note, the own fields. */
export function CartTerms({
  order,
  editing,
  faults,
  onChange,
}: {
  readonly order: Order;
  readonly editing: Editing;
  readonly faults: readonly OrderFault[];
  readonly onChange: (make: (order: Order) => Order) => void;
}) {
  const { words, format } = useWords();
  const { orders } = words;
  const over = shareOverLimit(order, editing);
  const isReasonMissing = faults.includes('reason') && (order.discountReason ?? '').trim() === '';
  return (
    <>
      <div className={styles.terms}>
        <TextField
          label={orders.date}
          type="date"
          value={order.date}
          onChange={(date) => {
            if (/^\d{4}-\d{2}-\d{2}$/u.test(date)) onChange((before) => ({ ...before, date }));
          }}
        />
        <NumberField
          label={orders.wholeDiscount}
          value={toPercent(order.discount ?? 0)}
          onChange={(value) => onChange((before) => discountOrder(before, fromPercent(value)))}
        />
      </div>
      {(over !== undefined || order.discountReason !== undefined) && (
        <>
          {over !== undefined && (
            <p className={styles.warn} role="status">
              {orders.overLimit(format.share(over), format.share(editing.settings.discountLimit))}
            </p>
          )}
          <TextField
            label={orders.reason}
            value={order.discountReason ?? ''}
            onChange={(text) => onChange((before) => withText(before, 'discountReason', text))}
            hint={orders.reasonHint}
            error={isReasonMissing ? orders.reasonNeeded : undefined}
          />
        </>
      )}
      <TextField
        label={orders.note}
        lines={2}
        value={order.note ?? ''}
        onChange={(text) => onChange((before) => withText(before, 'note', text))}
      />
      <CustomInputs
        definitions={editing.definitions}
        values={order.custom}
        onChange={(custom) => onChange((before) => ({ ...before, custom }))}
      />
    </>
  );
}
