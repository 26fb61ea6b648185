import type { ModelOutcome } from '#contracts/learn.ts';
import { dayMs } from '#core/day-number.ts';
import type { CalibrationBin, ModelVersion } from '#core/predictions/model-version.ts';
import { judgeOutcome, type Outcome } from '#core/predictions/tell-outcome.ts';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import styles from './chart.module.css';
import { mergeBins } from './merge-bins.ts';

/** A band of fewer customers says nothing; a fiftieth of very many is still enough. */
const fewestOfBand = 20;

/** "Said 70 % of 120: 81 bought", band by band. */
function HitTable({ bands, rows }: Pick<Outcome, 'bands' | 'rows'>) {
  const { words, format } = useWords();
  const own = words.modelCare;
  const hits = (band: CalibrationBin) => Math.round(band.happened * band.rows);
  const count = (id: 'rows' | 'hit' | 'miss', cell: (band: CalibrationBin) => number) => ({
    id,
    name: own[id],
    isNumber: true,
    cell: (band: CalibrationBin) => format.number(cell(band)),
  });
  return (
    <Table
      label={own.byBand}
      columns={[
        {
          id: 'said',
          name: own.said,
          isNumber: true,
          cell: ({ said }) => format.share(Math.max(0.01, Math.round(said * 100) / 100)),
        },
        count('rows', (band) => band.rows),
        count('hit', hits),
        count('miss', (band) => band.rows - hits(band)),
      ]}
      rows={mergeBins(bands, Math.max(fewestOfBand, rows / 50))}
      rowKey={({ said }) => String(said)}
    />
  );
}

function NothingYet({ told: { isKept, dueOn, knownUntil } }: { readonly told: ModelOutcome }) {
  const { words, format } = useWords();
  const own = words.modelCare;
  if (!isKept) return <p>{own.notKept}</p>;
  if (dueOn === undefined || knownUntil === undefined) return <p>{own.noneAnswered}</p>;
  const isOver = dueOn * dayMs <= Date.now();
  return (
    <p>
      {isOver
        ? own.ordersEnd(format.dayNumber(knownUntil - 1))
        : own.notDue(format.dayNumber(dueOn))}
    </p>
  );
}

function Told({ told }: { readonly told: ModelOutcome }) {
  const { words, format } = useWords();
  const own = words.modelCare;
  const { outcome, from, dueOn } = told;
  if (outcome === undefined) return <NothingYet told={told} />;
  const { expected, error, rows, happened, bands } = outcome;
  const round = (value: number) => format.number(Math.round(value));
  return (
    <>
      <p>
        {own.came(round(expected), round(1.96 * error), rows, happened, format.dayNumber(from))}{' '}
        {own.verdicts[judgeOutcome(outcome)]}
      </p>
      <HitTable bands={bands} rows={rows} />
      <p className={styles.muted}>{dueOn === undefined ? own.onlyUnknown : own.calledToo}</p>
    </>
  );
}

/** What came of the predictions of the model in use, and of the kept ones that asked the same before. */
export function OutcomeCard({
  outcomes,
  models,
  active,
}: {
  readonly outcomes: readonly ModelOutcome[];
  readonly models: readonly ModelVersion[];
  readonly active: string;
}) {
  const { words, format } = useWords();
  const own = words.modelCare;
  const ofActive = outcomes.find(({ modelId }) => modelId === active);
  const others = outcomes.filter(({ modelId }) => modelId !== active);
  if (ofActive === undefined) return null;
  const at = (id: string) => models.find((model) => model.id === id)?.createdAt ?? 0;
  return (
    <Card title={own.outcomes}>
      <Told told={ofActive} />
      {others.length > 0 && (
        <Details title={own.earlier}>
          {others.map((told) => (
            <div key={told.modelId}>
              <h3>{own.trainedOn(format.instant(at(told.modelId)))}</h3>
              <Told told={told} />
            </div>
          ))}
        </Details>
      )}
    </Card>
  );
}
