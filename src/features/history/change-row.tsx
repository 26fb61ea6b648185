import type { ReactNode } from 'react';
import type { HistoryLine } from '#db/list-history.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { FieldChanges } from '#ui/records/field-changes.tsx';
import { nameKind, nameRecord } from '#ui/records/name-record.ts';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './history.module.css';

type Subject = NonNullable<HistoryLine['subject']>;

/** Where a record is seen; undefined for one without a page, or in the trash. */
const addressOf = ({ table, record }: Subject): string | undefined => {
  if ('deletedAt' in record && record.deletedAt !== undefined) return hrefOf.trash;
  if (table === 'customers') return hrefOf.customer(record.id);
  if (table === 'orders') return hrefOf.order(record.id);
  if (table === 'products') return hrefOf.product(record.id);
  if (table === 'deals') return hrefOf.deal(record.id);
  if (table === 'imports') return hrefOf.import;
  if (table === 'settings') return hrefOf.settings;
  const owner = (record as { readonly customerId?: string }).customerId;
  return owner === undefined ? undefined : hrefOf.customer(owner);
};

/** One change: what, when, how many records; what can be done about it stands at the end. */
export function ChangeRow({
  line,
  isUndone = false,
  children,
}: {
  readonly line: HistoryLine;
  readonly isUndone?: boolean;
  readonly children: ReactNode;
}) {
  const { words, format } = useWords();
  const { subject, label, at, count } = line;
  const href = subject === undefined || isUndone ? undefined : addressOf(subject);
  const name = subject === undefined ? '' : nameRecord(words, subject.table, subject.record);
  const parts = [
    format.instant(at),
    ...(count > 1 ? [words.records.records(count)] : []),
    ...(subject === undefined ? [] : [nameKind(words, subject.table)]),
  ];
  return (
    <li className={styles.row} data-undone={isUndone || undefined}>
      <span className={styles.what}>
        <strong>{words.shell.changes[label]}</strong>
        <span className={styles.when}>{parts.join(' · ')}</span>
      </span>
      <span className={styles.subject}>
        {href === undefined ? name : <a href={href}>{name}</a>}
        {subject !== undefined && subject.fields.length > 0 && (
          <Details title={words.history.what}>
            <FieldChanges changes={subject.fields} />
          </Details>
        )}
      </span>
      <span className={styles.acts}>{children}</span>
    </li>
  );
}
