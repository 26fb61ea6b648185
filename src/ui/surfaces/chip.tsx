import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './card.module.css';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

/** A short word about the thing beside it. Not a button. */
export function Chip({
  children,
  tone = 'neutral',
  icon: Icon,
}: {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
}) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {Icon && <Icon size={14} aria-hidden />}
      {children}
    </span>
  );
}
