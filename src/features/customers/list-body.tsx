import { FileUp, SearchX, Users } from 'lucide-react';
import { type ReactElement, useCallback, useMemo } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import { isAll, type ListQuery } from '#core/customers/list-query.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { VirtualList } from '#ui/lists/virtual-list.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import { CustomerRow } from './customer-row.tsx';
import type { CustomerList } from './use-customer-list.ts';
import { useListRows } from './use-list-rows.ts';
import type { Scoring } from './use-scoring.ts';
import type { Selection } from './use-selection.ts';

type Props = {
  readonly list: CustomerList;
  readonly query: ListQuery;
  readonly scoring: Scoring | undefined;
  readonly openId: string | undefined;
  readonly suffix: string;
  readonly selection: Selection;
  readonly onClear: () => void;
};

/** The rows, or why there are none. */
export function ListBody(props: Props) {
  const { list, query, onClear } = props;
  if (list.refusal !== undefined) return <ErrorNotice refusal={list.refusal} />;
  if (list.ords === undefined) return <Loading />;
  if (list.ords.length === 0) return <NobodyHere isAll={isAll(query)} onClear={onClear} />;
  return <Rows {...props} ords={list.ords} />;
}

function Rows(props: Props & { readonly ords: ArrayLike<number> }) {
  const { list, ords, scoring, openId, suffix, selection } = props;
  const { words } = useWords();
  const { rowAt, show } = useListRows(list);
  const { isOn, ords: chosen, pick } = selection;
  // The same element for the same row: whatever else changes, it is not drawn again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other scores, other elements
  const drawn = useMemo(() => new WeakMap<DirectoryRow, ReactElement>(), [scoring]);
  const row = useCallback(
    (index: number) => {
      const at = rowAt(index);
      if (isOn || at === undefined) {
        const isChosen = isOn ? chosen.has(ords[index] ?? -1) : undefined;
        return <CustomerRow row={at} scoring={scoring} isChosen={isChosen} />;
      }
      const before = drawn.get(at);
      if (before !== undefined) return before;
      const made = <CustomerRow row={at} scoring={scoring} isChosen={undefined} />;
      drawn.set(at, made);
      return made;
    },
    [rowAt, scoring, isOn, chosen, ords, drawn],
  );
  const isCurrent = useCallback(
    (index: number) =>
      isOn ? chosen.has(ords[index] ?? -1) : openId !== undefined && rowAt(index)?.id === openId,
    [rowAt, openId, isOn, chosen, ords],
  );
  const href = useCallback(
    (index: number) => {
      const found = rowAt(index);
      return found === undefined ? undefined : `${hrefOf.customer(found.id)}${suffix}`;
    },
    [rowAt, suffix],
  );
  return (
    <VirtualList
      label={words.customers.list}
      count={ords.length}
      listKey={list.key}
      onRange={show}
      row={row}
      isCurrent={isCurrent}
      href={href}
      onPick={isOn ? pick : undefined}
    />
  );
}

function NobodyHere({
  isAll: isEmpty,
  onClear,
}: {
  readonly isAll: boolean;
  readonly onClear: () => void;
}) {
  const { words } = useWords();
  const { customers } = words;
  return isEmpty ? (
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
