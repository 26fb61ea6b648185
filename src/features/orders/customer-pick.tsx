import { useState } from 'react';
import type { OrderKind } from '#core/sales/order.ts';
import { findCustomers, readRows } from '#jobs/directory-jobs.ts';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './orders.module.css';

/** As many as one looks through; more letters find the rest. */
const mostShown = 20;

const ask = async (search: string, signal: AbortSignal) => {
  const found = await findCustomers(
    { search, filters: [], sort: { column: 'name', descending: false } },
    signal,
  );
  if (!found.ok) return found;
  return readRows([...found.value.ords.slice(0, mostShown)], signal);
};

/** Finds the customer an order is for. */
export function CustomerPick({
  kind,
  onPick,
}: {
  readonly kind: OrderKind;
  readonly onPick: (customerId: string) => void;
}) {
  const { words } = useWords();
  const { orders } = words;
  const [search, setSearch] = useState('');
  const { answer, refusal } = useAsked((signal) => ask(search, signal), search);
  return (
    <Page title={orders.newKind[kind]} lead={orders.whoFor}>
      <TextField
        label={orders.findCustomer}
        type="search"
        value={search}
        onChange={setSearch}
        autoComplete="off"
      />
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {answer === undefined ? (
        <Loading />
      ) : (
        <ul className={styles.picks} aria-label={orders.whoFor}>
          {answer.map(({ id, ord, name, city }) => (
            <li key={id}>
              <button type="button" className={styles.pick} onClick={() => onPick(id)}>
                <strong>{name || words.ui.customerNumber(ord + 1)}</strong>
                <span className={styles.small}>{city}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {answer?.length === 0 && <p role="status">{orders.noCustomer}</p>}
    </Page>
  );
}
