import { FileUp, SearchX, UserPlus, Users } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { VirtualList } from '#ui/lists/virtual-list.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { CustomerDetail } from './customer-detail.tsx';
import { CustomerRow } from './customer-row.tsx';
import styles from './customers.module.css';
import { EditCustomer } from './edit-customer.tsx';
import { ListFilters } from './list-filters.tsx';
import { isPlain, type ListQuery, parseListQuery } from './list-query.ts';
import { type CustomerList, useCustomerList } from './use-customer-list.ts';
import { type Scoring, useScoring } from './use-scoring.ts';

/** The list, and one customer beside it in landscape or instead of it in portrait. */
export function CustomersScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const { id } = useParams<{ readonly id?: string }>();
  const [params, setParams] = useSearchParams();
  const [isAdding, setAdding] = useState(false);
  const query = parseListQuery(params);
  const scoring = useScoring(db);
  const list = useCustomerList(db, query, scoring?.model?.baseRate ?? 0.5, scoring?.seq);
  const change = (name: string, value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  return (
    <div className={styles.panes}>
      <section
        className={styles.list}
        aria-label={words.customers.title}
        {...(id === undefined ? {} : { 'data-behind': '' })}
      >
        <div className={styles.head}>
          <h1>{words.customers.title}</h1>
          <Button icon={UserPlus} onPress={() => setAdding(true)}>
            {words.customers.add}
          </Button>
          <ListFilters query={query} scoring={scoring} onChange={change} />
          <span className={styles.count} role="status">
            {list.total === undefined || list.isFirstPaint ? '' : words.ui.customers(list.total)}
          </span>
        </div>
        <ListBody
          list={list}
          query={query}
          scoring={scoring}
          openId={id}
          onClear={() => setParams({}, { replace: true })}
          suffix={params.size === 0 ? '' : `?${params}`}
        />
      </section>
      <section className={styles.detail} {...(id === undefined ? { 'data-empty': '' } : {})}>
        {id === undefined ? (
          <EmptyState title={words.customers.chooseOne} icon={Users}>
            {words.customers.chooseOneHint}
          </EmptyState>
        ) : (
          <CustomerDetail key={id} db={db} id={id} scoring={scoring} />
        )}
      </section>
      {isAdding && <EditCustomer db={db} onClose={() => setAdding(false)} />}
    </div>
  );
}

function ListBody({
  list,
  query,
  scoring,
  openId,
  onClear,
  suffix,
}: {
  readonly list: CustomerList;
  readonly query: ListQuery;
  readonly scoring: Scoring | undefined;
  readonly openId: string | undefined;
  readonly onClear: () => void;
  readonly suffix: string;
}) {
  const { words } = useWords();
  if (list.refusal !== undefined) return <ErrorNotice refusal={list.refusal} />;
  if (list.total === undefined) return <Loading />;
  if (list.total === 0) return <NobodyHere isAll={isPlain(query)} onClear={onClear} />;
  return (
    <VirtualList
      label={words.customers.list}
      count={list.total}
      listKey={list.key}
      onRange={list.show}
      row={(index) => <CustomerRow row={list.rowAt(index)} scoring={scoring} />}
      isCurrent={(index) => openId !== undefined && list.rowAt(index)?.id === openId}
      href={(index) => {
        const row = list.rowAt(index);
        return row === undefined ? undefined : `${hrefOf.customer(row.id)}${suffix}`;
      }}
    />
  );
}

function NobodyHere({ isAll, onClear }: { readonly isAll: boolean; readonly onClear: () => void }) {
  const { words } = useWords();
  const { customers } = words;
  return isAll ? (
    <EmptyState
      title={customers.empty}
      icon={Users}
      actions={
        <ButtonLink look="primary" icon={FileUp} href={hrefOf.import}>
          {customers.import}
        </ButtonLink>
      }
    >
      {customers.emptyHint}
    </EmptyState>
  ) : (
    <EmptyState
      title={customers.noneFound}
      icon={SearchX}
      actions={<Button onPress={onClear}>{customers.clear}</Button>}
    >
      {customers.noneFoundHint}
    </EmptyState>
  );
}
