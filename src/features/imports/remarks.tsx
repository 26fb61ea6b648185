import type { TableRemark } from '#contracts/import.ts';
import { Notice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './imports.module.css';
import { shorten } from './shorten.ts';

/** What of a file was left out or read in a way of its own: nothing of it goes unsaid. */
export function Remarks({ remarks }: { readonly remarks: readonly TableRemark[] }) {
  const { words } = useWords();
  return remarks.map(({ about, count, lines = [] }) => (
    <Notice key={about}>
      <span>{words.imports.remarks[about](count)}</span>
      {lines.length > 0 && (
        <span className={styles.muted}>{lines.map((text) => shorten(text)).join(' · ')}</span>
      )}
    </Notice>
  ));
}
