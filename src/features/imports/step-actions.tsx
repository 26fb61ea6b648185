import type { ReactNode } from 'react';
import styles from './imports.module.css';

/** Back and on: always in reach, however many columns a file has. */
export function StepActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>;
}
