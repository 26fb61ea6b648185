import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './details.module.css';

/** Something for those who want to know more: shut until its title is pressed. */
export function Details({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <ChevronRight size={20} aria-hidden />
        {title}
      </summary>
      <div className={styles.inside}>{children}</div>
    </details>
  );
}
