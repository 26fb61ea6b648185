import { useEffect, useState } from 'react';
import { type DismissReason, dismissReasons } from '#core/recommendations/recommendation.ts';
import type { Refusal } from '#core/result.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** Why a suggestion is not taken up; nothing is written before it is said. */
export function DismissDialog({
  name,
  refusal,
  onDismiss,
  onClose,
}: {
  readonly name: string;
  readonly refusal: Refusal | undefined;
  readonly onDismiss: (said: { readonly why: DismissReason; readonly note: string }) => void;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const own = words.recommendations;
  const [why, setWhy] = useState<DismissReason>();
  const [note, setNote] = useState('');
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={own.dismissOf(name)}
      actions={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button
            look="primary"
            isDisabled={why === undefined}
            onPress={() => why !== undefined && onDismiss({ why, note })}
          >
            {own.takeOff}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ChoiceChips
        label={own.whyNot}
        value={why}
        onChange={setWhy}
        choices={dismissReasons.map((id) => ({ id, text: own.why[id] }))}
      />
      <TextField label={own.note} value={note} onChange={setNote} hint={own.whyHint} />
    </Dialog>
  );
}
