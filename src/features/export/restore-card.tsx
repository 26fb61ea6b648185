import { useState } from 'react';
import type { ExportContract } from '#contracts/export.ts';
import type { Refusal } from '#core/result.ts';
import { checkExport, startRestore } from '#jobs/export-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { FilePick } from '#ui/controls/file-pick.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';

type Checked = { readonly file: File; readonly found: ExportContract['check']['output'] };

/** Takes a file of everything over: reads it whole, says what is in it, then writes. */
export function RestoreCard() {
  const { words, format } = useWords();
  const { exports } = words;
  const [busy, setBusy] = useState<string>();
  const [checked, setChecked] = useState<Checked>();
  const [restored, setRestored] = useState<number>();
  const [refusal, setRefusal] = useState<Refusal>();
  const check = async (file: File) => {
    setBusy(exports.checking);
    setChecked(undefined);
    setRestored(undefined);
    setRefusal(undefined);
    const read = await checkExport(file);
    setBusy(undefined);
    if (read.ok) setChecked({ file, found: read.value });
    else setRefusal(read.refusal);
  };
  const restore = async ({ file, found }: Checked) => {
    setBusy(exports.working);
    setRefusal(undefined);
    const records = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
    const done = await startRestore(file, file.name, records);
    setBusy(undefined);
    if (!done.ok) return setRefusal(done.refusal);
    setChecked(undefined);
    setRestored(done.value.count);
  };
  return (
    <Card title={exports.restore}>
      <p>{exports.restoreHint}</p>
      <FilePick
        label={exports.pickJson}
        accept={['.json']}
        onFile={(file) => void check(file)}
        isDisabled={busy !== undefined}
      />
      {busy !== undefined && <ProgressBar label={busy} fraction={undefined} />}
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {restored !== undefined && <Notice>{exports.restored(restored)}</Notice>}
      {checked !== undefined && busy === undefined && (
        <Notice
          actions={
            <Button look="primary" onPress={() => void restore(checked)}>
              {exports.restoreNow}
            </Button>
          }
        >
          {exports.found(format.instant(checked.found.exportedAt))} <Counts {...checked.found} />
        </Notice>
      )}
    </Card>
  );
}

function Counts({ counts }: Pick<ExportContract['check']['output'], 'counts'>) {
  const { words, format } = useWords();
  const told = Object.entries(words.exports.counts).flatMap(([table, say]) => {
    const count = counts[table] ?? 0;
    return count === 0 ? [] : say(count);
  });
  return <>{format.list(told)}</>;
}
