import type { ReactNode } from 'react';
import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import styles from './field.module.css';

/** On or off, in force at once. For something that is saved with a form use Checkbox. */
export function Switch({
  children,
  ...rest
}: {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
}) {
  return (
    <SwitchField {...rest}>
      <SwitchButton className={styles.tick ?? ''}>
        <span className={styles.track}>
          <span className={styles.knob} />
        </span>
        {children}
      </SwitchButton>
    </SwitchField>
  );
}
