import { lifecycles } from '#core/customers/customer.ts';
import { scoreBands } from '#core/predictions/score-band.ts';
import { Select } from '#ui/controls/select.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customers.module.css';
import { type ListQuery, sorts } from './list-query.ts';
import type { Scoring } from './use-scoring.ts';

const any = 'any';

/** Narrows and orders the list. Segments and scores are offered once there are any. */
export function ListFilters({
  query,
  scoring,
  onChange,
}: {
  readonly query: ListQuery;
  readonly scoring: Scoring | undefined;
  /** The name of a part of the query and its value; '' takes it away. */
  readonly onChange: (name: string, value: string) => void;
}) {
  const { words, language } = useWords();
  const { customers, ui } = words;
  const everything = (name: string) => ({ id: any, text: `${name}: ${customers.any}` });
  const set = (name: string) => (id: string) => onChange(name, id === any ? '' : id);
  const hasModel = scoring?.model !== undefined;
  const segments = scoring?.segments ?? [];
  return (
    <div className={styles.filters}>
      <Select
        label={customers.lifecycle}
        isLabelHidden
        value={query.lifecycle ?? any}
        onChange={set('lifecycle')}
        choices={[
          everything(customers.lifecycle),
          ...lifecycles.map((id) => ({ id, text: ui.lifecycles[id] })),
        ]}
      />
      <Select
        label={customers.sort}
        isLabelHidden
        value={query.sort}
        onChange={(id) => onChange('sort', id === 'ord' ? '' : id)}
        choices={sorts
          .filter((id) => id !== 'probability' || hasModel)
          .map((id) => ({ id, text: customers.sorts[id] }))}
      />
      {segments.length > 0 && (
        <Select
          label={customers.segment}
          isLabelHidden
          value={query.segment === undefined ? any : String(query.segment)}
          onChange={set('segment')}
          choices={[
            everything(customers.segment),
            ...segments.map(({ customName, name }, index) => ({
              id: String(index),
              text: customName ?? name[language],
            })),
          ]}
        />
      )}
      {hasModel && (
        <Select
          label={customers.band}
          isLabelHidden
          value={query.band ?? any}
          onChange={set('band')}
          choices={[
            everything(customers.band),
            ...scoreBands
              .filter((id) => id !== 'low')
              .map((id) => ({ id, text: customers.atLeast(ui.bands[id]) })),
          ]}
        />
      )}
    </div>
  );
}
