import { useState } from 'react';
import type { Filter, FilterOperator } from '#core/customers/saved-view.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { type FilterDraft, FilterValue, filterFrom } from './filter-value.tsx';
import type { ListColumn } from './list-columns.ts';
import { operatorsOf } from './say-filter.ts';

export type FilterSheetProps = {
  readonly columns: readonly ListColumn[];
  readonly onAdd: (filter: Filter) => void;
  readonly onClose: () => void;
};

/** Asks for one condition: of which column, how, and what. */
export function FilterSheet({ columns, onAdd, onClose }: FilterSheetProps) {
  const { words } = useWords();
  const { customers, ui } = words;
  const [column, setColumn] = useState<ListColumn>();
  const [operator, setOperator] = useState<FilterOperator>('contains');
  const [draft, setDraft] = useState<FilterDraft>({});
  const choose = (id: string) => {
    const next = columns.find((known) => known.id === id);
    if (next === undefined) return;
    setColumn(next);
    setOperator(operatorsOf(next.kind)[0] ?? 'contains');
    setDraft({});
  };
  const filter = column === undefined ? undefined : filterFrom(column, operator, draft);
  const add = () => {
    if (filter === undefined) return;
    onAdd(filter);
    onClose();
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={customers.addFilter}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" isDisabled={filter === undefined} onPress={add}>
            {customers.useFilter}
          </Button>
        </>
      }
    >
      <Select
        label={customers.filterColumn}
        value={column?.id}
        onChange={choose}
        choices={columns.map(({ id, name }) => ({ id, text: name }))}
      />
      {column !== undefined && (
        <>
          <Select
            label={customers.filterCondition}
            value={operator}
            onChange={setOperator}
            choices={operatorsOf(column.kind).map((id) => ({
              id,
              text:
                column.kind === 'yesno' ? (id === 'is' ? ui.yes : ui.no) : customers.operators[id],
            }))}
          />
          <FilterValue
            column={column}
            operator={operator}
            draft={draft}
            onChange={setDraft}
            onSubmit={add}
          />
        </>
      )}
    </Sheet>
  );
}
