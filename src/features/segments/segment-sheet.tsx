import { useState } from 'react';
import type { Segment } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { BestMembers } from './best-members.tsx';
import { MakeList } from './make-list.tsx';
import { PlanVisits } from './plan-visits.tsx';
import { nameOf } from './segment-words.ts';
import { TagAll } from './tag-all.tsx';
import { useMembers } from './use-members.ts';

const actions = ['list', 'visits', 'tag'] as const;
type Action = (typeof actions)[number];

/** What one does with a segment: keep it as a list, plan visits with its best, tag all of them. */
export function SegmentSheet({
  db,
  segment,
  onClose,
}: {
  readonly db: Database;
  readonly segment: Segment;
  readonly onClose: () => void;
}) {
  const { words, language } = useWords();
  const own = words.segments;
  const [action, setAction] = useState<Action>('list');
  const ords = useMembers(segment.id);
  const name = nameOf(segment, language);
  return (
    <Sheet isOpen onClose={onClose} title={own.workWith(name)}>
      <ChoiceChips
        label={own.whatToDo}
        choices={actions.map((id) => ({ id, text: own.actions[id] }))}
        value={action}
        onChange={setAction}
      />
      {ords === undefined && <Loading />}
      {ords !== undefined && action === 'list' && (
        <>
          <MakeList db={db} segmentId={segment.id} name={name} count={ords.length} />
          <BestMembers ords={ords} />
        </>
      )}
      {ords !== undefined && action === 'visits' && <PlanVisits db={db} ords={ords} name={name} />}
      {ords !== undefined && action === 'tag' && <TagAll ords={ords} />}
    </Sheet>
  );
}
