import { Users } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { type ListQuery, parseListQuery, writeListQuery } from '#core/customers/list-query.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import { listColumns } from './list-columns.ts';
import { ListPane } from './list-pane.tsx';
import { Neighbours } from './neighbours.tsx';
import { useCustomerList } from './use-customer-list.ts';
import { useScoring } from './use-scoring.ts';

// The list stands before the page of one customer, or a form, is fetched.
const CustomerDetail = lazy(async () => ({
  default: (await import('./customer-detail.tsx')).CustomerDetail,
}));
const EditCustomer = lazy(async () => ({
  default: (await import('./edit-customer.tsx')).EditCustomer,
}));

/** The form for a new customer is open: `#/customers?new=1`. */
const adding = 'new';

/** The list, and one customer beside it in landscape or instead of it in portrait. */
export function CustomersScreen({ db }: { readonly db: Database }) {
  const { words, format, language } = useWords();
  const { id } = useParams<{ readonly id?: string }>();
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  // The address alone says what the list is of.
  const query = useMemo(() => parseListQuery(new URLSearchParams(text)), [text]);
  const scoring = useScoring(db);
  const definitions = useWatch(
    () =>
      watch(() => listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'customers' })),
    [db],
  );
  const columns = useMemo(
    () => listColumns({ words, format, language, scoring, definitions: definitions ?? [] }),
    [words, format, language, scoring, definitions],
  );
  const list = useCustomerList(db, query, scoring?.model?.baseRate ?? 0.5, scoring?.seq);
  const suffix = text === '' ? '' : `?${text}`;
  const set = (next: ListQuery) => setParams(writeListQuery(next), { replace: true });
  const setAdding = (isAdding: boolean) =>
    setParams(isAdding ? [...writeListQuery(query), [adding, '1']] : writeListQuery(query), {
      replace: true,
    });
  return (
    <div className={styles.panes}>
      <ListPane
        db={db}
        list={list}
        query={query}
        columns={columns}
        definitions={definitions ?? []}
        scoring={scoring}
        openId={id}
        suffix={suffix}
        onChange={set}
        onAdd={() => setAdding(true)}
      />
      <section className={styles.detail} {...(id === undefined ? { 'data-empty': '' } : {})}>
        {id === undefined ? (
          <EmptyState title={words.customers.chooseOne} icon={Users}>
            {words.customers.chooseOneHint}
          </EmptyState>
        ) : (
          <>
            <Neighbours db={db} id={id} list={list} suffix={suffix} />
            <Suspense fallback={<Loading />}>
              <CustomerDetail key={id} db={db} id={id} scoring={scoring} />
            </Suspense>
          </>
        )}
      </section>
      <Suspense>
        {params.has(adding) && <EditCustomer db={db} onClose={() => setAdding(false)} />}
      </Suspense>
    </div>
  );
}
