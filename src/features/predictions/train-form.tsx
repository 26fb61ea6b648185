import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { BackendChoice, LearnColumn, OrderQuestions, TrainMode } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import type { Database } from '#db/database.ts';
import { startTraining } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { type Asked, askedQuestion, type Chosen, listQuestions } from './asked-question.ts';
import { useColumnName } from './column-names.ts';
import { ColumnTicks } from './column-ticks.tsx';
import { EffortSelect } from './effort-select.tsx';
import { sizeOfTable, timesOfEfforts } from './estimate-effort.ts';
import { QuestionFacts, QuestionParts } from './question-parts.tsx';
import { whyLeft } from './target-choices.ts';
import { referenceEpochs, trainingSeed } from './train-again.ts';
import { usePace } from './use-pace.ts';
import { useTrainingForm } from './use-training-form.ts';

const engines: readonly BackendChoice[] = ['auto', 'simd', 'webgl', 'wasm', 'cpu'];
/** Within so many days, unless a person says otherwise. */
const usualDays = 60;
/** What a model of orders learns from (workers/learn/orders), roughly. */
const mornings = 4;
const mostPerMorning = 2_500;
const orderColumns = 20;
const modes: readonly TrainMode[] = ['default', 'reference', 'logistic'];

/** Of orders, customers are learned from on several mornings, with columns of their orders beside their own. */
const sizeOfAsked = (
  { column, usable }: Asked,
  columns: readonly LearnColumn[],
  dropped: readonly string[],
  all: number,
) => {
  const isOfOrders = column === undefined;
  const used = columns.filter(
    (one) =>
      !dropped.includes(one.name) &&
      whyLeft(one, column?.name ?? '', all, isOfOrders) === undefined,
  );
  const rows = usable?.rows ?? all;
  const size = sizeOfTable(used, isOfOrders ? mornings * Math.min(rows, mostPerMorning) : rows);
  if (!isOfOrders) return size;
  return { ...size, columns: size.columns + orderColumns, inputs: size.inputs + 10 * orderColumns };
};

/** How a person asks: what is predicted, from which columns, and the button. */
export function TrainForm({
  db,
  columns,
  targets,
  orders,
  rows,
  before,
  models,
}: {
  readonly db: Database;
  readonly columns: readonly LearnColumn[];
  readonly targets: readonly LearnColumn[];
  readonly orders: OrderQuestions | undefined;
  readonly rows: number;
  /** What the model in use predicts: the first question offered. */
  readonly before: ModelVersion['target'] | undefined;
  /** The newest first: they tell how long a training takes here. */
  readonly models: readonly ModelVersion[];
}) {
  const { words } = useWords();
  const nameOf = useColumnName();
  const own = words.predictions;
  const [picked, setPicked] = useState<Partial<Chosen>>({});
  // Until somebody picks one: the question of the model in use, also of one that came while this is open.
  const chosen: Chosen = {
    question: before?.field ?? '',
    answer: before?.positive,
    days: usualDays,
    ...picked,
  };
  const { form, change: changeForm } = useTrainingForm(db);
  const [backend, setBackend] = useState<BackendChoice>('auto');
  const [mode, setMode] = useState<TrainMode>('default');
  const pace = usePace(models);
  const offered = { targets, orders, rows };
  const asked = askedQuestion(offered, chosen, nameOf, words);
  if (asked === undefined || form === undefined) return null;
  const { dropped, effort } = form;
  const size = sizeOfAsked(asked, columns, dropped, rows);
  const times = pace && timesOfEfforts(pace, size);
  const change = (part: Partial<Chosen>) => setPicked((now) => ({ ...now, ...part }));
  const train = () =>
    void startTraining(
      {
        target: asked.target,
        drop: dropped,
        mode,
        split: 'random',
        // The simple model needs no engine.
        backend: mode === 'logistic' ? 'auto' : backend,
        seed: trainingSeed,
        epochs: referenceEpochs,
        effort,
        // The usual way is never cut short.
        ...(mode === 'default' &&
          effort !== 'usual' &&
          times !== undefined && { withinMs: times[effort] }),
        protectedTraits: 'drop',
        now: Date.now(),
      },
      asked.subject,
    );
  return (
    <Stack>
      <Row>
        <Select
          label={own.ask}
          choices={listQuestions(offered, nameOf, words)}
          value={asked.id}
          onChange={(question) => change({ question, answer: undefined })}
        />
        <QuestionParts asked={asked} orders={orders} days={chosen.days} onChange={change} />
      </Row>
      <QuestionFacts asked={asked} rows={rows} />
      <ColumnTicks
        columns={columns}
        rows={rows}
        target={asked.column?.name ?? ''}
        isOfOrders={asked.column === undefined}
        dropped={dropped}
        onChange={(names) => changeForm({ dropped: names })}
      />
      {mode === 'default' && (
        <Row>
          <EffortSelect
            effort={effort}
            times={times}
            onChange={(next) => changeForm({ effort: next })}
          />
        </Row>
      )}
      <Details title={own.details}>
        <Select
          label={own.mode}
          choices={modes.map((id) => ({ id, text: own.modes[id] }))}
          value={mode}
          onChange={setMode}
        />
        {mode !== 'logistic' && (
          <Select
            label={own.engine}
            choices={engines.map((id) => ({ id, text: own.engines[id] }))}
            value={backend}
            onChange={setBackend}
          />
        )}
      </Details>
      <Row>
        <Button
          look="primary"
          icon={GraduationCap}
          onPress={train}
          isDisabled={asked.usable?.trouble !== undefined}
        >
          {own.train}
        </Button>
      </Row>
    </Stack>
  );
}
