import { Handshake, Plus, SearchX } from 'lucide-react';
import { useSearchParams } from 'wouter';
import { type DealFilter, type DealView, dealViews } from '#core/sales/filter-deals.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { BoardColumns } from './board-columns.tsx';
import { Forecast } from './forecast.tsx';
import styles from './pipeline.module.css';
import { useBoard } from './use-board.ts';

const filterOf = (params: URLSearchParams): DealFilter => ({
  view: dealViews.find((view) => view === params.get('show')) ?? 'all',
  search: params.get('search') ?? '',
  customerId: params.get('customer') ?? undefined,
});

/** All deals by their stage, what they may bring, and what narrows them. */
export function BoardPage({
  db,
  isBehindForm,
}: {
  readonly db: Database;
  /** The form of a new deal names a customer in the address; the board behind it is whole. */
  readonly isBehindForm: boolean;
}) {
  const { words } = useWords();
  const { pipeline } = words;
  const [params, setParams] = useSearchParams();
  const filter = filterOf(isBehindForm ? new URLSearchParams() : params);
  const board = useBoard(db, filter);
  const change = (name: 'show' | 'search' | 'customer', value: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        if (value === '' || value === 'all') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const isEmpty = board?.all === 0;
  return (
    <div className={styles.board}>
      <div className={styles.head}>
        <h1>{pipeline.title}</h1>
        <ButtonLink icon={Plus} look="primary" href={hrefOf.newDeal(filter.customerId)}>
          {pipeline.add}
        </ButtonLink>
        {board !== undefined && !isEmpty && <Forecast columns={board.columns} />}
      </div>
      {!isEmpty && <Filters db={db} filter={filter} onChange={change} />}
      {board === undefined && <Loading />}
      {isEmpty && (
        <EmptyState title={pipeline.empty} icon={Handshake}>
          {pipeline.emptyHint}
        </EmptyState>
      )}
      {board !== undefined && !isEmpty && board.shown === 0 && filter.search !== '' && (
        <EmptyState
          title={pipeline.noneFound}
          icon={SearchX}
          actions={
            <Button onPress={() => setParams({}, { replace: true })}>{pipeline.clear}</Button>
          }
        >
          {pipeline.noneFoundHint}
        </EmptyState>
      )}
      {board !== undefined && !isEmpty && (board.shown > 0 || filter.search === '') && (
        <BoardColumns db={db} board={board} />
      )}
    </div>
  );
}

function Filters({
  db,
  filter,
  onChange,
}: {
  readonly db: Database;
  readonly filter: DealFilter;
  readonly onChange: (name: 'show' | 'search' | 'customer', value: string) => void;
}) {
  const { words } = useWords();
  const { pipeline } = words;
  const { customerId } = filter;
  const customer = useWatch(
    () =>
      watch(async () =>
        customerId === undefined ? undefined : findRecord(db, 'customers', customerId),
      ),
    [db, customerId],
  );
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <TextField
          label={pipeline.search}
          isLabelHidden
          type="search"
          placeholder={pipeline.search}
          autoComplete="off"
          value={filter.search}
          onChange={(value) => onChange('search', value)}
        />
      </div>
      <ChoiceChips<DealView>
        label={pipeline.show}
        value={filter.view}
        onChange={(view) => onChange('show', view)}
        choices={dealViews.map((id) => ({ id, text: pipeline.views[id] }))}
      />
      {customerId !== undefined && (
        <ChoiceChips<'one' | 'all'>
          label={pipeline.customer}
          value="one"
          onChange={(id) => id === 'all' && onChange('customer', '')}
          choices={[
            { id: 'one', text: pipeline.onlyCustomer(customer?.name ?? '…') },
            { id: 'all', text: pipeline.allCustomers },
          ]}
        />
      )}
    </div>
  );
}
