import { useEffect } from 'react';
import type { BulkChange } from '#core/customers/bulk-change.ts';
import type { Lifecycle } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { CustomValue } from '#core/record.ts';
import { previewMany } from '#jobs/directory-jobs.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { sayCustom } from '#ui/words/say-custom.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './list.module.css';

/** How many change and how many are so already, and the first of the former from what to what. */
export function BulkPreview({
  ords,
  change,
  definitions,
  onCount,
}: {
  readonly ords: ReadonlySet<number>;
  readonly change: BulkChange;
  readonly definitions: readonly FieldDefinition[];
  readonly onCount: (changed: number) => void;
}) {
  const { words, format } = useWords();
  const { customers, ui } = words;
  const { answer, refusal } = useAsked(
    (signal) => previewMany(Uint32Array.from(ords), change, signal),
    JSON.stringify(change),
  );
  const count = answer?.changed ?? 0;
  useEffect(() => onCount(count), [count, onCount]);
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined) return <Loading />;
  const field = definitions.find(({ key }) => change.kind === 'custom' && key === change.key);
  const say = (value: CustomValue): string => {
    if (value === null || value === '') return '–';
    if (change.kind === 'custom') return sayCustom(value, field ?? { type: 'text' }, words, format);
    if (change.kind === 'lifecycle' || change.kind === 'delete')
      return ui.lifecycles[String(value) as Lifecycle] ?? String(value);
    return String(value).split('\n').join(', ');
  };
  return (
    <section aria-label={customers.preview}>
      <p role="status">{customers.willChange(answer.changed, answer.same)}</p>
      <ul className={styles.sample}>
        {answer.sample.map(({ ord, name, before, after }) => (
          <li key={ord}>
            <strong>{name || ui.customerNumber(ord + 1)}</strong>
            {': '}
            {change.kind === 'delete'
              ? customers.toTrash
              : customers.fromTo(say(before), say(after))}
          </li>
        ))}
      </ul>
      {answer.changed > answer.sample.length && (
        <p className={styles.hint}>{customers.andMore(answer.changed - answer.sample.length)}</p>
      )}
    </section>
  );
}
