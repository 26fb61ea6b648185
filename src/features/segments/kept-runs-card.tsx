import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { columnName } from './segment-words.ts';
import styles from './segments.module.css';

/** The runs kept, the newest first, and which one is in use. Their labels are kept with them. */
export function KeptRunsCard({
  db,
  runs,
  active,
}: {
  readonly db: Database;
  readonly runs: readonly SegmentRun[];
  readonly active: string;
}) {
  const { words, format } = useWords();
  const own = words.segments;
  const [refusal, setRefusal] = useState<Refusal>();
  const use = async (id: string) => {
    const done = await commit(db, {
      label: 'segments-chosen',
      now: Date.now(),
      writes: [],
      undoable: false,
      meta: { activeSegmentRun: id },
    });
    setRefusal(done.ok ? undefined : done.refusal);
    if (done.ok) announce(own.runUsed);
  };
  const wayOf = ({ grid, source, columns }: SegmentRun) => {
    if (grid !== undefined) return own.gridCount;
    return source === 'columns'
      ? format.list(columns.map(({ name }) => columnName(source, name, { own })))
      : own.sources[source];
  };
  return (
    <Card title={own.keptRuns}>
      <p className={styles.muted}>{own.keptRunsHint}</p>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Table
        label={own.keptRunsTable}
        columns={[
          { id: 'at', name: own.foundOn, cell: ({ createdAt }) => format.instant(createdAt) },
          { id: 'way', name: own.source, cell: wayOf },
          {
            id: 'k',
            name: own.segmentCount,
            cell: ({ k }) => format.number(k),
            isNumber: true,
          },
          {
            id: 'use',
            name: own.runInUse,
            cell: ({ id }) =>
              id === active ? (
                <Chip tone="good">{own.runInUse}</Chip>
              ) : (
                <Button onPress={() => void use(id)}>{own.useRun}</Button>
              ),
          },
        ]}
        rows={runs}
        rowKey={({ id }) => id}
      />
    </Card>
  );
}
