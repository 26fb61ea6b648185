import { ChartNoAxesColumn, Upload } from 'lucide-react';
import type { LearnContract } from '#contracts/learn.ts';
import { findCandidate } from '#core/predictions/compare-models.ts';
import { isSameQuestion } from '#core/predictions/is-same-question.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Refusal, Result } from '#core/result.ts';
import type { Database } from '#db/database.ts';
import { readMeta } from '#db/meta.ts';
import { countRecords, listRecords } from '#db/sealed-table.ts';
import { watch } from '#db/watch.ts';
import { describeLearning } from '#jobs/learn-jobs.ts';
import { Button, ButtonLink } from '#ui/controls/button.tsx';
import { EmptyState } from '#ui/feedback/empty-state.tsx';
import { ErrorNotice, Notice } from '#ui/feedback/notice.tsx';
import { Loading } from '#ui/feedback/progress-bar.tsx';
import { useAnswer } from '#ui/live/use-answer.ts';
import { useShownWhenNew } from '#ui/live/use-shown-when-new.ts';
import { useWatch } from '#ui/live/use-watch.ts';
import { hrefOf } from '#ui/navigation/href-of.ts';
import { nameColumn } from '#ui/records/name-column.ts';
import { Card } from '#ui/surfaces/card.tsx';
import { Page } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { CandidateCard } from './candidate-card.tsx';
import styles from './chart.module.css';
import { ColumnNames } from './column-names.ts';
import { columnsGone } from './columns-gone.ts';
import { ModelDetails } from './model-details.tsx';
import { ModelReport } from './model-report.tsx';
import { ModelVersions } from './model-versions.tsx';
import { listOrderChoices } from './order-choices.ts';
import { OutcomeCard } from './outcome-card.tsx';
import { RetrainOffer } from './retrain-offer.tsx';
import { listTargets } from './target-choices.ts';
import { TrainForm } from './train-form.tsx';
import { TrainingEnd, TrainingProgress } from './training-progress.tsx';
import { UnfinishedTraining } from './unfinished-training.tsx';
import { useReview } from './use-review.ts';
import { useTraining } from './use-training.ts';

const readModels = async (db: Database) => {
  const [models, meta, customers, fields] = await Promise.all([
    listRecords(db, 'models', { index: 'createdAt', reverse: true }),
    readMeta(db),
    countRecords(db, 'customers'),
    listRecords(db, 'fieldDefinitions', { index: 'entity', equals: 'customers' }),
  ]);
  const active = models.find(({ id }) => id === meta.activeModel);
  const candidate = findCandidate(models, active?.id);
  // Training again would only give what the newest of the question has given, also where it was not wanted.
  const newest = active && models.find((model) => isSameQuestion(model, active));
  return { models, active, candidate, newest, customers, fields };
};

function NoQuestion({ title, hint }: { readonly title: string; readonly hint: string }) {
  const own = useWords().words.predictions;
  return (
    <EmptyState
      icon={ChartNoAxesColumn}
      title={title}
      actions={
        <ButtonLink look="primary" icon={Upload} href={hrefOf.import}>
          {own.import}
        </ButtonLink>
      }
    >
      {hint}
    </EmptyState>
  );
}

type Described = Result<LearnContract['describe']['output']>;

function Question({
  db,
  described,
  before,
  models,
  onRetry,
}: {
  readonly db: Database;
  readonly described: Described | undefined;
  readonly before: ModelVersion['target'] | undefined;
  readonly models: readonly ModelVersion[];
  readonly onRetry: () => void;
}) {
  const { words } = useWords();
  const own = words.predictions;
  if (described === undefined) return <Loading />;
  const refused = (refusal: Refusal) => (
    <ErrorNotice refusal={refusal} actions={<Button onPress={onRetry}>{words.ui.retry}</Button>} />
  );
  if (!described.ok) return refused(described.refusal);
  const { columns, rows, orders } = described.value;
  const targets = listTargets(columns);
  const questions = listOrderChoices(orders);
  if (targets.length + questions.length === 0)
    return <NoQuestion title={own.noTarget} hint={own.noTargetHint} />;
  return (
    <Card title={before === undefined ? own.newModel : own.trainAgain}>
      <TrainForm
        db={db}
        columns={columns}
        targets={targets}
        orders={orders}
        rows={rows}
        before={before}
        models={models}
      />
    </Card>
  );
}

/** Insights › Predictions: ask, train, and see how far the scores may be believed. */
export function PredictionsScreen({ db }: { readonly db: Database }) {
  const { words, format } = useWords();
  const own = words.predictions;
  const job = useTraining();
  const known = useWatch(() => watch(() => readModels(db)), [db]);
  const { answer, again } = useAnswer(describeLearning, known?.customers);
  const isRunning = job?.state === 'running';
  const work = useShownWhenNew<HTMLDivElement>(isRunning ? job.id : undefined);
  const top = useShownWhenNew<HTMLDivElement>(
    known === undefined ? null : (known.candidate?.id ?? known.active?.id),
  );
  // What the form may ask comes first: two workers reading everybody at once would both be late.
  const review = useReview(known?.newest?.id, answer !== undefined && !isRunning);
  if (known === undefined) return <Loading />;
  const { models, active, candidate, newest, customers, fields } = known;
  const gone = columnsGone(active, fields);
  return (
    <ColumnNames value={(column) => nameColumn(column, fields, words)}>
      <Page title={own.title} lead={own.lead}>
        {customers === 0 && <NoQuestion title={own.noCustomers} hint={own.noCustomersHint} />}
        <div ref={work} className={styles.top}>
          {isRunning && <TrainingProgress />}
          {job !== undefined && !isRunning && (
            <TrainingEnd job={job} hasModel={active !== undefined} />
          )}
          {!isRunning && <UnfinishedTraining db={db} />}
        </div>
        <div ref={top} className={styles.top}>
          {gone.length > 0 && (
            <Notice>{own.columnGone(format.list(gone.map((name) => `“${name}”`)))}</Notice>
          )}
          {candidate?.against !== undefined && !isRunning && (
            <CandidateCard db={db} candidate={candidate} against={candidate.against} />
          )}
          {newest !== undefined &&
            candidate === undefined &&
            review !== undefined &&
            !isRunning && <RetrainOffer model={newest} retraining={review.retraining} />}
          {active !== undefined && <ModelReport db={db} model={active} />}
        </div>
        {active !== undefined && review !== undefined && (
          <OutcomeCard outcomes={review.outcomes} models={models} active={active.id} />
        )}
        {active !== undefined && <ModelDetails model={active} />}
        {customers > 0 && active === undefined && !isRunning && (
          <Notice>
            <strong>{own.noModel}</strong>
            {own.noModelHint}
          </Notice>
        )}
        {customers > 0 && (
          // Hidden, not taken away: after a cancel the question and the unticked columns are still there.
          <div hidden={isRunning}>
            <Question
              db={db}
              described={answer}
              before={active?.target}
              models={models}
              onRetry={again}
            />
          </div>
        )}
        {models.length > 0 && <ModelVersions db={db} models={models} active={active?.id} />}
      </Page>
    </ColumnNames>
  );
}
