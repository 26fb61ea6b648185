import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { renameEverywhere } from './rename-segment.ts';
import { nameOf } from './segment-words.ts';

/** Asks for a segment's own name and saves it; an empty one gives the found name back. */
export function RenameDialog({
  db,
  run,
  runs,
  index,
  onClose,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  readonly runs: readonly SegmentRun[];
  readonly index: number;
  readonly onClose: () => void;
}) {
  const { words, language } = useWords();
  const own = words.segments;
  const segment = run.segments[index];
  const [name, setName] = useState(segment?.customName ?? '');
  const [refusal, setRefusal] = useState<Refusal>();
  if (segment === undefined) return null;
  const save = async () => {
    const saved = await commit(db, {
      label: 'segment-renamed',
      now: Date.now(),
      writes: renameEverywhere(runs, segment.id, name).map((record) => ({
        table: 'segmentRuns',
        record,
      })),
    });
    if (!saved.ok) return setRefusal(saved.refusal);
    announce(own.renamed);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={own.renameOf(nameOf(segment, language))}
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
      <TextField
        label={own.ownName}
        value={name}
        onChange={setName}
        hint={own.ownNameHint}
        placeholder={segment.name[language]}
        onSubmit={() => void save()}
      />
    </Dialog>
  );
}
