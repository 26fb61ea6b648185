import { useEffect, useState } from 'react';
import type { Customer } from '#core/customers/customer.ts';
import type { Refusal } from '#core/result.ts';
import { commit } from '#db/commit.ts';
import type { Database } from '#db/database.ts';
import { holdUnsavedWork } from '#jobs/unsaved-work.ts';
import { applyDraft, type Draft, draftOf, faultsOf, newCustomer } from './customer-draft.ts';
import { findDraft, forgetDraft, keepDraft } from './kept-drafts.ts';

/** The state of the customer form. Every keystroke is kept until it is saved or thrown away. */
export const useCustomerForm = (
  db: Database,
  customer: Customer | undefined,
  onSaved: (id: string) => void,
) => {
  const id = customer?.id;
  const [left] = useState(() => findDraft(id));
  // What the draft was begun on: a change made elsewhere since is told, never overwritten unseen.
  const [base, setBase] = useState(left === undefined ? customer : left.base);
  const [draft, setDraft] = useState<Draft>(() => left?.draft ?? draftOf(customer));
  const [isResumed, setResumed] = useState(left !== undefined);
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  // An update must not reload the page away from under a form.
  useEffect(holdUnsavedWork, []);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDraft(id, { draft: next, base });
  };
  const startOver = () => {
    forgetDraft(id);
    setBase(customer);
    setDraft(draftOf(customer));
    setResumed(false);
    setRefusal(undefined);
  };
  const save = async () => {
    setTried(true);
    if (faultsOf(draft).length > 0) return;
    const now = Date.now();
    const record = applyDraft(base ?? newCustomer(crypto.randomUUID(), now), draft);
    const saved = await commit(db, {
      label: 'customer-saved',
      now,
      writes: [{ table: 'customers', record }],
    });
    if (!saved.ok) return setRefusal(saved.refusal);
    forgetDraft(id);
    onSaved(record.id);
  };
  return {
    draft,
    change,
    faults: isTried ? faultsOf(draft) : [],
    refusal,
    isResumed,
    startOver,
    save,
  };
};
