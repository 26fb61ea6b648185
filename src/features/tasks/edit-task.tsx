import { CalendarPlus, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { frequencies } from '#core/customers/recurrence.ts';
import { type Task, taskTypes } from '#core/customers/task.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { NumberField } from '#ui/controls/number-field.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { Row } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { applyTaskDraft, faultsOfTask, type TaskDraft, taskDraftOf } from './task-draft.ts';

/** Changes a task. Nothing is written before Save; Save and Delete can be undone. */
export function EditTask({
  db,
  task,
  onClose,
  onCalendar,
}: {
  readonly db: Database;
  readonly task: Task;
  readonly onClose: () => void;
  readonly onCalendar: (task: Task) => void;
}) {
  const { words } = useWords();
  const { tasks: own, ui } = words;
  const [draft, setDraft] = useState<TaskDraft>(() => taskDraftOf(task));
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  useEffect(holdUnsavedWork, []);
  const write = async (label: 'task-saved' | 'task-deleted', record: Task) => {
    const now = Date.now();
    const saved = await commit(db, { label, now, writes: [{ table: 'tasks', record }] });
    if (saved.ok) onClose();
    else setRefusal(saved.refusal);
  };
  const save = () => {
    setTried(true);
    if (faultsOfTask(draft).length === 0) void write('task-saved', applyTaskDraft(task, draft));
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={own.edit}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={save}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <TaskFields
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={isTried ? faultsOfTask(draft) : []}
        onSubmit={save}
      />
      <Row>
        <Button
          icon={CalendarPlus}
          isDisabled={task.dueAt === undefined}
          onPress={() => onCalendar(task)}
        >
          {own.toCalendar}
        </Button>
        <Button
          icon={Trash2}
          onPress={() => void write('task-deleted', { ...task, deletedAt: Date.now() })}
        >
          {own.remove}
        </Button>
      </Row>
    </Sheet>
  );
}

function TaskFields({
  draft,
  onChange,
  faults,
  onSubmit,
}: {
  readonly draft: TaskDraft;
  readonly onChange: (part: Partial<TaskDraft>) => void;
  readonly faults: readonly string[];
  readonly onSubmit: () => void;
}) {
  const { words } = useWords();
  const { tasks: own, activities } = words;
  return (
    <>
      <TextField
        label={own.name}
        value={draft.title}
        onChange={(title) => onChange({ title })}
        onSubmit={onSubmit}
        autoComplete="off"
        error={faults.includes('title') ? own.titleNeeded : undefined}
      />
      <Select
        label={own.type}
        value={draft.type}
        onChange={(type) => onChange({ type })}
        choices={taskTypes.map((id) => ({ id, text: activities.nextTypes[id] }))}
      />
      <TextField
        label={own.day}
        type="date"
        value={draft.day}
        onChange={(day) => onChange({ day })}
        error={faults.includes('day') ? own.dayNeeded : undefined}
      />
      <TextField
        label={own.time}
        type="time"
        value={draft.time}
        onChange={(time) => onChange({ time })}
        hint={own.timeHint}
      />
      <Select
        label={own.repeats}
        value={draft.repeats}
        onChange={(repeats) => onChange({ repeats })}
        choices={(['never', ...frequencies] as const).map((id) => ({
          id,
          text: own.frequencies[id],
        }))}
      />
      {draft.repeats !== 'never' && (
        <NumberField
          label={own.interval(draft.repeats)}
          value={draft.interval}
          onChange={(interval) => onChange({ interval })}
          error={faults.includes('interval') ? own.intervalWrong : undefined}
        />
      )}
    </>
  );
}
