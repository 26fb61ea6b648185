import { useState } from 'react';
import type { Language } from '#core/assistant/conversation.ts';
import type { Refusal } from '#core/result.ts';
import { importPairs } from '#jobs/assistant-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { FilePick } from '#ui/controls/file-pick.tsx';
import { Select } from '#ui/controls/select.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './assistant.module.css';
import { useLanguageChoices } from './use-language-choices.ts';

/** Takes in pairs in the classic form, pasted or from a file. All of them or none. */
export function PairImport({ onClose }: { readonly onClose: () => void }) {
  const { words, language } = useWords();
  const own = words.assistant.pairs;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Language>(language);
  const [refusal, setRefusal] = useState<Refusal>();
  const change = (written: string) => {
    setRefusal(undefined);
    setText(written);
  };
  const take = async () => {
    const taken = await importPairs({ text, language: chosen, now: Date.now() });
    if (!taken.ok) {
      setRefusal(taken.refusal);
      return;
    }
    announce(own.imported(taken.value.added));
    onClose();
  };
  // Pair 0 is nobody's: the whole text is no list.
  const isNoList = refusal?.code === 'pattern-invalid' && refusal.facts?.pair === 0;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={own.importTitle}
      actions={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" isDisabled={text.trim() === ''} onPress={() => void take()}>
            {own.importDo}
          </Button>
        </>
      }
    >
      {refusal !== undefined && !isNoList && <ErrorNotice refusal={refusal} />}
      <p>{own.importHint}</p>
      <code className={styles.example}>{own.importExample}</code>
      <Select
        label={own.language}
        choices={useLanguageChoices()}
        value={chosen}
        onChange={setChosen}
      />
      <FilePick
        label={own.importFile}
        accept={['.json', '.txt']}
        onFile={(file) => void file.text().then(change)}
      />
      <TextField
        label={own.importText}
        error={isNoList ? `${own.notAList} ${own.notAListNext}` : undefined}
        lines={5}
        value={text}
        onChange={change}
      />
    </Sheet>
  );
}
