import { type ReactNode, useState } from 'react';
import { readNumber, writeNumber } from './read-number.ts';
import { TextField } from './text-field.tsx';

/**
 * A field for a number, with the tablet's number pad. What is typed stays as it is typed; `onChange`
 * hears undefined while it is no number. `value` from outside is taken over when it differs.
 */
export function NumberField({
  label,
  value,
  onChange,
  hint,
  error,
  isLabelHidden = false,
  onSubmit,
}: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  readonly onSubmit?: () => void;
}) {
  const [text, setText] = useState(writeNumber(value));
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    if (readNumber(text) !== value) setText(writeNumber(value));
  }
  return (
    <TextField
      label={label}
      isLabelHidden={isLabelHidden}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(readNumber(next));
      }}
      error={error}
      {...(hint === undefined ? {} : { hint })}
      {...(onSubmit === undefined ? {} : { onSubmit })}
    />
  );
}
