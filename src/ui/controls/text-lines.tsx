import { Plus, X } from 'lucide-react';
import type { InputProps } from 'react-aria-components/Input';
import { useWords } from '#ui/words/words-context.tsx';
import { Button, IconButton } from './button.tsx';
import { TextField } from './text-field.tsx';
import styles from './text-lines.module.css';

/** Several short texts of one kind, such as phone numbers: a field each, and one more when asked. */
export function TextLines({
  label,
  add,
  values,
  onChange,
  inputMode,
  onSubmit,
}: {
  readonly label: string;
  /** Words of the button that adds a line. */
  readonly add: string;
  /** At least one; an empty one is a field to fill. */
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly inputMode?: InputProps['inputMode'];
  readonly onSubmit?: () => void;
}) {
  const { words } = useWords();
  const nameOf = (at: number) => (at === 0 ? label : `${label} ${at + 1}`);
  const isFull = values.every((value) => value.trim() !== '');
  return (
    <div className={styles.lines}>
      {values.map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; its text changes as it is typed
        <div key={at} className={styles.line}>
          <TextField
            label={nameOf(at)}
            value={value}
            onChange={(next) => onChange(values.map((old, place) => (place === at ? next : old)))}
            autoComplete="off"
            {...(inputMode === undefined ? {} : { inputMode })}
            {...(onSubmit === undefined ? {} : { onSubmit })}
          />
          {values.length > 1 && (
            <IconButton
              label={`${words.ui.remove}: ${nameOf(at)}`}
              icon={X}
              onPress={() => onChange(values.filter((_, place) => place !== at))}
            />
          )}
        </div>
      ))}
      {isFull && (
        <Button look="quiet" icon={Plus} onPress={() => onChange([...values, ''])}>
          {add}
        </Button>
      )}
    </div>
  );
}
