import {
  ArrowDownWideNarrow,
  ArrowUpNarrowWide,
  Bookmark,
  ListChecks,
  ListFilter,
  UserPlus,
  X,
} from 'lucide-react';
import { memo, useState } from 'react';
import { type ListQuery, startsDescending } from '#core/customers/list-query.ts';
import type { Filter } from '#core/customers/saved-view.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { late, useLate } from '#ui/live/use-late.ts';
import { useWords } from '#ui/words/words-context.tsx';
import type { FilterSheetProps } from './filter-sheet.tsx';
import styles from './list.module.css';
import { type ListColumn, sortColumns } from './list-columns.ts';
import { sayFilter } from './say-filter.ts';

/** Fetched once the list stands, before somebody narrows it. */
export const filterSheet = late(() => import('./filter-sheet.tsx'));

type Change = (part: Partial<ListQuery>) => void;

type Tools = {
  readonly filters: readonly Filter[];
  readonly columns: readonly ListColumn[];
  readonly onChange: Change;
  readonly onAdd: () => void;
  readonly onViews: () => void;
  readonly onSelect: () => void;
};

/** The address is read anew with every letter of a search: conditions are compared by what they say. */
const sameTools = (a: Tools, b: Tools) =>
  a.columns === b.columns &&
  a.onChange === b.onChange &&
  a.onAdd === b.onAdd &&
  a.onViews === b.onViews &&
  a.onSelect === b.onSelect &&
  JSON.stringify(a.filters) === JSON.stringify(b.filters);

/**
 * Adds a customer, narrows the list, keeps lists as views, starts choosing several; below it what
 * narrows it now. Not drawn again while somebody types a search.
 */
export const ListTools = memo(function ListTools({
  filters,
  columns,
  onChange,
  onAdd,
  onViews,
  onSelect,
}: Tools) {
  const { words, format } = useWords();
  const { customers } = words;
  const [isAdding, setAdding] = useState(false);
  const without = (at: number) => onChange({ filters: filters.filter((_, index) => index !== at) });
  return (
    <>
      <Button icon={UserPlus} onPress={onAdd}>
        {customers.add}
      </Button>
      <div className={styles.tools}>
        <Button icon={ListFilter} onPress={() => setAdding(true)}>
          {customers.filter}
        </Button>
        <Button icon={Bookmark} onPress={onViews}>
          {customers.views}
        </Button>
        <Button icon={ListChecks} onPress={onSelect}>
          {customers.select}
        </Button>
      </div>
      {filters.length > 0 && (
        <ul className={styles.chips} aria-label={customers.filters}>
          {filters.map((filter, at) => (
            <FilterChip
              // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may be the same
              key={at}
              text={sayFilter(filter, columns, words, format)}
              onRemove={() => without(at)}
            />
          ))}
        </ul>
      )}
      {isAdding && (
        <LateSheet
          columns={columns}
          onAdd={(filter: Filter) => onChange({ filters: [...filters, filter] })}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}, sameTools);

function LateSheet(props: FilterSheetProps) {
  const part = useLate(filterSheet);
  return part === undefined ? null : <part.FilterSheet {...props} />;
}

function FilterChip({ text, onRemove }: { readonly text: string; readonly onRemove: () => void }) {
  const { words } = useWords();
  return (
    <li className={styles.chip}>
      <span className={styles.chipText}>{text}</span>
      <IconButton label={words.customers.removeFilter(text)} icon={X} onPress={onRemove} />
    </li>
  );
}

/** Which column orders the list, and which way. */
export const ListSort = memo(function ListSort({
  column,
  descending,
  columns,
  onChange,
}: ListQuery['sort'] & { readonly columns: readonly ListColumn[]; readonly onChange: Change }) {
  const { words } = useWords();
  const { customers } = words;
  return (
    <div className={styles.sort}>
      <Select
        label={customers.sort}
        isLabelHidden
        value={column}
        onChange={(id) => onChange({ sort: { column: id, descending: startsDescending(id) } })}
        choices={sortColumns(columns, words).map(({ id, name }) => ({ id, text: name }))}
      />
      <IconButton
        look="plain"
        label={descending ? customers.descending : customers.ascending}
        icon={descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
        onPress={() => onChange({ sort: { column, descending: !descending } })}
      />
    </div>
  );
});
