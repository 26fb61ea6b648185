import { GraduationCap } from 'lucide-react';
import { useState } from 'react';
import type { BackendChoice, LearnColumn, TrainMode } from '#contracts/learn.ts';
import type { ModelVersion } from '#core/predictions/model-version.ts';
import { startTraining } from '#jobs/learn-jobs.ts';
import { Button } from '#ui/controls/button.tsx';
import { Select } from '#ui/controls/select.tsx';
import { Notice } from '#ui/feedback/notice.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { Row, Stack } from '#ui/surfaces/page.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { useColumnName } from './column-names.ts';
import { ColumnTicks } from './column-ticks.tsx';
import { sayAnswer } from './say-answer.ts';
import { countUsable, likelyAnswer } from './target-choices.ts';
import { referenceEpochs, trainingSeed } from './train-without.ts';

const engines: readonly BackendChoice[] = ['auto', 'simd', 'webgl', 'wasm', 'cpu'];
const modes: readonly TrainMode[] = ['default', 'reference', 'logistic'];

/** How a person asks: what is predicted, from which columns, and the button. */
export function TrainForm({
  columns,
  targets,
  rows,
  before,
}: {
  readonly columns: readonly LearnColumn[];
  readonly targets: readonly LearnColumn[];
  readonly rows: number;
  /** What the model in use predicts: the first question offered. */
  readonly before: ModelVersion['target'] | undefined;
}) {
  const { words, format } = useWords();
  const nameOf = useColumnName();
  const own = words.predictions;
  const [field, setField] = useState(before?.field ?? '');
  const [chosen, setChosen] = useState(before?.positive);
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [backend, setBackend] = useState<BackendChoice>('auto');
  const [mode, setMode] = useState<TrainMode>('default');
  const target = targets.find(({ name }) => name === field) ?? targets[0];
  if (target === undefined) return null;
  const isKnown = target.values.some(({ value }) => value === chosen);
  const positive = isKnown && chosen !== undefined ? chosen : likelyAnswer(target);
  const usable = countUsable(rows, target, positive);
  const train = () =>
    void startTraining(
      {
        target: { field: target.name, positive },
        drop: dropped,
        mode,
        split: 'random',
        // The others compute on our own kernels or need no engine.
        backend: mode === 'reference' ? backend : 'auto',
        seed: trainingSeed,
        epochs: referenceEpochs,
        protectedTraits: 'drop',
        now: Date.now(),
      },
      nameOf(target.name),
    );
  const chooseField = (name: string) => {
    setField(name);
    setChosen(undefined);
  };
  const { trouble } = usable;
  return (
    <Stack>
      <Row>
        <Select
          label={own.ask}
          choices={targets.map(({ name }) => ({ id: name, text: nameOf(name) }))}
          value={target.name}
          onChange={chooseField}
        />
        <Select
          label={own.answer}
          choices={target.values.map(({ value }) => ({ id: value, text: sayAnswer(value, words) }))}
          value={positive}
          onChange={setChosen}
        />
      </Row>
      <p className={styles.headline}>
        {own.sentence(nameOf(target.name), sayAnswer(positive, words))}
      </p>
      <p>{own.usable(usable.rows, rows, format.number(usable.positives))}</p>
      {trouble !== undefined && (
        <Notice>
          {trouble.kind === 'few-rows'
            ? own.fewRows(trouble.count, trouble.needed)
            : own.fewPositives(trouble.count, trouble.needed)}
        </Notice>
      )}
      <ColumnTicks
        columns={columns}
        rows={rows}
        target={target.name}
        dropped={dropped}
        onChange={setDropped}
      />
      <Details title={own.details}>
        <Select
          label={own.mode}
          choices={modes.map((id) => ({ id, text: own.modes[id] }))}
          value={mode}
          onChange={setMode}
        />
        {mode === 'reference' && (
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
          isDisabled={trouble !== undefined}
        >
          {own.train}
        </Button>
      </Row>
    </Stack>
  );
}
