import { Pencil } from 'lucide-react';
import { memo, useEffect, useState } from 'react';
import type { Consent } from '#core/customers/consent.ts';
import {
  type ConsentPurpose,
  consentPurposes,
  consentStates,
  latestConsents,
  withConsent,
} from '#core/customers/consent-state.ts';
import type { Customer } from '#core/customers/customer.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { Button, IconButton } from '#ui/controls/button.tsx';
import { ChoiceChips } from '#ui/controls/choice-chips.tsx';
import { TextField } from '#ui/controls/text-field.tsx';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Chip } from '#ui/surfaces/chip.tsx';
import { Dialog } from '#ui/surfaces/dialog.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './customer-page.module.css';
import { useSave } from './use-save.ts';

/** What a customer allowed, on what basis and when. */
export const CustomerConsents = memo(function CustomerConsents({
  db,
  customer,
  consents,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly consents: readonly Consent[];
}) {
  const { words, format } = useWords();
  const { customerMore } = words;
  const [asked, setAsked] = useState<ConsentPurpose>();
  const latest = latestConsents(consents);
  return (
    <Card title={customerMore.consents}>
      <ul className={styles.items}>
        {consentPurposes.map((purpose) => (
          <li key={purpose} className={styles.item}>
            <span className={styles.grow}>
              <span>{customerMore.purposes[purpose]}</span>
              <span className={styles.small}>{saidOf(latest[purpose])}</span>
            </span>
            <Chip tone={toneOf(latest[purpose])}>
              {customerMore.states[latest[purpose]?.state ?? 'unasked']}
            </Chip>
            <IconButton
              label={customerMore.changeConsent(customerMore.purposes[purpose])}
              icon={Pencil}
              onPress={() => setAsked(purpose)}
            />
          </li>
        ))}
      </ul>
      {asked !== undefined && (
        <WriteConsent
          db={db}
          customer={customer}
          purpose={asked}
          onClose={() => setAsked(undefined)}
        />
      )}
    </Card>
  );

  function saidOf(consent: Consent | undefined): string {
    return consent === undefined ? '' : `${format.date(consent.at)} · ${consent.basis}`;
  }
});

const toneOf = (consent: Consent | undefined) => {
  if (consent === undefined) return 'neutral';
  return consent.state === 'given' ? 'good' : 'warn';
};

/** Writes down what a customer said; contact and profiling follow in the same commit. */
function WriteConsent({
  db,
  customer,
  purpose,
  onClose,
}: {
  readonly db: Database;
  readonly customer: Customer;
  readonly purpose: ConsentPurpose;
  readonly onClose: () => void;
}) {
  const { words } = useWords();
  const { customerMore, ui } = words;
  const [state, setState] = useState<Consent['state']>('given');
  const [basis, setBasis] = useState('');
  const [isTried, setTried] = useState(false);
  const { refusal, save } = useSave(db);
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const isMissing = basis.trim() === '';
  const keep = async () => {
    setTried(true);
    if (isMissing) return;
    const now = Date.now();
    const record: Consent = {
      id: crypto.randomUUID(),
      createdAt: now,
      updatedAt: now,
      rev: 0,
      customerId: customer.id,
      purpose,
      state,
      basis: basis.trim(),
      at: now,
    };
    const changed = withConsent(customer, record);
    const mirrored = changed === customer ? [] : [{ table: 'customers' as const, record: changed }];
    const writes = [{ table: 'consents' as const, record }, ...mirrored];
    if (await save('consent-saved', writes, now)) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={customerMore.purposes[purpose]}
      actions={
        <>
          <Button onPress={onClose}>{ui.cancel}</Button>
          <Button look="primary" onPress={() => void keep()}>
            {ui.save}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <ErrorNotice refusal={refusal} />}
      <p>{customerMore.means[purpose]}</p>
      <ChoiceChips
        label={customerMore.said}
        value={state}
        onChange={setState}
        choices={consentStates.map((id) => ({ id, text: customerMore.states[id] }))}
      />
      <TextField
        label={customerMore.basis}
        hint={customerMore.basisHint}
        value={basis}
        onChange={setBasis}
        onSubmit={() => void keep()}
        error={isTried && isMissing ? customerMore.basisNeeded : undefined}
      />
    </Dialog>
  );
}
