import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { dealStages } from '#core/sales/deal.ts';
import type { Database } from '#db/database.ts';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CustomerPicker } from './customer-picker.tsx';
import type { DealDraft, DealFault } from './deal-draft.ts';
import { ProductPicker } from './product-picker.tsx';

/** The fields of the deal's form. */
export function DealFields({
  db,
  draft,
  onChange,
  faults,
  sourceStage,
  currencies,
  definitions,
  onSubmit,
}: {
  readonly db: Database;
  readonly draft: DealDraft;
  readonly onChange: (part: Partial<DealDraft>) => void;
  readonly faults: readonly DealFault[];
  readonly sourceStage: string | undefined;
  readonly currencies: readonly string[];
  readonly definitions: readonly FieldDefinition[];
  readonly onSubmit: () => void;
}) {
  const { words, format } = useWords();
  const { pipeline } = words;
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  return (
    <>
      <TextField
        label={pipeline.name}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        onSubmit={onSubmit}
        autoComplete="off"
        error={faults.includes('name') ? pipeline.nameNeeded : undefined}
      />
      <CustomerPicker
        db={db}
        customerId={draft.customerId}
        onChange={(customerId) => onChange({ customerId })}
      />
      <NumberField
        label={pipeline.amount}
        value={draft.amount}
        onChange={(amount) => onChange({ amount })}
        onSubmit={onSubmit}
        error={faults.includes('amount') ? pipeline.amountWrong : undefined}
      />
      <Select
        label={pipeline.currency}
        value={draft.currency}
        onChange={(currency) => onChange({ currency })}
        choices={currencies.map((id) => ({ id, text: `${names.of(id)} (${id})` }))}
      />
      <Select
        label={pipeline.stage}
        value={draft.stage}
        onChange={(stage) => onChange({ stage })}
        choices={dealStages.map((id) => ({ id, text: pipeline.stages[id] }))}
        {...(sourceStage === undefined ? {} : { hint: `${pipeline.sourceStage}: ${sourceStage}` })}
      />
      {draft.stage === 'lost' && (
        <TextField
          label={pipeline.lostReason}
          value={draft.lostReason}
          onChange={(lostReason) => onChange({ lostReason })}
          autoComplete="off"
        />
      )}
      <TextField
        label={pipeline.expectedClose}
        type="date"
        value={draft.expectedClose}
        onChange={(expectedClose) => onChange({ expectedClose })}
      />
      <ProductPicker
        db={db}
        productIds={draft.productIds}
        onChange={(productIds) => onChange({ productIds })}
      />
      <CustomInputs
        definitions={definitions}
        values={draft.custom}
        onChange={(custom) => onChange({ custom })}
      />
    </>
  );
}
