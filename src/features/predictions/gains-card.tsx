import { lazy, Suspense } from 'react';
import type { GainPoint } from '#core/predictions/quality.ts';
import { Table } from '#ui/lists/table.tsx';
import { Card } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';

const GainsChart = lazy(async () => ({ default: (await import('./gains-chart.tsx')).GainsChart }));

/** The part of which one speaks: as many as one calls. */
const spokenShare = 0.2;

/** How many one finds by calling the highest ranked first: a sentence, a curve, and the curve as a table. */
export function GainsCard({
  gains,
  whom,
}: {
  readonly gains: readonly GainPoint[];
  /** Whom one looks for, as part of a sentence. */
  readonly whom: string;
}) {
  const { words, format } = useWords();
  const own = words.predictions;
  const spoken = gains.find(({ share }) => share === spokenShare);
  if (spoken === undefined) return null;
  const whole = (share: number) => format.share(Math.round(100 * share) / 100);
  const { share, found, foundLow, foundHigh } = spoken;
  return (
    <Card title={own.gains}>
      <p>
        {own.gainsSentence(whole(share), whole(found), whole(foundLow), whole(foundHigh), whom)}
      </p>
      <Suspense>
        <GainsChart gains={gains} />
      </Suspense>
      <Details title={own.asTable}>
        <Table
          label={own.gains}
          columns={[
            { id: 'share', name: own.called, cell: (one) => whole(one.share), isNumber: true },
            { id: 'found', name: own.found, cell: (one) => whole(one.found), isNumber: true },
            { id: 'low', name: own.likelyFrom, cell: (one) => whole(one.foundLow), isNumber: true },
            { id: 'high', name: own.likelyTo, cell: (one) => whole(one.foundHigh), isNumber: true },
          ]}
          rows={gains.filter((one) => (100 * one.share) % 10 < 0.01)}
          rowKey={(one) => String(one.share)}
        />
      </Details>
    </Card>
  );
}
