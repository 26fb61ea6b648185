import type { ReactNode } from 'react';
import { customerClasses, lifecycles } from '#core/customers/customer.ts';
import type { Database } from '#db/database.ts';
import { watch } from '#db/watch.ts';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TagField } from '#ui/controls/tag-field.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { Draft, DraftFault, DraftText } from './customer-draft.ts';
import styles from './customer-form.module.css';
import { CustomerPick } from './customer-pick.tsx';
import { readTagsInUse } from './read-tags-in-use.ts';

export type FormPart = {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly faults: readonly DraftFault[];
  readonly onSubmit: () => void;
};

/** One line of text of the draft. */
export function DraftLine({
  form: { draft, onChange, onSubmit },
  of,
  label,
  error,
}: {
  readonly form: FormPart;
  readonly of: DraftText;
  readonly label: string;
  readonly error?: string | undefined;
}) {
  return (
    <TextField
      label={label}
      value={draft[of]}
      onChange={(value) => onChange({ [of]: value })}
      onSubmit={onSubmit}
      autoComplete="off"
      error={error}
    />
  );
}

/** Fields that belong together, under a heading of their own. */
export function Group({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

export function AddressGroup({ form }: { readonly form: FormPart }) {
  const { words } = useWords();
  const { customers, customerForm } = words;
  return (
    <Group title={customerForm.address}>
      <DraftLine form={form} of="street" label={customers.street} />
      <div className={styles.pair}>
        <DraftLine form={form} of="postcode" label={customers.postcode} />
        <DraftLine form={form} of="city" label={customers.city} />
        <DraftLine form={form} of="region" label={customers.region} />
        <DraftLine form={form} of="country" label={customers.country} />
      </div>
    </Group>
  );
}

export function SellingGroup({
  db,
  form,
  id,
}: {
  readonly db: Database;
  readonly form: FormPart;
  readonly id: string | undefined;
}) {
  const { words } = useWords();
  const { customers, customerForm, ui } = words;
  const { draft, onChange, faults } = form;
  const tags = useWatch(() => watch(() => readTagsInUse(db)), [db]);
  return (
    <Group title={customerForm.selling}>
      <div className={styles.pair}>
        <Select
          label={customers.lifecycle}
          value={draft.lifecycle}
          onChange={(lifecycle) => onChange({ lifecycle })}
          choices={lifecycles.map((one) => ({ id: one, text: ui.lifecycles[one] }))}
        />
        <Select
          label={customers.class}
          value={draft.class}
          onChange={(one) => onChange({ class: one })}
          choices={[
            { id: '', text: ui.none },
            ...customerClasses.map((one) => ({ id: one, text: one })),
          ]}
        />
      </div>
      <NumberField
        label={customerForm.interval}
        hint={customerForm.intervalHint}
        value={draft.visitIntervalDays}
        onChange={(visitIntervalDays) => onChange({ visitIntervalDays })}
        error={faults.includes('visitIntervalDays') ? customerForm.intervalWrong : undefined}
      />
      <DraftLine form={form} of="altName" label={customers.otherName} />
      <DraftLine form={form} of="industry" label={customers.industry} />
      <CustomerPick
        db={db}
        label={customerForm.parent}
        value={draft.parentId}
        except={id}
        onChange={(parentId) => onChange({ parentId })}
      />
      <TagField
        label={customers.tags}
        hint={customerForm.tagsHint}
        add={customerForm.addTag}
        values={draft.tags}
        known={tags ?? []}
        onChange={(next) => onChange({ tags: next })}
      />
    </Group>
  );
}

export function WishesGroup({ form: { draft, onChange } }: { readonly form: FormPart }) {
  const { words } = useWords();
  const { customers, customerForm } = words;
  return (
    <Group title={customerForm.wishes}>
      <Checkbox
        isSelected={draft.doNotContact}
        onChange={(doNotContact) => onChange({ doNotContact })}
      >
        {customers.doNotContact}
      </Checkbox>
      <Checkbox
        isSelected={draft.profiling === 'denied'}
        onChange={(denied) => onChange({ profiling: denied ? 'denied' : 'allowed' })}
      >
        {customerForm.noProfiling}
      </Checkbox>
    </Group>
  );
}
