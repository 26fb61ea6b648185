import type { ReactNode } from 'react';
import styles from './page.module.css';

/** A screen that scrolls: its one heading, its main actions, its content. */
export function Page({
  title,
  lead,
  actions,
  children,
}: {
  readonly title: string;
  /** One sentence under the heading. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/** As many equal columns as fit; `wide` for cards that hold more than a figure. */
export function Grid({
  children,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  return <div className={`${styles.grid} ${wide ? styles.wide : ''}`}>{children}</div>;
}

/** Cards of unequal height in as many columns as fit, read column by column. */
export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={styles.columns}>{children}</div>;
}

/** Things under each other. */
export function Stack({ children }: { readonly children: ReactNode }) {
  return <div className={styles.stack}>{children}</div>;
}

/** Things beside each other that may wrap. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
