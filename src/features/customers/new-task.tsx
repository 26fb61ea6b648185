import { useEffect, useState } from 'react';
import { type Task, taskTypes } from '#core/customers/task.ts';
import type { Database } from '#db/database.ts';
import { instantOf } from '#i18n/local-day.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { useSave } from './use-save.ts';

/** A thing to do for a customer: words are enough, the day may be left out. */
export function NewTask({
  db,
  customerId,
  onClose,
}: {
  readonly db: Database;
  readonly customerId: string;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customerPage, ui } = words;
  const [title, setTitle] = useState('');
  const [type, setType] = useState<Task['type']>('call');
  const [day, setDay] = useState('');
  const [isTried, setTried] = useState(false);
  const { refusal, save } = useSave(db);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const add = async () => {
    setTried(true);
    if (title.trim() === '') return;
    const now = Date.now();
    // Midnight stands for the whole day.
    const dueAt = day === '' ? undefined : instantOf(day);
    const record: Task = {
      id: crypto.randomUUID(),
      createdAt: now,
      updatedAt: now,
      rev: 0,
      customerId,
      title: title.trim(),
      type,
      status: 'open',
      ...(dueAt === undefined ? {} : { dueAt }),
      custom: {},
    };
    if (await save('task-saved', [{ table: 'tasks', record }], now)) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={customerPage.newTask}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void add()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <TextField
        label={customerPage.task}
        value={title}
        onChange={setTitle}
        onSubmit={() => void add()}
        error={isTried && title.trim() === '' ? customerPage.taskNeeded : undefined}
      />
      <ChoiceChips
        label={customerPage.type}
        value={type}
        onChange={setType}
        choices={taskTypes.map((id) => ({ id, text: customerPage.taskTypes[id] }))}
      />
      <TextField label={customerPage.taskDue} value={day} onChange={setDay} type="date" />
    </Dialog>
  );
}
