import { type Dispatch, type SetStateAction, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { type Deal, type DealStage, dealStages } from '#core/sales/deal.ts';
import type { Database } from '#db/database.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './pipeline.module.css';
import { saveMove } from './save-move.ts';

/** A deal being moved: to where it goes, why it was lost, or what comes after it was won. */
export type Moving = { readonly deal: Deal; readonly step: 'choose' | 'lost' | 'won' };

type Props = {
  readonly db: Database;
  readonly moving: Moving;
  readonly onChange: Dispatch<SetStateAction<Moving | undefined>>;
};

/** Asks what a move needs to know. A lost deal says why; a won one may become an order at once. */
export function MoveDialog(props: Props) {
  const { step } = props.moving;
  if (step === 'lost') return <LostStep {...props} />;
  return step === 'won' ? <WonStep {...props} /> : <ChooseStep {...props} />;
}

function ChooseStep({ db, moving: { deal }, onChange }: Props) {
  const { words } = useWords();
  const { pipeline } = words;
  const [refusal, setRefusal] = useState<Refusal>();
  const close = () => onChange(undefined);
  const move = async (stage: DealStage) => {
    if (stage === 'lost') return onChange({ deal, step: 'lost' });
    const moved = await saveMove(db, deal, stage, words);
    if (!moved.ok) return setRefusal(moved.refusal);
    onChange(stage === 'won' ? { deal, step: 'won' } : undefined);
  };
  return (
    <Dialog isOpen onClose={close} title={pipeline.moveDeal(deal.name)}>
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div className={styles.stages}>
        {dealStages
          .filter((stage) => stage !== deal.stage)
          .map((stage) => (
            <Button key={stage} onPress={() => void move(stage)}>
              {pipeline.stages[stage]}
            </Button>
          ))}
      </div>
    </Dialog>
  );
}

function LostStep({ db, moving: { deal }, onChange }: Props) {
  const { words } = useWords();
  const { pipeline, ui } = words;
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<Refusal>();
  const close = () => onChange(undefined);
  const save = async () => {
    const moved = await saveMove(db, deal, 'lost', words, reason);
    if (moved.ok) close();
    else setRefusal(moved.refusal);
  };
  return (
    <Dialog
      isOpen
      onClose={close}
      title={pipeline.lostTitle(deal.name)}
      actions={
        <>
          <Button onPress={close}>{ui.cancel}</Button>
          <Button look="primary" isDisabled={reason.trim() === ''} onPress={() => void save()}>
            {pipeline.lostSave}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <div className={styles.reasons}>
        <ChoiceChips
          label={pipeline.lostReason}
          value={reason}
          onChange={setReason}
          choices={pipeline.lostReasons.map((text) => ({ id: text, text }))}
        />
      </div>
      <TextField
        label={pipeline.lostOther}
        value={reason}
        onChange={setReason}
        autoComplete="off"
      />
    </Dialog>
  );
}

function WonStep({ moving: { deal }, onChange }: Props) {
  const { words } = useWords();
  const { pipeline } = words;
  const close = () => onChange(undefined);
  const { customerId } = deal;
  return (
    <Dialog
      isOpen
      onClose={close}
      title={pipeline.wonTitle(deal.name)}
      actions={
        <>
          <Button onPress={close}>{pipeline.notNow}</Button>
          {customerId !== undefined && (
            <ButtonLink look="primary" href={hrefOf.newOrder(customerId)}>
              {pipeline.makeOrder}
            </ButtonLink>
          )}
        </>
      }
    >
      {customerId !== undefined && <p>{pipeline.wonOffer}</p>}
    </Dialog>
  );
}
