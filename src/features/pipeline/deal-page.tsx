import {
  ArrowLeft,
  ArrowRightLeft,
  ListPlus,
  MessageSquarePlus,
  Pencil,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '#core/result.ts';
import type { Deal } from '#core/sales/deal.ts';
import { daysInStage } from '#core/sales/deal-board.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { findRecord } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { goOnFromHere } from '#ui/navigation/go-on-from-here.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Columns, Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CustomerDealings } from './customer-dealings.tsx';
import { DealFacts } from './deal-facts.tsx';
import { EditDeal } from './edit-deal.tsx';
import { MoveDialog, type Moving } from './move-dialog.tsx';
import { NewTask } from './new-task.tsx';
import { StageHistory } from './stage-history.tsx';

/** All about one deal, kept up to date. */
export function DealPage({ db, id }: { readonly db: Database; readonly id: string }) {
  const { words } = useWords();
  const { pipeline } = words;
  // null stands for "looked and not found"; undefined is "not read yet".
  const deal = useWatch(
    () => watch(async () => (await findRecord(db, 'deals', id)) ?? null),
    [db, id],
  );
  if (deal === undefined) return <Loading />;
  if (deal === null || deal.deletedAt !== undefined)
    return (
      <EmptyState
        title={pipeline.gone}
        actions={<ButtonLink href={hrefOf.pipeline}>{pipeline.back}</ButtonLink>}
      />
    );
  return <Known db={db} deal={deal} />;
}

function Known({ db, deal }: { readonly db: Database; readonly deal: Deal }) {
  const { words } = useWords();
  const { pipeline } = words;
  const [open, setOpen] = useState<'edit' | 'task'>();
  const [moving, setMoving] = useState<Moving>();
  const [refusal, setRefusal] = useState<Refusal>();
  const remove = async () => {
    const goOn = goOnFromHere();
    const now = Date.now();
    const removed = await commit(db, {
      label: 'deal-deleted',
      now,
      writes: [{ table: 'deals', record: { ...deal, deletedAt: now } }],
    });
    if (removed.ok) goOn(hrefOf.pipeline);
    else setRefusal(removed.refusal);
  };
  const { customerId } = deal;
  const days = daysInStage(deal, Date.now());
  return (
    <Page
      title={deal.name}
      lead={`${pipeline.stages[deal.stage]} · ${pipeline.days(days)}`}
      actions={
        <>
          <ButtonLink look="quiet" icon={ArrowLeft} href={hrefOf.pipeline}>
            {pipeline.back}
          </ButtonLink>
          <Button
            look="primary"
            icon={ArrowRightLeft}
            onPress={() => setMoving({ deal, step: 'choose' })}
          >
            {pipeline.moveTo}
          </Button>
          <Button icon={Pencil} onPress={() => setOpen('edit')}>
            {pipeline.edit}
          </Button>
          {customerId !== undefined && (
            <ButtonLink icon={MessageSquarePlus} href={hrefOf.log(customerId)}>
              {pipeline.log}
            </ButtonLink>
          )}
          <Button icon={ListPlus} onPress={() => setOpen('task')}>
            {pipeline.newTask}
          </Button>
          <Button icon={Trash2} onPress={() => void remove()}>
            {pipeline.remove}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <Columns>
        <DealFacts db={db} deal={deal} />
        <StageHistory deal={deal} />
        {customerId !== undefined && <CustomerDealings db={db} customerId={customerId} />}
      </Columns>
      {open === 'edit' && <EditDeal db={db} deal={deal} onClose={() => setOpen(undefined)} />}
      {open === 'task' && <NewTask db={db} deal={deal} onClose={() => setOpen(undefined)} />}
      {moving !== undefined && <MoveDialog db={db} moving={moving} onChange={setMoving} />}
    </Page>
  );
}
