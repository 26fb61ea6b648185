import { useEffect, useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { SimilarCustomer } from '#contracts/learn.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { textOf } from '#core/predictions/source-column.ts';
import { readRows } from '#jobs/directory-jobs.ts';
import { findSimilar } from '#jobs/learn-jobs.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { useWords } from '#ui/words/words-context.tsx';
import page from './customer-page.module.css';
import styles from './score-reasons.module.css';

/** Names of these customers, asked of the directory; undefined until they are there. */
const useNames = (
  similar: readonly SimilarCustomer[] | undefined,
): ReadonlyMap<string, DirectoryRow> | undefined => {
  const [names, setNames] = useState<ReadonlyMap<string, DirectoryRow>>();
  useEffect(() => {
    if (similar === undefined) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const ask = async () => {
      const rows = await readRows(
        similar.map(({ ord }) => ord),
        signal,
      );
      if (rows.ok && !signal.aborted) setNames(new Map(rows.value.map((row) => [row.id, row])));
    };
    void ask();
    return () => controller.abort();
  }, [similar]);
  return names;
};

/** How the customers most like this one answered, with the way to each. */
export function SimilarCustomers({
  customer,
  fields,
}: {
  readonly customer: Customer;
  readonly fields: readonly FieldDefinition[];
}) {
  const { words } = useWords();
  const { similar } = words;
  const { answer, refusal } = useAsked(
    (signal) => findSimilar(customer.id, signal),
    `${customer.id} ${customer.rev}`,
  );
  const names = useNames(answer?.customers);
  if (refusal !== undefined) return <ErrorNotice refusal={refusal} />;
  if (answer === undefined || names === undefined) return <Loading />;
  const { field, positive, customers } = answer;
  if (customers.length === 0) return null;
  const name = nameColumn(field, fields, words);
  const count = customers.filter(({ isPositive }) => isPositive).length;
  return (
    <div className={styles.reasons} data-similar>
      <h3 className={styles.title}>{similar.title}</h3>
      <p>{similar.sentence(count, customers.length, name, words.ui.say(positive))}</p>
      <ul className={page.items} aria-label={similar.title}>
        {customers.map(({ id, value }) => (
          <li key={id}>
            <a href={hrefOf.customer(id)} className={page.link}>
              <span className={page.grow}>{names.get(id)?.name ?? id}</span>
              <span className={page.small}>{words.ui.say(textOf(value) ?? '')}</span>
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.compared}>{similar.note}</p>
    </div>
  );
}
