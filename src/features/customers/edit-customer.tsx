import { useEffect, useState } from 'react';
import { type Customer, lifecycles } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { applyDraft, type Draft, draftOf, newCustomer } from './customer-draft.ts';

/** Changes a customer, or makes one. Nothing is written before Save; Save can be undone. */
export function EditCustomer({
  db,
  customer,
  onClose,
}: {
  readonly db: Database;
  readonly customer?: Customer;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customers, ui } = words;
  const [draft, setDraft] = useState<Draft>(() => draftOf(customer));
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const set = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const save = async () => {
    setTried(true);
    if (draft.name.trim() === '') return;
    const now = Date.now();
    const record = applyDraft(customer ?? newCustomer(crypto.randomUUID(), now), draft);
    const saved = await commit(db, {
      label: 'customer-saved',
      now,
      writes: [{ table: 'customers', record }],
    });
    if (!saved.ok) return setRefusal(saved.refusal);
    onClose();
    if (customer === undefined) location.hash = hrefOf.customer(record.id);
  };
  const text = (key: 'name' | 'altName' | 'phone' | 'email' | 'city', label: string) => (
    <TextField
      label={label}
      value={draft[key]}
      onChange={(value) => set({ [key]: value })}
      onSubmit={() => void save()}
      {...(key === 'name' && isTried && draft.name.trim() === ''
        ? { error: customers.nameNeeded }
        : {})}
    />
  );
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={customer === undefined ? customers.add : customers.edit}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {text('name', customers.name)}
      {text('altName', customers.otherName)}
      <Select
        label={customers.lifecycle}
        value={draft.lifecycle}
        onChange={(lifecycle) => set({ lifecycle })}
        choices={lifecycles.map((id) => ({ id, text: ui.lifecycles[id] }))}
      />
      {text('phone', customers.phone)}
      {text('email', customers.email)}
      {text('city', customers.city)}
      <Checkbox isSelected={draft.doNotContact} onChange={(doNotContact) => set({ doNotContact })}>
        {customers.doNotContact}
      </Checkbox>
    </Sheet>
  );
}
