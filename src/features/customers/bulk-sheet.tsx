import { useEffect, useRef, useState } from 'react';
import { type BulkChange, mostAtOnce } from '#core/customers/bulk-change.ts';
import type { FieldDefinition } from '#core/customers/field-definition.ts';
import type { Refusal } from '#core/result.ts';
import { changeMany } from '#jobs/directory-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { ProgressBar } from '#ui/feedback/progress-bar.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { BulkForm } from './bulk-form.tsx';
import { BulkPreview } from './bulk-preview.tsx';

type Progress = { readonly done: number; readonly total: number };

/** One change to all chosen customers: what it is, what it will do, and then it is done at once. */
export function BulkSheet({
  ords,
  definitions,
  isDeleting,
  onDone,
  onClose,
}: {
  readonly ords: ReadonlySet<number>;
  readonly definitions: readonly FieldDefinition[];
  readonly isDeleting: boolean;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customers, ui } = words;
  const [change, setChange] = useState<BulkChange | undefined>(
    isDeleting ? { kind: 'delete' } : undefined,
  );
  const [willChange, setWillChange] = useState(0);
  const [progress, setProgress] = useState<Progress>();
  const [refusal, setRefusal] = useState<Refusal>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const isTooMany = ords.size > mostAtOnce;
  const run = async () => {
    if (change === undefined) return;
    running.current = new AbortController();
    setProgress({ done: 0, total: ords.size });
    const result = await changeMany(Uint32Array.from(ords), change, {
      signal: running.current.signal,
      onProgress: setProgress,
    });
    setProgress(undefined);
    if (!result.ok) return setRefusal(result.refusal);
    announce(customers.changedMany(result.value.changed));
    onDone();
    onClose();
  };
  const isReady = change !== undefined && willChange > 0 && !isTooMany && progress === undefined;
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={isDeleting ? customers.deleteMany(ords.size) : customers.changeMany(ords.size)}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button
            look={isDeleting ? 'danger' : 'primary'}
            isDisabled={!isReady}
            onPress={() => void run()}
          >
            {isDeleting ? customers.deleteNow(willChange) : customers.changeNow(willChange)}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      {isTooMany && <Notice>{customers.tooManyAtOnce(mostAtOnce)}</Notice>}
      {isDeleting ? (
        <p>{customers.deleteHint}</p>
      ) : (
        <BulkForm definitions={definitions} onChange={setChange} />
      )}
      {progress !== undefined && (
        <ProgressBar
          label={customers.changing}
          fraction={progress.done < progress.total ? progress.done / progress.total : undefined}
        />
      )}
      {change !== undefined && !isTooMany && progress === undefined && (
        <BulkPreview
          ords={ords}
          change={change}
          definitions={definitions}
          onCount={setWillChange}
        />
      )}
    </Sheet>
  );
}
