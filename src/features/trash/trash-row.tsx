import { dayMs } from '#core/day-number.ts';
import { type TrashLine, trashMs } from '#db/list-trash.ts';
import { Button } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { nameKind, nameRecord } from '#ui/records/name-record.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './trash.module.css';

const daysLeft = (deletedAt: number) => Math.floor((deletedAt + trashMs - Date.now()) / dayMs);

/** One deleted record: what it is, when it went and until when it can come back. */
export function TrashRow({
  line,
  isChosen,
  onChoose,
  onRestore,
}: {
  readonly line: TrashLine;
  readonly isChosen: boolean;
  readonly onChoose: (on: boolean) => void;
  readonly onRestore: () => void;
}) {
  const { words, format } = useWords();
  const own = words.trash;
  const { table, record, deletedAt, companions } = line;
  const name = nameRecord(words, table, record);
  const isMerged = 'mergedInto' in record;
  const left = daysLeft(deletedAt);
  return (
    <li className={styles.row}>
      <span className={styles.tick}>
        {!isMerged && (
          <Checkbox isSelected={isChosen} onChange={onChoose} label={own.choose(name)} />
        )}
      </span>
      <span className={styles.what}>
        <span className={styles.name}>
          <strong>{name}</strong>
          <Chip>{nameKind(words, table)}</Chip>
          <Chip tone={left < 7 ? 'warn' : 'neutral'}>{own.daysLeft(left)}</Chip>
        </span>
        <span className={styles.when}>
          {[
            own.deleted(format.instant(deletedAt)),
            ...(companions > 0 ? [own.with(companions)] : []),
          ].join(' · ')}
        </span>
      </span>
      <Button
        onPress={onRestore}
        aria-label={isMerged ? own.unmergeNamed(name) : own.restoreNamed(name)}
      >
        {isMerged ? own.unmerge : own.restore}
      </Button>
    </li>
  );
}
