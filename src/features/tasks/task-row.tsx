import { CalendarClock, Pencil, Repeat } from 'lucide-react';
import { readRecurrence } from '#core/customers/recurrence.ts';
import type { Task } from '#core/customers/task.ts';
import { localDay, minutesOf } from '#i18n/local-day.ts';
import { IconButton } from '#ui/controls/button.tsx';
import { Checkbox } from '#ui/controls/checkbox.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './tasks.module.css';

/** A task: tick, what it is, for whom, when, and whether it comes back. */
export function TaskRow({
  task,
  customer,
  isLate,
  onTick,
  onEdit,
}: {
  readonly task: Task;
  readonly customer: { readonly id: string; readonly name: string } | undefined;
  readonly isLate: boolean;
  readonly onTick: () => void;
  readonly onEdit: () => void;
}) {
  const { words, format } = useWords();
  const { tasks: own } = words;
  const { dueAt } = task;
  const recurrence = readRecurrence(task.recurrence);
  const due =
    dueAt === undefined
      ? undefined
      : minutesOf(dueAt) === 0
        ? format.day(localDay(dueAt))
        : format.instant(dueAt);
  return (
    <div className={styles.row}>
      <Checkbox isSelected={task.status === 'done'} onChange={onTick}>
        <span className={task.status === 'done' ? styles.done : styles.title}>{task.title}</span>
      </Checkbox>
      {customer !== undefined && (
        <a className={styles.customer} href={hrefOf.customer(customer.id)}>
          {customer.name}
        </a>
      )}
      <span className={styles.end}>
        {recurrence !== undefined && (
          <Chip icon={Repeat}>{own.every(recurrence.frequency, recurrence.interval)}</Chip>
        )}
        {due !== undefined && (
          <Chip icon={CalendarClock} tone={isLate ? 'warn' : 'neutral'}>
            {due}
          </Chip>
        )}
        <IconButton label={own.change(task.title)} icon={Pencil} onPress={onEdit} />
      </span>
    </div>
  );
}
