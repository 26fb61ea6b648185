import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './field.module.css';

export type Choice<Id extends string> = { readonly id: Id; readonly text: string };

/** Chooses one of at most some hundred things. `value` is undefined until something was chosen. */
export function Select<Id extends string>({
  label,
  choices,
  value,
  onChange,
  hint,
  isLabelHidden = false,
  isDisabled = false,
}: {
  readonly label: string;
  readonly choices: readonly Choice<Id>[];
  readonly value: Id | undefined;
  readonly onChange: (id: Id) => void;
  readonly hint?: string;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}) {
  const { words } = useWords();
  return (
    <AriaSelect
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value ?? null}
      onChange={(key) => key !== null && onChange(key as Id)}
      placeholder={words.ui.choose}
      isDisabled={isDisabled}
      className={styles.field ?? ''}
    >
      {!isLabelHidden && <Label className={styles.label}>{label}</Label>}
      <Button className={`${styles.input} ${styles.select}`}>
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
        </SelectValue>
        <ChevronDown size={20} aria-hidden />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      )}
      <Popover className={styles.popover ?? ''}>
        <ListBox items={choices} className={styles.list ?? ''}>
          {({ id, text }) => (
            <ListBoxItem id={id} textValue={text} className={styles.option ?? ''}>
              <Check size={18} aria-hidden />
              <span>{text}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
