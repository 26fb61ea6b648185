import { useState } from 'react';
import type { DialoguePair } from '#core/assistant/conversation.ts';
import type { Refusal } from '#core/result.ts';
import { savePair } from '#jobs/assistant-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Switch } from '#ui/controls/switch.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { draftOf, fieldsOf, lacking } from './pair-fields.ts';
import { useLanguageChoices } from './use-language-choices.ts';

/** Edits one pair, or writes a new one when `pair` is undefined. Saving can be undone. */
export function PairForm({
  pair,
  onClose,
}: {
  readonly pair: DialoguePair | undefined;
  readonly onClose: () => void;
}) {
  const { words, language } = useWords();
  const own = words.assistant.pairs;
  const [fields, setFields] = useState(() => fieldsOf(pair, language));
  const [isChecked, setIsChecked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const lacks = lacking(fields);
  const save = async () => {
    setIsChecked(true);
    if (lacks.pattern || lacks.answers) return;
    const saved = await savePair({ pair: draftOf(fields, pair), now: Date.now() });
    if (!saved.ok) {
      // There is one pair here: its number would say nothing.
      setRefusal({ code: saved.refusal.code });
      return;
    }
    announce(own.saved);
    onClose();
  };
  const change = (part: Partial<typeof fields>) => {
    setRefusal(undefined);
    setFields({ ...fields, ...part });
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={pair === undefined ? own.addTitle : own.editTitle}
      actions={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {words.ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Select
        label={own.language}
        choices={useLanguageChoices()}
        value={fields.language}
        onChange={(chosen) => change({ language: chosen })}
      />
      <TextField
        label={own.pattern}
        hint={own.patternHint}
        error={isChecked && lacks.pattern ? own.patternNeeded : undefined}
        value={fields.pattern}
        autoComplete="off"
        onChange={(pattern) => change({ pattern })}
      />
      <TextField
        label={own.answers}
        hint={own.answersHint}
        error={isChecked && lacks.answers ? own.answersNeeded : undefined}
        lines={3}
        value={fields.answers}
        onChange={(answers) => change({ answers })}
      />
      <Switch isSelected={fields.enabled} onChange={(enabled) => change({ enabled })}>
        {own.isOn}
      </Switch>
    </Sheet>
  );
}
