import { useState } from 'react';
import type { RunBefore, SegmentMove, SegmentRun } from '#core/segments/segment-run.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { MovedCustomers } from './moved-customers.tsx';
import { nameOf } from './segment-words.ts';
import styles from './segments.module.css';

/** Who changed segment since the run before: how many from where to where, and who they are. */
export function MovesCard({
  db,
  run,
  before,
}: {
  readonly db: Database;
  readonly run: SegmentRun;
  readonly before: RunBefore;
}) {
  const { words, format, language } = useWords();
  const own = words.segments;
  const [shown, setShown] = useState<SegmentMove>();
  // A segment that goes on bears the name it has now.
  const nameThen = (at: number) => {
    const old = before.segments[at];
    const now = run.segments.find(({ id }) => id === old?.id);
    if (now !== undefined) return nameOf(now, language);
    const gone = old === undefined ? '' : nameOf(old, language);
    // A new segment may be called what a dissolved one was.
    return run.segments.some((segment) => nameOf(segment, language) === gone)
      ? own.former(gone)
      : gone;
  };
  const nameNow = (at: number) => {
    const segment = run.segments[at];
    return segment === undefined ? '' : nameOf(segment, language);
  };
  const moved = before.moves.reduce((sum, { customers }) => sum + customers, 0);
  const dissolved = before.segments.flatMap((segment) =>
    run.segments.some(({ id }) => id === segment.id) ? [] : [own.quoted(nameOf(segment, language))],
  );
  return (
    <Card title={own.whoMoved}>
      <p>
        {own.movedSince(moved, format.instant(before.createdAt))}
        {before.arrived > 0 && ` ${own.arrived(before.arrived)}`}
      </p>
      {dissolved.length > 0 && <p>{own.dissolved(format.list(dissolved), dissolved.length)}</p>}
      {before.moves.length > 0 && (
        <Table
          label={own.movesTable}
          columns={[
            { id: 'from', name: own.movedFrom, cell: ({ from }) => nameThen(from) },
            { id: 'to', name: own.movedTo, cell: ({ to }) => nameNow(to) },
            {
              id: 'customers',
              name: own.size,
              cell: ({ customers }) => format.number(customers),
              isNumber: true,
            },
            {
              id: 'who',
              name: own.who,
              cell: (move) => <Button onPress={() => setShown(move)}>{own.showWho}</Button>,
            },
          ]}
          rows={before.moves}
          rowKey={({ from, to }) => `${from} ${to}`}
        />
      )}
      {shown !== undefined && (
        <div className={styles.top} aria-live="polite">
          <MovedCustomers
            db={db}
            run={run}
            move={shown}
            title={own.fromTo(nameThen(shown.from), nameNow(shown.to))}
          />
        </div>
      )}
    </Card>
  );
}
