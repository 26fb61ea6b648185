import { lazy, Suspense } from 'react';
import { Table } from '#ui/lists/table.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import type { Round } from './use-training.ts';

const LossChart = lazy(async () => ({ default: (await import('./loss-chart.tsx')).LossChart }));

/** The curve of the error, and the same as a table for those who cannot see a curve. */
export function LossHistory({
  label,
  history,
  rounds,
}: {
  /** Whose error it is: read aloud with the table. */
  readonly label: string;
  readonly history: readonly Round[];
  readonly rounds: number;
}) {
  const { words, format } = useWords();
  const own = words.predictions;
  if (history.length === 0) return null;
  return (
    <div>
      <h3>{own.loss}</h3>
      <Suspense>
        <LossChart history={history} rounds={rounds} />
      </Suspense>
      <Details title={own.asTable}>
        <Table
          label={label}
          columns={[
            { id: 'round', name: own.round, cell: ({ round }) => round, isNumber: true },
            {
              id: 'loss',
              name: own.lossTraining,
              cell: ({ loss }) => format.decimals(loss),
              isNumber: true,
            },
            {
              id: 'validation',
              name: own.lossValidation,
              cell: ({ validationLoss }) => format.decimals(validationLoss),
              isNumber: true,
            },
          ]}
          rows={history.map((one, index) => ({ ...one, round: index + 1 }))}
          rowKey={({ round }) => String(round)}
        />
      </Details>
    </div>
  );
}
