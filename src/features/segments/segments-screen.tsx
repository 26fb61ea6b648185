import { Shapes, Upload } from 'lucide-react';
import type { SegmentRun } from '#core/segments/segment-run.ts';
import { initialSettings, settingsId } from '#core/settings.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { countRecords, findRecord, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { describeSegments } from '#jobs/segment-jobs.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAnswer } from '#ui/live/use-answer.ts';
import { useShownWhenNew } from '#ui/live/use-shown-when-new.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { RunView } from './run-view.tsx';
import { SegmentForm } from './segment-form.tsx';
import { SegmentingProgress } from './segmenting-progress.tsx';
import styles from './segments.module.css';
import { useSegmenting } from './use-segmenting.ts';

const readRun = async (db: Database) => {
  const [meta, settings, customers, runs] = await Promise.all([
    readMeta(db),
    findRecord(db, 'settings', settingsId),
    countRecords(db, 'customers'),
    listRecords(db, 'segmentRuns', { index: 'createdAt', reverse: true }),
  ]);
  const run = runs.find(({ id }) => id === meta.activeSegmentRun);
  return { run, runs, customers, currency: (settings ?? initialSettings).currency };
};

function NoCustomers() {
  const own = useWords().words.segments;
  return (
    <EmptyState
      icon={Shapes}
      title={own.noCustomers}
      actions={
        <ButtonLink look="primary" icon={Upload} href={hrefOf.import}>
          {own.import}
        </ButtonLink>
      }
    >
      {own.noCustomersHint}
    </EmptyState>
  );
}

/** Fills the card of the form: choices once they are known, or why they are not. */
function FormCard({
  customers,
  run,
}: {
  readonly customers: number;
  readonly run: SegmentRun | undefined;
}) {
  const { words } = useWords();
  const own = words.segments;
  const { answer, again } = useAnswer(describeSegments, customers);
  if (answer === undefined) return <Loading />;
  if (!answer.ok)
    return (
      <ErrorNotice
        refusal={answer.refusal}
        actions={<Button onPress={again}>{words.ui.retry}</Button>}
      />
    );
  return (
    <Card title={run !== undefined ? own.findAgain : own.newRun}>
      <SegmentForm key={String(answer.value.orders > 0)} choices={answer.value} before={run} />
    </Card>
  );
}

/** Insights › Segments: find groups of customers who are alike, and see what they are like. */
export function SegmentsScreen({ db }: { readonly db: Database }) {
  const own = useWords().words.segments;
  const job = useSegmenting();
  const known = useWatch(() => watch(() => readRun(db)), [db]);
  const isRunning = job?.state === 'running';
  const work = useShownWhenNew<HTMLDivElement>(isRunning ? job.id : undefined);
  const top = useShownWhenNew<HTMLDivElement>(known === undefined ? null : known.run?.id);
  if (known === undefined) return <Loading />;
  const { run, runs, customers, currency } = known;
  return (
    <Page title={own.title} lead={own.lead}>
      {customers === 0 && <NoCustomers />}
      {customers > 0 && run === undefined && !isRunning && (
        <Notice>
          <strong>{own.noRun}</strong>
          {own.noRunHint}
        </Notice>
      )}
      <div ref={work} className={styles.top}>
        <SegmentingProgress hasRun={run !== undefined} />
      </div>
      <div ref={top} className={styles.top}>
        {run !== undefined && <RunView db={db} run={run} runs={runs} currency={currency} />}
      </div>
      {customers > 0 && (
        <div hidden={isRunning}>
          <FormCard customers={customers} run={run} />
        </div>
      )}
    </Page>
  );
}
