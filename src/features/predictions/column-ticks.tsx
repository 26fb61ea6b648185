import type { LearnColumn } from '#contracts/learn.ts';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';
import { whyLeft } from './target-choices.ts';

/** More columns than this are listed; the rest is learned from unless the training finds a reason. */
const mostTicks = 120;

/** Which columns are learned from: all that may be, less the unticked ones. */
export function ColumnTicks({
  columns,
  rows,
  target,
  isOfOrders = false,
  dropped,
  onChange,
}: {
  readonly columns: readonly LearnColumn[];
  readonly rows: number;
  readonly target: string;
  readonly isOfOrders?: boolean;
  readonly dropped: readonly string[];
  readonly onChange: (dropped: readonly string[]) => void;
}) {
  const own = useWords().words.predictions;
  const nameOf = useColumnName();
  const others = columns.filter(({ name }) => name !== target);
  const why = (column: LearnColumn) => whyLeft(column, target, rows, isOfOrders);
  const used = others.filter(
    (column) => why(column) === undefined && !dropped.includes(column.name),
  );
  const tick = (name: string, isUsed: boolean) =>
    onChange(isUsed ? dropped.filter((one) => one !== name) : [...dropped, name]);
  return (
    <Details title={own.columns(used.length, others.length)}>
      <p className={styles.muted}>{own.columnsHint}</p>
      <div className={styles.columns}>
        {others.slice(0, mostTicks).map((column) => {
          const reason = why(column);
          return (
            <Checkbox
              key={column.name}
              isSelected={reason === undefined && !dropped.includes(column.name)}
              isDisabled={reason !== undefined}
              onChange={(isUsed) => tick(column.name, isUsed)}
            >
              {reason === undefined
                ? nameOf(column.name)
                : `${nameOf(column.name)} (${own.left[reason]})`}
            </Checkbox>
          );
        })}
      </div>
    </Details>
  );
}
