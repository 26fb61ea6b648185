import {
  ArrowDownWideNarrow,
  ArrowUpNarrowWide,
  Bookmark,
  ListChecks,
  ListFilter,
  X,
} from 'lucide-react';
import { useState } from 'react';
import { type ListQuery, startsDescending } from '#core/customers/list-query.ts';
import type { Filter } from '#core/customers/saved-view.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import styles from './list.module.css';
import { type ListColumn, sortColumns } from './list-columns.ts';
import { sayFilter } from './say-filter.ts';

type Props = {
  readonly query: ListQuery;
  readonly columns: readonly ListColumn[];
  readonly onChange: (query: ListQuery) => void;
};

/** Narrows the list, keeps lists as views, starts choosing several; below it what narrows it now. */
export function ListFilters({
  query,
  columns,
  onChange,
  onViews,
  onSelect,
}: Props & { readonly onViews: () => void; readonly onSelect: () => void }) {
  const { words, format } = useWords();
  const { customers } = words;
  const [isAdding, setAdding] = useState(false);
  const without = (at: number) =>
    onChange({ ...query, filters: query.filters.filter((_, index) => index !== at) });
  return (
    <>
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
      {query.filters.length > 0 && (
        <ul className={styles.chips} aria-label={customers.filters}>
          {query.filters.map((filter, at) => (
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
        <FilterSheet
          columns={columns}
          onAdd={(filter: Filter) => onChange({ ...query, filters: [...query.filters, filter] })}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
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
export function ListSort({ query, columns, onChange }: Props) {
  const { words } = useWords();
  const { customers } = words;
  const { column, descending } = query.sort;
  return (
    <div className={styles.sort}>
      <Select
        label={customers.sort}
        isLabelHidden
        value={column}
        onChange={(id) =>
          onChange({ ...query, sort: { column: id, descending: startsDescending(id) } })
        }
        choices={sortColumns(columns, words).map(({ id, name }) => ({ id, text: name }))}
      />
      <IconButton
        look="plain"
        label={descending ? customers.descending : customers.ascending}
        icon={descending ? ArrowDownWideNarrow : ArrowUpNarrowWide}
        onPress={() => onChange({ ...query, sort: { column, descending: !descending } })}
      />
    </div>
  );
}
