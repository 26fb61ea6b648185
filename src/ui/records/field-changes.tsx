import { ArrowRight } from 'lucide-react';
import type { FieldChange } from '#core/compare-records.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './field-changes.module.css';
import { nameField, sayField } from './say-field.ts';

/** What changed in a record, field by field: what it was, and what it became. */
export function FieldChanges({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { words, format } = useWords();
  const say = (field: string, value: unknown) => sayField(words, format, field, value);
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field} className={styles.change}>
          <dt>{nameField(words, field)}</dt>
          <dd>
            <del>{say(field, before)}</del>
            <ArrowRight size={16} aria-hidden />
            <ins>{say(field, after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
