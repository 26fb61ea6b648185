import type { Customer } from '#core/customers/customer.ts';
import type { Database } from '#db/database.ts';
import { listFieldDefinitions } from '#db/list-field-definitions.ts';
import { watch } from '#db/watch.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { TextLines } from '#ui/controls/text-lines.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Details } from '#ui/surfaces/details.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import {
  AddressGroup,
  DraftLine,
  type FormPart,
  Group,
  SellingGroup,
  WishesGroup,
} from './customer-form-groups.tsx';
import { forgetDraft } from './kept-drafts.ts';
import { LikelyDuplicates } from './likely-duplicates.tsx';
import { useCustomerForm } from './use-customer-form.ts';

/**
 * Changes a customer, or makes one: a name is enough. Nothing is written before Save; Save can be
 * undone. Closed without Cancel, what was typed is offered again.
 */
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
  const { customers, customerForm, ui } = words;
  const id = customer?.id;
  const form = useCustomerForm(db, customer, (savedId) => {
    onClose();
    if (customer === undefined) location.hash = hrefOf.customer(savedId);
  });
  const { draft, change, faults } = form;
  const part: FormPart = { draft, faults, onChange: change, onSubmit: () => void form.save() };
  const cancel = () => {
    forgetDraft(id);
    onClose();
  };
  const open = (other: string) => {
    onClose();
    location.hash = hrefOf.customer(other);
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={customer === undefined ? customers.add : customers.edit}
      actions={
        <>
          <Button onPress={cancel}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void form.save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {form.isResumed && (
        <Notice actions={<Button onPress={form.startOver}>{customerForm.startOver}</Button>}>
          {customerForm.resumed}
        </Notice>
      )}
      {form.refusal !== undefined && (
        <ErrorNotice
          refusal={form.refusal}
          actions={<Button onPress={form.startOver}>{customerForm.startOver}</Button>}
        />
      )}
      <Basics form={part} />
      <LikelyDuplicates db={db} draft={draft} id={id} onOpen={open} />
      {customer === undefined ? (
        <Details title={customerForm.moreFields}>
          <Further db={db} form={part} id={id} />
        </Details>
      ) : (
        <Further db={db} form={part} id={id} />
      )}
    </Sheet>
  );
}

/** What one asks at the door. */
function Basics({ form }: { readonly form: FormPart }) {
  const { words } = useWords();
  const { customers, customerForm } = words;
  const { draft, onChange, faults, onSubmit } = form;
  return (
    <>
      <DraftLine
        form={form}
        of="name"
        label={customers.name}
        error={faults.includes('name') ? customers.nameNeeded : undefined}
      />
      <TextLines
        label={customers.phone}
        add={customerForm.addPhone}
        values={draft.phones}
        onChange={(phones) => onChange({ phones })}
        inputMode="tel"
        onSubmit={onSubmit}
      />
      <TextLines
        label={customers.email}
        add={customerForm.addEmail}
        values={draft.emails}
        onChange={(emails) => onChange({ emails })}
        inputMode="email"
        onSubmit={onSubmit}
      />
      <ChoiceChips
        label={customers.kind}
        value={draft.kind}
        onChange={(kind) => onChange({ kind })}
        choices={(['business', 'person'] as const).map((one) => ({
          id: one,
          text: customers.kinds[one],
        }))}
      />
    </>
  );
}

function Further({
  db,
  form,
  id,
}: {
  readonly db: Database;
  readonly form: FormPart;
  readonly id: string | undefined;
}) {
  const { words } = useWords();
  const definitions = useWatch(() => watch(() => listFieldDefinitions(db, 'customers')), [db]);
  return (
    <>
      <AddressGroup form={form} />
      <SellingGroup db={db} form={form} id={id} />
      <WishesGroup form={form} />
      {(definitions ?? []).length > 0 && (
        <Group title={words.customers.ownFields}>
          <CustomInputs
            definitions={definitions ?? []}
            values={form.draft.custom}
            onChange={(custom) => form.onChange({ custom })}
          />
        </Group>
      )}
    </>
  );
}
