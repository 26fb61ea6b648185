import type { Filter, FilterOperator } from '#core/customers/saved-view.ts';
import { dayNumber } from '#core/day-number.ts';
import { readValues } from '#jobs/directory-jobs.ts';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAsked } from '#ui/live/use-asked.ts';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './list.module.css';
import type { ListColumn } from './list-columns.ts';

/** What has been filled in so far. */
export type FilterDraft = {
  readonly value?: string;
  readonly to?: string;
  readonly values?: readonly string[];
};

const usualDays = 30;
const needsNothing = new Set<FilterOperator>(['empty', 'not-empty']);
const countsDays = new Set<FilterOperator>(['last-days', 'older-days', 'next-days']);

const isFilled = (kind: ListColumn['kind'], text: string | undefined): text is string => {
  if (text === undefined || text.trim() === '') return false;
  return kind !== 'day' || !Number.isNaN(dayNumber(text));
};

/** The condition the form stands for; undefined while something is missing. */
export const filterFrom = (
  { id: column, kind }: ListColumn,
  operator: FilterOperator,
  { value, to, values }: FilterDraft,
): Filter | undefined => {
  if (needsNothing.has(operator)) return { column, operator };
  // Where nothing was said the answer is no.
  if (kind === 'yesno') return { column, operator, value: 'yes' };
  if (operator === 'any-of')
    return values === undefined || values.length === 0
      ? undefined
      : { column, operator, values: [...values] };
  if (countsDays.has(operator)) return { column, operator, value: value ?? String(usualDays) };
  if (!isFilled(kind, value)) return undefined;
  if (operator !== 'between') return { column, operator, value: value.trim() };
  return isFilled(kind, to) ? { column, operator, value: value.trim(), to: to.trim() } : undefined;
};

type Props = {
  readonly column: ListColumn;
  readonly operator: FilterOperator;
  readonly draft: FilterDraft;
  readonly onChange: (draft: FilterDraft) => void;
  readonly onSubmit: () => void;
};

/** The fields a condition needs: one, two, a number of days, or ticks. */
export function FilterValue(props: Props) {
  const { column, operator, draft, onChange } = props;
  const { words } = useWords();
  const { customers } = words;
  if (needsNothing.has(operator) || column.kind === 'yesno') return null;
  if (operator === 'any-of') return <Ticks {...props} />;
  if (column.kind === 'band')
    return (
      <Select
        label={customers.filterValue}
        value={draft.value}
        onChange={(value) => onChange({ value })}
        choices={column.choices ?? []}
      />
    );
  if (countsDays.has(operator))
    return (
      <NumberField
        label={customers.days}
        value={Number(draft.value ?? usualDays)}
        onChange={(days) => onChange({ value: String(Math.max(0, Math.round(days ?? 0))) })}
        onSubmit={props.onSubmit}
      />
    );
  return (
    <>
      <OneValue {...props} part="value" label={customers.filterValue} />
      {operator === 'between' && <OneValue {...props} part="to" label={customers.filterTo} />}
    </>
  );
}

/** Amounts are typed in whole units and compared in hundredths. */
const minorUnits = 100;

function OneValue({
  column,
  draft,
  onChange,
  onSubmit,
  part,
  label,
}: Props & { readonly part: 'value' | 'to'; readonly label: string }) {
  const text = draft[part];
  const set = (next: string) => onChange({ ...draft, [part]: next });
  if (column.kind !== 'number' && column.kind !== 'money')
    return (
      <TextField
        label={label}
        value={text ?? ''}
        onChange={set}
        onSubmit={onSubmit}
        {...(column.kind === 'day' ? { placeholder: '2026-12-31' } : {})}
      />
    );
  const scale = column.kind === 'money' ? minorUnits : 1;
  return (
    <NumberField
      label={label}
      value={text === undefined || text === '' ? undefined : Number(text) / scale}
      onChange={(value) => set(value === undefined ? '' : String(value * scale))}
      onSubmit={onSubmit}
    />
  );
}

/** More than this is not read as a list of ticks. */
const mostTicks = 60;

function Ticks({ column, draft, onChange }: Props) {
  const { words, format } = useWords();
  const { customers } = words;
  const counted = useAsked((signal) => readValues(column.id, signal), column.id);
  const chosen = draft.values ?? [];
  if (counted.answer === undefined) return <Loading />;
  const counts = new Map(counted.answer.map(({ value, count }) => [value, count]));
  const choices =
    column.choices ??
    counted.answer.slice(0, mostTicks).map(({ value }) => ({ id: value, text: value }));
  if (choices.length === 0) return <p>{customers.noValues}</p>;
  const set = (id: string, isOn: boolean) =>
    onChange({ values: isOn ? [...chosen, id] : chosen.filter((one) => one !== id) });
  return (
    <fieldset className={styles.ticks} aria-label={column.name}>
      {choices.map(({ id, text }) => (
        <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isOn) => set(id, isOn)}>
          {`${text} (${format.number(counts.get(id) ?? 0)})`}
        </Checkbox>
      ))}
    </fieldset>
  );
}
