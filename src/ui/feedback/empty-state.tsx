import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from '#ui/surfaces/card.module.css';

/** What stands where nothing is yet: why, and the button that changes it. */
export function EmptyState({
  title,
  children,
  icon: Icon,
  actions,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly icon?: LucideIcon;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      {Icon && <Icon size={40} aria-hidden />}
      <h2>{title}</h2>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
