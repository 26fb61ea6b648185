import { lazy, Suspense, useCallback, useState } from 'react';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import { type ListQuery, parseListQuery } from '#core/customers/list-query.ts';
import type { Database } from '#db/database.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import listStyles from './list.module.css';
import { ListBody } from './list-body.tsx';
import type { ListColumn } from './list-columns.ts';
import { ListSort, ListTools } from './list-filters.tsx';
import type { CustomerList } from './use-customer-list.ts';
import type { Scoring } from './use-scoring.ts';
import { useSelection } from './use-selection.ts';

const BulkBar = lazy(async () => ({ default: (await import('./bulk-bar.tsx')).BulkBar }));
const ViewsSheet = lazy(async () => ({ default: (await import('./views-sheet.tsx')).ViewsSheet }));

type Props = {
  readonly db: Database;
  readonly list: CustomerList;
  readonly query: ListQuery;
  readonly columns: readonly ListColumn[];
  readonly definitions: readonly FieldDefinition[];
  readonly scoring: Scoring | undefined;
  readonly openId: string | undefined;
  readonly suffix: string;
  readonly onChange: (part: Partial<ListQuery>) => void;
  readonly onAdd: () => void;
};

const all = parseListQuery(new URLSearchParams());

/** Customers found, with what narrows and orders them; several can be chosen and changed at once. */
export function ListPane(props: Props) {
  const { db, list, query, columns, definitions, scoring, openId, suffix, onChange } = props;
  const { words } = useWords();
  const { customers, ui } = words;
  const [isViewing, setViewing] = useState(false);
  const selection = useSelection(list.ords);
  const openViews = useCallback(() => setViewing(true), []);
  const clear = useCallback(() => onChange(all), [onChange]);
  const isCounted = list.ords !== undefined && !list.isFirstPaint;
  return (
    <section
      className={styles.list}
      aria-label={customers.title}
      {...(openId === undefined ? {} : { 'data-behind': '' })}
    >
      <div className={styles.head}>
        <h1>{customers.title}</h1>
        <ListTools
          filters={query.filters}
          columns={columns}
          onChange={onChange}
          onAdd={props.onAdd}
          onViews={openViews}
          onSelect={selection.start}
        />
        <div className={listStyles.foot}>
          <span className={styles.count} role="status">
            {isCounted ? ui.customers(list.ords?.length ?? 0) : ''}
            {list.isSearching ? ` ${customers.searchingNotes}` : ''}
          </span>
          <ListSort {...query.sort} columns={columns} onChange={onChange} />
        </div>
      </div>
      <ListBody
        list={list}
        query={query}
        scoring={scoring}
        openId={openId}
        suffix={suffix}
        selection={selection}
        onClear={clear}
      />
      <Suspense>
        {selection.isOn && (
          <BulkBar list={list} suffix={suffix} selection={selection} definitions={definitions} />
        )}
        {isViewing && (
          <ViewsSheet
            db={db}
            query={query}
            onPick={(view) => {
              onChange(view);
              setViewing(false);
            }}
            onClose={() => setViewing(false)}
          />
        )}
      </Suspense>
    </section>
  );
}
