import { useState } from 'react';
import type { BulkChange } from '#core/customers/bulk-change.ts';
import { customerClasses, lifecycles } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import { readValues } from '#jobs/directory-jobs.ts';
import { CustomInputs } from '#ui/controls/custom-inputs.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWords } from '#ui/words/words-context.tsx';

type Kind = 'lifecycle' | 'class' | 'add-tag' | 'remove-tag' | `custom:${string}`;

/** Which change, and to what. `onChange` is told undefined while something is missing. */
export function BulkForm({
  definitions,
  onChange,
}: {
  readonly definitions: readonly FieldDefinition[];
  readonly onChange: (change: BulkChange | undefined) => void;
}) {
  const { words } = useWords();
  const { customers } = words;
  const [kind, setKind] = useState<Kind>();
  const choose = (next: Kind) => {
    setKind(next);
    onChange(undefined);
  };
  const field = definitions.find(({ key }) => kind === `custom:${key}`);
  return (
    <>
      <Select<Kind>
        label={customers.whatToChange}
        value={kind}
        onChange={choose}
        choices={[
          { id: 'lifecycle', text: customers.lifecycle },
          { id: 'class', text: customers.class },
          { id: 'add-tag', text: customers.addTag },
          { id: 'remove-tag', text: customers.removeTag },
          ...definitions.map(({ key, label }) => ({ id: `custom:${key}` as const, text: label })),
        ]}
      />
      {(kind === 'lifecycle' || kind === 'class') && (
        <Word key={kind} kind={kind} onChange={onChange} />
      )}
      {kind === 'add-tag' && <NewTag onChange={onChange} />}
      {kind === 'remove-tag' && <KnownTag onChange={onChange} />}
      {field !== undefined && <Field key={field.key} field={field} onChange={onChange} />}
    </>
  );
}

type Told = { readonly onChange: (change: BulkChange | undefined) => void };

function Word({ kind, onChange }: Told & { readonly kind: 'lifecycle' | 'class' }) {
  const { words } = useWords();
  const [value, setValue] = useState<string>();
  const choices =
    kind === 'class'
      ? customerClasses.map((id) => ({ id, text: id, change: { kind, value: id } as const }))
      : lifecycles.map((id) => ({
          id,
          text: words.ui.lifecycles[id],
          change: { kind, value: id } as const,
        }));
  return (
    <Select<string>
      label={words.customers.newValue}
      value={value}
      onChange={(id) => {
        setValue(id);
        onChange(choices.find((choice) => choice.id === id)?.change);
      }}
      choices={choices}
    />
  );
}

function NewTag({ onChange }: Told) {
  const { words } = useWords();
  const [tag, setTag] = useState('');
  return (
    <TextField
      label={words.customers.tag}
      value={tag}
      onChange={(next) => {
        setTag(next);
        // A line break would make two of one.
        const value = next.replace(/\s+/gu, ' ').trim();
        onChange(value === '' ? undefined : { kind: 'add-tag', value });
      }}
    />
  );
}

function KnownTag({ onChange }: Told) {
  const { words } = useWords();
  const [tag, setTag] = useState<string>();
  const { answer } = useAsked((signal) => readValues('tags', signal), 'tags');
  if (answer?.length === 0) return <p>{words.customers.noTags}</p>;
  return (
    <Select<string>
      label={words.customers.tag}
      value={tag}
      onChange={(value) => {
        setTag(value);
        onChange({ kind: 'remove-tag', value });
      }}
      choices={(answer ?? []).map(({ value }) => ({ id: value, text: value }))}
    />
  );
}

function Field({ field, onChange }: Told & { readonly field: FieldDefinition }) {
  const [values, setValues] = useState<Record<string, CustomValue>>({});
  return (
    <CustomInputs
      definitions={[field]}
      values={values}
      onChange={(next) => {
        setValues(next);
        onChange({ kind: 'custom', key: field.key, value: next[field.key] ?? null });
      }}
    />
  );
}
