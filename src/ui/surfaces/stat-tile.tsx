import type { ReactNode } from 'react';
import styles from './card.module.css';

/** One figure with its name. With `href` it opens the rows behind it. */
export function StatTile({
  name,
  figure,
  detail,
  href,
}: {
  readonly name: string;
  readonly figure: ReactNode;
  readonly detail?: ReactNode;
  readonly href?: string;
}) {
  const inside = (
    <>
      <span className={styles.small}>{name}</span>
      <span className={styles.figure}>{figure}</span>
      {detail !== undefined && <span className={styles.small}>{detail}</span>}
    </>
  );
  if (href === undefined) return <div className={styles.tile}>{inside}</div>;
  return (
    <a className={styles.tile} href={href}>
      {inside}
    </a>
  );
}
