import { Download } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { makeModelFile } from '#jobs/learn-jobs.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { saveFile } from '#ui/live/save-file.ts';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';

/** Takes a model out of Rapport as a ZIP file, once it is said what the file gives away. */
export function TakeModelOut({ modelId }: { readonly modelId: string }) {
  const { words, language } = useWords();
  const own = words.modelFile;
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const make = async () => {
    setBusy(true);
    setRefusal(undefined);
    const made = await makeModelFile(modelId, language);
    setBusy(false);
    if (!made.ok) return setRefusal(made.refusal);
    for (const { file } of made.value.files) saveFile(`${own.fileName}.zip`, file, file.type);
    setOpen(false);
    announce(own.ready);
  };
  return (
    <>
      <IconButton label={own.export} icon={Download} onPress={() => setOpen(true)} />
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={own.title}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{words.ui.cancel}</Button>
            <Button look="primary" icon={Download} isDisabled={isBusy} onPress={() => void make()}>
              {own.make}
            </Button>
          </>
        }
      >
        <p>{own.what}</p>
        <p>
          <strong>{own.notSealed}</strong>
        </p>
        <p>{own.tells}</p>
        {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      </Dialog>
    </>
  );
}
