import type { SegmentRun } from '#core/segments/segment-run.ts';
import { Card, Facts } from '#ui/surfaces/card.tsx';
import { Details } from '#ui/surfaces/details.tsx';
import { useWords } from '#ui/words/words-context.tsx';
import { columnName } from './segment-words.ts';

/** How the segments were found, for those who want to check or repeat it. */
export function RunDetails({ run }: { readonly run: SegmentRun }) {
  const { words, format } = useWords();
  const own = words.segments;
  const columns = run.columns.map(({ name, log }) => {
    const said = columnName(run.source, name, { own });
    return log ? own.logScale(said) : said;
  });
  return (
    <Card>
      <Details title={own.details}>
        <Facts
          facts={[
            { name: own.foundOn, value: format.instant(run.createdAt) },
            { name: own.customers, value: format.number(run.customers) },
            { name: own.columnsUsed, value: format.list(columns) },
            { name: own.silhouette, value: format.decimals(run.silhouette) },
            { name: own.inertia, value: format.number(run.inertia) },
            { name: own.seed, value: String(run.seed) },
          ]}
        />
      </Details>
    </Card>
  );
}
