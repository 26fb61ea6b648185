import { Users } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { type ListQuery, parseListQuery, writeListQuery } from '#core/customers/list-query.ts';
import type { Database } from '#db/database.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { late, useLate } from '#ui/live/use-late.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { whenIdle } from '#ui/live/when-idle.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { DetailProps } from './customer-detail.tsx';
import styles from './customers.module.css';
import { listColumns } from './list-columns.ts';
import { filterSheet } from './list-filters.tsx';
import { ListPane } from './list-pane.tsx';
import { Neighbours } from './neighbours.tsx';
import { rowOf, useCustomerList } from './use-customer-list.ts';
import { useScoring } from './use-scoring.ts';

// The list stands before the page of one customer is fetched; then it is, before somebody opens one.
const detail = late(() => import('./customer-detail.tsx'));
const fetchAhead = () => {
  void detail.fetch();
  void filterSheet.fetch();
};
const EditCustomer = lazy(async () => ({
  default: (await import('./edit-customer.tsx')).EditCustomer,
}));

const none: readonly FieldDefinition[] = [];

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
    () => listColumns({ words, format, language, scoring, definitions: definitions ?? none }),
    [words, format, language, scoring, definitions],
  );
  const list = useCustomerList(db, query, scoring?.model?.baseRate ?? 0.5, scoring?.seq);
  const row = id === undefined ? undefined : rowOf(list, id);
  const suffix = text === '' ? '' : `?${text}`;
  const current = useRef(query);
  current.current = query;
  // The same functions whatever the address says: what did not change is not drawn again.
  const change = useCallback(
    (part: Partial<ListQuery>) =>
      setParams(writeListQuery({ ...current.current, ...part }), { replace: true }),
    [setParams],
  );
  const add = useCallback(
    () => setParams([...writeListQuery(current.current), [adding, '1']], { replace: true }),
    [setParams],
  );
  const isThere = list.ords !== undefined && !list.isFirstPaint;
  useEffect(() => (isThere ? whenIdle(fetchAhead) : undefined), [isThere]);
  return (
    <div className={styles.panes}>
      <ListPane
        db={db}
        list={list}
        query={query}
        columns={columns}
        definitions={definitions ?? none}
        scoring={scoring}
        openId={id}
        suffix={suffix}
        onChange={change}
        onAdd={add}
      />
      <section className={styles.detail} {...(id === undefined ? { 'data-empty': '' } : {})}>
        {id === undefined ? (
          <EmptyState title={words.customers.chooseOne} icon={Users}>
            {words.customers.chooseOneHint}
          </EmptyState>
        ) : (
          <>
            <Neighbours db={db} id={id} row={row} list={list} suffix={suffix} />
            <Detail
              key={id}
              db={db}
              id={id}
              row={row}
              scoring={scoring}
              definitions={definitions ?? none}
            />
          </>
        )}
      </section>
      <Suspense>
        {params.has(adding) && <EditCustomer db={db} onClose={() => change({})} />}
      </Suspense>
    </div>
  );
}

function Detail(props: DetailProps) {
  const part = useLate(detail);
  return part === undefined ? <Loading /> : <part.CustomerDetail {...props} />;
}
