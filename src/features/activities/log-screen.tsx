import { useEffect, useState } from 'react';
import { useParams, useSearchParams } from 'wouter';
import { emptyLogDraft, type LogDraft } from '#core/customers/log-draft.ts';
import type { Database } from '#db/database.ts';
import { dropLogDraft } from '#db/log-drafts.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { LogForm } from './log-form.tsx';
import { type LogFacts, readLogFacts } from './read-log-facts.ts';

/** Logs what was done with a customer: an outcome, a sentence, Save. */
export function LogScreen({ db }: { readonly db: Database }) {
  const { customerId = '' } = useParams();
  const [params] = useSearchParams();
  const task = params.get('task');
  const [facts, setFacts] = useState<LogFacts | null>();
  useEffect(() => {
    let isWanted = true;
    setFacts(undefined);
    void readLogFacts(db, decodeURIComponent(customerId), task, Date.now()).then(
      (read) => isWanted && setFacts(read),
    );
    return () => {
      isWanted = false;
    };
  }, [db, customerId, task]);
  if (facts === undefined) return <Loading />;
  if (facts === null) return <NoSuchCustomer />;
  const back =
    params.get('from') === 'today' || task !== null
      ? hrefOf.today
      : hrefOf.customer(facts.customer.id);
  const isResumed = params.get('resume') !== null;
  return <Known key={facts.customer.id} db={db} facts={facts} back={back} isResumed={isResumed} />;
}

function NoSuchCustomer() {
  const { words } = useWords();
  return (
    <EmptyState
      title={words.activities.noCustomer}
      actions={<ButtonLink href={hrefOf.customers}>{words.shell.customers}</ButtonLink>}
    />
  );
}

const freshDraft = ({ customer, task }: LogFacts): LogDraft => ({
  ...emptyLogDraft(crypto.randomUUID(), customer.id),
  ...(task === undefined ? {} : { taskId: task.id }),
  type: task?.type === 'call' || task?.type === 'email' ? task.type : 'visit',
});

function Known({
  db,
  facts,
  back,
  isResumed,
}: {
  readonly db: Database;
  readonly facts: LogFacts;
  readonly back: string;
  /** Continue was pressed on Today already. */
  readonly isResumed: boolean;
}) {
  const { words, format } = useWords();
  const { activities, ui } = words;
  const { customer } = facts;
  const [offered, setOffered] = useState(isResumed ? undefined : facts.kept);
  const [start, setStart] = useState(() => (isResumed && facts.kept) || freshDraft(facts));
  const name = customer.name ?? ui.customerNumber((customer.ord ?? 0) + 1);
  const resume = () => {
    if (offered !== undefined) setStart(offered);
    setOffered(undefined);
  };
  const discard = () => {
    setOffered(undefined);
    void dropLogDraft(db, customer.id);
  };
  return (
    <Page title={activities.title(name)} lead={format.date(Date.now())}>
      {offered !== undefined && (
        <Notice
          actions={
            <>
              <Button look="primary" onPress={resume}>
                {activities.resume}
              </Button>
              <Button onPress={discard}>{activities.discard}</Button>
            </>
          }
        >
          <strong>{activities.wereWriting(name)}</strong>
          {offered.text !== '' && <span>{activities.quote(offered.text)}</span>}
        </Notice>
      )}
      <LogForm key={start.activityId} db={db} facts={facts} start={start} back={back} />
    </Page>
  );
}
