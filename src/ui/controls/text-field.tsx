import type { ReactNode } from 'react';
import { Input, type InputProps } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import styles from './field.module.css';
import { onEnter } from './on-enter.ts';

/** One field for text. `lines` above 1 makes it a text area. Errors are told under it, in words. */
export function TextField({
  label,
  hint,
  error,
  lines = 1,
  isLabelHidden = false,
  placeholder,
  inputMode,
  onSubmit,
  ...rest
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly lines?: number;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  readonly inputMode?: InputProps['inputMode'];
  readonly type?: 'text' | 'search' | 'number' | 'password' | 'date' | 'time' | 'datetime-local';
  readonly name?: string;
  readonly autoComplete?: string;
  /** Enter, but never the Enter that ends the composition of a Chinese word. */
  readonly onSubmit?: () => void;
}) {
  const keys = onSubmit === undefined ? {} : { onKeyDown: onEnter(onSubmit) };
  return (
    <AriaTextField
      {...rest}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      isInvalid={error !== undefined}
      className={styles.field ?? ''}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      {lines > 1 ? (
        <TextArea
          className={styles.input ?? ''}
          rows={lines}
          {...(placeholder === undefined ? {} : { placeholder })}
        />
      ) : (
        <Input
          className={styles.input ?? ''}
          {...(placeholder === undefined ? {} : { placeholder })}
          {...(inputMode === undefined ? {} : { inputMode })}
          {...keys}
        />
      )}
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      {error !== undefined && (
        <Text slot="errorMessage" className={styles.error}>
          {error}
        </Text>
      )}
    </AriaTextField>
  );
}
