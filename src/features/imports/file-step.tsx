import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/controls/button.tsx';
import { FilePick } from '#ui/controls/file-pick.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DateQuestion } from './date-question.tsx';
import { FileSettingsCard } from './file-settings-card.tsx';
import type { ImportDraft } from './import-draft.ts';
import { chooseFile, forgetImport, goToStep } from './import-session.ts';
import { PreviewTable } from './preview-table.tsx';
import { StepActions } from './step-actions.tsx';

/** Endings shown first by the system's file picker; what a file is, its bytes decide. */
const endings = ['.csv', '.tsv', '.txt', 'text/csv', 'text/plain'];

/** Step 1: pick, drop or paste; then how the file is read, shown and changeable. */
export function FileStep({ draft }: { readonly draft: ImportDraft }) {
  const { words } = useWords();
  const { file, reading, isReading, refusal } = draft;
  if (file === undefined) return <ChooseFile />;
  return (
    <Stack>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <FileSettingsCard draft={draft} />
      {isReading && <Loading />}
      {reading !== undefined && !isReading && <DateQuestion reading={reading} />}
      {reading !== undefined && !isReading && refusal === undefined && (
        <Card title={words.imports.firstRows}>
          <PreviewTable reading={reading} columns={reading.columns} rows={8} />
        </Card>
      )}
      <StepActions>
        <Button onPress={forgetImport}>{words.imports.otherFile}</Button>
        <Button
          look="primary"
          isDisabled={reading === undefined || isReading || refusal !== undefined}
          onPress={() => goToStep('map')}
        >
          {words.imports.goMap}
        </Button>
      </StepActions>
    </Stack>
  );
}

function ChooseFile() {
  const { words } = useWords();
  const [isPasting, setIsPasting] = useState(false);
  const take = (text: string) => {
    setIsPasting(false);
    void chooseFile(new Blob([text], { type: 'text/plain' }), words.imports.pasteName);
  };
  return (
    <Card title={words.imports.pick}>
      <FilePick
        label={words.imports.pick}
        accept={endings}
        onFile={(picked) => void chooseFile(picked, picked.name)}
      />
      <Row>
        <p>{words.imports.pickHint}</p>
        <Button look="quiet" icon={ClipboardPaste} onPress={() => setIsPasting(true)}>
          {words.imports.paste}
        </Button>
      </Row>
      <PasteDialog isOpen={isPasting} onClose={() => setIsPasting(false)} onText={take} />
    </Card>
  );
}

function PasteDialog({
  isOpen,
  onClose,
  onText,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onText: (text: string) => void;
}) {
  const { words } = useWords();
  const [text, setText] = useState('');
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={words.imports.pasteTitle}
      actions={
        <>
          <Button onPress={onClose}>{words.ui.cancel}</Button>
          <Button look="primary" isDisabled={text.trim() === ''} onPress={() => onText(text)}>
            {words.imports.pasteUse}
          </Button>
        </>
      }
    >
      <TextField
        label={words.imports.pasteLabel}
        hint={words.imports.pasteHint}
        lines={10}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
