import type { Result } from '#core/result.ts';
import type { Deal, DealStage } from '#core/sales/deal.ts';
import { moveDeal } from '#core/sales/deal-board.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import type { Words } from '#i18n/en.ts';
import { announce } from '#ui/feedback/announce.ts';

/** Moves a deal into a stage and says so: one change, undoable. Refuses: edit-conflict, storage-full. */
export const saveMove = async (
  db: Database,
  deal: Deal,
  stage: DealStage,
  words: Words,
  lostReason?: string,
): Promise<Result<unknown>> => {
  const now = Date.now();
  const record = moveDeal(deal, stage, now, lostReason);
  const moved = await commit(db, {
    label: 'deal-moved',
    now,
    writes: [{ table: 'deals', record }],
  });
  if (moved.ok) announce(words.pipeline.moved(deal.name, words.pipeline.stages[stage]));
  return moved;
};
