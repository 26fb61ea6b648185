import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import styles from './field.module.css';

type Props = {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isIndeterminate?: boolean;
  readonly isDisabled?: boolean;
} & (
  | { readonly children: ReactNode; readonly label?: never }
  | { readonly label: string; readonly children?: never }
);

/** A tick. Give it words as children, or `label` where a table's row says already what it is. */
export function Checkbox({ children, label, ...rest }: Props) {
  return (
    <CheckboxField {...rest} {...(label === undefined ? {} : { 'aria-label': label })}>
      <CheckboxButton className={styles.tick ?? ''}>
        {({ isIndeterminate }) => (
          <>
            <span className={styles.box}>
              {isIndeterminate ? <Minus size={18} aria-hidden /> : <Check size={18} aria-hidden />}
            </span>
            {children}
          </>
        )}
      </CheckboxButton>
    </CheckboxField>
  );
}
