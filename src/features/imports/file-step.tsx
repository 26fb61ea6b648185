import { ClipboardPaste, FilePlus, FileX } from 'lucide-react';
import { useState } from 'react';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { FileButton } from '#ui/controls/file-button.tsx';
import { FilePick } from '#ui/controls/file-pick.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { DateQuestion } from './date-question.tsx';
import { FileBar } from './file-bar.tsx';
import type { FileDraft } from './file-draft.ts';
import { FileSettingsCard } from './file-settings-card.tsx';
import { type ImportDraft, shownFile } from './import-draft.ts';
import { chooseFiles, forgetImport, goToStep, removeFile } from './import-session.ts';
import { PreviewTable } from './preview-table.tsx';
import { Remarks } from './remarks.tsx';
import { shorten } from './shorten.ts';
import { StepActions } from './step-actions.tsx';

/** Endings shown first by the system's file picker; what a file is, its bytes decide. */
const endings = [
  ...['.csv', '.tsv', '.txt', '.xlsx', '.xlsm', '.vcf', 'text/csv', 'text/plain', 'text/vcard'],
  'text/tab-separated-values',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel.sheet.macroEnabled.12',
];

const blobsOf = (files: readonly File[]) => files.map((blob) => ({ blob, name: blob.name }));

/** Step 1: pick, drop or paste; then how each file is read, shown and changeable. */
export function FileStep({ db, draft }: { readonly db: Database; readonly draft: ImportDraft }) {
  const { words } = useWords();
  const { imports } = words;
  const { files } = draft;
  const file = shownFile(draft);
  if (file === undefined) return <ChooseFile db={db} />;
  const isReady = files.every(
    ({ reading, isReading, refusal }) => reading !== undefined && !isReading && !refusal,
  );
  return (
    <Stack>
      <FileBar draft={draft} />
      <ReadFile file={file} />
      <Row>
        <FileButton
          icon={FilePlus}
          accept={endings}
          onFile={(picked) => void chooseFiles(blobsOf([picked]), db)}
        >
          {imports.addFile}
        </FileButton>
        {files.length > 1 && (
          <Button look="quiet" icon={FileX} onPress={() => void removeFile(file.id)}>
            {imports.leaveFile(shorten(file.name, 24))}
          </Button>
        )}
      </Row>
      <StepActions>
        <Button onPress={forgetImport}>
          {files.length > 1 ? imports.otherFiles : imports.otherFile}
        </Button>
        <Button look="primary" isDisabled={!isReady} onPress={() => goToStep('map')}>
          {imports.goMap}
        </Button>
      </StepActions>
    </Stack>
  );
}

function ReadFile({ file }: { readonly file: FileDraft }) {
  const { words } = useWords();
  const { id, reading, isReading, refusal } = file;
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <FileSettingsCard file={file} />
      {isReading && <Loading />}
      {reading !== undefined && !isReading && (
        <>
          <Remarks remarks={reading.remarks} />
          <DateQuestion fileId={id} reading={reading} />
        </>
      )}
      {reading !== undefined && !isReading && refusal === undefined && (
        <Card title={words.imports.firstRows}>
          <PreviewTable reading={reading} columns={reading.columns} rows={8} />
        </Card>
      )}
    </>
  );
}

function ChooseFile({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const [isPasting, setIsPasting] = useState(false);
  const take = (text: string) => {
    setIsPasting(false);
    const blob = new Blob([text], { type: 'text/plain' });
    void chooseFiles([{ blob, name: words.imports.pasteName }], db);
  };
  return (
    <Card title={words.imports.pick}>
      <FilePick
        label={words.imports.pick}
        accept={endings}
        onFiles={(picked) => void chooseFiles(blobsOf(picked), db)}
      />
      <p>{words.imports.pickHint}</p>
      <Row>
        <Button icon={ClipboardPaste} onPress={() => setIsPasting(true)}>
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
