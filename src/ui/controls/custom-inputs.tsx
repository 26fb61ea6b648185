import { type FieldDefinition, labelWithSign } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { NumberField } from './number-field.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

type Custom = Readonly<Record<string, CustomValue>>;

/** One field per custom field of a record. An emptied one is taken away, never kept empty. */
export function CustomInputs({
  definitions,
  values,
  onChange,
}: {
  readonly definitions: readonly FieldDefinition[];
  readonly values: Custom;
  readonly onChange: (values: Record<string, CustomValue>) => void;
}) {
  return definitions.map((definition) => (
    <CustomInput
      key={definition.id}
      definition={definition}
      value={values[definition.key] ?? null}
      onChange={(value) => {
        const { [definition.key]: _, ...rest } = values;
        onChange(value === null || value === '' ? rest : { ...rest, [definition.key]: value });
      }}
    />
  ));
}

function CustomInput({
  definition,
  value,
  onChange,
}: {
  readonly definition: FieldDefinition;
  readonly value: CustomValue;
  readonly onChange: (value: CustomValue) => void;
}) {
  const { words } = useWords();
  const { label, type, choices } = definition;
  if (type === 'number')
    return (
      <NumberField
        label={labelWithSign(definition)}
        value={typeof value === 'number' ? value : undefined}
        onChange={(next) => onChange(next ?? null)}
      />
    );
  if (type === 'choice' || type === 'yesno')
    return (
      <Select
        label={label}
        value={value === null ? '' : String(value)}
        onChange={onChange}
        choices={[
          { id: '', text: words.ui.none },
          ...(choices ?? ['yes', 'no']).map((id) => ({ id, text: words.ui.say(id) })),
        ]}
      />
    );
  return (
    <TextField
      label={label}
      value={value === null ? '' : String(value)}
      onChange={onChange}
      type={type === 'date' ? 'date' : 'text'}
    />
  );
}
