import { CircleAlert, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Refusal } from '#core/result.ts';
import styles from '#ui/surfaces/card.module.css';
import { useWords } from '#ui/words/words-context.tsx';

/** A calm word about the state of things, with its buttons. */
export function Notice({
  children,
  actions,
}: {
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.notice}>
      <Info size={20} aria-hidden />
      <div className={styles.text}>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/**
 * A refusal in words: what happened, what is safe, what to do. Shows nothing for `cancelled`, which
 * is what the person wanted.
 */
export function ErrorNotice({
  refusal,
  actions,
}: {
  readonly refusal: Refusal;
  readonly actions?: ReactNode;
}) {
  const { words } = useWords();
  if (refusal.code === 'cancelled') return null;
  const { what, safe, next } = words.refusals[refusal.code](refusal.facts ?? {});
  return (
    <div role="alert" className={`${styles.notice} ${styles.bad}`} data-refusal={refusal.code}>
      <CircleAlert size={20} aria-hidden />
      <div className={styles.text}>
        <strong>{what}</strong>
        <span>{safe}</span>
        <span>{next}</span>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
