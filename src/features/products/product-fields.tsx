import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { DraftFault, ProductDraft } from './product-draft.ts';

type TextKey = 'name' | 'altName' | 'sku' | 'barcode' | 'category' | 'unit';

/** The fields of the product form. */
export function ProductFields({
  draft,
  onChange,
  faults,
  holder,
  categories,
  currencies,
  definitions,
  onSubmit,
}: {
  readonly draft: ProductDraft;
  readonly onChange: (part: Partial<ProductDraft>) => void;
  readonly faults: readonly DraftFault[];
  /** The product that has this number already. */
  readonly holder: string | undefined;
  /** Offered under the category's field. */
  readonly categories: readonly string[];
  readonly currencies: readonly string[];
  readonly definitions: readonly FieldDefinition[];
  readonly onSubmit: () => void;
}) {
  const { words, format } = useWords();
  const { products } = words;
  const names = new Intl.DisplayNames(format.locale, { type: 'currency' });
  const text = (key: TextKey, label: string, hint?: string, error?: string) => (
    <TextField
      label={label}
      value={draft[key]}
      onChange={(value) => onChange({ [key]: value })}
      onSubmit={onSubmit}
      autoComplete="off"
      error={error}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  const number = (key: 'packSize' | 'price', label: string, fault: string, hint?: string) => (
    <NumberField
      label={label}
      value={draft[key]}
      onChange={(value) => onChange({ [key]: value })}
      onSubmit={onSubmit}
      error={faults.includes(key) ? fault : undefined}
      {...(hint === undefined ? {} : { hint })}
    />
  );
  return (
    <>
      {text(
        'name',
        products.name,
        undefined,
        faults.includes('name') ? products.nameNeeded : undefined,
      )}
      {text('altName', products.otherName)}
      {text('sku', products.sku, undefined, holder && products.skuTaken(holder))}
      {text('barcode', products.barcode)}
      {number('price', products.price, products.priceWrong)}
      <Select
        label={products.currency}
        value={draft.currency}
        onChange={(currency) => onChange({ currency })}
        choices={currencies.map((id) => ({ id, text: `${names.of(id)} (${id})` }))}
      />
      {text('unit', products.unit, products.unitHint)}
      {number('packSize', products.packSize, products.packWrong, products.packSizeHint)}
      {text('category', products.category)}
      {categories.length > 0 && (
        <ChoiceChips
          label={products.category}
          value={draft.category}
          onChange={(category) => onChange({ category })}
          choices={categories.map((id) => ({ id, text: id }))}
        />
      )}
      <CustomInputs
        definitions={definitions}
        values={draft.custom}
        onChange={(custom) => onChange({ custom })}
      />
    </>
  );
}
