import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from '#ui/controls/button.tsx';
import styles from './panes.module.css';

/**
 * A list, and one of its things beside it where there is room, instead of it where there is not.
 * `detail` is undefined while nothing is open; then `empty` stands there.
 */
export function Panes({
  label,
  head,
  list,
  detail,
  empty,
}: {
  readonly label: string;
  readonly head: ReactNode;
  readonly list: ReactNode;
  readonly detail: ReactNode | undefined;
  readonly empty: ReactNode;
}) {
  const isOpen = detail !== undefined;
  return (
    <div className={styles.panes}>
      <section
        className={styles.list}
        aria-label={label}
        {...(isOpen ? { 'data-behind': '' } : {})}
      >
        <div className={styles.head}>{head}</div>
        {list}
      </section>
      <section className={styles.detail} {...(isOpen ? {} : { 'data-empty': '' })}>
        {isOpen ? detail : empty}
      </section>
    </div>
  );
}

/** The way back to the list where the thing stands in its place. */
export function BackToList({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles.back}>
      <ButtonLink look="quiet" icon={ArrowLeft} href={href}>
        {children}
      </ButtonLink>
    </span>
  );
}

/** A row of such a list: what it is, what goes with it, and a figure with its detail at the end. */
export function PaneRow({
  name,
  figure,
  detail,
  aside,
}: {
  readonly name: ReactNode;
  readonly figure?: ReactNode;
  readonly detail?: ReactNode;
  readonly aside?: ReactNode;
}) {
  return (
    <span className={styles.row}>
      <span className={styles.name}>{name}</span>
      <span className={styles.figure}>{figure}</span>
      <span className={styles.small}>{detail}</span>
      <span className={styles.small}>{aside}</span>
    </span>
  );
}
