import { CalendarPlus, ListPlus, X } from 'lucide-react';
import { useState } from 'react';
import type { DirectoryRow } from '#contracts/directory.ts';
import type { RankedCustomer } from '#contracts/learn.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { Button } from '#ui/controls/button.tsx';
import { announce } from '#ui/feedback/announce.ts';
import { ErrorNotice } from '#ui/feedback/notice.tsx';
import { Score } from '#ui/feedback/score.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { useWords } from '#ui/words/words-context.tsx';
import {
  acceptSuggestion,
  dismissSuggestion,
  type Suggestion,
  stepOf,
} from './answer-suggestion.ts';
import { DismissDialog } from './dismiss-dialog.tsx';
import type { Lists, SuggestionList } from './read-lists.ts';
import styles from './recommendations.module.css';
import { sayMainReason } from './say-main-reason.ts';
import { useReason } from './use-reason.ts';

const icons = { visit: CalendarPlus, call: ListPlus } as const;

/** A customer of a list: how likely, the main reason, one step, and the way off the list. */
export function SuggestionRow({
  db,
  list: { kind, model },
  customer,
  ranked,
  baseRate,
  known: { fields, currency },
}: {
  readonly db: Database;
  readonly list: SuggestionList;
  readonly customer: DirectoryRow;
  readonly ranked: RankedCustomer;
  readonly baseRate: number;
  readonly known: Lists;
}) {
  const { words, format } = useWords();
  const own = words.recommendations;
  const [isAsking, setAsking] = useState(false);
  // Until the list is read again: one tap must not make two tasks.
  const [isAnswered, setAnswered] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { ref, reason } = useReason(model.id, customer.id);
  const name = customer.name || words.ui.customerNumber(customer.ord + 1);
  const step = stepOf(kind);
  const said = reason ? sayMainReason(reason, fields, words, format) : '';
  const suggestion: Suggestion = {
    customerId: customer.id,
    modelId: model.id,
    list: kind,
    probability: ranked.probability,
    reason: said,
  };
  const finish = (done: Result<unknown>, text: string) => {
    setRefusal(done.ok ? undefined : done.refusal);
    setAnswered(done.ok);
    if (!done.ok) return;
    setAsking(false);
    announce(text);
  };
  const title = step === 'visit' ? own.visitTitle : own.callTitle;
  const accept = async () => {
    setAnswered(true);
    const done = await acceptSuggestion(db, suggestion, title, Date.now());
    finish(done, step === 'visit' ? own.planned : own.tasked);
  };
  return (
    <li ref={ref} className={styles.row}>
      <a className={styles.who} href={hrefOf.customer(customer.id)}>
        {name}
        <span className={styles.small}>{customer.city}</span>
      </a>
      <div className={styles.worth}>
        <Score probability={ranked.probability} baseRate={baseRate} />
        {kind === 'at-risk' && (
          <span className={styles.small}>
            {own.stake(format.money(ranked.yearMinor, currency))}
          </span>
        )}
      </div>
      <p className={styles.reason} data-reason={reason === undefined ? 'pending' : 'told'}>
        {reason === undefined ? own.reasons : said || own.noReason}
      </p>
      <div className={styles.acts}>
        <Button
          icon={icons[step]}
          isDisabled={isAnswered}
          aria-label={step === 'visit' ? own.visitOf(name) : own.callOf(name)}
          onPress={() => void accept()}
        >
          {own[step]}
        </Button>
        <Button
          look="quiet"
          icon={X}
          isDisabled={isAnswered}
          aria-label={own.dismissOf(name)}
          onPress={() => setAsking(true)}
        >
          {own.dismiss}
        </Button>
      </div>
      {refusal !== undefined && !isAsking && <ErrorNotice refusal={refusal} />}
      {isAsking && (
        <DismissDialog
          name={name}
          refusal={refusal}
          onClose={() => setAsking(false)}
          onDismiss={async (answer) =>
            finish(await dismissSuggestion(db, suggestion, answer, Date.now()), own.dismissed)
          }
        />
      )}
    </li>
  );
}
