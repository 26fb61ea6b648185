import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { Refusal } from '#core/result.ts';
import { initialSettings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { undoImport } from '#jobs/import-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Loading, ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CheckStep } from './check-step.tsx';
import { FileStep } from './file-step.tsx';
import { nameOfImport } from './import-draft.ts';
import { forgetImport, readReceipt, runImport, useImportDraft } from './import-session.ts';
import { ImportSteps } from './import-steps.tsx';
import { MapStep } from './map-step.tsx';
import { PastImports } from './past-imports.tsx';
import { ResultStep } from './result-step.tsx';
import { RunStep } from './run-step.tsx';

/** The way of a file into the book, in five steps. `?import=<id>` shows the result of one. */
export function ImportScreen({ db }: { readonly db: Database }) {
  const { words } = useWords();
  const [search, setSearch] = useSearchParams();
  const draft = useImportDraft();
  const shownId = search.get('import') ?? (draft.step === 'result' ? draft.importId : undefined);
  const startOver = () => {
    forgetImport();
    setSearch({}, { replace: true });
  };
  return (
    <Page title={words.imports.title} lead={words.imports.lead}>
      <ImportSteps step={shownId === undefined ? draft.step : 'result'} />
      {shownId === undefined ? (
        <Steps db={db} onDone={(id) => setSearch({ import: id })} />
      ) : (
        <Result db={db} importId={shownId} onAnother={startOver} />
      )}
      {shownId === undefined && draft.files.length === 0 && (
        <PastImports db={db} onShow={(id) => setSearch({ import: id })} />
      )}
    </Page>
  );
}

function Steps({ db, onDone }: { readonly db: Database; readonly onDone: (id: string) => void }) {
  const { words } = useWords();
  const draft = useImportDraft();
  const found = useWatch(
    () => watch(async () => ({ settings: await findRecord(db, 'settings', settingsId) })),
    [db],
  );
  const { step } = draft;
  if (step === 'file') return <FileStep db={db} draft={draft} />;
  if (step === 'map') return <MapStep draft={draft} />;
  if (found === undefined) return <Loading />;
  const { currency, homeCountry: country } = found.settings ?? initialSettings;
  const run = async () => {
    const name = nameOfImport(draft);
    const done = await runImport({ currency, country }, Date.now());
    if (!done?.ok) return;
    announce(words.imports.done(name));
    onDone(done.value.importId);
  };
  if (step === 'run') return <RunStep name={nameOfImport(draft)} />;
  return <CheckStep draft={draft} around={{ currency, country }} onRun={() => void run()} />;
}

function Result({
  db,
  importId,
  onAnother,
}: {
  readonly db: Database;
  readonly importId: string;
  readonly onAnother: () => void;
}) {
  const { words } = useWords();
  const [refusal, setRefusal] = useState<Refusal>();
  const found = useWatch(
    () => watch(async () => ({ journal: await findRecord(db, 'imports', importId) })),
    [db, importId],
  );
  if (found === undefined) return <Loading />;
  const { journal } = found;
  const another = <Button onPress={onAnother}>{words.imports.another}</Button>;
  if (journal === undefined)
    return <ErrorNotice refusal={{ code: 'import-not-found' }} actions={another} />;
  const undo = async () => {
    const undone = await undoImport({ importId, now: Date.now() }, journal.fileName);
    if (undone.ok) announce(words.imports.undone);
    else setRefusal(undone.refusal);
  };
  if (journal.state === 'removed') return <Notice actions={another}>{words.imports.undone}</Notice>;
  if (journal.state === 'removing')
    return <ProgressBar label={words.imports.undoing(journal.fileName)} fraction={undefined} />;
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <ResultStep
        journal={journal}
        receipt={readReceipt(importId)}
        onAnother={onAnother}
        onUndo={() => void undo()}
      />
    </>
  );
}
