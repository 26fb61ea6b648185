import { useEffect, useState } from 'react';
import type { Task } from '#core/customers/task.ts';
import { dayMs } from '#core/day-number.ts';
import type { Refusal } from '#core/result.ts';
import type { Deal } from '#core/sales/deal.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { localDay } from './use-board.ts';

const hourOfDay = '09:00';

const taskOf = (deal: Deal, title: string, due: string, now: number): Task => ({
  id: crypto.randomUUID(),
  createdAt: now,
  updatedAt: now,
  rev: 0,
  ...(deal.customerId !== undefined && { customerId: deal.customerId }),
  title,
  type: 'other',
  ...(due !== '' && { dueAt: Date.parse(`${due}T${hourOfDay}`) }),
  status: 'open',
  custom: {},
});

/** The next step of a deal: something to do for its customer, tomorrow unless said otherwise. */
export function NewTask({
  db,
  deal,
  onClose,
}: {
  readonly db: Database;
  readonly deal: Deal;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { pipeline, ui } = words;
  const [title, setTitle] = useState('');
  const [due, setDue] = useState(() => localDay(Date.now() + dayMs));
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(holdUnsavedWork, []);
  const save = async () => {
    setTried(true);
    if (title.trim() === '') return;
    const now = Date.now();
    const record = taskOf(deal, title.trim(), due, now);
    const saved = await commit(db, {
      label: 'task-saved',
      now,
      writes: [{ table: 'tasks', record }],
    });
    if (saved.ok) onClose();
    else setRefusal(saved.refusal);
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={pipeline.newTaskFor(deal.name)}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <TextField
        label={pipeline.taskTitle}
        value={title}
        onChange={setTitle}
        onSubmit={() => void save()}
        autoComplete="off"
        error={isTried && title.trim() === '' ? pipeline.taskTitleNeeded : undefined}
      />
      <TextField label={pipeline.taskDue} type="date" value={due} onChange={setDue} />
    </Dialog>
  );
}
