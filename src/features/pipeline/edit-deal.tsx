import { useEffect, useState } from 'react';
import type { Refusal } from '#core/result.ts';
import { tradedCurrencies } from '#core/sales/currencies.ts';
import type { Deal } from '#core/sales/deal.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { readSettings } from '#db/read-settings.ts';
import { listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button } from '#ui/controls/button.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Sheet } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { applyDealDraft, type DealDraft, dealDraftOf, faultsOf, newDeal } from './deal-draft.ts';
import { DealFields } from './deal-fields.tsx';

type Props = {
  readonly db: Database;
  readonly deal?: Deal;
  /** Of a new deal. */
  readonly customerId?: string | undefined;
  readonly onClose: () => void;
};

/** Changes a deal, or makes one. Nothing is written before Save; Save can be undone. */
export function EditDeal(props: Props) {
  const { db } = props;
  const settings = useWatch(() => watch(() => readSettings(db)), [db]);
  return settings === undefined ? null : <Form {...props} currency={settings.currency} />;
}

function Form({ db, deal, customerId, onClose, currency }: Props & { readonly currency: string }) {
  const { words } = useWords();
  const { pipeline, ui } = words;
  const [draft, setDraft] = useState<DealDraft>(() => dealDraftOf(deal, currency, customerId));
  const [refusal, setRefusal] = useState<Refusal>();
  const [isTried, setTried] = useState(false);
  const definitions = useWatch(
    () => watch(() => listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'deals' })),
    [db],
  );
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const save = async () => {
    setTried(true);
    if (faultsOf(draft).length > 0) return;
    const now = Date.now();
    const record = applyDealDraft(deal ?? newDeal(crypto.randomUUID(), now), draft, now);
    const saved = await commit(db, {
      label: 'deal-saved',
      now,
      writes: [{ table: 'deals', record }],
    });
    if (!saved.ok) return setRefusal(saved.refusal);
    onClose();
    if (deal === undefined) location.hash = hrefOf.deal(record.id);
  };
  return (
    <Sheet
      isOpen
      onClose={onClose}
      title={deal === undefined ? pipeline.add : pipeline.edit}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void save()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <DealFields
        db={db}
        draft={draft}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
        faults={isTried ? faultsOf(draft) : []}
        sourceStage={deal?.sourceStage}
        currencies={[...new Set([draft.currency, currency, ...tradedCurrencies])]}
        definitions={definitions ?? []}
        onSubmit={() => void save()}
      />
    </Sheet>
  );
}
