import { useEffect, useState } from 'react';
import type { Activity } from '#core/customers/activity.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { useSave } from './use-save.ts';

// In memory, like the drafts of the form: a note about a customer must not lie unsealed.
const notes = new Map<string, string>();

/** A sentence about a customer, written without leaving the page. */
export function NoteLine({
  db,
  customerId,
}: {
  readonly db: Database;
  readonly customerId: string;
}) {
  const { words } = useWords();
  const { customerPage } = words;
  const [text, setText] = useState(() => notes.get(customerId) ?? '');
  const { refusal, save } = useSave(db);
  const isTyped = text.trim() !== '';
  // An update must not reload the page away from under a note.
  useEffect(() => (isTyped ? holdUnsavedWork() : undefined), [isTyped]);
  const type = (next: string) => {
    setText(next);
    notes.set(customerId, next);
  };
  const add = async () => {
    const now = Date.now();
    const record: Activity = {
      id: crypto.randomUUID(),
      createdAt: now,
      updatedAt: now,
      rev: 0,
      customerId,
      type: 'note',
      startAt: now,
      outcome: 'none',
      text: text.trim(),
      custom: {},
    };
    if (await save('activity-saved', [{ table: 'activities', record }], now)) type('');
  };
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <TextField label={customerPage.note} value={text} onChange={type} lines={2} />
      {isTyped && (
        <Button look="primary" onPress={() => void add()}>
          {customerPage.addNote}
        </Button>
      )}
    </>
  );
}
