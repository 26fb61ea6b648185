import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { type Deal, type DealStage, dealStages } from '#core/sales/deal.ts';
import { closedStages, openStages } from '#core/sales/deal-board.ts';
import type { Database } from '#db/database.ts';
import { useWidth } from '#ui/charts/use-width.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { BoardColumn } from './board-column.tsx';
import { MoveDialog, type Moving } from './move-dialog.tsx';
import styles from './pipeline.module.css';
import { saveMove } from './save-move.ts';
import { StageTabs } from './stage-tabs.tsx';
import type { Board } from './use-board.ts';

/** From here on all stages stand beside each other. */
const wideEnough = 840;

/** The columns side by side, the ended ones under each other; on a narrow screen one stage at a time. */
export function BoardColumns({ db, board }: { readonly db: Database; readonly board: Board }) {
  const { words } = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const [current, setCurrent] = useState<DealStage>('prospecting');
  const [moving, setMoving] = useState<Moving>();
  const [refusal, setRefusal] = useState<Refusal>();
  const find = (id: string): Deal | undefined =>
    dealStages.flatMap((stage) => board.columns[stage]).find((deal) => deal.id === id);
  const drop = async (id: string, stage: DealStage) => {
    const deal = find(id);
    if (deal === undefined || deal.stage === stage) return;
    if (stage === 'lost') return setMoving({ deal, step: 'lost' });
    const moved = await saveMove(db, deal, stage, words);
    setRefusal(moved.ok ? undefined : moved.refusal);
    if (moved.ok && stage === 'won') setMoving({ deal, step: 'won' });
  };
  const column = (stage: DealStage) => (
    <BoardColumn
      key={stage}
      db={db}
      board={board}
      stage={stage}
      onDrop={(id) => void drop(id, stage)}
      onMove={(deal) => setMoving({ deal, step: 'choose' })}
    />
  );
  return (
    <>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div ref={ref} className={styles.columns}>
        {width >= wideEnough && (
          <>
            {openStages.map(column)}
            <div className={styles.ended}>{closedStages.map(column)}</div>
          </>
        )}
        {width > 0 && width < wideEnough && (
          <>
            <StageTabs
              columns={board.columns}
              current={current}
              onChange={setCurrent}
              onDrop={(id, stage) => void drop(id, stage)}
            />
            {column(current)}
          </>
        )}
      </div>
      {moving !== undefined && <MoveDialog db={db} moving={moving} onChange={setMoving} />}
    </>
  );
}
